"""The one walk over a plan: every value with its address and its field; and the references among them."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from jfp_cli.model.field import Entity, Field, Shape, fields_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.values.address import Address

if TYPE_CHECKING:
    from jfp_cli.model.plan import Plan

Wanted = Callable[[Field], bool]
"""Which fields a walk looks into; a function of a module, since what follows from it is worked out once a model."""


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
    for at, entity in plan.files():
        yield from below(at, entity, wanted)


def below(at: Address, entity: Entity, wanted: Wanted = every_field) -> Iterator[Found]:
    """The same within one entity."""
    values = entity.__dict__
    for field, is_wanted, leads_on in _steps(type(entity), wanted):
        value = values[field.attribute]
        if isinstance(value, tuple):
            for number, entry in enumerate(value):
                at_entry = _address(at.at(field.key, number), field, entry)
                yield from _value(at_entry, entry, field, wanted, is_wanted=is_wanted, leads_on=leads_on)
        elif isinstance(value, dict) and is_wanted:
            yield from _mapping(at.at(field.key), value, field)
        elif value is not None:
            yield from _value(at.at(field.key), value, field, wanted, is_wanted=is_wanted, leads_on=leads_on)


def _value(
    at: Address, value: Any, field: Field, wanted: Wanted, *, is_wanted: bool, leads_on: bool
) -> Iterator[Found]:
    if is_wanted:
        yield Found(at, field, value)
    if leads_on and isinstance(value, Entity):
        yield from below(at, value, wanted)


def _address(at: Address, field: Field, entry: Any) -> Address:
    """The address of an entry of a list; one with an id has one of its own."""
    if field.holds and isinstance(entry, Entity):
        return Address(field.holds, getattr(entry, KINDS[field.holds].id_key))
    return at


def _mapping(here: Address, values: dict[str, Any], field: Field) -> Iterator[Found]:
    for key, value in values.items():
        at = Address(field.holds, key) if field.holds else here.at(key)
        if field.about.names:
            yield Found(at, field, key, in_key=True)
        if isinstance(value, tuple):
            for number, entry in enumerate(value):
                yield Found(at.at(number), field, entry)
        elif isinstance(value, dict):
            for name, text in value.items():
                yield Found(at.at(name), field, text)
        else:
            yield Found(at, field, value)


@cache
def _steps(model: type[Entity], wanted: Wanted) -> tuple[tuple[Field, bool, bool], ...]:
    """The fields of a model that are wanted, or that lead on to some that are; no model of a plan holds itself."""
    fields = fields_of(model).values()
    found = ((field, wanted(field), any(_steps(below, wanted) for below in field.models)) for field in fields)
    return tuple(step for step in found if step[1] or step[2])


def is_reference(field: Field) -> bool:
    """Names things that stand elsewhere, by their ids."""
    return bool(field.about.names)


def holds_things(field: Field) -> bool:
    """Has entries with an id of their own, or leads to some."""
    return bool(field.holds)


def is_prose(field: Field) -> bool:
    """Holds sentences, titles or notes that people read."""
    return field.about.prose


class Reference(NamedTuple):
    """At `at` the plan names the thing of this kind and id; `in_key` where the name is a key, not a value."""

    at: Address
    kind: str
    id: str
    in_key: bool = False


def references(plan: "Plan") -> Iterator[Reference]:
    """The references of a plan, gathered anew; whoever has a plan asks for its own, which are gathered once."""
    for at, field, value, in_key in walk(plan, is_reference):
        # Of a mapping the keys are names, of anything else the values; the contents in plan.yaml are checked apart.
        if in_key == (field.shape is Shape.WORDS) and at.kind != "plan":
            yield Reference(at, field.about.names, value, in_key)


def names_in(entity: Entity) -> frozenset[tuple[str, str]]:
    """The kind and id of everything that an entity names, wherever in it: quicker than its references by far."""
    names: set[tuple[str, str]] = set()
    todo = [entity]
    while todo:
        part = todo.pop()
        values = part.__dict__
        for field, is_wanted, leads_on in _steps(type(part), is_reference):
            value = values[field.attribute]
            inside = value if isinstance(value, tuple | dict) else (value,)  # of a mapping these are its keys
            if is_wanted:
                kind = field.about.names
                names.update((kind, name) for name in inside if isinstance(name, str))
            if leads_on:
                todo += (below for below in inside if isinstance(below, Entity))
    return frozenset(names)
