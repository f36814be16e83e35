"""The figures of a sentence that say what shall be reached, and not how old somebody is or how long a wait."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jfp_cli.exchange.word.markers import DASHES
from jfp_cli.exchange.word.periods import dates_in
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.figures import QuantityError, find_quantities

_MOST_WORDS = 8  # of a text that is a figure
Span = tuple[int, int]
BY = "by "
"""What stands before a figure by which something changes, until it is known which way."""
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PERCENT = re.compile(r"%|per ?cent", re.IGNORECASE)
_TIMES = frozenset(
    ("year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes")
)
# A figure without the words before it that say what is counted, or that it is a change.
_CORE = re.compile(
    r"(?:(?:at least|at most|no more than|more than|less than|fewer than|greater than|no less than|not more than|up to|"
    r"under|over|above|below|min(?:imum)?(?: of)?|max(?:imum)?(?: of)?|about|around|nearly|c\.?|[<>≥≤]=?)\s*)?[£]?\d.*",
    re.IGNORECASE,
)
# What stands before a figure that shall be reached, before one by which something changes, and before others.
_REACH = re.compile(
    r"(?:\b(?:to|at|reach(?:es|ed|ing)?|achiev(?:e|es|ed|ing)|targets?(?: rate| level)?(?: of| is)?|rates?(?: of)?|is|"
    r"are|be|deliver(?:y of|ing)?|ensur(?:e|ed|ing)(?: that)?|maintain(?:ed|ing)?|for|sustain|of)|"
    rf"[:,{DASHES}])\s*$|^\s*$",
    re.IGNORECASE,
)
_CHANGES = re.compile(r"\bby (?:an? (?:further|additional) |up to |at least )?$", re.IGNORECASE)
_GROUP = re.compile(r"\b(?:most|least|bottom|top)[\w\s-]{0,30}$|\b(?:deprived|aged?|over|under)\s*$", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:children|adults|people|persons|residents|patients|those|young|population|aged?|all)(?: aged)? *$",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:at least|more than|no less than|over|above|greater than|minimum|>|≥)", re.IGNORECASE)
_LESS = re.compile(r"(?:at most|no more than|less than|fewer than|under|below|up to|maximum|<|≤)", re.IGNORECASE)
_WORDED = re.compile(r"\b(?:half|halve|third|quarter|fifth|tenth|double|treble|triple)\w*\b", re.IGNORECASE)


class Mark(NamedTuple):
    """A figure in a sentence, and where it begins."""

    start: int
    figure: str


def reads(text: str, calendar: Calendar, *, is_level: bool = False) -> bool:
    """Whether a text is a figure, or with `is_level` one that was measured, and no more."""
    try:
        (calendar.level if is_level else calendar.quantity)(text)
    except QuantityError:
        return False
    return True


def direction_of(figure: str) -> str:
    """Which way is better by how a figure is compared, such as "under 6%"; empty where it is not."""
    return "higher" if _MORE.match(figure) else "lower" if _LESS.match(figure) else ""


def whole_figure(text: str, calendar: Calendar) -> str:
    """A text that is one figure and no more, without the stop at its end; empty where it is not."""
    written = text.strip(" .")
    if len(written.split()) > _MOST_WORDS or not re.search(r"\d", written):
        return ""
    return written if reads(written, calendar) and calendar.quantity(written).upper is None else ""


def brackets_in(text: str) -> list[Span]:
    """Where something stands in brackets."""
    return [found.span() for found in _BRACKETS.finditer(text)]


def marks_in(text: str, calendar: Calendar) -> list[Mark]:
    """The figures of a sentence, but for those in brackets, in dates, and of a part of the people."""
    hidden = [*brackets_in(text), *((start, end) for start, end, _ in dates_in(text, calendar))]
    return [mark for mark in _marks(text, hidden) if not _GROUP.search(text[: mark.start])]


def _marks(text: str, hidden: Iterable[Span]) -> Iterator[Mark]:
    spans = list(hidden)
    for start, end, _ in find_quantities(text):
        if not any(begin < end and start < stop for begin, stop in spans):
            core = _CORE.search(text[start:end])
            begin = start + (core.start() if core else 0)
            yield Mark(begin, text[begin:end])


def aims_in(text: str, calendar: Calendar) -> list[str]:
    """The figures that a sentence aims at, each once; one by which something changes has BY before it."""
    marks = marks_in(text, calendar)
    has_share = any(_PERCENT.search(mark.figure) for mark in marks)
    return list(dict.fromkeys(filter(None, (_aim(text, mark, has_share=has_share) for mark in marks))))


def _aim(text: str, mark: Mark, *, has_share: bool) -> str:
    before, figure = text[: mark.start], mark.figure
    is_time = not _TIMES.isdisjoint(figure.lower().split())
    if _CHANGES.search(before):
        return BY + figure
    if is_time and (has_share or not re.search(r"\bto\s*$", before)):
        return ""
    is_compared = bool(direction_of(figure)) and not is_time and not _PEOPLE.search(before)
    return figure if _REACH.search(before) or is_compared else ""


def worded_in(text: str, calendar: Calendar) -> str:
    """A figure that is written in words, such as "halve"; empty where there is none, or several."""
    if not _WORDED.search(text):
        return ""
    try:
        calendar.quantity(text)
    except QuantityError as error:
        told = [figure for figure in error.advised if _WORDED.search(figure) and not re.search(r"\d", figure)]
        return told[0] if len(error.advised) == len(told) == 1 else ""
    return ""
