"""Dates as readers expect them in print: in words, and with "by" before them where they need one."""

import datetime as dt

from jfp_cli.report.language import say, spoken
from jfp_cli.values.dates import PlanDate


def in_words(date: PlanDate) -> str:
    """A date as it is written; what programs write, such as 2026-03, as people do."""
    return spoken().in_words(date)


def by(date: PlanDate | None) -> str:
    """A date as the end of a sentence: "by March 2026", "in 2026-30", but "from 2026" as it is; of none nothing."""
    return "" if date is None else spoken().by(date)


def begins(date: PlanDate) -> str:
    """A date as the beginning of something: "from April 2026", but "by 2026" as it is."""
    return spoken().begins(date)


def from_to(first: dt.date, last: dt.date) -> str:
    """A time in words."""
    return say("{first} to {last}", first=spoken().day(first), last=spoken().day(last))
