"""How far a target is: its readings against its figure, its date and the line that leads there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, get_args

from jfp_cli.measures.line import Ends, Line, direction, ends, level, line
from jfp_cli.measures.yearly import yearly
from jfp_cli.model.measure import Reading
from jfp_cli.model.target import Target
from jfp_cli.values.figures import Better, Quantity

if TYPE_CHECKING:
    from jfp_cli.model.plan import Plan

State = Literal[
    "met", "on_track", "off_track", "missed", "breached", "awaiting_reading", "no_reading", "not_measurable"
]
WORST_FIRST: tuple[State, ...] = (
    "breached",
    "missed",
    "off_track",
    "awaiting_reading",
    "no_reading",
    "not_measurable",
    "on_track",
    "met",
)
STATES: tuple[State, ...] = get_args(State)
"""The states in the order in which they are listed."""
NO_FIGURE = "it has no figure"
NO_LEVEL = "its figure is a change, and no baseline in the same unit says of what"
NO_DIRECTION = 'nothing says which way is better; add "better: lower", "higher" or "exactly"'
OTHER_UNIT = "its readings are in a unit that does not compare with its figure"
NO_DATE = 'it has no date; where every reading must meet it, add "hold: true"'
NO_BASELINE = 'no dated baseline says where its line begins; where every reading must meet it, add "hold: true"'
NO_LINE = "a figure or date on the way to it has no level or no end, so that there is no line to hold it to"
BEFORE_LINE = "its latest reading is older than the beginning of its line"
OTHER_LINE = "a figure on the way to it is in a unit that does not compare with its readings"
OTHER_PLACES = "its measure has readings of other places alone; name those that it is judged by under places:"
NO_CLOSED_YEAR = "no reading shows how an earlier financial year ended; record one to compare with"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a target stands: its state, its latest reading, and what the line asks for then, in the reading's unit.

    `reason` says in words why it is not measurable, or why readings that are there do not count. Of a standard
    `breaches` counts the readings that break it.
    """

    state: State
    latest: Reading | None = None
    expected: Fraction | None = None
    reason: str = ""
    breaches: int = 0

    @property
    def cause(self) -> str:
        """The reason without what its planner should write."""
        return self.reason.partition(";")[0]


def progress_in(plan: "Plan", target: Target, day: date, place: str | None = None) -> Progress:
    """A target's progress in a plan as of a day, its direction being its measure's where it states none.

    `place` is one of its places, of which alone it is to be told.
    """
    own = target.model_copy(update={"places": (place,)}) if place and len(target.places) > 1 else target
    return progress(plan.as_measured(own), plan.readings_of(own), day, plan.settings.year_starts)


def progress(target: Target, readings: Iterable[Reading], day: date, year_starts: int = 4) -> Progress:
    """A target's progress as of a day, by the readings of its measure.

    Where it names places that have readings it is judged by these, and the worst of them decides; else by the whole
    system's. `met`: the latest reading reaches the target. `missed`: its date is past, and the reading taken then or
    later does not; `awaiting_reading`: its date is past and nothing was measured since. Before that, `on_track` is a
    reading at least as good as the straight line from the baseline through the trajectory to the target, on the
    reading's last day. A standard is `met` or `breached` at its latest reading. `not_measurable` has its `reason`.
    """
    taken = [reading for reading in readings if reading.at.first <= day]
    series = [[reading for reading in taken if reading.place == place] for place in target.places]
    by_place = [one for one in series if one]
    whole = [reading for reading in taken if reading.place is None]
    found = [_of_series(target, one, day, year_starts) for one in by_place or [whole]]
    if taken and found == [Progress("no_reading")]:
        return Progress("no_reading", reason=OTHER_PLACES)
    return min(found, key=lambda one: (WORST_FIRST.index(one.state), -one.breaches, -_badness(target, one)))


def _badness(target: Target, now: Progress) -> Fraction:
    """What tells the worse of two places that stand alike: the latest figure, the way that is not better."""
    better = direction(target)
    if now.latest is None or better not in ("lower", "higher"):
        return Fraction(0)
    return Fraction(now.latest.value.value) * (1 if better == "lower" else -1)


def _of_series(target: Target, taken: Sequence[Reading], day: date, year_starts: int) -> Progress:
    latest = latest_reading(taken, day)
    missing = _missing(target)
    if missing:
        return Progress("not_measurable", latest, reason=missing)
    if latest is None:
        return Progress("no_reading")
    if target.each:
        return _each_year(target, taken, day, year_starts)
    goal = level(target, target.target)
    if goal is None:
        raise AssertionError("what lacks a level was told before")
    return _towards(target, goal, taken, latest, day)


def _missing(target: Target) -> str:
    """What a target lacks without which no reading can say how far it is; empty where it lacks nothing."""
    if target.target is None:
        return NO_FIGURE
    if not target.each and level(target, target.target) is None:
        return NO_LEVEL
    return NO_DIRECTION if direction(target) is None and target.target.upper is None else ""


def _towards(target: Target, goal: Quantity, taken: Sequence[Reading], latest: Reading, day: date) -> Progress:
    better = direction(target)
    met = goal.is_met_by(latest.value, better)
    if met is None:
        return Progress("not_measurable", latest, reason=OTHER_UNIT)
    begins = _from(target)
    if target.hold and (begins is None or begins <= day):
        return _held(target, taken, latest)
    if met:
        return Progress("met", latest)
    if target.due is None:
        return Progress("not_measurable", latest, reason=NO_DATE)
    if target.due.overdue(day):
        return Progress("missed" if _is_from(latest, target) else "awaiting_reading", latest)
    way = line(target)
    expected = way.height(latest.day, latest.value.unit) if way else None
    if expected is None and target.hold:
        return Progress("awaiting_reading", latest)  # it is judged from its date on, whatever leads there
    if expected is None:
        return Progress("not_measurable", latest, reason=_no_height(way, latest))
    as_good = _as_good(Fraction(latest.value.value), expected, ends(goal, latest.value.unit), better)
    return Progress("on_track" if as_good else "off_track", latest, expected)


def _no_height(way: Line | None, latest: Reading) -> str:
    """Why a line has no height at a reading."""
    if way is None or len(way.points) < 2:
        return NO_BASELINE
    if not way.whole:
        return NO_LINE
    return BEFORE_LINE if latest.day < way.points[0].day else OTHER_LINE


def _held(target: Target, taken: Iterable[Reading], latest: Reading) -> Progress:
    """Whether a standard holds, which is in force: every reading from its date on is judged."""
    goal, better = level(target, target.target), direction(target)
    judged = [reading for reading in taken if _is_from(reading, target)]
    if not judged:
        return Progress("awaiting_reading", latest)
    broken = [reading for reading in judged if goal is not None and goal.is_met_by(reading.value, better) is False]
    state: State = "breached" if latest in broken else "met"
    return Progress(state, latest, breaches=len(broken))


def _each_year(target: Target, taken: Sequence[Reading], day: date, year_starts: int) -> Progress:
    """Whether the figure is reached in the financial year of the latest reading, against the year before.

    Readings after the target's date say nothing of it.
    """
    better, due = direction(target), target.due.last if target.due else None
    within = [reading for reading in taken if due is None or reading.day <= due]
    latest = latest_reading(within, day)
    if latest is None:
        return Progress("no_reading")
    year = yearly(target, within, latest, year_starts)
    if year is None:
        return Progress("not_measurable", latest, reason=NO_CLOSED_YEAR)
    met = year.goal.is_met_by(latest.value, better)
    if met is None:
        return Progress("not_measurable", latest, reason=OTHER_UNIT)
    is_last = due is not None and year.end >= due
    if latest.day >= year.end or day > year.end:
        # The year is over. It was kept or not, if a reading closed it, until the next one is over too.
        is_known = met or latest.day >= (due if is_last and due else year.end)
        is_told = is_known and (is_last or day <= year.next_end)
        return Progress(("met" if met else "missed") if is_told else "awaiting_reading", latest)
    if met:
        return Progress("met", latest)
    expected = year.height(latest.day, latest.value.unit, better)
    if expected is None:
        return Progress("not_measurable", latest, reason=OTHER_UNIT if year.base else NO_CLOSED_YEAR)
    as_good = _as_good(Fraction(latest.value.value), expected, ends(year.goal, latest.value.unit), better)
    return Progress("on_track" if as_good else "off_track", latest, expected)


def _from(target: Target) -> date | None:
    """The day from which a reading says whether a target is kept: the last of its date, the first of an open one."""
    return (target.due.last or target.due.first) if target.due else None


def _is_from(reading: Reading, target: Target) -> bool:
    begins = _from(target)
    return begins is None or reading.day >= begins


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
