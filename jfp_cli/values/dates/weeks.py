"""Weeks by their number, as ISO 8601 counts them: 2025-W10, 2025-W10-3."""

from datetime import date, timedelta

from jfp_cli.values.dates.periods import Period, Precision, check_year, single_day
from jfp_cli.values.dates.words import SHORT_DIGITS, YEAR_DIGITS, Words
from jfp_cli.values.unclear import UnclearError

_WEEK_WORDS = frozenset({"w", "week", "wk"})
_FIRST_DAY = "the day on which the week begins"


def week_at(words: Words, i: int) -> tuple[Period, int] | None:
    """A week, or a day of it; raises UnclearError where its number is not written as ISO 8601 has it."""
    _refuse_number_first(words, i)
    year = words.digits(i, YEAR_DIGITS)
    j = i + 1 + (words.at(i + 1) == "-")
    week = words.digits(j + 1, SHORT_DIGITS)
    if year is None or words.at(j) != "w" or week is None or not words.glued(i, j + 2 - i):
        return None
    end = j + 2
    day = words.digits(end + 1, 1) if words.at(end) == "-" and words.glued(j, 4) else None
    check_year(year)
    try:
        first = date.fromisocalendar(year, week, 1)
        if day is not None:
            return single_day(date.fromisocalendar(year, week, day)), end + 2
    except ValueError:
        weeks = date(year, 12, 28).isocalendar().week
        problem = f"has no such day: {year} has {weeks} weeks of seven days"
        raise UnclearError(problem, further=f"write {_FIRST_DAY}").at(i, end) from None
    return Period(first, first + timedelta(days=6), Precision.WEEK), end


def _refuse_number_first(words: Words, i: int) -> None:
    """Week 10 of 2025 may be counted from January or from April."""
    week, year = words.count(i + 1), words.digits(i + 2, YEAR_DIGITS)
    if words.at(i) not in _WEEK_WORDS or words.prose or week is None or year is None:
        return
    problem = "names a week by its number"
    if words.at(i + 3) in {"/", "-"}:
        raise UnclearError(problem, further=f"write {_FIRST_DAY}").at(i, i + 3)
    raise UnclearError(problem, f"{year}-W{week:02}", further=f"or {_FIRST_DAY}").at(i, i + 3)
