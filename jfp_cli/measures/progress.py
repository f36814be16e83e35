"""How far a target is: its latest reading against its figure, its date and the line that leads there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from jfp_cli.model.target import Better, Reading, Target
from jfp_cli.values.figures import Comparison, Quantity, QuantityError, common_unit

State = Literal["met", "on_track", "off_track", "missed", "no_reading", "not_measurable"]
STATES: tuple[State, ...] = ("met", "on_track", "off_track", "missed", "no_reading", "not_measurable")
_DIRECTIONS: dict[Comparison, Better] = {
    Comparison.AT_LEAST: "higher",
    Comparison.MORE_THAN: "higher",
    Comparison.AT_MOST: "lower",
    Comparison.UNDER: "lower",
    Comparison.EXACTLY: "exactly",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a target stands: its state, its latest reading, and what the line asks for then, in the reading's unit."""

    state: State
    latest: Reading | None = None
    expected: Fraction | None = None


class _Ends(NamedTuple):
    """A figure from its lower to its upper end, which are the same for a single figure."""

    low: Fraction
    high: Fraction

    def misses_by(self, value: Fraction) -> Fraction:
        return max(self.low - value, value - self.high, Fraction(0))


def progress(target: Target, readings: Iterable[Reading], day: date) -> Progress:
    """A target's progress as of a day.

    `met`: the latest reading reaches the target. `missed`: its date is past and it does not. Before that, `on_track`
    is a reading at least as good as the straight line from the baseline through the trajectory to the target, on the
    reading's last day. `not_measurable`: there is no figure, no direction, no common unit, or no line to hold it to.
    """
    latest = latest_reading(readings, day)
    goal = level(target, target.target)
    better = direction(target)
    if goal is None or (better is None and goal.upper is None):
        return Progress("not_measurable", latest)
    if latest is None:
        return Progress("no_reading")
    met = goal.is_met_by(latest.value, better)
    if met is None:
        return Progress("not_measurable", latest)
    if met:
        return Progress("met", latest)
    if target.due is None:
        return Progress("not_measurable", latest)
    if target.due.overdue(day):
        return Progress("missed", latest)
    expected = _expected(target, goal, latest)
    if expected is None:
        return Progress("not_measurable", latest)
    as_good = _as_good(Fraction(latest.value.value), expected, _ends(goal, latest.value.unit), better)
    return Progress("on_track" if as_good else "off_track", latest, expected)


def latest_reading(readings: Iterable[Reading], day: date) -> Reading | None:
    """The last reading that was begun by a day; of two that end on one day, the one that was written later."""
    taken = [reading for reading in readings if reading.at.first <= day]
    return max(reversed(taken), key=_last_day, default=None)


def direction(target: Target) -> Better | None:
    """Which way is better: as the figure's comparison says, else as stated, else as the sign of its change says."""
    figure = target.target
    if figure is not None and figure.comparison:
        return _DIRECTIONS[figure.comparison]
    if target.better is None and figure is not None and figure.change:
        return "lower" if figure.value < 0 else "higher"
    return target.better


def _last_day(reading: Reading) -> date:
    return reading.at.last or reading.at.first


def level(target: Target, figure: Quantity | None) -> Quantity | None:
    """A figure as a level: a change is worked out against the baseline; None where there is none to work from."""
    if figure is None or figure.change is None:
        return figure
    try:
        return figure.against(target.baseline.value) if target.baseline else None
    except QuantityError:
        return None


def _expected(target: Target, goal: Quantity, latest: Reading) -> Fraction | None:
    """The height of the line on the reading's last day; None where there is no line then, or none in its unit."""
    points = _points(target, goal)
    if points is None:
        return None
    # A reading whose period runs past the target's date is held to the line's end.
    day = min(_last_day(latest), points[-1][0])
    heights: list[tuple[date, Fraction]] = []
    for at, figure in points:
        ends = _ends(figure, latest.value.unit)
        if ends is None:
            return None
        start = heights[0][1] if heights else ends.low
        heights.append((at, _near_end(ends, start, direction(target))))
    for (start_day, low), (end_day, high) in pairwise(heights):
        if start_day <= day <= end_day and start_day < end_day:
            return low + (high - low) * Fraction((day - start_day).days, (end_day - start_day).days)
    return None


def _points(target: Target, goal: Quantity) -> list[tuple[date, Quantity]] | None:
    """The line's points in order of time, each on the last day of its date; None where one has no day or no level."""
    points: list[tuple[date, Quantity]] = []
    if target.baseline and target.baseline.at and not target.baseline.value.change:
        at = target.baseline.at
        points.append((at.last or at.first, target.baseline.value))
    for point in target.trajectory:
        figure = level(target, point.target)
        if figure is None or point.due.last is None:
            return None
        points.append((point.due.last, figure))
    if target.due is None or target.due.last is None:
        return None
    points.append((target.due.last, goal))
    return sorted(points, key=lambda point: point[0])


def _ends(figure: Quantity, unit: str) -> _Ends | None:
    """The ends of a figure in another unit, exactly; None where the two units do not compare."""
    units = common_unit(figure.unit, unit)
    if units is None:
        return None
    _, own, other = units
    low = Fraction(figure.value) * own / other
    return _Ends(low, low if figure.upper is None else Fraction(figure.upper) * own / other)


def _near_end(ends: _Ends, start: Fraction, better: Better | None) -> Fraction:
    """The end of a range that the line reaches first."""
    from_above = better == "lower" or (better != "higher" and start > ends.high)
    return ends.high if from_above else ends.low


def _as_good(value: Fraction, expected: Fraction, level: _Ends | None, better: Better | None) -> bool:
    if better == "lower":
        return value <= expected
    if better == "higher":
        return value >= expected
    return level is not None and level.misses_by(value) <= level.misses_by(expected)
