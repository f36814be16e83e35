"""Portions of a period: its early, mid or late third, a half, a week, its first or last day.

A portion that a period has not, such as the early part of a day, is None.
"""

from datetime import timedelta

from jfp_cli.values.dates.periods import (
    MONTHS_A_HALF,
    MONTHS_A_YEAR,
    ONE_DAY,
    Period,
    Precision,
    length_in_months,
    run_of_months,
    shift,
    single_day,
)

EARLY, MID, LATE = range(3)
_THIRDS = {Precision.SEASON: Precision.PART_OF_SEASON, Precision.QUARTER: Precision.MONTH}


def third(period: Period, which: int) -> Period | None:
    """The early, mid or late part: ten days of a month, or a third of a longer period's months."""
    months = length_in_months(period)
    if months == 1:
        first = period.first + timedelta(days=10 * which)
        last = period.last if which == LATE else first + timedelta(days=9)
        return Period(first, last, Precision.PART_OF_MONTH)
    step, rest = divmod(months, 3)
    if months == 0 or rest or months > MONTHS_A_YEAR:
        return None
    first = shift(period.first, step * which)
    return run_of_months(first.year, first.month, step, _THIRDS.get(period.precision, Precision.PART_OF_YEAR))


def half_of(period: Period, which: int) -> Period | None:
    """The first or second half of a month or a year."""
    months = length_in_months(period)
    if months == 1:
        middle = period.first + timedelta(days=14)
        ends = (period.first, middle) if which == 1 else (middle + ONE_DAY, period.last)
        return Period(*ends, Precision.PART_OF_MONTH)
    if months != MONTHS_A_YEAR:
        return None
    first = shift(period.first, MONTHS_A_HALF * (which - 1))
    return run_of_months(first.year, first.month, MONTHS_A_HALF, Precision.HALF)


def week_of(period: Period, which: int) -> Period | None:
    """The first to fourth seven days of a month, or, for 0, its last seven."""
    if length_in_months(period) != 1:
        return None
    first = period.first + timedelta(days=7 * (which - 1)) if which else period.last - timedelta(days=6)
    return Period(first, min(first + timedelta(days=6), period.last), Precision.WEEK)


def week_from(period: Period) -> Period | None:
    """The seven days that begin on a day."""
    if period.precision is not Precision.DAY:
        return None
    return Period(period.first, period.first + timedelta(days=6), Precision.WEEK)


def week_to(period: Period) -> Period | None:
    """The seven days that end on a day."""
    if period.precision is not Precision.DAY:
        return None
    return Period(period.last - timedelta(days=6), period.last, Precision.WEEK)


def year_to(period: Period) -> Period:
    """The twelve months that end with a period."""
    first = shift(period.last + ONE_DAY, -MONTHS_A_YEAR)
    return Period(first, period.last, Precision.SPAN)


def first_day(period: Period) -> Period:
    """The day on which a period begins."""
    return single_day(period.first)


def last_day(period: Period) -> Period:
    """The day on which a period ends."""
    return single_day(period.last)
