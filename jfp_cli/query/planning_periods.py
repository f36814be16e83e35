"""The planning periods of a plan, and what falls into them."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta

from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError, PlanDate, Precision

_ONE_DAY = timedelta(days=1)


def periods_with_days(names: Iterable[str], calendar: Calendar) -> dict[str, PlanDate]:
    """Those of some planning periods that say from when to when they last, with their days."""
    periods: dict[str, PlanDate] = {}
    for name in names:
        with suppress(DateError):
            periods[name] = calendar.date(name)
    return periods


def is_outside(due: PlanDate, period: PlanDate) -> bool:
    """Whether all of a date is before or after a period; what is due on the day after it is done within it."""
    if due.last is not None and due.last < period.first:
        return True
    first = due.first - _ONE_DAY if due.precision is Precision.DAY else due.first
    return period.last is not None and first > period.last
