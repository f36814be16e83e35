"""Financial years: the one that a day is in, and the one that ended last."""

from datetime import date, timedelta

from jfp_cli.measures.yearly import year_end
from jfp_cli.query.happened import Time
from jfp_cli.values.dates.years import financial_year_name

_DAY = timedelta(days=1)


def year_of(day: date, year_starts: int) -> Time:
    """The financial year that a day is in; `year_starts` is the number of its first month."""
    last = year_end(day, year_starts)
    after = last + _DAY
    return Time(after.replace(year=after.year - 1), last)


def last_year(day: date, year_starts: int) -> Time:
    """The financial year that ended last by a day, the day itself included."""
    own = year_of(day, year_starts)
    return own if own.last <= day else year_of(own.first - _DAY, year_starts)


def name_of(year: Time) -> str:
    """How a financial year is written: 2025/26, and 2025 where years start in January."""
    return financial_year_name(year.first.year) if year.first.month > 1 else str(year.first.year)
