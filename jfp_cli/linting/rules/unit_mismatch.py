"""JFP409 unit-mismatch."""

from collections.abc import Iterator
from typing import NamedTuple

from jfp_cli.edit.remedies import Rewrite
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import is_rate
from jfp_cli.model.measure import Measure
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.figures import PER_CENT, Change, Quantity, QuantityError, common_unit
from jfp_cli.values.finding import Severity


class _Figure(NamedTuple):
    at: Address
    name: str
    figure: Quantity

    @property
    def measured_in(self) -> str | None:
        """The unit of the level behind the figure; None where any would do, as for "down 5%"."""
        if self.figure.change is Change.RELATIVE:
            return None
        return PER_CENT if self.figure.change is Change.POINTS else self.figure.unit


def _check(subject: Subject) -> Iterator[Problem]:
    calendar = subject.plan.settings.calendar
    for measure in subject.plan.measures.values():
        yield from _of_readings(measure, calendar)
    alone: set[Address] = set()  # readings that several targets are judged by
    for target in subject.targets:
        units = [(figure, unit) for figure in _figures(target) if (unit := figure.measured_in) is not None]
        for figure, unit in units[1:]:
            first, wanted = units[0]
            if not _compare(unit, wanted):
                yield _problem(figure, f'{first.name}, "{first.figure}"', "write both in one unit")
        own = subject.plan.measure_of(target)
        for problem in _of_measure(*units[0], own, calendar) if units and own else ():
            if problem.at not in alone:
                alone.add(problem.at)
                yield problem


def _of_readings(measure: Measure, calendar: Calendar) -> Iterator[Problem]:
    """The readings that are not in the unit of their measure, or where it states none of the first of them."""
    wanted, name = _unit_of(measure)
    for number, reading in enumerate(measure.readings):
        if not _compare(reading.value.unit, wanted):
            figure = _reading(measure, number)
            yield _problem(figure, name, "write all of them in one unit", _with_unit(figure, measure, calendar))


def _of_measure(first: _Figure, unit: str, measure: Measure, calendar: Calendar) -> Iterator[Problem]:
    """What a target is to reach in another unit than its measure: told once, and not of every reading.

    Of a reading alone nobody knows which of the two is wrong, so that the later one is told.
    """
    wanted, name = _unit_of(measure)
    if (measure.readings or measure.unit) and not _compare(unit, wanted):
        if measure.read_unit is None and len(measure.readings) == 1:
            yield _problem(_reading(measure, 0), f'{first.name}, "{first.figure}"', "write both in one unit")
        else:
            yield _problem(first, name, "write both in one unit", _with_unit(first, measure, calendar))


def _with_unit(figure: _Figure, measure: Measure, calendar: Calendar) -> str:
    """A figure that has no unit with that of its measure; empty where it has one, or where it cannot be written so."""
    wanted, _ = _unit_of(measure)
    unit = measure.unit or wanted
    text = f"{figure.figure}{unit}" if unit == PER_CENT else f"{figure.figure} {unit}"
    try:
        is_read = not figure.figure.unit and calendar.quantity(text).unit == wanted
    except QuantityError:
        is_read = False
    return text if is_read else ""


def _unit_of(measure: Measure) -> tuple[str, str]:
    """The unit of a measure, which is that of its first reading where it states none, and what has it."""
    if measure.read_unit is not None or not measure.readings:
        return measure.read_unit or "", f'the unit of the measure, "{measure.unit}"'
    return measure.readings[0].value.unit, f'the first reading, "{measure.readings[0].value}"'


def _reading(measure: Measure, number: int) -> _Figure:
    reading = measure.readings[number]
    at = Address("measures", measure.id, ("readings", number, "value"))
    return _Figure(at, f"the reading of {reading.at}", reading.value)


def _problem(figure: _Figure, other: str, help_text: str, instead: str = "") -> Problem:
    message = f'{figure.name}, "{figure.figure}", does not compare with {other}'
    if not instead:
        return Problem(figure.at, message, help_text)
    write = f'write "{instead}"'
    remedies = (Rewrite(write, safe=False, at=figure.at, text=instead),)
    return Problem(figure.at, message, f"{write} if that is meant; else {help_text}", remedies=remedies)


def _compare(one: str, other: str) -> bool:
    return is_rate(one) == is_rate(other) and common_unit(one, other) is not None


def _figures(target: Target) -> Iterator[_Figure]:
    """Every figure of a target: first the one that says what the others are to be in."""
    at = Address("targets", target.id)
    if target.target is not None:
        yield _Figure(at.at("target"), "the target", target.target)
    if target.baseline is not None:
        yield _Figure(at.at("baseline", "value"), "the baseline", target.baseline.value)
    for number, point in enumerate(target.trajectory):
        yield _Figure(at.at("trajectory", number, "target"), f"the point of {point.due}", point.target)


RULE = Rule(
    code="JFP409",
    name="unit-mismatch",
    severity=Severity.ERROR,
    what="A baseline, a trajectory, a target and its readings are not all in one unit.",
    why="Figures in two units cannot be compared, so the target would silently stay without progress. An error: one of "
    "the figures is wrong, or lacks its unit. A count does not compare with a rate such as 2.5 per 1,000.",
    bad="""
--- sections/access.yaml
targets:
  - id: first-appointments
    statement: Appointments within two weeks
    measure: first-appointments
    better: higher
    baseline: {value: "88", at: March 2025}  # <--
    target: 90%
    due: March 2026
  - id: vaccinated
    statement: More children vaccinated
    measure: vaccinated
    better: higher
    target: "0.95"  # <--
    due: March 2026
--- measures/first-appointments.yaml
title: Appointments within two weeks
readings:
  - {at: June 2025, value: 89%}
  - {at: July 2025, value: 9 days}  # <--
--- measures/vaccinated.yaml
readings:
  - {at: June 2025, value: 91%}
  - {at: July 2025, value: 92%}
""",
    good="""
--- sections/access.yaml
targets:
  - id: first-appointments
    statement: Appointments within two weeks
    measure: first-appointments
    better: higher
    baseline: {value: 88%, at: March 2025}
    trajectory: [{target: +1 percentage point, due: September 2025}]
    target: 90%
    due: March 2026
  - id: longest-wait
    statement: A shorter longest wait
    better: lower
    baseline: {value: 70 weeks, at: March 2025}
    target: 360 days
    due: March 2026
--- measures/first-appointments.yaml
title: Appointments within two weeks
readings:
  - {at: June 2025, value: 89%}
""",
    check=_check,
)
