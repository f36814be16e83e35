"""One day, where a day and nothing longer is asked for."""

from datetime import date

from jfp_cli.values.dates.date_error import DateError
from jfp_cli.values.dates.plan_date import PlanDate
from jfp_cli.values.dates.words import APRIL
from jfp_cli.values.mending import either
from jfp_cli.values.text import long_day, quoted

ANY_DAY = "write a day with its month and year"


def one_day(text: str, year_starts: int = APRIL, plan_starts: date | None = None) -> date:
    """The day that a text names; raises DateError for one that names several, or none."""
    try:
        meant = PlanDate.parse(text, year_starts, plan_starts)
    except DateError as error:
        raise _of_days(error, [PlanDate.parse(one, year_starts, plan_starts) for one in _dates(error)]) from None
    if meant.first != meant.last:
        raise _of_days(DateError(f"{quoted(text)} is not one day", ANY_DAY), [meant])
    return meant.first


def _dates(error: DateError) -> list[str]:
    return [text for text in error.advised if not text.startswith("starts: ")]


def _of_days(error: DateError, dates: list[PlanDate]) -> DateError:
    """A refusal whose advice is days: the first and the last of the dates that it may be."""
    days = sorted({day for meant in dates for day in (meant.first, meant.last) if day})
    texts = tuple(map(long_day, days))
    return DateError(error.message, f"write {either(texts)}" if texts else ANY_DAY, texts)
