"""How a plan reads dates and figures; each text is read once a process."""

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jfp_cli.values.dates import PlanDate
    from jfp_cli.values.figures import Quantity

_MOST_KEPT = 8192  # texts: more than the largest plan writes


class Calendar(NamedTuple):
    """How a plan counts: the number of the financial year's first month, the plan's first day, and its own units.

    "Year 2" counts from that day; the units are those that stand after a percentage or after "per".
    """

    year_starts: int = 4
    plan_starts: dt.date | None = None
    units: tuple[str, ...] = ()

    def date(self, text: str) -> "PlanDate":
        """The date that a text names; raises DateError."""
        return read_date(text, self)

    def date_if_any(self, text: str) -> "PlanDate | None":
        """The date that a text names; None where it names none."""
        from jfp_cli.values.dates import DateError  # noqa: PLC0415 - loaded with the first date that is read

        try:
            return self.date(text)
        except DateError:
            return None

    def day(self, text: str) -> dt.date:
        """The one day that a text names; raises DateError, which says how to write a day."""
        from jfp_cli.values.dates.one_day import one_day  # noqa: PLC0415 - asked for one option alone

        return one_day(text, self.year_starts, self.plan_starts)

    def quantity(self, text: str, *, relative: bool = False, unit: str | None = None) -> "Quantity":
        """The figure that a text states, of a measure that is counted in this unit; raises QuantityError."""
        return read_figure(text, relative, (*self.units, unit) if unit else self.units)

    def level(self, text: str) -> "Quantity":
        """The figure that was measured, as a text states it; raises QuantityError, for a change too."""
        return read_figure(text, False, self.units, is_level=True)


@lru_cache(_MOST_KEPT)
def read_date(text: str, calendar: Calendar) -> "PlanDate":
    """The date that a text names; raises DateError."""
    from jfp_cli.values.dates import PlanDate  # noqa: PLC0415 - loaded with the first date that is read

    return PlanDate.parse(text, calendar.year_starts, calendar.plan_starts)


@lru_cache(_MOST_KEPT)
def read_figure(text: str, relative: bool, units: tuple[str, ...], is_level: bool = False) -> "Quantity":
    """The figure that a text states, these units known; raises QuantityError."""
    from jfp_cli.values.figures import Quantity  # noqa: PLC0415 - a question about milestones reads none

    return Quantity.parse(text, relative=relative, units=units, is_level=is_level)
