"""Stretches of days that plans are made of: months, quarters, seasons, years, and parts of them."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum, auto

from jfp_cli.values.date_words import MONTH_NAMES

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
ONE_DAY = timedelta(days=1)
YEAR, HALF, QUARTER = 12, 6, 3  # months
LONGEST_MONTH = 31  # days
EARLY, MID, LATE = range(3)
_SCHOOL_STARTS = 9  # schools and universities in England count from September


class DateError(ValueError):
    """A text that names no single period; the message says what to write instead."""


class Precision(Enum):
    """What kind of period a date was written as."""

    DAY = auto()
    WEEK = auto()
    PART_OF_MONTH = auto()
    MONTH = auto()
    QUARTER = auto()
    HALF = auto()
    PART_OF_SEASON = auto()
    SEASON = auto()
    PART_OF_YEAR = auto()
    FINANCIAL_YEAR = auto()
    ACADEMIC_YEAR = auto()
    CALENDAR_YEAR = auto()  # said to be one: "calendar year 2026"
    BARE_YEAR = auto()  # "2026", which may have been meant as a financial year
    PLAN_YEAR = auto()
    SPAN = auto()
    OPEN = auto()


class Period:
    """A first and a last day; a plain class, because a data class would slow every start of the program."""

    __slots__ = ("first", "last", "precision")

    def __init__(self, first: date, last: date, precision: Precision) -> None:
        self.first = first
        self.last = last
        self.precision = precision


def shift(day: date, months: int) -> date:
    """Find the same day of another month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def days_in(year: int, month: int) -> int:
    after = date(year + month // YEAR, month % YEAR + 1, 1)
    return (after - date(year, month, 1)).days


def run_of_months(year: int, month: int, count: int, precision: Precision) -> Period:
    first = date(year, month, 1)
    return Period(first, shift(first, count) - ONE_DAY, precision)


def single_day(day: date) -> Period:
    return Period(day, day, Precision.DAY)


def day_of(year: int, month: int, day: int) -> Period:
    if not 1 <= day <= days_in(year, month):
        name, length = MONTH_NAMES[month - 1], days_in(year, month)
        year_said = f" {year}" if name == "February" else ""
        raise DateError(f'has no such day: {name}{year_said} has {length} days; write "{length} {name} {year}"')
    return single_day(date(year, month, day))


def check_year(year: int) -> int:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise DateError(f"is outside the years {EARLIEST_YEAR} to {LATEST_YEAR}; check the year")
    return year


def financial_year_name(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


def length_in_months(period: Period) -> int:
    """How many whole months a period is, 0 where it is not made of whole months."""
    after = period.last + ONE_DAY
    if period.first.day != 1 or after.day != 1:
        return 0
    return (after.year - period.first.year) * YEAR + after.month - period.first.month


def third(period: Period, which: int) -> Period:
    """Take the early, mid or late part: ten days of a month, or a third of a longer period's months."""
    months = length_in_months(period)
    if months == 1:
        first = period.first + timedelta(days=10 * which)
        last = period.last if which == LATE else first + timedelta(days=9)
        return Period(first, last, Precision.PART_OF_MONTH)
    step, rest = divmod(months, 3)
    if months == 0 or rest or months > YEAR:
        raise DateError(
            'says early, mid or late of something that has no such part; write a month, such as "March 2026"'
        )
    first = shift(period.first, step * which)
    kinds = {Precision.SEASON: Precision.PART_OF_SEASON, Precision.QUARTER: Precision.MONTH}
    return run_of_months(first.year, first.month, step, kinds.get(period.precision, Precision.PART_OF_YEAR))


def half_of(period: Period, which: int) -> Period:
    months = length_in_months(period)
    if months == 1:
        middle = period.first + timedelta(days=14)
        ends = (period.first, middle) if which == 1 else (middle + ONE_DAY, period.last)
        return Period(*ends, Precision.PART_OF_MONTH)
    if months != YEAR:
        raise DateError(
            'says half of something that is no month and no year; write months, such as "April to June 2026"'
        )
    first = shift(period.first, HALF * (which - 1))
    return run_of_months(first.year, first.month, HALF, Precision.HALF)


def week_of(period: Period, which: int) -> Period:
    """Take the first to fourth seven days of a month, or, for 0, its last seven."""
    if length_in_months(period) != 1:
        raise DateError(
            'says a week of something that is no month; write a week such as "week commencing 2 March 2026"'
        )
    first = period.first + timedelta(days=7 * (which - 1)) if which else period.last - timedelta(days=6)
    return Period(first, min(first + timedelta(days=6), period.last), Precision.WEEK)


def week_from(period: Period) -> Period:
    _must_be_a_day(period)
    return Period(period.first, period.first + timedelta(days=6), Precision.WEEK)


def week_to(period: Period) -> Period:
    _must_be_a_day(period)
    return Period(period.last - timedelta(days=6), period.last, Precision.WEEK)


def _must_be_a_day(period: Period) -> None:
    if period.precision is not Precision.DAY:
        raise DateError('names a week without its day; write it like "week commencing 2 March 2026"')


def year_to(period: Period) -> Period:
    first = shift(period.last + ONE_DAY, -YEAR)
    return Period(first, period.last, Precision.SPAN)


def first_day(period: Period) -> Period:
    return single_day(period.first)


def last_day(period: Period) -> Period:
    return single_day(period.last)


class Year:
    """Twelve months in which a month, a season or a quarter is looked up."""

    __slots__ = ("has_quarters", "number", "precision", "starts")

    def __init__(self, number: int, starts: int, precision: Precision, has_quarters: bool = True) -> None:
        self.number = number  # of the calendar year that it starts in
        self.starts = starts  # its first month
        self.precision = precision
        self.has_quarters = has_quarters  # False where its quarters could be the financial year's

    @classmethod
    def financial(cls, number: int, starts: int) -> "Year":
        return cls(check_year(number), starts, Precision.FINANCIAL_YEAR)

    @classmethod
    def academic(cls, number: int) -> "Year":
        return cls(check_year(number), _SCHOOL_STARTS, Precision.ACADEMIC_YEAR)

    @classmethod
    def calendar(cls, number: int, *, stated: bool, has_quarters: bool) -> "Year":
        precision = Precision.CALENDAR_YEAR if stated else Precision.BARE_YEAR
        return cls(check_year(number), 1, precision, stated or has_quarters)

    @property
    def is_calendar(self) -> bool:
        return self.precision in {Precision.CALENDAR_YEAR, Precision.BARE_YEAR}

    def before(self) -> "Year":
        return Year(self.number - 1, self.starts, self.precision, self.has_quarters)

    def whole(self) -> Period:
        return run_of_months(self.number, self.starts, YEAR, self.precision)

    def year_of(self, month: int) -> int:
        return self.number if month >= self.starts else self.number + 1

    def month(self, month: int) -> Period:
        return run_of_months(self.year_of(month), month, 1, Precision.MONTH)

    def day(self, day: int, month: int) -> Period:
        return day_of(self.year_of(month), month, day)

    def season(self, name: str, month: int) -> Period:
        """Three months from `month`; winter 2025 is December 2025 to February 2026."""
        if not self.is_calendar and 0 < (self.starts - month) % YEAR < QUARTER:
            title = name.capitalize()
            raise DateError(
                f"could be either of two parts, because the year starts in {MONTH_NAMES[self.starts - 1]}; "
                f'write "{title} {self.number}" or "{title} {self.number + 1}"'
            )
        return run_of_months(self.year_of(month), month, QUARTER, Precision.SEASON)

    def quarter(self, which: int) -> Period:
        return self._division("Q", which, QUARTER, Precision.QUARTER)

    def half(self, which: int) -> Period:
        return self._division("H", which, HALF, Precision.HALF)

    def _division(self, letter: str, which: int, months: int, precision: Precision) -> Period:
        first = shift(date(self.number, self.starts, 1), months * (which - 1))
        found = run_of_months(first.year, first.month, months, precision)
        if not self.has_quarters:
            names = f"{MONTH_NAMES[found.first.month - 1]} to {MONTH_NAMES[found.last.month - 1]} {self.number}"
            raise DateError(
                "could be the calendar year or the financial year; "
                f'write "{letter}{which} {financial_year_name(self.number)}", or "{names}"'
            )
        return found


Unit = Callable[[Year], Period]  # what needs a year to be a period: a month, a season, a quarter
