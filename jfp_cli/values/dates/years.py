"""Years of twelve months, from January, from April or from September, and what is looked up in them."""

from collections.abc import Callable
from datetime import date

from jfp_cli.values.dates.periods import (
    MONTHS_A_HALF,
    MONTHS_A_QUARTER,
    MONTHS_A_YEAR,
    DateError,
    Period,
    Precision,
    check_year,
    day_of,
    run_of_months,
    shift,
)
from jfp_cli.values.dates.vocabulary import MONTH_NAMES

_SCHOOL_STARTS = 9  # schools and universities in England count from September


def financial_year_name(year: int) -> str:
    """How the financial year that starts in a calendar year is written: 2025/26."""
    return f"{year}/{(year + 1) % 100:02}"


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
    def calendar(cls, number: int, year_starts: int, *, stated: bool = False) -> "Year":
        """A calendar year; where the plan's own years are others, its quarters are doubtful unless it is stated."""
        precision = Precision.CALENDAR_YEAR if stated else Precision.BARE_YEAR
        return cls(check_year(number), 1, precision, stated or year_starts == 1)

    @property
    def is_calendar(self) -> bool:
        return self.precision in {Precision.CALENDAR_YEAR, Precision.BARE_YEAR}

    def before(self) -> "Year":
        return Year(self.number - 1, self.starts, self.precision, self.has_quarters)

    def whole(self) -> Period:
        return run_of_months(self.number, self.starts, MONTHS_A_YEAR, self.precision)

    def year_of(self, month: int) -> int:
        return self.number if month >= self.starts else self.number + 1

    def month(self, month: int) -> Period:
        return run_of_months(self.year_of(month), month, 1, Precision.MONTH)

    def day(self, day: int, month: int) -> Period:
        return day_of(self.year_of(month), month, day)

    def season(self, name: str, month: int) -> Period:
        """Three months from `month`; winter 2025 is December 2025 to February 2026."""
        if not self.is_calendar and 0 < (self.starts - month) % MONTHS_A_YEAR < MONTHS_A_QUARTER:
            title = name.capitalize()
            raise DateError(
                f"could be either of two parts, because the year starts in {MONTH_NAMES[self.starts - 1]}; "
                f'write "{title} {self.number}" or "{title} {self.number + 1}"'
            )
        return run_of_months(self.year_of(month), month, MONTHS_A_QUARTER, Precision.SEASON)

    def quarter(self, which: int) -> Period:
        return self._division("Q", which, MONTHS_A_QUARTER, Precision.QUARTER)

    def half(self, which: int) -> Period:
        return self._division("H", which, MONTHS_A_HALF, Precision.HALF)

    def _division(self, letter: str, which: int, months: int, precision: Precision) -> Period:
        first = shift(date(self.number, self.starts, 1), months * (which - 1))
        division = run_of_months(first.year, first.month, months, precision)
        if not self.has_quarters:
            names = f"{MONTH_NAMES[division.first.month - 1]} to {MONTH_NAMES[division.last.month - 1]} {self.number}"
            raise DateError(
                "could be the calendar year or the financial year; "
                f'write "{letter}{which} {financial_year_name(self.number)}", or "{names}"'
            )
        return division


Unit = Callable[[Year], Period]  # what needs a year to be a period: a month, a season, a quarter
