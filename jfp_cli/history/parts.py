"""A plan taken apart for comparison: its things and the entries of its lists, each with what it says itself."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from jfp_cli.model.field import Entity, Field, fields_of
from jfp_cli.model.kinds import KINDS, model_of
from jfp_cli.model.walk import below, holds_things, steps_of
from jfp_cli.values.address import Address, Path
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Quantity

_WORD = re.compile(r"\w+")
Key = tuple[str, ...]
"""A field by its keys from the thing inwards, as far as the first list: `baseline`, `value`."""

DUE: Key = ("due",)


class Leaf(NamedTuple):
    """A value that stands in a field; `rest` is the way to it from the entry of a list that it stands in."""

    field: Field
    value: Any
    rest: Path = ()

    @property
    def shown(self) -> str:
        """The value as it was written."""
        if isinstance(self.value, PlanDate | Quantity):
            return self.value.text
        return "yes" if self.value is True else "no" if self.value is False else str(self.value)

    @property
    def meant(self) -> Any:
        """What is compared: a date or a figure that is written otherwise is the same, and so is a text."""
        return " ".join(self.value.split()) if isinstance(self.value, str) else self.value


@dataclass(eq=False)
class Part:
    """A thing of the plan, or an entry that may be one and has no id; `parent` is the innermost part around it.

    `entity` is None where it is a sentence, as an action or an indicator may be, or an entry of a vocabulary.
    `under` is the key of a mapping in its parent that it stands under, as an action does under a planning period.
    `single` are its own values, `listed` the entries of its lists, each as its values.
    """

    address: Address
    kind: str
    parent: "Part | None"
    entity: Entity | None = None
    under: str | None = None
    single: dict[Key, Leaf] = field(default_factory=dict)
    listed: dict[Key, dict[int, list[Leaf]]] = field(default_factory=dict)
    inside: list["Part"] = field(default_factory=list)

    @property
    def id(self) -> str | None:
        """Its id; None where it has none."""
        return None if self.address.path else self.address.id or None

    @property
    def text(self) -> str:
        """What it is called, or what it says; its id where it is called nothing."""
        leaf = self.single.get(title_key(self.kind))
        return leaf.shown if leaf else self.address.id

    @property
    def due(self) -> PlanDate | None:
        """By when it is promised; None where nobody says so."""
        leaf = self.single.get(DUE)
        return leaf.value if leaf else None

    @cached_property
    def content(self) -> Counter[str]:
        """The words and figures that it says, and the names of what stands in it; who, when and how far are none."""
        words: Counter[str] = Counter()
        for leaf in self._leaves():
            if isinstance(leaf.value, Quantity):
                words[leaf.value.text] += 1
            elif isinstance(leaf.value, str) and leaf.field.about.prose:
                words += words_of(leaf.value)
        words.update(str(part.address) for part in self.inside if part.id)
        return words

    def says(self, key: Key) -> bool:
        """Whether a field stands in it; a sentence has none."""
        return self.entity is not None and (key in self.single or key in self.listed)

    def _leaves(self) -> Iterator[Leaf]:
        yield from self.single.values()
        for entries in self.listed.values():
            for leaves in entries.values():
                yield from leaves

    def outwards(self) -> Iterator["Part"]:
        """Itself and what it stands in, the innermost first."""
        part: Part | None = self
        while part is not None:
            yield part
            part = part.parent

    def around(self, kind: str) -> str | None:
        """The id of the thing of a kind that it is or stands in; None where it stands in none."""
        return next((part.id for part in self.outwards() if part.kind == kind), None)


def words_of(text: str) -> Counter[str]:
    """The words of a text, however they are written."""
    return Counter(_WORD.findall(text.casefold()))


def title_key(kind: str) -> Key:
    """Where a thing of a kind says what it is; an entry of a vocabulary says nothing else."""
    return (KINDS[kind].title,) if KINDS[kind].title else ()


def parts_of(files: Iterable[tuple[Address, Entity]]) -> dict[Address, Part]:
    """The parts of some files of a plan by address, each before those that stand in it."""
    found: dict[Address, Part] = {}
    for home, entity in files:
        found |= _File(home, entity).parts
    return found


class _File:
    """One walk over what a file holds: the parts that were begun and not left yet stand in a pile."""

    def __init__(self, home: Address, entity: Entity) -> None:
        self.parts: dict[Address, Part] = {}
        self._pile: list[Part] = []
        self._homes: dict[int, tuple[Part, str | None]] = {}
        self._begin(home, home.kind, None, entity)
        for at, of, value, in_key in below(home, entity):
            is_entity = isinstance(value, Entity)
            if in_key:
                continue
            if of.holds and (not at.path or isinstance(at.path[-1], int)):
                parent, under = self._homes.get(id(value)) or self._home_of_sentence(at)
                part = self._begin(at, of.holds, parent, value if is_entity else None, under)
                if not is_entity:
                    key = title_key(of.holds)
                    part.single[key] = Leaf(fields_of(model_of(of.holds))[key[0]] if key else of, value)
            elif not is_entity:
                _add(self._around(at), at, of, value)

    def _begin(
        self, at: Address, kind: str, parent: Part | None, entity: Entity | None, under: str | None = None
    ) -> Part:
        part = self.parts[at] = Part(at, kind, parent, entity, under)
        self._pile.append(part)
        if parent is not None:
            parent.inside.append(part)
        if entity is not None:
            self._homes |= {id(held): (part, under) for held, under in _held(entity)}
        return part

    def _home_of_sentence(self, at: Address) -> tuple[Part, str | None]:
        """The part that a sentence stands in, and the key of a mapping there that it stands under."""
        parent = self._around(at)
        _, *keys = at.path[len(parent.address.path) :] or ("",)
        return parent, next((key for key in keys[:1] if isinstance(key, str)), None)

    def _around(self, at: Address) -> Part:
        """The part that an address leads into: the walk leaves one before it comes to the next."""
        while len(self._pile) > 1 and not _leads_to(self._pile[-1].address, at):
            self._pile.pop()
        return self._pile[-1]


def _held(entity: Entity) -> Iterator[tuple[Entity, str | None]]:
    """The things that stand in an entity, but for those that stand in others of them, each with the key above it."""
    for of, _, is_list, _ in steps_of(type(entity), holds_things):
        todo: list[tuple[Any, str | None]] = [(getattr(entity, of.attribute), None)]
        for value, under in todo:
            if isinstance(value, tuple):
                todo += ((one, under) for one in value)
            elif isinstance(value, dict):
                todo += ((one, key) for key, one in value.items())
            elif isinstance(value, Entity):
                yield from ((value, under),) if is_list else _held(value)


def _leads_to(above: Address, at: Address) -> bool:
    return above.thing == at.thing and above.path == at.path[: len(above.path)]


def _add(part: Part, at: Address, of: Field, value: Any) -> None:
    """Add a value to the part that it stands in."""
    path = at.path[len(part.address.path) :]
    number = next((place for place, step in enumerate(path) if isinstance(step, int)), None)
    if number is None:
        part.single[tuple(map(str, path))] = Leaf(of, value)
    else:
        entries = part.listed.setdefault(tuple(map(str, path[:number])), {})
        entries.setdefault(int(path[number]), []).append(Leaf(of, value, path[number + 1 :]))
