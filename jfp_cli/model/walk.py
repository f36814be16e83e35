"""The one walk over a plan: every value with its address and its field."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from operator import is_
from typing import TYPE_CHECKING, Any, NamedTuple

from jfp_cli.model.field import Entity, Field, fields_of
from jfp_cli.model.kinds import KINDS, VOCABULARIES
from jfp_cli.values.address import Address, Path

if TYPE_CHECKING:
    from jfp_cli.model.plan import Plan

Wanted = Callable[[Field], bool]
"""Which fields a walk looks into; a function of a module, since what follows from it is worked out once a model."""
Step = tuple[Field, Path, bool, bool]
"""A field on the way of a walk: the path to it, whether it is wanted, and whether it leads on to some that are."""
_made = tuple.__new__
"""Makes a named tuple of all its values: a walk makes thousands, and so each takes half the time."""


class Found(NamedTuple):
    """A value of the plan: a text, a date, a figure, a number, or an entity that stands by itself or as an entry.

    `in_key` where a mapping's key is meant, such as the planning period of some actions.
    """

    at: Address
    field: Field
    value: Any
    in_key: bool = False


def every_field(_: Field) -> bool:
    """Wants all of the plan."""
    return True


def walk(plan: "Plan", wanted: Wanted = every_field) -> Iterator[Found]:
    """The values of the fields that are wanted, in the order of the files and of their fields.

    An entity comes before what stands in it, a thing with an id under its own address. Kinds of file that were not
    loaded are passed over.
    """
    return chain.from_iterable(values for _, values in walk_files(plan, wanted))


def walk_files(plan: "Plan", wanted: Wanted = every_field) -> Iterator[tuple[Address, Iterable[Found]]]:
    """The same file by file; from the values that the plan has gathered, where it has."""
    if "gathered" in vars(plan):
        return plan.gathered.of(wanted)
    return ((at, below(at, entity, wanted)) for at, entity in plan.files())


class Gathered:
    """All that stands in some files, for whoever wants so many sorts of values that one walk is quicker than many.

    What was gathered `before` is taken over from the files that are still the same.
    """

    def __init__(self, files: Iterable[tuple[Address, Entity]], before: "Gathered | None" = None) -> None:
        known = before.of_entity if before else {}
        self.of_entity: dict[int, tuple[Address, Entity, list[Found]]] = {}
        self._values: list[Found] = []
        self._ends: list[tuple[Address, int]] = []
        for at, entity in files:
            same = known.get(id(entity))  # no other has this number while that one is held
            values = same[2] if same and same[0] == at else below(at, entity)
            self.of_entity[id(entity)] = (at, entity, values)
            self._values += values
            self._ends.append((at, len(self._values)))
        of_field: defaultdict[int, list[int]] = defaultdict(list)
        for place, (_, field, _, _) in enumerate(self._values):
            of_field[id(field)].append(place)
        self._fields = [(self._values[places[0]].field, places) for places in of_field.values()]

    def of(self, wanted: Wanted) -> Iterator[tuple[Address, Iterable[Found]]]:
        """The values of the fields that are wanted, file by file."""
        places = sorted(chain.from_iterable(places for field, places in self._fields if wanted(field)))
        start = 0
        for at, end in self._ends:
            stop = bisect_left(places, end, start)
            yield at, map(self._values.__getitem__, places[start:stop])
            start = stop


def below(at: Address, entity: Entity, wanted: Wanted = every_field) -> list[Found]:
    """The same within one entity."""
    found: list[Found] = []
    _gather(at, entity, wanted, found)
    return found


def _gather(at: Address, entity: Entity, wanted: Wanted, found: list[Found]) -> None:
    """Add what stands in an entity; a list that grows is quicker than generators within generators by far."""
    kind, name, path = at
    values = entity.__dict__
    for step in steps_of(type(entity), wanted):
        value = values[step[0].attribute]
        if not value and (value is None or value == ()):
            continue  # as most are
        field, here, is_wanted, leads_on = step
        at_value = _made(Address, (kind, name, path + here))
        if isinstance(value, tuple):
            _gather_listed(at_value, value, step, wanted, found)
        elif isinstance(value, dict):
            _gather_named(at_value, value, step, wanted, found)
        else:
            if is_wanted:
                found.append(_made(Found, (at_value, field, value, False)))
            if leads_on and not isinstance(value, str):
                _gather(at_value, value, wanted, found)


def _gather_listed(at: Address, entries: tuple[Any, ...], step: Step, wanted: Wanted, found: list[Found]) -> None:
    """Add the entries of a list, with what stands in them; one that has an id stands under an address of its own."""
    field, _, is_wanted, leads_on = step
    kind, name, path = at
    id_key = KINDS[field.holds].id_key if field.holds else ""
    for number, entry in enumerate(entries):
        if isinstance(entry, str):
            if is_wanted:
                at_entry = _made(Address, (kind, name, (*path, number)))
                found.append(_made(Found, (at_entry, field, entry, False)))
            continue
        own_id = getattr(entry, id_key) if id_key else None
        at_entry = _made(Address, (kind, name, (*path, number)) if own_id is None else (field.holds, own_id, ()))
        if is_wanted:
            found.append(_made(Found, (at_entry, field, entry, False)))
        if leads_on:
            _gather(at_entry, entry, wanted, found)


def _gather_named(at: Address, values: dict[str, Any], step: Step, wanted: Wanted, found: list[Found]) -> None:
    """Add the values of a mapping, and its keys where these are names."""
    field, _, is_wanted, leads_on = step
    is_vocabulary = field.holds in VOCABULARIES
    for key, value in values.items():
        at_value = Address(field.holds, key) if is_vocabulary else at.at(key)
        if is_wanted and field.about.names:
            found.append(_made(Found, (at_value, field, key, True)))
        if isinstance(value, tuple):
            _gather_listed(at_value, value, step, wanted, found)
        elif isinstance(value, dict):
            _gather_named(at_value, value, step, wanted, found)
        else:
            if is_wanted:
                found.append(_made(Found, (at_value, field, value, False)))
            if leads_on and not isinstance(value, str):
                _gather(at_value, value, wanted, found)


def with_entities(value: Any, change: Callable[[Entity], Entity]) -> Any:
    """What a field holds, each entity in it changed; the value itself where that changes none of them."""
    if isinstance(value, tuple):
        entries = tuple([entry if isinstance(entry, str) else with_entities(entry, change) for entry in value])
        return value if all(map(is_, entries, value)) else entries
    if isinstance(value, dict):
        named = {key: with_entities(entry, change) for key, entry in value.items()}
        return value if all(named[key] is value[key] for key in value) else named
    return change(value) if isinstance(value, Entity) else value


@cache
def steps_of(model: type[Entity], wanted: Wanted) -> tuple[Step, ...]:
    """The fields of a model that are wanted, or that lead on to some that are; no model of a plan holds itself."""
    fields = fields_of(model).values()
    found = (
        (field, (field.key,), wanted(field), any(steps_of(below, wanted) for below in field.models)) for field in fields
    )
    return tuple(step for step in found if step[2] or step[3])


def holds_things(field: Field) -> bool:
    """Has entries with an id of their own, or leads to some."""
    return bool(field.holds)


def is_prose(field: Field) -> bool:
    """Holds sentences, titles or notes that people read."""
    return field.about.prose
