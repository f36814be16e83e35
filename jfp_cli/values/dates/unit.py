"""Something that needs a year to be a date."""

from collections.abc import Callable
from enum import Enum, auto

from jfp_cli.values.dates.periods import Period
from jfp_cli.values.dates.years import Year
from jfp_cli.values.unclear import UnclearError


class NoYearError(UnclearError):
    """Words such as "Q3" that are a date once somebody says of which year; `name` is what they are called."""

    def __init__(self, name: str, problem: str = "") -> None:
        super().__init__(problem)
        self.name = name


class Sort(Enum):
    """What a unit is as far as it matters to the year after it: "March 2025-26" is two years, "Q3 2025-26" is one."""

    DAY = auto()
    MONTH = auto()
    DIVISION = auto()  # a quarter, a half, a numbered month
    OTHER = auto()


class Unit:
    """What is looked up in a year, by the name that an advice calls it: 31 March, March, Autumn, Q3, Easter.

    `missing` says what it needs besides itself, where that is not just any year.
    """

    __slots__ = ("missing", "name", "sort", "within")

    def __init__(
        self, name: str, within: Callable[[Year], Period], sort: Sort = Sort.OTHER, *, missing: str = ""
    ) -> None:
        self.name = name
        self.within = within
        self.sort = sort
        self.missing = missing

    def of(self, year: Year) -> Period:
        """The unit in a year; raises UnclearError where the year, or the unit in it, is not clear."""
        if year.alternatives:
            raise UnclearError(year.problem, *(f"{self.name} {either.name}" for either in year.alternatives))
        return self.within(year)

    def without_year(self) -> NoYearError:
        """That the unit stands by itself."""
        return NoYearError(self.name, self.missing)
