"""Years of twelve months, from January, from April or from September, and what is looked up in them."""

from datetime import date

from jfp_cli.values.dates.periods import (
    MONTHS_A_QUARTER,
    MONTHS_A_YEAR,
    Period,
    Precision,
    check_year,
    day_of,
    run_of_months,
    shift,
)
from jfp_cli.values.dates.vocabulary import MONTH_NAMES
from jfp_cli.values.unclear import UnclearError

NOT_IN_JANUARY = "is not how years are written that start in January"
_SCHOOL_STARTS = 9  # schools and universities in England count from September


def financial_year_name(year: int) -> str:
    """How the financial year that starts in a calendar year is written: 2025/26, and 1999/2000."""
    after = year + 1
    return f"{year}/{after % 100:02}" if after % 100 else f"{year}/{after}"


class Year:
    """Twelve months in which a month, a season or a quarter is looked up.

    `alternatives` are the years that it may be where that is not clear: FY25 is 2024/25 or 2025/26.
    """

    __slots__ = ("alternatives", "name", "number", "plan_year_starts", "precision", "problem", "starts")

    def __init__(self, name: str, number: int, starts: int, precision: Precision) -> None:
        self.name = name
        self.number = number  # of the calendar year that it starts in
        self.starts = starts  # its first month
        self.precision = precision
        self.plan_year_starts = 1  # of a bare year, the first month of the financial year that may be meant
        self.alternatives: tuple[Year, ...] = ()
        self.problem = ""

    @classmethod
    def financial(cls, number: int, starts: int) -> "Year":
        """The financial year that starts in a calendar year; where years start in January it is none."""
        name = financial_year_name(check_year(number))
        year = cls(name, number, starts, Precision.FINANCIAL_YEAR)
        if starts == 1:
            return year.or_rather(NOT_IN_JANUARY, cls.calendar(number, starts), cls.calendar(number + 1, starts))
        return year

    @classmethod
    def academic(cls, number: int) -> "Year":
        """The year of schools and universities that starts in a calendar year."""
        name = f"AY {financial_year_name(check_year(number))}"
        return cls(name, number, _SCHOOL_STARTS, Precision.ACADEMIC_YEAR)

    @classmethod
    def calendar(cls, number: int, year_starts: int, *, stated: bool = False) -> "Year":
        """A calendar year; `stated`: said to be one, and not just a number."""
        name = f"calendar year {number}" if stated else str(number)
        year = cls(name, check_year(number), 1, Precision.CALENDAR_YEAR if stated else Precision.BARE_YEAR)
        year.plan_year_starts = 1 if stated else year_starts
        return year

    @classmethod
    def of_plan(cls, which: int, first: date) -> "Year":
        """A year of the plan's own period, from its first day."""
        return cls(f"year {which}", check_year(first.year), first.month, Precision.PLAN_YEAR)

    def or_rather(self, problem: str, *years: "Year") -> "Year":
        """The same, said to be one of these years."""
        self.problem, self.alternatives = problem, years
        return self

    @property
    def is_calendar(self) -> bool:
        """Whether it runs from January to December."""
        return self.precision in {Precision.CALENDAR_YEAR, Precision.BARE_YEAR}

    @property
    def could_be_financial(self) -> bool:
        """Whether nobody knows which year's third quarter its third quarter is."""
        return self.plan_year_starts != 1

    def before(self) -> "Year":
        """The year before it."""
        year = Year("", self.number - 1, self.starts, self.precision)
        year.plan_year_starts = self.plan_year_starts
        return year

    def whole(self) -> Period:
        """All of its months; raises UnclearError where it may be one of several years."""
        if self.alternatives:
            raise UnclearError(self.problem, *(year.name for year in self.alternatives))
        return run_of_months(self.number, self.starts, MONTHS_A_YEAR, self.precision)

    def month(self, month: int) -> Period:
        """A month, by its number in the calendar."""
        return run_of_months(self._year_of(month), month, 1, Precision.MONTH)

    def day(self, day: int, month: int) -> Period:
        """A day; raises UnclearError where there is none such."""
        return day_of(self._year_of(month), month, day)

    def season(self, name: str, month: int) -> Period:
        """Three months from `month`; winter 2025 is December 2025 to February 2026.

        Raises UnclearError where the year starts within the season and so holds two parts of it.
        """
        if not self.is_calendar and 0 < (self.starts - month) % MONTHS_A_YEAR < MONTHS_A_QUARTER:
            why = f"could be either of two parts, because the year starts in {MONTH_NAMES[self.starts - 1]}"
            raise UnclearError(why, f"{name} {self.number}", f"{name} {self.number + 1}")
        return run_of_months(self._year_of(month), month, MONTHS_A_QUARTER, Precision.SEASON)

    def portion(self, which: int, months: int, precision: Precision) -> Period:
        """The first, second, third ... run of so many months: a quarter, a half, the sixth month."""
        first = shift(date(self.number, self.starts, 1), months * (which - 1))
        return run_of_months(first.year, first.month, months, precision)

    def financial_years_with(self, which: int, months: int) -> list[int]:
        """The financial years whose portion of this number somebody may mean by it and a calendar year.

        "Q4 2026" may be that of 2026/27, or that of 2025/26, which is in 2026.
        """
        begins = self.plan_year_starts - 1 + months * (which - 1)
        return sorted({self.number - begins // MONTHS_A_YEAR, self.number})

    def _year_of(self, month: int) -> int:
        return self.number if month >= self.starts else self.number + 1
