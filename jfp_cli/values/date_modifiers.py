"""Words that take a part of a period: early, mid, late, start of, end of, first week of, week commencing."""

from collections.abc import Callable

from jfp_cli.values import periods
from jfp_cli.values.periods import EARLY, LATE, MID, DateError, Period, Precision

Change = Callable[[Period], Period]


def _third(which: int) -> Change:
    return lambda period: periods.third(period, which)


def _half(which: int) -> Change:
    return lambda period: periods.half_of(period, which)


def _week(which: int) -> Change:
    return lambda period: periods.week_of(period, which)


def _modifiers() -> dict[tuple[str, ...], Change]:
    phrases: dict[str, Change] = {
        "early|early in|early part": _third(EARLY),
        "mid|middle|mid way through|midway through": _third(MID),
        "late|late in|latter part|later part": _third(LATE),
        "start|beginning|first day|1 day|early start": periods.first_day,
        "end|close|last day|final day|month end|quarter end|very end": periods.last_day,
        "first half|1 half": _half(1),
        "second half|2 half|latter half|last half": _half(2),
        "first week|1 week": _week(1),
        "second week|2 week": _week(2),
        "third week|3 week": _week(3),
        "fourth week|4 week": _week(4),
        "last week|final week": _week(0),
        "w / c|wc|w / b|week commencing|week beginning|week starting|wk commencing|week": periods.week_from,
        "w / e|week ending|week to|wk ending": periods.week_to,
        "year end|year - end|yearend": _year_end,
        "year to|year ending|year ended": periods.year_to,
    }
    return {tuple(p.split()): change for alternatives, change in phrases.items() for p in alternatives.split("|")}


def from_one_to_other(earlier: Change, later: Change) -> Change:
    """Make one change of two: "mid to late"."""

    def change(period: Period) -> Period:
        first, last = earlier(period).first, later(period).last
        if last < first:
            raise DateError("ends before it starts; write the earlier part first")
        return Period(first, last, Precision.SPAN)

    return change


def _year_end(period: Period) -> Period:
    if period.precision is Precision.BARE_YEAR:
        year = period.first.year
        raise DateError(
            "could be the calendar year or the financial year; "
            f'write "31 December {year}" or "end of {periods.financial_year_name(year - 1)}"'
        )
    return periods.last_day(period)


MODIFIERS = _modifiers()
THIRDS = frozenset({"early", "mid", "late"})
FINANCIAL_YEAR_ENDS = {("financial", "year", w) for w in ("end", "ending", "ended")} | {
    ("fye",),
    ("fy", "end"),
}
LONGEST_MODIFIER = max(map(len, MODIFIERS))
