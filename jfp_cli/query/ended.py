"""A plan in which some promises ended otherwise than it says."""

from collections.abc import Mapping
from typing import Any

from jfp_cli.model.field import Entity, Field
from jfp_cli.model.otherwise import with_values
from jfp_cli.model.plan import Plan
from jfp_cli.query.promises import promises
from jfp_cli.values.address import Address


def with_statuses(plan: Plan, statuses: Mapping[Address, str]) -> Plan:
    """The plan with other statuses of promises; itself where there are none."""
    if not statuses:
        return plan
    own = {id(one.step): statuses[one.address] for one in promises(plan) if one.address in statuses}

    def ended(entity: Entity, field: Field, _: Any) -> dict[str, Any]:
        return {field.attribute: own[id(entity)]} if id(entity) in own else {}

    return with_values(plan, is_status, ended)


def is_status(field: Field) -> bool:
    """Says how something stands."""
    return field.key == "status"
