"""Dates in figures alone: 31/01/2025, 31.1.25, 2025-01-31, 2026-03, 03/2026."""

from jfp_cli.values.dates.periods import MONTHS_A_YEAR, MOST_DAYS_A_MONTH, DateError, Period, check_year, day_of
from jfp_cli.values.dates.vocabulary import DIVISION_WORDS, MONTH_NAMES
from jfp_cli.values.dates.words import SHORT_DIGITS, YEAR_DIGITS, Words
from jfp_cli.values.dates.year_names import CENTURY, year_kind_at
from jfp_cli.values.dates.years import Year, financial_year_name


def numeric_at(words: Words, i: int) -> tuple[Period, int] | None:
    """A day or a month in figures."""
    mark = words.at(i + 1)
    if mark not in {"/", "-", "."} or not words.glued(i, 3) or i in words.ordinal:
        return None
    left, right, third = words.number(i), words.number(i + 2), words.number(i + 4)
    if left is None or right is None:
        return None
    if third is not None and words.at(i + 3) == mark and words.glued(i, 5):
        return _day_at(words, i)
    if words.digits(i, YEAR_DIGITS) is not None and mark == "-":
        return _month_at(words, i)
    is_year = words.digits(i + 2, YEAR_DIGITS) is not None
    if is_year and len(words.at(i)) <= SHORT_DIGITS and 1 <= left <= MONTHS_A_YEAR:
        return Year.calendar(right, words.year_starts).month(left), i + 3
    return None


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
    check_year(year)
    if not 1 <= month <= MONTHS_A_YEAR:
        turned = 1 <= day <= MONTHS_A_YEAR and month <= MOST_DAYS_A_MONTH
        example = f"{month:02}/{day:02}/{year}" if turned else f"31/01/{year}"
        raise DateError(f'has no month {month}: the day comes first; write it like "{example}"')
    return day_of(year, month, day), i + 5


def _month_at(words: Words, i: int) -> tuple[Period, int] | None:
    year, month, digits = words.number(i) or 0, words.number(i + 2) or 0, len(words.at(i + 2))
    if digits > SHORT_DIGITS or not 1 <= month <= MONTHS_A_YEAR or _is_financial(words, i + 3):
        return None
    check_year(year)
    name = f"{MONTH_NAMES[month - 1]} {year}"
    if month == (year + 1) % 10**digits:
        financial = financial_year_name(year)
        raise DateError(f'could be {name} or the financial year {financial}; write "{name}" or "{financial}"')
    if digits == 1:
        raise DateError(f'is not clear; write "{name}" if that month is meant')
    return Year.calendar(year, words.year_starts).month(month), i + 3


def _is_financial(words: Words, i: int) -> bool:
    """Whether what follows a year shows that it is a financial one."""
    return year_kind_at(words, i)[0] == "financial" or words.at(i) in DIVISION_WORDS
