"""One date in one piece: 31 January 2025, mid-summer 2025, Q3 2025/26, 2025/26 (Q3), 2026-03, w/c 3 March 2025."""

from jfp_cli.values.dates.links import bracketed_unit_at, bracketed_year_at, unit_of_year_at, year_of_unit_at
from jfp_cli.values.dates.modifiers import Change, modifier_at
from jfp_cli.values.dates.numeric import numeric_at
from jfp_cli.values.dates.periods import MOST_DAYS_A_MONTH, Period, Precision
from jfp_cli.values.dates.plan_years import plan_years_at
from jfp_cli.values.dates.unit import Sort, Unit
from jfp_cli.values.dates.units import whole_year_at
from jfp_cli.values.dates.vocabulary import MONTH_NAMES
from jfp_cli.values.dates.words import SHORT_DIGITS, Words
from jfp_cli.values.dates.year_names import (
    YearPair,
    single_year_at,
    starts_a_day,
    two_digit_year,
    year_at,
    year_pair_at,
    year_span_at,
)
from jfp_cli.values.dates.years import Year, financial_year_name
from jfp_cli.values.text import quoted
from jfp_cli.values.unclear import UnclearError

_ENDS = frozenset({"", "(", ")", ":", "="})
_MOST_MODIFIERS = 3  # before one date


class Part:
    """A period, or a unit such as "April" that has a period once its year is known."""

    __slots__ = ("end", "period", "start", "unit", "year")

    def __init__(self, period: Period | None, unit: Unit | None = None, year: Year | None = None) -> None:
        self.period = period
        self.unit = unit
        self.year = year
        self.start = self.end = -1

    def placed(self, start: int, end: int) -> "Part":
        """The same, read from these words."""
        self.start, self.end = start, end
        return self


def part_at(words: Words, i: int, depth: int = 0) -> tuple[Part, int] | None:
    """A date with the modifiers before it."""
    return (
        _modified_at(words, i, depth)
        or _numeric_at(words, i)
        or _plan_years_at(words, i)
        or _unit_then_year_at(words, i)
        or _year_then_unit_at(words, i)
        or _whole_year_at(words, i)
    )


def _numeric_at(words: Words, i: int) -> tuple[Part, int] | None:
    read = numeric_at(words, i) or year_span_at(words, i)
    return (Part(read[0]), read[1]) if read else None


def _whole_year_at(words: Words, i: int) -> tuple[Part, int] | None:
    read = whole_year_at(words, i)
    if not read:
        return None
    part, end = _with_year_after(words, i, *read)
    return (part, end) if part.period or words.at(end) in _ENDS else None


def _modified_at(words: Words, i: int, depth: int) -> tuple[Part, int] | None:
    read = modifier_at(words, i) if depth < _MOST_MODIFIERS else None
    if not read:
        return None
    change, j = read
    inner = part_at(words, j, depth + 1)
    if not inner:
        return None
    part, end = inner
    before = words.upto(i, j)
    try:
        period = _portion(change, part.period, before, words.written(j, end)) if part.period else None
    except UnclearError as error:
        raise error.at(i, end) from None
    return Part(period, _modified_unit(change, part.unit, before) if part.unit else None, part.year), end


def _portion(change: Change, period: Period, before: str, inner: str) -> Period:
    portion = change(period)
    if portion is None:
        raise UnclearError(f"asks for {quoted(before)} of what has no such part", inner)
    return portion


def _modified_unit(change: Change, unit: Unit, before: str) -> Unit:
    def within(year: Year) -> Period:
        try:
            return _portion(change, unit.of(year), before, f"{unit.name} {year.name}")
        except UnclearError as error:
            if error.start < 0:
                error.instead = tuple(f"{before}{text}" for text in error.instead)
            raise

    return Unit(f"{before}{unit.name}", within, missing=unit.missing)


def _plan_years_at(words: Words, i: int) -> tuple[Part, int] | None:
    """Years of the plan's period; a part of one, and its name in figures, may follow it: year 2 Q3, Y1 2025/26."""
    read = plan_years_at(words, i)
    if not read:
        return None
    plan_years, j = read
    period = plan_years.period(words)
    if period is None:
        try:
            return Part(None, plan_years.unit()), j
        except UnclearError as error:
            raise error.at(i, j) from None
    year = plan_years.year(words)
    part = unit_of_year_at(words, j) if year else None
    if part and year:
        return _of(i, part[0], year, part[1])
    again = year_at(words, j)
    if again:
        same = again[0].whole()
        if (same.first, same.last) != (period.first, period.last):
            ways = (words.written(i, j), words.written(j, again[1]))
            raise UnclearError("gives two different dates", *ways).at(i, again[1])
        j = again[1]
    return Part(period), j


def _unit_then_year_at(words: Words, i: int) -> tuple[Part, int] | None:
    """A unit and the year after it, if one follows."""
    read = bracketed_unit_at(words, i)
    return _with_year_after(words, i, *read) if read else None


def _with_year_after(words: Words, i: int, unit: Unit, j: int) -> tuple[Part, int]:
    is_month = unit.sort is Sort.MONTH
    pair = year_pair_at(words, j)
    if pair and is_month and pair.joint == "-" and not pair.is_short:
        return _same_month_of_two_years(words, unit, pair.first, pair.second), pair.end
    is_doubtful = pair is not None and (
        (pair.joint == "to" and unit.sort is not Sort.DIVISION) or (pair.joint == "-" and unit.sort is Sort.DAY)
    )
    if pair and is_doubtful and len(words.at(pair.end - 1)) == SHORT_DIGITS and not words.prose:
        raise _second_year_of_two_figures(unit, pair).at(i, pair.end)
    if is_doubtful:
        year = single_year_at(words, j)
    else:
        year = year_of_unit_at(words, j) or _short_year_at(words, i, j, unit, is_month=is_month)
    return _of(i, unit, *year) if year else (Part(None, unit), j)


def _second_year_of_two_figures(unit: Unit, pair: YearPair) -> UnclearError:
    """March 2025 to 26 may end a year later, or be within the financial year."""
    ways = [f"{unit.name} {pair.first} to {unit.name} {pair.second}"]
    if pair.second == pair.first + 1:
        ways.append(f"{unit.name} {financial_year_name(pair.first)}")
    return UnclearError("has a second year of two figures", *ways)


def _of(i: int, unit: Unit, year: Year, end: int) -> tuple[Part, int]:
    """The unit of that year, which the words from `i` to `end` name."""
    try:
        return Part(unit.of(year), unit, year), end
    except UnclearError as error:
        raise error.at(i, end) from None


def _same_month_of_two_years(words: Words, unit: Unit, first: int, last: int) -> Part:
    """April 2025-26 is April 2025 to April 2026; within the financial year it is April 2025/26."""
    if last <= first:
        raise UnclearError("ends before it starts", further="write the earlier year first")
    years = Year.calendar(first, words.year_starts), Year.calendar(last, words.year_starts)
    return Part(Period(unit.of(years[0]).first, unit.of(years[1]).last, Precision.SPAN))


def _short_year_at(words: Words, start: int, i: int, unit: Unit, *, is_month: bool) -> tuple[Year, int] | None:
    """A year of two digits after a unit from `start`: Mar-25, 31 Jan 25. March 25 could be a day, so it is refused."""
    hyphen = is_month and words.at(i) == "-" and words.glued(i - 1, 3)
    j = i + hyphen
    year = two_digit_year(words, j)
    if year is None or (words.prose and not hyphen) or starts_a_day(words, j):
        return None
    number = year % 100
    if is_month and not hyphen and number <= MOST_DAYS_A_MONTH:
        name = f"{unit.name} {year}"
        month = unit.of(Year.calendar(year, words.year_starts)).first.month
        problem = f"could be {name} or the day {number} {MONTH_NAMES[month - 1]}"
        raise UnclearError(problem, name, further="or the day with its year").at(start, j + 1)
    return Year.calendar(year, words.year_starts), j + 1


def _year_then_unit_at(words: Words, i: int) -> tuple[Part, int] | None:
    """A year, and a unit after it: 2025/26 Q3, 2018/19 Quarter One, (2025/26) Q3."""
    read = bracketed_year_at(words, i)
    if not read:
        return None
    year, j = read
    unit = unit_of_year_at(words, j)
    if unit:
        return _of(i, unit[0], year, unit[1])
    try:
        return Part(year.whole(), None, year), j
    except UnclearError as error:
        raise error.at(i, j) from None
