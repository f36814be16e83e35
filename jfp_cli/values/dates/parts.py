"""One date in one piece: 31 January 2025, mid-summer 2025, Q3 2025/26, 2026-03, w/c 3 March 2025."""

from jfp_cli.values.dates.modifiers import Change, modifier_at
from jfp_cli.values.dates.numeric import numeric_at
from jfp_cli.values.dates.periods import MOST_DAYS_A_MONTH, DateError, Period, Precision
from jfp_cli.values.dates.plan_years import plan_year_at
from jfp_cli.values.dates.units import unit_at
from jfp_cli.values.dates.vocabulary import DIVISION_WORDS, MONTH_NAMES, MONTHS
from jfp_cli.values.dates.words import Words
from jfp_cli.values.dates.year_names import (
    single_year_at,
    starts_a_day,
    two_digit_year,
    year_at,
    year_pair_at,
    year_span_at,
)
from jfp_cli.values.dates.years import Unit, Year

_MOST_MODIFIERS = 3  # before one date


class Part:
    """A period, or a unit such as "April" that has a period once its year is known."""

    __slots__ = ("period", "unit", "year")

    def __init__(self, period: Period | None, unit: Unit | None = None, year: Year | None = None) -> None:
        self.period = period
        self.unit = unit
        self.year = year

    def changed(self, change: Change) -> "Part":
        """The same with a portion taken of it."""
        unit = self.unit
        return Part(
            change(self.period) if self.period else None,
            (lambda year: change(unit(year))) if unit else None,
            self.year,
        )


def part_at(words: Words, i: int, depth: int = 0) -> tuple[Part, int] | None:
    """A date with the modifiers before it."""
    modified = _modified_at(words, i, depth)
    if modified:
        return modified
    period = numeric_at(words, i) or plan_year_at(words, i) or year_span_at(words, i)
    if period:
        return Part(period[0]), period[1]
    return _unit_then_year_at(words, i) or _year_then_unit_at(words, i)


def _modified_at(words: Words, i: int, depth: int) -> tuple[Part, int] | None:
    read = modifier_at(words, i) if depth < _MOST_MODIFIERS else None
    if not read:
        return None
    change, j = read
    inner = part_at(words, j, depth + 1)
    return (inner[0].changed(change), inner[1]) if inner else None


def _unit_then_year_at(words: Words, i: int) -> tuple[Part, int] | None:
    """A unit and the year after it, if one follows."""
    read = unit_at(words, i)
    if not read:
        return None
    unit, j = read
    is_month = words.at(j - 1) in MONTHS and j - i == 1
    is_day = not is_month and any(words.at(k) in MONTHS for k in range(i, j))
    pair = year_pair_at(words, j)
    if pair and is_month and not pair.has_slash and not pair.is_short:
        return _same_month_of_two_years(words, unit, pair.first, pair.second), pair.end
    if pair and is_day and not pair.has_slash:
        year = single_year_at(words, j)
    else:
        year = year_at(words, j) or _short_year_at(words, j, is_month=is_month) or _year_after_mark_at(words, j)
    if not year:
        return Part(None, unit), j
    return Part(unit(year[0]), unit, year[0]), year[1]


def _year_after_mark_at(words: Words, i: int) -> tuple[Year, int] | None:
    """The year of Jan-2026, Q3-2025/26, Autumn - 2025."""
    if words.at(i) not in {"-", "/"} or numeric_at(words, i + 1):
        return None
    return year_at(words, i + 1)


def _same_month_of_two_years(words: Words, unit: Unit, first: int, last: int) -> Part:
    """April 2025-26 is April 2025 to April 2026; within the financial year it is April 2025/26."""
    if last <= first:
        raise DateError("ends before it starts; write the earlier year first")
    years = Year.calendar(first, words.year_starts), Year.calendar(last, words.year_starts)
    return Part(Period(unit(years[0]).first, unit(years[1]).last, Precision.SPAN))


def _short_year_at(words: Words, i: int, *, is_month: bool) -> tuple[Year, int] | None:
    """A year of two digits: Mar-25, 31 Jan 25. March 25 could be a day, so it is refused."""
    hyphen = is_month and words.at(i) == "-" and words.glued(i - 1, 3)
    j = i + hyphen
    year = two_digit_year(words, j)
    if year is None or (words.prose and not hyphen) or starts_a_day(words, j):
        return None
    number = year % 100
    if is_month and not hyphen and number <= MOST_DAYS_A_MONTH:
        name = MONTH_NAMES[MONTHS[words.at(i - 1)] - 1]
        raise DateError(
            f"could be {name} {year} or the day {number} {name}; "
            f'write "{name} {year}", or the day with its year, such as "{number} {name} {year}"'
        )
    return Year.calendar(year, words.year_starts), j + 1


def _year_then_unit_at(words: Words, i: int) -> tuple[Part, int] | None:
    """A year, and a unit after it: 2025/26 Q3, 2018/19 Quarter One."""
    read = year_at(words, i)
    if not read:
        return None
    year, j = read
    k = j + (words.at(j) == "-" and words.glued(j - 1, 3) and words.at(j + 1) in DIVISION_WORDS)
    if not words.prose or words.at(k) in DIVISION_WORDS:
        read_unit = unit_at(words, k)
        if read_unit and not year_at(words, read_unit[1]):
            unit, k = read_unit
            return Part(unit(year), unit, year), k
    return Part(year.whole(), None, year), j
