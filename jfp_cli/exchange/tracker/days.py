"""The dates of a tracker's cells: those that were moved, those that stand among words, and those of Americans."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError
from jfp_cli.values.text import long_day, quoted

_SLASHED = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{2,4})(?: \d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?)?$", re.IGNORECASE)
_OF_PROJECTS = re.compile(r"(?<=\d)\s*(?:\*| A)$")  # what project programs write behind dates that are set or actual
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?=\d)", re.IGNORECASE)
DAY_OR_YEAR = re.compile(r"^[a-z]{3,9}\.? ?\d\d$", re.IGNORECASE)
"""What may be a month and its year, or a day of it: March 25."""
_LAST_MONTH = 12
_MANY, _LONGEST_PLAN, _CENTURY = 3, 5, 100
_ANY_START = date(2025, 4, 1)
_STARTS = "starts: "


class Day(NamedTuple):
    """A date as the plan shall have it: the one before, and what was left of the text; or why there is none."""

    text: str = ""
    former: str = ""
    left: str = ""
    fault: str = ""


class Days:
    """How the dates of a table are read: the day comes first, unless one of them says that the month does.

    March 27 is a month of 2027 where several are written so and all of them may be years of the plan.
    """

    def __init__(self, calendar: Calendar, texts: Iterable[str] = ()) -> None:
        self._calendar = calendar
        texts = list(texts)
        pairs = [(int(found[1]), int(found[2])) for text in texts if (found := _SLASHED.match(text))]
        has_months_first = any(second > _LAST_MONTH for _, second in pairs)
        self._is_month_first = has_months_first and not any(first > _LAST_MONTH for first, _ in pairs)
        self._has_years = self._are_years({text for text in texts if DAY_OR_YEAR.match(text)})

    def read(self, text: str) -> Day:
        """The date that a text says."""
        text = _WEEKDAY.sub("", _OF_PROJECTS.sub("", text.strip()))
        found = _SLASHED.match(text)
        if found:
            text = found[0][: found.end(3)]
        if found and self._is_month_first:
            text = f"{int(found[2]):02}/{int(found[1]):02}/{found[3]}"
        try:
            self._calendar.date(text)
        except DateError as error:
            readable = [one for one in error.advised if not one.startswith(_STARTS)]
            if len(readable) != 1 or (DAY_OR_YEAR.match(text) and not self._has_years):
                return Day(fault=str(error))
            if error.former:
                return Day(readable[0], former=error.former)
            return Day(readable[0], left=f"{quoted(text)}: {quoted(readable[0])} was taken for its date")
        if found and self._is_month_first:
            text = long_day(self._calendar.date(text).first)
        return Day(text)

    def _are_years(self, texts: Collection[str]) -> bool:
        """Whether texts such as March 27 name years, which they do where they are many and of the plan's time."""
        first = (self._calendar.plan_starts or _ANY_START).year % _CENTURY
        return len(texts) >= _MANY and all(first - 1 <= int(text[-2:]) <= first + _LONGEST_PLAN for text in texts)

    def is_same(self, one: str, other: str) -> bool:
        """Whether two texts stand for the same days."""
        first, second = self._calendar.date_if_any(one), self._calendar.date_if_any(other)
        return first is not None and first == second
