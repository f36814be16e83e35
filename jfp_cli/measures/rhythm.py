"""How often a measure is read, and when it is to be read next."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise

from jfp_cli.model.measure import Every

DELAYS: Mapping[Every, str] = {"week": "2 weeks", "month": "2 months", "quarter": "3 months", "year": "6 months"}
"""How long the reading of a week, a month, a quarter or a year may usually take once that is over."""

APART: Mapping[Every, int] = {"week": 10, "month": 45, "quarter": 135, "year": 540}
"""Days between two readings above which one is missing between them."""

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def next_reading(every: Every, last: date) -> date:
    """The last day of what the reading after one is of: a week later, else the end of the month, quarter or year after.

    `last` is the last day of what the one before is of.
    """
    if every == "week":
        return last + timedelta(weeks=1)
    year, month = divmod(last.year * 12 + last.month - 1 + _MONTHS[every], 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def rhythm(days: Iterable[date]) -> Every:
    """How often is read what was read on these days, for a measure that does not say it: a month where nothing tells.

    Most of them follow one another so. What is read twice a year has a reading in every other quarter.
    """
    steps = sorted((later - earlier).days for earlier, later in pairwise(sorted(set(days))))
    usual = steps[(len(steps) - 1) // 2] if steps else APART["month"]
    if usual <= APART["month"]:
        return "week" if usual <= APART["week"] else "month"
    return "quarter" if usual <= 2 * APART["quarter"] else "year"


def period(day: date, every: Every) -> int:
    """The number of the week, month, quarter or year that a day lies in."""
    if every == "week":
        return day.toordinal() // 7
    return (day.year * 12 + day.month - 1) // _MONTHS[every]
