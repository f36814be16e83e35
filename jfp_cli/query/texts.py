"""Every text of the plan with its address."""

from collections.abc import Iterable, Iterator

from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import Found, walk
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Quantity


def texts(plan: Plan) -> Iterator[tuple[Address, str]]:
    """Every text, id, date and figure as written, in the order of the files; the contents' own ids are none."""
    return texts_of(item for item in walk(plan) if item.at.kind != "plan" or not item.field.about.names)


def texts_of(values: Iterable[Found]) -> Iterator[tuple[Address, str]]:
    """The texts among some values of a plan; an entry of a vocabulary is its name and its meaning."""
    for at, field, value, in_key in values:
        if isinstance(value, PlanDate | Quantity):
            yield at, value.text
        elif isinstance(value, str) and not in_key:
            yield at, f"{at.id}: {value}" if field.holds == at.kind and not at.path else value
