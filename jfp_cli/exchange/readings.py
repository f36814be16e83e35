"""Readings as a table: a row for each measure and place, and a column for each period that was or can be measured."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from jfp_cli.exchange.table import Column, Role
from jfp_cli.model.measure import Measure, Reading
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.text import long_month

_MOST_AHEAD = 12  # months
_UNTIL = ".."  # stands in the keys of periods alone
Days = tuple[date, date]


def reading_columns(measures: Iterable[Measure], day: date, calendar: Calendar) -> list[Column]:
    """A column for each period of which there is a reading, and for the months since, as far as they have begun."""
    found: dict[Days, PlanDate] = {}
    for measure in measures:
        for reading in measure.readings:
            if reading.at.last is not None:
                found.setdefault((reading.at.first, reading.at.last), reading.at)
    months = [days for days in found if is_month(*days)]
    latest = max(months, default=None)
    if latest or not found:
        for first in _months_after(latest[0] if latest else None, day):
            month = calendar.date(long_month(first))
            found.setdefault((first, month.last or first), month)
    ordered = sorted(found.items(), key=lambda period: (period[0][1], period[0][0]))
    return [period_column(at) for _, at in ordered]


def period_column(at: PlanDate) -> Column:
    """The column of a period, under the name that people have for a month."""
    heading = long_month(at.first) if is_month(at.first, at.last) else at.text
    return Column(period_key(at), heading, Role.READING, "What was measured.", period=at)


def period_key(at: PlanDate) -> str:
    """The key of the column of a period."""
    return f"@{at.first}{_UNTIL}{at.last}"


def readings_of(measure: Measure, place: str | None) -> Iterator[tuple[str, Reading]]:
    """The readings of a place, or of all places, by the keys of their columns; of two in a period the first."""
    known: set[str] = set()
    for reading in measure.readings:
        key = period_key(reading.at)
        if reading.place == place and reading.at.last is not None and key not in known:
            known.add(key)
            yield key, reading


def latest_reading(cells: Mapping[str, str]) -> str:
    """The latest of the readings in a row; empty where it has none."""
    return cells[max(keys)] if (keys := [key for key in cells if _UNTIL in key]) else ""


def as_others(measure: Measure | None, at: PlanDate) -> str:
    """A period as the other readings of a measure write theirs: months as 2026-03, or by name."""
    others = [reading.at for reading in measure.readings] if measure else []
    if is_month(at.first, at.last):
        is_numbered = any(other.text == f"{other.first:%Y-%m}" for other in others)
        return f"{at.first:%Y-%m}" if is_numbered or not others else long_month(at.first)
    return at.text


def is_month(first: date, last: date | None) -> bool:
    """Whether two days are the first and the last of one month."""
    return last is not None and first.day == 1 and (last + timedelta(1)).day == 1 and (first.month == last.month)


def _months_after(latest: date | None, day: date) -> list[date]:
    """The first days of the months after the latest until that of a day; of very many the last."""
    months = [date(day.year + (day.month - 1 - back) // 12, (day.month - 1 - back) % 12 + 1, 1) for back in range(12)]
    return sorted(month for month in months if latest is None or month > latest)[-_MOST_AHEAD:]
