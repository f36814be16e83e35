"""Dates as readers expect them in print: in words, and with "by" before them where they need one."""

import datetime as dt
import re

from jfp_cli.values.dates import PlanDate
from jfp_cli.values.text import long_day

_OF_PROGRAMS = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_SAYS_HOW = re.compile(
    r"(?:by|in|on|at|for|from|to|since|during|within|throughout|until|till|through|across|over|up to|between|before|"
    r"after|following|prior|ahead|no later|not later|no earlier|not before|due|latest|expected|planned|start|begin|"
    r"commenc|ongoing|on-going|continu|each|every|annual|monthly|quarterly|year)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\d{4}[-/]\d{2,4}")
_MONTH = 7  # letters of 2026-03


def in_words(date: PlanDate) -> str:
    """A date as it is written; what programs write, such as 2026-03, as people do."""
    if not _OF_PROGRAMS.fullmatch(date.text) or date.last is None or date.text[:_MONTH] != f"{date.first:%Y-%m}":
        return date.text
    day = long_day(date.first)
    return day.partition(" ")[2] if len(date.text) == _MONTH else day


def by(date: PlanDate | None) -> str:
    """A date as the end of a sentence: "by March 2026", "in 2026-30", but "from 2026" as it is; of none nothing."""
    if date is None:
        return ""
    text = in_words(date)
    if date.is_open or _SAYS_HOW.match(text):
        return text
    return f"in {text}" if _YEARS.fullmatch(text) else f"by {text}"


def begins(date: PlanDate) -> str:
    """A date as the beginning of something: "from April 2026", but "by 2026" as it is."""
    text = in_words(date)
    return text if _SAYS_HOW.match(text) else f"from {text}"


def from_to(first: dt.date, last: dt.date) -> str:
    """A time in words."""
    return f"{long_day(first)} to {long_day(last)}"
