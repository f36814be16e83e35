"""A plan in which some promises ended otherwise than it says."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from jfp_cli.model.field import Entity, Field
from jfp_cli.model.kinds import FILE_KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import steps_of, with_entities
from jfp_cli.query.promises import promises
from jfp_cli.values.address import Address


def with_statuses(plan: Plan, statuses: Mapping[Address, str]) -> Plan:
    """The plan with other statuses of promises; itself where there are none."""
    if not statuses:
        return plan
    own = {id(one.step): statuses[one.address] for one in promises(plan) if one.address in statuses}
    files: dict[str, Any] = {
        kind.name: {name: _with(entity, own) for name, entity in getattr(plan, kind.name).items()}
        for kind in FILE_KINDS
        if plan.has(kind.name)
    }
    return replace(plan, **files)


def is_status(field: Field) -> bool:
    """Says how something stands."""
    return field.key == "status"


def _with(entity: Entity, own: Mapping[int, str]) -> Entity:
    """An entity with the statuses of some of those in it, by their identity; itself where it has none of these."""
    changed: dict[str, Any] = {}
    for field, is_wanted, leads_on in steps_of(type(entity), is_status):
        value = getattr(entity, field.attribute)
        if is_wanted and id(entity) in own:
            changed[field.attribute] = own[id(entity)]
        elif leads_on and (known := with_entities(value, partial(_with, own=own))) is not value:
            changed[field.attribute] = known
    return entity.model_copy(update=changed) if changed else entity
