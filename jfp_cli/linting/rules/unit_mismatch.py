"""JFP409 unit-mismatch."""

from collections.abc import Iterator
from typing import NamedTuple

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import is_rate
from jfp_cli.model.measure import Measure
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.figures import PER_CENT, Change, Quantity, common_unit
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
    told: set[Address] = set()  # readings that several targets are judged by
    for measure in subject.plan.measures.values():
        for problem in _of_readings(measure):
            told.add(problem.at)
            yield problem
    for target in subject.targets:
        units = [
            (figure, figure.measured_in)
            for figure in _figures(target, subject.plan.measure_of(target))
            if figure.measured_in is not None
        ]
        for figure, unit in units[1:]:
            first, wanted = units[0]
            if unit is not None and wanted is not None and not _compare(unit, wanted) and figure.at not in told:
                told.add(figure.at)
                yield Problem(
                    figure.at,
                    f'{figure.name}, "{figure.figure}", does not compare with {first.name}, "{first.figure}"',
                    "write both in one unit",
                )


def _of_readings(measure: Measure) -> Iterator[Problem]:
    """The readings that are not in the unit of their measure, or where it states none of the first of them."""
    wanted, name = measure.read_unit, f'the unit of the measure, "{measure.unit}"'
    for number, reading in enumerate(measure.readings):
        if wanted is None:
            wanted, name = reading.value.unit, f'the first reading, "{reading.value}"'
        elif not _compare(reading.value.unit, wanted):
            yield Problem(
                Address("measures", measure.id, ("readings", number, "value")),
                f'the reading of {reading.at}, "{reading.value}", does not compare with {name}',
                "write all of them in one unit",
            )


def _compare(one: str, other: str) -> bool:
    return is_rate(one) == is_rate(other) and common_unit(one, other) is not None


def _figures(target: Target, measure: Measure | None) -> Iterator[_Figure]:
    """Every figure of a target: first the one that says what the others are to be in."""
    at = Address("targets", target.id)
    if target.target is not None:
        yield _Figure(at.at("target"), "the target", target.target)
    if target.baseline is not None:
        yield _Figure(at.at("baseline", "value"), "the baseline", target.baseline.value)
    for number, point in enumerate(target.trajectory):
        yield _Figure(at.at("trajectory", number, "target"), f"the point of {point.due}", point.target)
    for number, reading in enumerate(measure.readings if measure else ()):
        place = Address("measures", measure.id if measure else "", ("readings", number, "value"))
        yield _Figure(place, f"the reading of {reading.at}", reading.value)


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
--- measures/first-appointments.yaml
title: Appointments within two weeks
readings:
  - {at: June 2025, value: 89%}
  - {at: July 2025, value: 9 days}  # <--
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
