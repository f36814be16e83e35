"""Every thing of a plan with what it stands in, those without an id and those that are a sentence too."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from jfp_cli.model.field import Entity, Field, Shape, fields_of
from jfp_cli.model.kinds import KINDS, LEADING_TO_THINGS
from jfp_cli.model.own import Models
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address

Around = Mapping[str, Any]
"""What something stands in, by kind, from the widest to the innermost."""


class Standing(NamedTuple):
    """A thing in its place: `at` is its own address where it has an id, else where it stands.

    `under` is the planning period or the topic within what it stands in, and `is_sentence` where it says nothing else.
    """

    kind: str
    at: Address
    thing: Any
    around: Around
    under: str
    is_sentence: bool


def standing_in(plan: Plan) -> Iterator[Standing]:
    """The things that stand in a file's lists, in the order of the files; each is followed by those in it."""
    for at, entity in plan.files():
        if at.kind != "plan":
            yield from _below(at, entity, {at.kind: entity}, plan.models)


def _below(at: Address, entity: Entity, around: Around, models: Models, under: str = "") -> Iterator[Standing]:
    for field in fields_of(type(entity)).values():
        if field.holds or field.key in LEADING_TO_THINGS:
            for where, name, entry in _entries(at, field, getattr(entity, field.attribute)):
                if field.holds:
                    yield from _thing(where, field.holds, entry, around, models, name or under)
                else:
                    yield from _below(where, entry, around, models, entry.title)


def _thing(at: Address, kind: str, entry: Any, around: Around, models: Models, under: str) -> Iterator[Standing]:
    row = KINDS[kind]
    if isinstance(entry, str):
        model = models.of(kind)
        if fields_of(model)[row.id_key].required:
            return  # an indicator that is a sentence is no thing
        as_thing = model.model_construct(None, **{row.title: entry})
        yield Standing(kind, at, as_thing, around, under, is_sentence=True)
        return
    name = getattr(entry, row.id_key)
    own = Address(kind, name) if name else at
    yield Standing(kind, own, entry, around, under, is_sentence=False)
    yield from _below(own, entry, {**around, kind: entry}, models)


def _entries(at: Address, field: Field, value: Any) -> Iterator[tuple[Address, str, Any]]:
    """The entries of a list, or of the lists of a mapping, each with its place and the name that it stands under."""
    if field.shape is Shape.WORDS:
        for name, entries in value.items():
            yield from ((at.at(field.key, name, number), name, entry) for number, entry in enumerate(entries))
    else:
        yield from ((at.at(field.key, number), "", entry) for number, entry in enumerate(value))
