"""A date as it stands in a plan, with the first and last day that it stands for."""

from dataclasses import dataclass, field
from datetime import date

from jfp_cli.values.dates.periods import EARLIEST_YEAR, LATEST_YEAR, Period, Precision, run_of_months
from jfp_cli.values.dates.vocabulary import MONTHS
from jfp_cli.values.dates.whole import whole
from jfp_cli.values.dates.words import APRIL, Words
from jfp_cli.values.unclear import UnclearError


@dataclass(frozen=True, slots=True)
class PlanDate:
    """A date as it was written, from its first day to its last; an open one has no last day."""

    text: str = field(compare=False)
    first: date
    last: date | None
    precision: Precision = field(compare=False)

    @classmethod
    def parse(cls, text: str, year_starts: int = APRIL, plan_starts: date | None = None) -> "PlanDate":
        """Read a date; `year_starts` is the number of the financial year's first month.

        `plan_starts` is the first day of the plan's period, which "year 2" counts from. Raises DateError.
        """
        if (month := _named_month(text)) is not None:
            return cls(text, month.first, month.last, month.precision)
        words = Words(text, year_starts, plan_starts)
        try:
            period, is_open = whole(words)
        except UnclearError as error:
            from jfp_cli.values.dates.refusals import refused  # noqa: PLC0415 - only needed after a mistake

            raise refused(words, error) from None
        last = None if is_open else period.last
        return cls(text, period.first, last, Precision.OPEN if is_open else period.precision)

    @property
    def is_open(self) -> bool:
        """Whether it has no last day."""
        return self.last is None

    def overdue(self, as_of: date) -> bool:
        """Whether the last day has passed; on the last day itself it has not."""
        return self.last is not None and self.last < as_of

    def days_overdue(self, as_of: date) -> int:
        """Days since the last day, 0 where it has not passed or there is none."""
        return (as_of - self.last).days if self.last is not None and self.last < as_of else 0

    def __str__(self) -> str:
        return self.text


def _named_month(text: str) -> Period | None:
    """Read "March 2026" straight away: most dates of a plan are written so, and a start of jfp reads a hundred."""
    name, _, year = text.partition(" ")
    month = MONTHS.get(name.lower())
    if month is None or len(year) != len("2026") or not (year.isascii() and year.isdecimal()):
        return None
    if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        return None
    return run_of_months(int(year), month, 1, Precision.MONTH)
