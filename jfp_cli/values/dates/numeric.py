"""Dates in figures alone: 31/01/2025, 31.1.25, 2025-01-31, 2026-03, 2026.03, 03/2026."""

from jfp_cli.values.dates.periods import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    MONTHS_A_YEAR,
    MOST_DAYS_A_MONTH,
    Period,
    check_year,
    day_of,
    days_in,
)
from jfp_cli.values.dates.vocabulary import DIVISION_WORDS, MONTH_NAMES, MONTHS
from jfp_cli.values.dates.weeks import week_at
from jfp_cli.values.dates.words import SHORT_DIGITS, YEAR_DIGITS, Words
from jfp_cli.values.dates.year_names import CENTURY, is_financial_after
from jfp_cli.values.dates.years import Year, financial_year_name
from jfp_cli.values.unclear import UnclearError


def numeric_at(words: Words, i: int) -> tuple[Period, int] | None:
    """A day, a week or a month in figures."""
    spaced = _spaced_day_at(words, i)
    if spaced:
        return spaced
    named = week_at(words, i) or _run_together_at(words, i) or _year_month_day_at(words, i)
    if named:
        return named
    mark = words.at(i + 1)
    if mark not in {"/", "-", "."} or not words.glued(i, 3) or i in words.ordinal:
        return None
    left, right, third = words.number(i), words.number(i + 2), words.number(i + 4)
    if left is None or right is None:
        return None
    if third is not None and words.at(i + 3) == mark and words.glued(i, 5):
        return _day_at(words, i)
    if words.digits(i, YEAR_DIGITS) is not None:
        return _year_and_month_at(words, i)
    if len(words.at(i)) > SHORT_DIGITS or not 1 <= left <= MONTHS_A_YEAR:
        return None
    if words.digits(i + 2, YEAR_DIGITS) is not None:
        return Year.calendar(right, words.year_starts).month(left), i + 3
    _refuse_month_and_short_year(words, i, left)
    return None


def is_numeric_at(words: Words, i: int) -> bool:
    """Whether a date in figures begins at `i`, be it a wrong one."""
    try:
        return numeric_at(words, i) is not None
    except UnclearError:
        return True


def _day_at(words: Words, i: int) -> tuple[Period, int] | None:
    day, month, year = (words.number(place) or 0 for place in (i, i + 2, i + 4))
    if words.digits(i, YEAR_DIGITS) is not None:
        if len(words.at(i + 4)) > SHORT_DIGITS:
            return None
        day, year = year, day
    elif len(words.at(i + 4)) == SHORT_DIGITS and (words.at(i + 1) != "." or not words.prose):
        year += CENTURY
    elif len(words.at(i + 4)) != YEAR_DIGITS:
        return None
    try:
        check_year(year)
        if not 1 <= month <= MONTHS_A_YEAR:
            raise _no_such_month(day, month, year)
        return day_of(year, month, day), i + 5
    except UnclearError as error:
        raise error.at(i, i + 5) from None


def _no_such_month(day: int, month: int, year: int) -> UnclearError:
    problem = f"has no month {month}: the day comes first"
    if 1 <= day <= MONTHS_A_YEAR and month <= MOST_DAYS_A_MONTH:
        return UnclearError(problem, f"{month:02}/{day:02}/{year}")
    return UnclearError(problem, further="write the day, then the month from 1 to 12, then the year")


def _year_and_month_at(words: Words, i: int) -> tuple[Period, int] | None:
    """2026-03 and 2026.03; with a slash, or with one digit, it may have been meant as a financial year."""
    year, month, digits = words.number(i) or 0, words.number(i + 2) or 0, len(words.at(i + 2))
    is_slash = words.at(i + 1) == "/"
    if words.at(i + 1) == "." and digits == SHORT_DIGITS and month == (year + 1) % 100 > MONTHS_A_YEAR:
        raise UnclearError("is not clear", financial_year_name(year), further="if that year is meant").at(i, i + 3)
    if digits > SHORT_DIGITS or not 1 <= month <= MONTHS_A_YEAR or _is_financial(words, i + 3):
        return None
    follows = month == (year + 1) % 10**digits
    if words.prose and (is_slash or words.at(i + 1) == "."):
        return None
    if is_slash and follows and digits == SHORT_DIGITS:
        return None
    name = f"{MONTH_NAMES[month - 1]} {check_year(year)}"
    if follows:
        financial = financial_year_name(year)
        why = f"could be {name} or the financial year {financial}"
        raise UnclearError(why, name, financial).at(i, i + 3)
    if digits == 1 or is_slash:
        raise UnclearError("is not clear", name, further="if that month is meant").at(i, i + 3)
    return Year.calendar(year, words.year_starts).month(month), i + 3


def _refuse_month_and_short_year(words: Words, i: int, month: int) -> None:
    """06/25: June 2025 to some, and 11/12 a financial year to others; a day without its year to nobody for certain."""
    short = words.digits(i + 2, SHORT_DIGITS)
    is_whole_month = len(words.at(i)) == SHORT_DIGITS or (words.at(i + 1) == "/" and (short or 0) > MONTHS_A_YEAR)
    is_two_and_two = short is not None and is_whole_month and words.at(i + 1) != "."
    if words.prose or not is_two_and_two or words.at(i + 3) in MONTHS or _is_financial(words, i + 3):
        return  # 11-12 March are days
    name = f"{MONTH_NAMES[month - 1]} {CENTURY + (short or 0)}"
    if short == month + 1:
        financial = financial_year_name(CENTURY + month)
        raise UnclearError(f"could be {name} or the financial year {financial}", name, financial).at(i, i + 3)
    raise UnclearError("has a year of two figures", name, further="if that month is meant").at(i, i + 3)


def _spaced_day_at(words: Words, i: int) -> tuple[Period, int] | None:
    """31 03 2026."""
    day, month = words.digits(i, SHORT_DIGITS), words.digits(i + 1, SHORT_DIGITS)
    year = words.digits(i + 2, YEAR_DIGITS)
    if words.prose or day is None or month is None or year is None or not 1 <= month <= MONTHS_A_YEAR:
        return None
    try:
        return day_of(check_year(year), month, day), i + 3
    except UnclearError as error:
        raise error.at(i, i + 3) from None


def _run_together_at(words: Words, i: int) -> tuple[Period, int] | None:
    """20260331, as file names have it."""
    figures = words.at(i)
    if words.prose or len(figures) != len("20260331") or not (figures.isascii() and figures.isdigit()):
        return None
    year, month, day = int(figures[:4]), int(figures[4:6]), int(figures[6:])
    if not (EARLIEST_YEAR <= year <= LATEST_YEAR and 1 <= month <= MONTHS_A_YEAR):
        return None
    return (day_of(year, month, day), i + 1) if 1 <= day <= days_in(year, month) else None


def _year_month_day_at(words: Words, i: int) -> tuple[Period, int] | None:
    """2026 March 31, and 2026-Mar-31."""
    year = words.digits(i, YEAR_DIGITS)
    if year is None or words.prose:
        return None
    j = i + 1 + (words.at(i + 1) in {"-", "/"})
    month = MONTHS.get(words.at(j))
    k = j + 1 + (words.at(j + 1) in {"-", "/"})
    day = words.number(k) if len(words.at(k)) <= SHORT_DIGITS else None
    is_next = words.at(k + 1) in MONTHS or (words.at(k + 1) in {"/", "."} and words.number(k + 2) is not None)
    if month is None or day is None or is_next:
        return None
    try:
        return day_of(check_year(year), month, day), k + 1
    except UnclearError as error:
        raise error.at(i, k + 1) from None


def _is_financial(words: Words, i: int) -> bool:
    """Whether what follows a year shows that it is a financial one."""
    return is_financial_after(words, i) or words.at(i) in DIVISION_WORDS
