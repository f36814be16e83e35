"""How a plan reads dates and figures; each text is read once a process."""

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jfp_cli.values.dates import PlanDate
    from jfp_cli.values.figures import Quantity

_MOST_KEPT = 8192  # texts: more than the largest plan writes


class Calendar(NamedTuple):
    """The number of the financial year's first month, and the plan's first day, which "year 2" counts from."""

    year_starts: int = 4
    plan_starts: date | None = None

    def date(self, text: str) -> "PlanDate":
        """The date that a text names; raises DateError."""
        return read_date(text, self)

    def quantity(self, text: str, *, relative: bool = False) -> "Quantity":
        """The figure that a text states; raises QuantityError."""
        return read_figure(text, relative)


@lru_cache(_MOST_KEPT)
def read_date(text: str, calendar: Calendar) -> "PlanDate":
    """The date that a text names; raises DateError."""
    from jfp_cli.values.dates import PlanDate  # noqa: PLC0415 - loaded with the first date that is read

    return PlanDate.parse(text, calendar.year_starts, calendar.plan_starts)


@lru_cache(_MOST_KEPT)
def read_figure(text: str, relative: bool) -> "Quantity":
    """The figure that a text states; raises QuantityError."""
    from jfp_cli.values.figures import Quantity  # noqa: PLC0415 - a question about milestones reads none

    return Quantity.parse(text, relative=relative)
