"""JFP425 two-readings-on-one-date."""

from collections.abc import Iterator
from datetime import date

from jfp_cli.edit.remedies import Remedy, TakeOut
from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.measure import Measure, Reading
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for measure in subject.plan.measures.values():
        yield from _of(subject, measure)


def _of(subject: Subject, measure: Measure) -> Iterator[Problem]:
    first: dict[tuple[str | None, date], int] = {}
    before: dict[str | None, Reading] = {}
    for number, reading in enumerate(measure.readings):
        is_in_order = reading.place not in before or before[reading.place].at.first <= reading.at.first
        before[reading.place] = reading
        if reading.exclude:
            continue
        at = first.setdefault((reading.place, reading.day), number)
        if at != number and is_in_order:  # another order is a fault that loading tells
            yield _problem(subject, measure, at, number)


def _problem(subject: Subject, measure: Measure, first: int, number: int) -> Problem:
    one, other = measure.readings[first], measure.readings[number]
    place = f" in {subject.plan.settings.place(other.place)}" if other.place else ""
    readings = Address("measures", measure.id, ("readings",))
    return Problem(
        readings.at(number, "at"),
        f'"{other.value}" of {bare(other.at)} and "{one.value}" of {bare(one.at)}{place} are readings of one day',
        'keep the one that holds, or say of the other why it does not with a line such as "exclude: before validation"',
        remedies=tuple(_remedies(one, other, readings.at(first), readings.at(number))),
    )


def _remedies(one: Reading, other: Reading, at_one: Address, at_other: Address) -> Iterator[Remedy]:
    if one.model_copy(update={"at": other.at}) == other:
        yield TakeOut("take out the second, which says the same", True, at_other)
    elif one.provisional and not other.provisional:
        yield TakeOut("take out the provisional one", False, at_one)


RULE = Rule(
    code="JFP425",
    name="two-readings-on-one-date",
    severity=Severity.ERROR,
    what="All places together, or one place, have two readings on one day.",
    why="Both count for the limits, and a target is judged by whichever stands last. An error: only one can be right. "
    "A reading that is left out counts nowhere and may stand beside another.",
    bad="""
--- measures/waiting-list.yaml
readings:
  - {at: May 2025, value: "149,100"}
  - {at: June 2025, value: "148,300", provisional: true}
  - {at: 30 June 2025, value: "148,700"}  # <--
""",
    good="""
--- plan.yaml
places: {north: North}
--- measures/waiting-list.yaml
readings:
  - {at: May 2025, value: "149,100"}
  - {at: June 2025, value: "158,300", exclude: a return was counted twice}
  - {at: June 2025, value: "148,700"}
  - {at: June 2025, place: north, value: "41,200"}
""",
    check=_check,
)
