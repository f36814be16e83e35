"""What a cell reports, parted by the days that begin its lines."""

import re
from collections.abc import Iterator
from datetime import date

from jfp_cli.exchange.tracker.days import DAY_OR_YEAR
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError, PlanDate, find_dates

_BEGINS = re.compile(
    r"\s*[\[(]?(\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?[ -][A-Za-z]{3,9}[ -]\d{2,4}"
    r"|[A-Za-z]{3,9}[ -]\d{2,4})(?:[\])]\s*[:\u2010-\u2014-]?|\s*[:\u2010-\u2014-]|\s*$)\s*"
)


def reports_in(text: str, calendar: Calendar, day: str) -> Iterator[tuple[str, str]]:
    """The reports of a text, each with its day: that which its line begins with, else the one given."""
    here, lines = day, list[str]()
    for line in text.split("\n"):
        found = _BEGINS.match(line)
        began = _day(found[1], calendar) if found else ""
        if began and found:
            if lines:
                yield "\n".join(lines), here
            here, lines = began, [line[found.end() :]] if line[found.end() :].strip() else []
        elif line.strip():
            lines.append(line)
    if lines:
        yield "\n".join(lines), here


def day_of_head(head: str, calendar: Calendar, today: date) -> str:
    """The day that a head says that something was reported on, or the last of its period; none that is to come."""
    found = [one for _, _, one in find_dates(head, calendar.year_starts, calendar.plan_starts)]
    last = found[-1].last if found else None
    return min(last, today).isoformat() if last is not None and found[-1].first <= today else ""


def as_in_updates(at: PlanDate) -> str:
    """A day, as it is written in updates, or the text of a month."""
    return at.first.isoformat() if at.first == at.last else at.text


def _day(text: str, calendar: Calendar) -> str:
    try:
        found = calendar.date(text)
    except DateError as error:
        if len(error.advised) != 1 or DAY_OR_YEAR.match(text):
            return ""
        found = calendar.date(error.advised[0])
    return as_in_updates(found)
