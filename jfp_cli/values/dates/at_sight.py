"""The dates that plans write most, read at sight: a start of jfp reads a hundred, and most of them are of these.

Whatever else is written is read word by word, and what is read here means the same when it is.
"""

import re
from datetime import date

from jfp_cli.values.dates.periods import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    MONTHS_A_QUARTER,
    MONTHS_A_YEAR,
    Period,
    Precision,
    run_of_months,
    shift,
    single_day,
)
from jfp_cli.values.dates.vocabulary import MONTHS, SEASONS

_SAYING_NOTHING = frozenset({"by", "in", "during"})
_NAMED = re.compile(r"(?:(\d{1,2}) )?([A-Za-z]+) (\d{4})", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_YEARS = re.compile(r"(?:Q([1-4]) )?(\d{4})(?:([-/])(\d{4}|\d\d))?", re.ASCII)


def at_sight(text: str, year_starts: int) -> Period | None:
    """The period of "March 2026", "31 Jan 2025", "Autumn 2025", "2025-01-31", "2026-03", "Q3 2025/26" or "2026-30".

    So is that of "2026", and "by", "in" or "during" may stand before each; None where the words have to be read.
    """
    word, _, rest = text.partition(" ")
    text = rest if word in _SAYING_NOTHING else text
    if found := _NAMED.fullmatch(text):
        day, name, year = found.groups()
        return _named(int(year), name.lower(), day) if _is_known(year) else None
    if found := _YEARS.fullmatch(text):
        quarter, year, mark, second = found.groups()
        if not _is_known(year):
            return None
        if second is None:
            return None if quarter else run_of_months(int(year), 1, MONTHS_A_YEAR, Precision.BARE_YEAR)
        return _two_numbers(int(year), mark, second, quarter, year_starts)
    if found := _DAY.fullmatch(text):
        year, month, day = found.groups()
        return _day(int(year), int(month), int(day)) if _is_known(year) else None
    return None


def _is_known(year: str) -> bool:
    return EARLIEST_YEAR <= int(year) <= LATEST_YEAR


def _named(year: int, name: str, day: str | None) -> Period | None:
    """A month, a day of it or a season."""
    month = MONTHS.get(name)
    if month is not None:
        return _day(year, month, int(day)) if day else run_of_months(year, month, 1, Precision.MONTH)
    month = SEASONS.get(name)
    return None if month is None or day else run_of_months(year, month, MONTHS_A_QUARTER, Precision.SEASON)


def _two_numbers(year: int, mark: str, written: str, quarter: str | None, starts: int) -> Period | None:
    """A month in figures, a financial year, its quarter, or several such years."""
    second, is_short = int(written), len(written) == len("26")
    if is_short and second <= MONTHS_A_YEAR and mark == "-":
        is_month = second and second != (year + 1) % 100 and not quarter  # 2011-12 may be a financial year
        return run_of_months(year, second, 1, Precision.MONTH) if is_month else None
    last = year + (second - year) % 100 if is_short else second
    if last == year + 1 and starts != 1:
        return _of_financial_year(year, starts, quarter)
    if starts == 1 or quarter or not year < last <= LATEST_YEAR:
        return None
    if is_short and second <= max(MONTHS_A_YEAR, year % 100):
        return None
    return run_of_months(year, starts, (last - year) * MONTHS_A_YEAR, Precision.SPAN)


def _of_financial_year(year: int, starts: int, quarter: str | None) -> Period:
    if not quarter:
        return run_of_months(year, starts, MONTHS_A_YEAR, Precision.FINANCIAL_YEAR)
    first = shift(date(year, starts, 1), MONTHS_A_QUARTER * (int(quarter) - 1))
    return run_of_months(first.year, first.month, MONTHS_A_QUARTER, Precision.QUARTER)


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        return single_day(date(year, month, day))
    except ValueError:  # the calendar has none such
        return None
