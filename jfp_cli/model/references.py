"""Every place where the plan names a thing that stands elsewhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from jfp_cli.model.field import Shape
from jfp_cli.model.walk import is_reference, walk
from jfp_cli.values.address import Address

if TYPE_CHECKING:
    from jfp_cli.model.plan import Plan


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
