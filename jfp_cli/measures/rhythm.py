"""When a measure is to be read next, by how often it is read."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from jfp_cli.model.measure import Every

DELAYS: Mapping[Every, str] = {"week": "2 weeks", "month": "2 months", "quarter": "3 months", "year": "6 months"}
"""How long the reading of a week, a month, a quarter or a year may usually take once that is over."""

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def next_reading(every: Every, last: date) -> date:
    """The last day of what the reading after one is of: a week later, else the end of the month, quarter or year after.

    `last` is the last day of what the one before is of.
    """
    if every == "week":
        return last + timedelta(weeks=1)
    year, month = divmod(last.year * 12 + last.month - 1 + _MONTHS[every], 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])
