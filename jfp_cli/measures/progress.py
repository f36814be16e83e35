"""How far a target is: its latest reading against its figure, its date and the line that leads there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from jfp_cli.model.target import Better, Reading, Target
from jfp_cli.values.quantity import Comparison, Quantity, QuantityError

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
    """Where a target stands: its state, its latest reading, and the value that the line asks for on that day."""

    state: State
    latest: Reading | None = None
    expected: Fraction | None = None


def progress(target: Target, readings: Iterable[Reading], day: date) -> Progress:
    """A target's progress as of a day.

    `met`: the latest reading reaches the target. `missed`: its date is past and it does not. Before that, `on_track`
    is a reading at least as good as the straight line from the baseline through the trajectory to the target, on the
    reading's last day. `not_measurable`: there is no figure, no direction, no common unit, or no line to hold it to.
    """
    latest = latest_reading(readings, day)
    level = _level(target, target.target)
    better = direction(target)
    if level is None or (better is None and level.upper is None):
        return Progress("not_measurable", latest)
    if latest is None:
        return Progress("no_reading")
    met = level.is_met_by(latest.value, better)
    if met is None:
        return Progress("not_measurable", latest)
    if met:
        return Progress("met", latest)
    if target.due is None:
        return Progress("not_measurable", latest)
    if target.due.last is not None and target.due.last < day:
        return Progress("missed", latest)
    expected = _expected(target, level, latest)
    if expected is None:
        return Progress("not_measurable", latest)
    return Progress("on_track" if _as_good(latest, expected, target, level) else "off_track", latest, expected)


def latest_reading(readings: Iterable[Reading], day: date) -> Reading | None:
    """The last reading that was begun by a day."""
    taken = [reading for reading in readings if reading.at.first <= day]
    return max(taken, key=lambda reading: reading.at.last or reading.at.first, default=None)


def direction(target: Target) -> Better | None:
    """Which way is better: as stated, else as the figure's comparison or the sign of its change says."""
    if target.better or target.target is None:
        return target.better
    if target.target.change:
        return "lower" if target.target.value < 0 else "higher"
    return _DIRECTIONS.get(target.target.comparison) if target.target.comparison else None


def _level(target: Target, figure: Quantity | None) -> Quantity | None:
    """A figure as a level: a change is worked out against the baseline; None where there is none to work from."""
    if figure is None or figure.change is None:
        return figure
    try:
        return figure.against(target.baseline.value) if target.baseline else None
    except QuantityError:
        return None


def _expected(target: Target, level: Quantity, latest: Reading) -> Fraction | None:
    """The height of the line on the reading's last day; None before it begins, after it ends or across units."""
    points: list[tuple[date, Quantity]] = []
    if target.baseline and target.baseline.at:
        points.append((target.baseline.at.last or target.baseline.at.first, target.baseline.value))
    for point in target.trajectory:
        figure = _level(target, point.target)
        if figure is None or point.due.last is None:
            return None
        points.append((point.due.last, figure))
    if target.due is None or target.due.last is None:
        return None
    points.append((target.due.last, level))
    if any(figure.unit != latest.value.unit for _, figure in points):
        return None
    day = latest.at.last or latest.at.first
    heights = [(at, Fraction(_near_end(figure, points[0][1]))) for at, figure in points]
    for (start, low), (end, high) in zip(heights, heights[1:], strict=False):
        if start <= day <= end and start < end:
            return low + (high - low) * Fraction((day - start).days, (end - start).days)
    return None


def _near_end(figure: Quantity, start: Quantity) -> Decimal:
    """The end of a range that the line reaches first; a single figure is its own end."""
    if figure.upper is None:
        return figure.value
    return figure.upper if start.value > figure.upper else figure.value


def _as_good(latest: Reading, expected: Fraction, target: Target, level: Quantity) -> bool:
    value = Fraction(latest.value.value)
    better = direction(target)
    if better == "lower":
        return value <= expected
    if better == "higher":
        return value >= expected
    end = Fraction(_near_end(level, target.baseline.value if target.baseline else level))
    return abs(value - end) <= abs(expected - end)
