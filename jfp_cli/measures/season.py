"""Whether a monthly measure follows a pattern of twelve months, which is pointed out and never adjusted for.

Years are compared by Friedman's test of ranks with the F of Iman and Davenport (1980): within each year of the latest
stretch its months are ranked, and a month that always ranks alike speaks for a season. A straight line is taken out
first, since a measure that only rises ranks its months alike too.
"""

from collections.abc import Sequence
from typing import NamedTuple

from jfp_cli.measures.spc import Chart, Judged
from jfp_cli.measures.spc.points import in_whole_numbers

YEAR = 12
LEAST = 2  # whole years

# By chance one measure in a hundred reaches them: the upper 1% of F with 11 and 11 (years - 1) degrees of freedom.
_CRITICAL = (4.47, 3.19, 2.85, 2.69, 2.59, 2.53, 2.49, 2.46, 2.44, 2.42)


class Season(NamedTuple):
    """A pattern of twelve months: the number of the month that ranks highest over the years, and of the lowest."""

    highest: int
    lowest: int


def season(chart: Chart) -> Season | None:
    """The pattern of twelve months in the latest stretch; None without one, or without two whole years, month by month.

    Years are counted back from the last point; one with a missing month does not count.
    """
    last = chart.latest
    if last is None:
        return None
    months = _by_month([judged for judged in chart.points if judged.stretch == last.stretch and judged.variation])
    years = _years(months)
    if len(years) < LEAST:
        return None
    sums = [sum(ranked) for ranked in zip(*years, strict=True)]
    if _f(years, sums) <= _CRITICAL[min(len(years), len(_CRITICAL) + 1) - LEAST]:
        return None
    first = max(months) + 1
    highest, lowest = ((first + sums.index(most(sums))) % YEAR + 1 for most in (max, min))
    return Season(highest, lowest)


def _by_month(points: Sequence[Judged]) -> dict[int, int]:
    """How far each month's value stands from the straight line through all, times a number that is the same for all.

    Nothing where two are of one month.
    """
    whole, _ = in_whole_numbers(judged.point for judged in points)
    months = (judged.point.at.year * YEAR + judged.point.at.month - 1 for judged in points)
    values = dict(zip(months, whole, strict=True))
    if len(values) < len(points):
        return {}
    start, count, total = min(values), len(values), sum(values.values())
    steps = {month: month - start for month in values}
    along = sum(steps.values())
    wide = count * sum(step * step for step in steps.values()) - along * along
    slope = count * sum(steps[month] * value for month, value in values.items()) - along * total
    return {month: value * wide - slope * steps[month] for month, value in values.items()}


def _years(months: dict[int, int]) -> list[list[int]]:
    """The ranks within each whole year."""
    if not months:
        return []
    ends = range(max(months), min(months) + YEAR - 2, -YEAR)
    years = [[months.get(month) for month in range(end - YEAR + 1, end + 1)] for end in ends]
    return [_ranks([value for value in year if value is not None]) for year in years if None not in year]


def _ranks(values: Sequence[int]) -> list[int]:
    """Twice the rank of each value, those of equal ones shared among them."""
    return [sum(other < value for other in values) + sum(other <= value for other in values) + 1 for value in values]


def _f(years: Sequence[Sequence[int]], sums: Sequence[int]) -> float:
    """The F of Iman and Davenport from twice the ranks, corrected for equal ones."""
    count = len(years)
    middle = count * (count * YEAR * (YEAR + 1) ** 2)
    between = sum(rank * rank for rank in sums) - middle
    every = count * sum(rank * rank for year in years for rank in year) - middle
    left = every - between
    if between == 0:
        return 0.0
    return (count - 1) * between / left if left else float("inf")
