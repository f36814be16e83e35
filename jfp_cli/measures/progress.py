"""How far a target is: its latest reading against its figure, its date and the line that leads there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from jfp_cli.measures.line import Ends, direction, ends, level, line
from jfp_cli.model.target import Better, Reading, Target

State = Literal["met", "on_track", "off_track", "missed", "no_reading", "not_measurable"]
STATES: tuple[State, ...] = ("met", "on_track", "off_track", "missed", "no_reading", "not_measurable")


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a target stands: its state, its latest reading, and what the line asks for then, in the reading's unit."""

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
    way = line(target)
    expected = way.height(latest.day, latest.value.unit) if way else None
    if expected is None:
        return Progress("not_measurable", latest)
    as_good = _as_good(Fraction(latest.value.value), expected, ends(goal, latest.value.unit), better)
    return Progress("on_track" if as_good else "off_track", latest, expected)


def latest_reading(readings: Iterable[Reading], day: date) -> Reading | None:
    """The last reading that was begun by a day; of two that end on one day, the one that was written later."""
    taken = [reading for reading in readings if reading.at.first <= day]
    return max(reversed(taken), key=lambda reading: reading.day, default=None)


def _as_good(value: Fraction, expected: Fraction, goal: Ends | None, better: Better | None) -> bool:
    if better == "lower":
        return value <= expected
    if better == "higher":
        return value >= expected
    return goal is not None and goal.misses_by(value) <= goal.misses_by(expected)
