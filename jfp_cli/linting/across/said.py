"""What a plan says of things that other plans may have too, small enough to be taken from process to process."""

from collections.abc import Iterator
from typing import NamedTuple

from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.query.promises import promises
from jfp_cli.query.rows import Locate
from jfp_cli.values.address import Address
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.dates.rewriting import Days, as_written
from jfp_cli.values.figures import Quantity
from jfp_cli.values.span import Span
from jfp_cli.values.text import folded

_OF_MEASURES = ("title", "definition", "unit", "better")
_OF_TARGETS = ("target", "due", "better")


class Said(NamedTuple):
    """A field of a thing in one plan: as it is written, what it is compared by, and where it stands.

    `days` is what its own plan means by a date.
    """

    kind: str
    id: str
    field: str
    written: str
    days: str
    meant: object
    address: Address
    span: Span


def said_in(plan: Plan, locate: Locate) -> list[Said]:
    """What a plan says of its measures, its promises and targets that have ids, and its organisations."""
    found = [*_of_measures(plan), *_of_promises(plan), *_of_targets(plan), *_of_organisations(plan)]
    calendar = plan.settings.calendar
    return [
        Said(at.kind, at.id, field, str(value), _days(value, calendar), _meant(value), at_field, locate(at_field))
        for at, field, value in found
        if value is not None
        for at_field in [_within(at, field)]
    ]


def _within(at: Address, field: str) -> Address:
    return at.at(field) if KINDS[at.kind].model else at


def _of_measures(plan: Plan) -> Iterator[tuple[Address, str, object]]:
    for measure in plan.measures.values():
        yield from ((Address("measures", measure.id), field, getattr(measure, field)) for field in _OF_MEASURES)


def _of_promises(plan: Plan) -> Iterator[tuple[Address, str, object]]:
    for one in promises(plan):
        if one.id:
            yield Address(one.kind, one.id), "due", one.due


def _of_targets(plan: Plan) -> Iterator[tuple[Address, str, object]]:
    for home in plan.targets():
        target = home.target
        yield from ((Address("targets", target.id), field, getattr(target, field)) for field in _OF_TARGETS)


def _of_organisations(plan: Plan) -> Iterator[tuple[Address, str, object]]:
    for name, title in plan.settings.organisations.items():
        yield Address("organisations", name), "name", title


def _days(value: object, calendar: Calendar) -> str:
    return as_written(Days(value.first, value.last), calendar) if isinstance(value, PlanDate) else ""


def _meant(value: object) -> object:
    """What a value is compared by: a date or a figure that is written otherwise is the same, and so is a text."""
    if isinstance(value, PlanDate):
        return value.first, value.last
    if isinstance(value, Quantity):
        return value.value, value.upper, value.unit, value.comparison and value.comparison.name, value.change
    return folded(str(value))
