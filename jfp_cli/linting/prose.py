"""The sentences, titles and notes of a plan: what its readers read, and what the rules about wording look at."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from itertools import accumulate
from typing import Any, NamedTuple, cast

from jfp_cli.model.fields import Entity
from jfp_cli.model.plan import Plan
from jfp_cli.model.things import FILE_KINDS, NAMED_LISTS
from jfp_cli.values.address import Address, Path

# Fields whose texts are names, figures or links, not sentences.
_NOT_PROSE = frozenset(
    [
        "id",
        "area",
        "status",
        "owner",
        "better",
        "places",
        "areas",
        "supports",
        "duties",
        "workstreams",
        "evidence",
        "target",
        "figure",
        "rule",
        "agreed_by",
        "planning_periods",
        "sections",
        "enablers",
        "strategy_priorities",
        "glossary",
        "lint",
    ]
)
_MARKS = ".,;:!?()[]\"'\u2018\u2019\u201c\u201d"
_JOINT = re.compile("[-/]")
_ENDING = re.compile(r"['\u2019]?s$")


class Prose(NamedTuple):
    """A sentence, title or note of the plan, and its address."""

    at: Address
    text: str


def prose_by_file(plan: Plan) -> dict[str, tuple[Prose, ...]]:
    """Every text that people read, but for the vocabularies of plan.yaml, by file (`sections/cancer`)."""
    found = {"plan": tuple(_below("plan", "", (), plan.settings))}
    for folder, files in plan.files.items():
        for name, entity in files.items():
            found[f"{folder}/{name}"] = tuple(_below(FILE_KINDS.get(folder, folder), name, (), cast("Entity", entity)))
    return found


def _below(kind: str, name: str, path: Path, entity: Entity) -> Iterator[Prose]:
    """The prose of a part of the plan, in the order of its fields."""
    values = entity.__dict__
    for attribute, written, thing in _fields(type(entity)):
        value = values[attribute]
        if isinstance(value, str):
            if written not in _NOT_PROSE:
                yield Prose(Address(kind, name, (*path, written)), value)
        elif isinstance(value, dict):
            if written not in _NOT_PROSE:
                for key, texts in value.items():
                    yield from _entries(kind, name, (*path, written, key), texts, thing)
        elif isinstance(value, tuple):
            yield from _entries(kind, name, (*path, written), value, thing)


def _entries(kind: str, name: str, path: Path, entries: tuple[Any, ...], thing: str) -> Iterator[Prose]:
    """The prose of a list, whose entries may be texts, parts, or things of a kind of their own."""
    is_prose = path[-1] not in _NOT_PROSE
    for at, entry in enumerate(entries):
        if isinstance(entry, Entity) and thing:
            yield from _below(thing, entry.__dict__["id"], (), entry)
        elif isinstance(entry, Entity):
            yield from _below(kind, name, (*path, at), entry)
        elif is_prose:
            yield Prose(Address(kind, name, (*path, at)), entry)


@cache
def _fields(model: type[Entity]) -> tuple[tuple[str, str, str], ...]:
    """The fields of a kind of entity: attribute, name in YAML, and the kind of the things in it, if any."""
    named = [(attribute, field.alias or attribute) for attribute, field in model.model_fields.items()]
    return tuple((attribute, written, NAMED_LISTS.get(written, "")) for attribute, written in named)


class ProseIndex:
    """Finds words in much prose at once, far quicker than text by text; case is ignored."""

    def __init__(self, prose: tuple[Prose, ...]) -> None:
        self._prose = prose
        lowered = [text.lower() for _, text in prose]
        self._text = "\n".join(lowered)
        self._starts = [0, *accumulate(len(text) + 1 for text in lowered)]

    def holding(self, *words: str) -> Iterator[Prose]:
        """The texts that hold any of these lower-case words or parts of words, each once, in the plan's order."""
        numbers = {number for word in words for number in self._numbers(word)}
        return (self._prose[number] for number in sorted(numbers))

    @cached_property
    def words(self) -> set[str]:
        """Every word and part of a compound, in small letters, without marks around it or the s of a plural."""
        written = {word.strip(_MARKS) for word in set(self._text.split())}
        written |= {part for word in written if "-" in word or "/" in word for part in _JOINT.split(word)}
        return written | {_ENDING.sub("", word) for word in written if word.endswith("s")}

    def _numbers(self, word: str) -> Iterator[int]:
        find: Callable[[str, int], int] = self._text.find
        at = find(word, 0)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = find(word, self._starts[number + 1])
