"""Planning periods as the heads of columns and lists name them, and the years that a whole plan covers."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from jfp_cli.exchange.word.markers import DASHES
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import PlanDate, find_dates

_SHORTEST = 300  # days of a period: nearly a year
_MOST_WORDS = 6  # beside the period, in a heading that names one
_LONGEST = 15  # years of a plan
_LONGEST_DATE = 80  # characters
_LIKE_A_DATE = re.compile(r"\d|year", re.IGNORECASE)
_COUNT = r"(?:\d|one|two|three|four|five)\b"
_PIECE = re.compile(
    rf"\b(?:years?|yrs?|y) ?{_COUNT}(?:(?:\s*[/&,{DASHES}]\s*|\s+(?:to|and)\s+){_COUNT})*"
    rf"|\b20\d\d ?[/{DASHES}] ?(?:20)?\d\d(?!\d)|\b20\d\d to (?:20)?\d\d\b|\bFY ?\d\d(?:[/-]\d\d)?\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\s+onwards\b", re.IGNORECASE)
# The other words of a line that does no more than name a period.
_AROUND = (
    "in during by the we will year of actions action priorities deliverables plans plan for our key end to and "
    "commitments financial onwards beyond from over activity activities fy what do have deliver steps first next"
)
_SAYING_NO_MORE = frozenset(_AROUND.split())
_DASH = re.compile(rf"(?<=\d)\s*[{DASHES}]\s*(?=\d)")
_SPAN = re.compile(
    r"\b(20\d\d)(?:[/-]\d\d(?:\d\d)?)?\s*(?:-|to|until)\s*(20\d\d|\d\d)(?:[/-](\d\d(?:\d\d)?))?(?!\d)", re.IGNORECASE
)


class Named(NamedTuple):
    """A planning period: its name, and the date that it stands for."""

    name: str
    meant: PlanDate

    @property
    def is_long(self) -> bool:
        """Whether it covers nearly a year, or more."""
        last = self.meant.last
        return last is None or (last - self.meant.first).days >= _SHORTEST


def date_in(text: str, calendar: Calendar) -> PlanDate | None:
    """The date that a whole text names; None where it names none, or says more."""
    if len(text) > _LONGEST_DATE or not _LIKE_A_DATE.search(text):  # most lines are none, and to say why takes long
        return None
    return calendar.date_if_any(tidied(text))


def dates_in(text: str, calendar: Calendar) -> list[tuple[int, int, PlanDate]]:
    """The dates among the words of a text, each with where it starts and ends."""
    return list(find_dates(text, calendar.year_starts, calendar.plan_starts))


def tidied(text: str) -> str:
    """A text with a plain hyphen between figures."""
    return _DASH.sub("-", " ".join(text.split())).strip(" :;,")


def period_of(text: str, calendar: Calendar) -> Named | None:
    """The planning period that a head names, alone or among a few words, such as "Actions in 2025/26"."""
    name = tidied(text)
    meant = date_in(name, calendar)
    found = list(_PIECE.finditer(text)) if meant is None else []
    if found:
        start, end = found[0].start(), found[-1].end()
        if (open_end := _OPEN.match(text, end)) and date_in(text[start : open_end.end()], calendar):
            end = open_end.end()
        name = tidied(text[start:end])
        around = f"{text[:start]} {text[end:]}".split()
        meant = date_in(name, calendar) if len(around) <= _MOST_WORDS else None
    named = Named(name, meant) if meant else None
    return named if named and named.is_long else None


def is_period_label(text: str) -> bool:
    """Whether a line does no more than name the period of what stands under it, such as "In year 1 we will:"."""
    rest = _PIECE.sub(" ", text)
    return rest != text and _SAYING_NO_MORE.issuperset(re.findall(r"\w+", rest.lower()))


class Periods:
    """The planning periods that a document names; two names of the same days are one, called as it was first."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self._named: dict[tuple[date, date | None], Named] = {}
        self._whole: tuple[date, date | None] | None = None

    def named(self, period: Named) -> str:
        """The name by which a period is known."""
        days = (period.meant.first, period.meant.last)
        return self._named.setdefault(days, period).name

    def whole(self, start: date, end: date) -> str:
        """The name of the period that is all of the plan."""
        days = (start, end)
        if days not in self._named:
            name = years_named(start, end)
            self._named[days], self._whole = Named(name, self.calendar.date(name)), days
        return self._named[days].name

    @property
    def names(self) -> list[str]:
        """All of them, from the first to the last; all of the plan comes last where the document does not name it."""
        days = sorted(self._named, key=lambda days: (days == self._whole, days[0], days[1] or date.max))
        return [self._named[one].name for one in days]


def years_named(start: date, end: date) -> str:
    """Whole financial years as plans write them: 2025-30, or 2026 where one begins in January."""
    until = (end + timedelta(days=1)).year
    if start.month == 1:
        return str(start.year) if end.year == start.year else f"{start.year} to {end.year}"
    return f"{start.year}-{until % 100:02}" if start.year // 100 == until // 100 else f"{start.year}-{until}"


def years_in(text: str, year_starts: int) -> tuple[date, date] | None:
    """The first and the last day of the years that a title names, such as 2025-30 or 2024/25 to 2028/29."""
    for found in _SPAN.finditer(_DASH.sub("-", text)):
        first, last = int(found[1]), found[3] or found[2]
        second = int(last) if len(last) == len("2030") else first // 100 * 100 + int(last)
        if first < second <= first + _LONGEST:
            return date(first, year_starts, 1), date(second, year_starts, 1) - timedelta(days=1)
    return None


def years_around(days: Iterable[date], year_starts: int) -> tuple[date, date] | None:
    """The whole financial years in which some days lie; None where there are too many of them, or no days."""
    years = sorted(day.year - (day.month < year_starts) for day in days)
    if not years or years[-1] - years[0] >= _LONGEST:
        return None
    return date(years[0], year_starts, 1), date(years[-1] + 1, year_starts, 1) - timedelta(days=1)
