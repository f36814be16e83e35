"""A target that is to be reached again each financial year, against the reading that closed the year before."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from jfp_cli.measures.line import ends
from jfp_cli.model.measure import Reading
from jfp_cli.model.target import Target
from jfp_cli.values.figures import Better, Quantity, QuantityError

_QUARTER, _MONTH = timedelta(days=90), timedelta(days=31)


class Year(NamedTuple):
    """A financial year of such a target: its last day and the next one's, where it begins and what it must reach.

    `base` is None where nothing closed the year before and the goal is a level, which needs none.
    """

    end: date
    next_end: date
    start: date
    base: Quantity | None
    goal: Quantity

    def height(self, day: date, unit: str, better: Better | None) -> Fraction | None:
        """Where the straight line through the year stands on a day, in a unit; None where that does not compare."""
        base, goal = ends(self.base, unit) if self.base else None, ends(self.goal, unit)
        if base is None or goal is None:
            return None
        reach = goal.near(base.low, better)
        return base.low + (reach - base.low) * Fraction((day - self.start).days, (self.end - self.start).days)


def yearly(target: Target, readings: Iterable[Reading], latest: Reading, year_starts: int) -> Year | None:
    """The year of the latest reading; None where the goal is a change and nothing closed the year before."""
    end = year_end(latest.day, year_starts)
    before = year_end(end - timedelta(days=370), year_starts)
    base = _closing(target, readings, before, year_starts)
    figure = target.target
    if figure is None or (base is None and figure.change):
        return None
    try:
        goal = figure.against(base) if base and figure.change else figure
    except QuantityError:
        return None
    return Year(end, year_end(end + timedelta(days=1), year_starts), before, base, goal)


def year_end(day: date, year_starts: int) -> date:
    """The last day of the financial year that a day is in."""
    year = day.year + (day.month >= year_starts > 1)
    return date(year + (year_starts == 1), year_starts, 1) - timedelta(days=1)


def _closing(target: Target, readings: Iterable[Reading], end: date, year_starts: int) -> Quantity | None:
    """The figure that closed the financial year that ends on a day: the last of its last quarter, else the baseline."""
    inside = [reading for reading in readings if end - _QUARTER < reading.day <= end]
    if inside:
        return max(reversed(inside), key=lambda reading: reading.day).value
    baseline = target.baseline
    if baseline is None or baseline.at is None or baseline.value.change:
        return None
    day = baseline.at.last or baseline.at.first
    # A baseline of the year's first days, such as 1 April, closed the year before.
    is_close = year_end(day, year_starts) == end or end < day <= end + _MONTH
    return baseline.value if is_close else None
