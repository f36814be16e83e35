"""A plan that says something else in some of its fields; all that stays as it is is the very same."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from jfp_cli.model.field import Entity, Field
from jfp_cli.model.kinds import FILE_KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import Wanted, steps_of, with_entities

Say = Callable[[Entity, Field, Any], dict[str, Any]]
"""What the fields of an entity say instead, by attribute, from one of them and its value; nothing where all stays."""


def with_values(plan: Plan, wanted: Wanted, say: Say) -> Plan:
    """The plan with what is said instead in the fields that are wanted; itself where nothing is."""
    changed: dict[str, Any] = {}
    for kind in FILE_KINDS:
        if plan.has(kind.name):
            files: dict[str, Entity] = getattr(plan, kind.name)
            others = {name: _with_values(entity, wanted, say) for name, entity in files.items()}
            if any(others[name] is not entity for name, entity in files.items()):
                changed[kind.name] = others
    return replace(plan, **changed) if changed else plan


def _with_values(entity: Entity, wanted: Wanted, say: Say) -> Entity:
    changed: dict[str, Any] = {}
    values = entity.__dict__
    for field, _, is_wanted, leads_on in steps_of(type(entity), wanted):
        value = values[field.attribute]
        if is_wanted:
            changed |= say(entity, field, value)
        elif leads_on and value:
            other = with_entities(value, partial(_with_values, wanted=wanted, say=say))
            if other is not value:
                changed[field.attribute] = other
    return entity.model_copy(update=changed) if changed else entity
