"""Stretches of days that plans are made of, and how they are counted in months."""

from datetime import date, timedelta
from enum import Enum, auto

from jfp_cli.values.dates.vocabulary import MONTH_NAMES
from jfp_cli.values.unclear import UnclearError

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
ONE_DAY = timedelta(days=1)
MONTHS_A_YEAR, MONTHS_A_HALF, MONTHS_A_QUARTER = 12, 6, 3
MOST_DAYS_A_MONTH = 31


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
    """The same day of another month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def days_in(year: int, month: int) -> int:
    """How many days a month has."""
    after = date(year + month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1)
    return (after - date(year, month, 1)).days


def run_of_months(year: int, month: int, count: int, precision: Precision) -> Period:
    """Whole months, one after the other."""
    end_year, end_month = divmod(year * MONTHS_A_YEAR + month - 1 + count, MONTHS_A_YEAR)
    return Period(date(year, month, 1), date(end_year, end_month + 1, 1) - ONE_DAY, precision)


def single_day(day: date) -> Period:
    """A day as a period of its own."""
    return Period(day, day, Precision.DAY)


def day_of(year: int, month: int, day: int) -> Period:
    """A day of the calendar; raises UnclearError where the month has no such day."""
    if not 1 <= day <= days_in(year, month):
        name, length = MONTH_NAMES[month - 1], days_in(year, month)
        after = date(year + month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1)
        month_meant = f"{name} {year}" if name == "February" else name
        problem = f"has no such day as {day} {name}: {month_meant} has {length} days"
        if not 1 <= day <= MOST_DAYS_A_MONTH:
            raise UnclearError(problem, further=f"write the day as 1 to {length}")
        raise UnclearError(problem, f"{length} {name} {year}", f"1 {MONTH_NAMES[after.month - 1]} {after.year}")
    return single_day(date(year, month, day))


def check_year(year: int) -> int:
    """A year that a plan may name; raises UnclearError."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise UnclearError(f"is outside the years {EARLIEST_YEAR} to {LATEST_YEAR}", further="check the year")
    return year


def length_in_months(period: Period) -> int:
    """How many whole months a period is, 0 where it is not made of whole months."""
    after = period.last + ONE_DAY
    if period.first.day != 1 or after.day != 1:
        return 0
    return (after.year - period.first.year) * MONTHS_A_YEAR + after.month - period.first.month
