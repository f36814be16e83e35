"""How years are written, and other years in the place of some in the same hand."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from jfp_cli.values.calendar import Calendar

_ONE_DAY = timedelta(days=1)
_NUMBER, _YEAR = re.compile(r"\b\d{2}(?:\d{2})?\b|(?<=FY)\d{2}"), re.compile(r"\b\d{4}\b")
_YEARS = re.compile(r"\b\d{4}(?:(?: ?[-\u2013\u2014/] ?| to )\d{2}(?:\d{2})?)?\b")


class Days(NamedTuple):
    """From a day to another, both included; without a last one where there is no end."""

    first: date
    last: date | None

    def a_year_on(self) -> "Days":
        """The same days of the year after."""
        return Days(_a_year_on(self.first), self.last and _a_year_on(self.last + _ONE_DAY) - _ONE_DAY)


def _a_year_on(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)


def years_between(first: int, until: int, year_starts: int) -> str:
    """Years as plans write them: 2026-31, and 2026 to 2030 where they start in January."""
    if year_starts == 1:
        return str(first) if until == first + 1 else f"{first} to {until - 1}"
    return f"{first}-{until % 100:02}" if first // 100 == until // 100 else f"{first}-{until}"


def as_written(days: Days, calendar: Calendar) -> str:
    """Days as plans write them: whole financial years and days as such, others by their first and last."""
    if days.last is None:
        return f"from {days.first}"
    after, turn = days.last + _ONE_DAY, (calendar.year_starts, 1)
    if (days.first.month, days.first.day) == turn == (after.month, after.day):
        return years_between(days.first.year, after.year, calendar.year_starts)
    return str(days.first) if days.first == days.last else f"{days.first} to {days.last}"


def days_of(text: str, calendar: Calendar) -> Days | None:
    """The days that a text names; None where it names none."""
    meant = calendar.date_if_any(text)
    return Days(meant.first, meant.last) if meant else None


def rewritten(text: str, days: Days, calendar: Calendar) -> str:
    """A text for these days that differs from another in its years alone, as far as there is one."""
    return next((other for other in _in_its_hand(text) if days_of(other, calendar) == days), as_written(days, calendar))


def _in_its_hand(text: str) -> Iterator[str]:
    """A text as it is, and with a year more: in all its numbers, in those of four digits, in the first alone."""
    yield text
    yield _NUMBER.sub(_one_more, text)
    yield _YEAR.sub(_one_more, text)
    yield _NUMBER.sub(_one_more, text, count=1)


def _one_more(number: re.Match[str]) -> str:
    width = len(number[0])
    return f"{(int(number[0]) + 1) % 10**width:0{width}}"


def years_in(text: str, calendar: Calendar) -> Iterator[Days]:
    """The years that a sentence or a title names, as a number or as two that are joined."""
    return filter(None, (days_of(years[0], calendar) for years in _YEARS.finditer(text)))


def with_other_years(text: str, before: Days, after: Days, calendars: tuple[Calendar, Calendar]) -> str:
    """A sentence or a title in which some years stand for others, each read with its calendar."""
    was, now = calendars
    return _YEARS.sub(
        lambda years: rewritten(years[0], after, now) if days_of(years[0], was) == before else years[0], text
    )
