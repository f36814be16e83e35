"""What a plan names: the things that stand elsewhere, by their ids."""

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from jfp_cli.model.field import Entity, Field, Shape
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.walk import Found, steps_of, walk
from jfp_cli.values.address import Address
from jfp_cli.values.text import is_id

if TYPE_CHECKING:
    from jfp_cli.model.plan import Plan

_SEVERAL = (tuple, dict)


def is_reference(field: Field) -> bool:
    """Names things that stand elsewhere, by their ids."""
    return bool(field.about.names)


class Reference(NamedTuple):
    """At `at` the plan names the thing of this kind and id; `in_key` where the name is a key, not a value."""

    at: Address
    kind: str
    id: str
    in_key: bool = False


def references(plan: "Plan", kinds: Container[str] = KINDS) -> Iterator[Reference]:
    """The references of a plan to these kinds of thing; its own `references` are all of them, gathered once."""
    return references_among(walk(plan, is_reference), plan, kinds)


def references_among(found: Iterable[Found], plan: "Plan", kinds: Container[str] = KINDS) -> Iterator[Reference]:
    """Those among what a walk found in a plan, or in a part of it."""
    for at, field, value, in_key in found:
        kind, or_words = field.about.names, field.about.or_words
        # Of a mapping the keys are names, of anything else the values; the contents in plan.yaml are checked apart.
        if kind not in kinds or in_key != (field.shape is Shape.WORDS) or at.kind == "plan":
            continue
        name = plan.meant_by(field, value) if or_words else value
        if name is not None:
            yield Reference(at, kind, name, in_key)


def names_in(entity: Entity) -> Mapping[str, set[str]]:
    """The ids of everything that an entity names, by kind, wherever in it: quicker than its references by far."""
    names: dict[str, set[str]] = {}
    todo = [entity]
    for part in todo:
        values = part.__dict__
        for attribute, kind, or_words, leads_on in _naming(type(part)):
            value = values[attribute]
            if not value:
                continue
            inside = value if isinstance(value, _SEVERAL) else (value,)  # of a mapping these are its keys
            if kind:
                names.setdefault(kind, set()).update(filter(is_id, inside) if or_words else inside)
            if leads_on:
                _add_entities(value, todo)
    return names


def _add_entities(value: Any, found: list[Entity]) -> None:
    """Add the entities in the value of a field that leads on: all but sentences, for asking pydantic takes long."""
    if isinstance(value, _SEVERAL):
        for entry in value.values() if isinstance(value, dict) else value:
            if not isinstance(entry, str):
                _add_entities(entry, found)
    elif not isinstance(value, str):
        found.append(value)


@cache
def _naming(model: type[Entity]) -> tuple[tuple[str, str, bool, bool], ...]:
    """The attributes of a model that name things or lead on to some that do, and what they name: a kind, or words."""
    steps = steps_of(model, is_reference)
    return tuple(
        (field.attribute, field.about.names, field.about.or_words, leads_on) for field, _, _, leads_on in steps
    )
