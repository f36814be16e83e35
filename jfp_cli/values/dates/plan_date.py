"""A date as it stands in a plan, with the first and last day that it stands for."""

import re
from dataclasses import dataclass, field
from datetime import date

from jfp_cli.values.dates.at_sight import at_sight
from jfp_cli.values.dates.periods import Precision
from jfp_cli.values.dates.whole import whole
from jfp_cli.values.dates.words import APRIL, Words
from jfp_cli.values.text import long_day, long_month
from jfp_cli.values.unclear import UnclearError

_OF_PROGRAMS = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_MONTH = 7  # letters of 2026-03


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
        if (period := at_sight(text, year_starts)) is not None:
            return cls(text, period.first, period.last, period.precision)
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

    @property
    def in_words(self) -> str:
        """As it is written; what programs write, such as 2026-03 or 2026-03-31, as people do."""
        is_one = self.last is not None and self.text[:_MONTH] == f"{self.first:%Y-%m}"
        if not is_one or not _OF_PROGRAMS.fullmatch(self.text):
            return self.text
        return long_month(self.first) if len(self.text) == _MONTH else long_day(self.first)

    def overdue(self, as_of: date) -> bool:
        """Whether the last day has passed; on the last day itself it has not."""
        return self.last is not None and self.last < as_of

    def days_overdue(self, as_of: date) -> int:
        """Days since the last day, 0 where it has not passed or there is none."""
        return (as_of - self.last).days if self.last is not None and self.last < as_of else 0

    def __str__(self) -> str:
        return self.text
