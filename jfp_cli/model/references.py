"""Every place where the plan names a thing that stands elsewhere."""

from collections.abc import Iterator
from typing import NamedTuple

from jfp_cli.model.field import Shape
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import Found, is_reference, walk
from jfp_cli.values.address import Address


class Reference(NamedTuple):
    """At `at` the plan names the thing of this kind and id; `in_key` where the name is a key, not a value."""

    at: Address
    kind: str
    id: str
    in_key: bool = False


def references(plan: Plan) -> Iterator[Reference]:
    """Every reference of the files that were loaded, but for those of plan.yaml, whose contents are checked apart."""
    return (reference for reference in _references(walk(plan, is_reference)) if reference.at.kind != "plan")


def _references(found: Iterator[Found]) -> Iterator[Reference]:
    for at, field, value, in_key in found:
        if in_key == (field.shape is Shape.WORDS):  # of a mapping the keys are names, of anything else the values
            yield Reference(at, field.about.names, value, in_key)
