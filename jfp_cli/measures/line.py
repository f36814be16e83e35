"""A target's line: straight from its baseline through its trajectory to the target, exactly."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from jfp_cli.model.target import Target
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Better, Comparison, Quantity, QuantityError, common_unit

_DIRECTIONS: dict[Comparison, Better] = {
    Comparison.AT_LEAST: "higher",
    Comparison.MORE_THAN: "higher",
    Comparison.AT_MOST: "lower",
    Comparison.UNDER: "lower",
    Comparison.EXACTLY: "exactly",
}


class Ends(NamedTuple):
    """A figure from its lower to its upper end, which are the same for a single figure."""

    low: Fraction
    high: Fraction

    def misses_by(self, value: Fraction) -> Fraction:
        """How far a value lies outside."""
        return max(self.low - value, value - self.high, Fraction(0))

    def near(self, start: Fraction, better: Better | None) -> Fraction:
        """The end that a line reaches first which comes from a height."""
        from_above = better == "lower" or (better != "higher" and start > self.high)
        return self.high if from_above else self.low


class Point(NamedTuple):
    """A figure of the line as it is written, the level that it means, and by when it is to be reached."""

    kind: Literal["baseline", "trajectory", "target"]
    written: Quantity
    level: Quantity
    at: PlanDate

    @property
    def day(self) -> date:
        """The last day of its date; the first of an open one."""
        return self.at.last or self.at.first


@dataclass(frozen=True, slots=True)
class Line:
    """The points of a line in order of time.

    It is not `whole` where a figure on the way has no level or a date to be kept has no last day: then nothing can be
    held to it.
    """

    points: tuple[Point, ...]
    better: Better | None
    whole: bool

    @property
    def unit(self) -> str | None:
        """The unit of all its levels; None where they differ."""
        units = {point.level.unit for point in self.points}
        return units.pop() if len(units) == 1 else None

    def height(self, day: date, unit: str) -> Fraction | None:
        """The height on a day in a unit; None where there is no line then, or none in that unit.

        After its last day it stays where it ends.
        """
        day = min(day, self.points[-1].day)
        for (start, low), (end, high) in pairwise(self._heights(unit) if self.whole else ()):
            if start <= day <= end and start < end:
                return low + (high - low) * Fraction((day - start).days, (end - start).days)
        return None

    def _heights(self, unit: str) -> list[tuple[date, Fraction]]:
        """The height at each point, of ranges the end that is reached first; none where a unit does not compare."""
        heights: list[tuple[date, Fraction]] = []
        for point in self.points:
            reach = ends(point.level, unit)
            if reach is None:
                return []
            start = heights[0][1] if heights else reach.low
            heights.append((point.day, reach.near(start, self.better)))
        return heights


def line(target: Target) -> Line | None:
    """The line of a target; None where its figure has no level or no date."""
    goal, due = level(target, target.target), target.due
    if target.target is None or goal is None or due is None:
        return None
    way = list(_way(target))
    points = [point for point in way if point is not None]
    points.append(Point("target", target.target, goal, due))
    whole = None not in way and all(point.at.last for point in points if point.kind != "baseline")
    return Line(tuple(sorted(points, key=lambda point: point.day)), direction(target), whole)


def _way(target: Target) -> Iterator[Point | None]:
    """What stands before the target; None for a figure without a level."""
    baseline = target.baseline
    if baseline and baseline.at:
        yield Point("baseline", baseline.value, baseline.value, baseline.at)
    for step in target.trajectory:
        height = level(target, step.target)
        yield Point("trajectory", step.target, height, step.due) if height else None


def level(target: Target, figure: Quantity | None) -> Quantity | None:
    """A figure as a level: a change is worked out against the baseline; None where there is none to work from."""
    if figure is None or figure.change is None:
        return figure
    try:
        return figure.against(target.baseline.value) if target.baseline else None
    except QuantityError:
        return None


def direction(target: Target) -> Better | None:
    """Which way is better: as the figure's comparison says, else as stated, else as the sign of its change says."""
    figure = target.target
    if figure is not None and figure.comparison:
        return _DIRECTIONS[figure.comparison]
    if target.better is None and figure is not None and figure.change:
        return "lower" if figure.value < 0 else "higher"
    return target.better


def ends(figure: Quantity, unit: str) -> Ends | None:
    """The ends of a figure in another unit, exactly; None where the two units do not compare."""
    units = common_unit(figure.unit, unit)
    if units is None:
        return None
    _, own, other = units
    low = Fraction(figure.value) * own / other
    return Ends(low, low if figure.upper is None else Fraction(figure.upper) * own / other)
