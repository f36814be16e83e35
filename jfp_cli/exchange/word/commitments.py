"""What a sentence commits to: the figure, the date and the baseline in its words, where there is no doubt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from jfp_cli.exchange.word.figures import (
    BY,
    aims_in,
    brackets_in,
    direction_of,
    marks_in,
    reads,
    whole_figure,
    worded_in,
)
from jfp_cli.exchange.word.markers import DASHES
from jfp_cli.exchange.word.periods import date_in, dates_in
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.text import quoted

_FEWER = (
    r"reduc\w*|fewer|lower\w*|decreas\w*|fall(?:s|en|ing)?|shorter|shorten\w*|less|cut(?:s|ting)?|minimis\w*|halv\w*|"
    r"drop\w*|eliminat\w*|declin\w*|limit\w*|quicker"
)
_MORE = (
    r"increas\w*|more|higher|rais\w*|ris(?:e|es|ing)|grow\w*|greater|expand\w*|maximis\w*|doubl\w*|boost(?:s|ed|ing)?"
)
_WAYS = re.compile(rf"\b(?:(?P<lower>{_FEWER})|(?P<higher>{_MORE}))\b(?! than)", re.IGNORECASE)
_FIRST_WORDS = 5
# Words around a date that make it none by which something is due.
_BACK = re.compile(
    r"(?:compared (?:to|with)|since|as (?:of|at)|from|against|baseline(?: of| in)?|on|than(?: in)?|after|published|"
    r"between|and)\s*$",
    re.IGNORECASE,
)
_BACKWARD = re.compile(r"(?:from|since|as of|as at|on|to|after)\b", re.IGNORECASE)
_BASE = re.compile(r"\s*(?:baseline|levels?|outturn|position|survey)\b", re.IGNORECASE)
_SAYING_NOTHING = ("by", "in", "for", "during")
_UNIT = r"(?: ?(?:%|per cent|[a-z]+ ?[a-z]*))?"
_FROM_TO = re.compile(
    r"\bfrom (?P<base>[£\d][^\s;]*?(?: ?(?:%|per cent|million|weeks|days|minutes|hours))?)"
    r"(?: \((?P<at>[^)]*)\)| in (?P<when>[A-Z]?[\w/-]+(?: \d{4})?))?,? (?:down |up )?to "
    rf"(?P<goal>(?:at least |under |below |over )?[£\d][\d.,]*{_UNIT})",
)
_TO = re.compile(r"\bto\b")
_NOUGHT = re.compile(r"\bto (?:zero|nil|none)\b(?: \(0\))?", re.IGNORECASE)
_LED = re.compile(rf"(?P<date>[^:{DASHES}]{{4,30}}?(?:\d-\d\d(?:\d\d)?)?)\s*[:{DASHES}]\s*(?P<rest>.*\d.*)")
_SENTENCE = re.compile(r"(?<=[.;]) +(?=[A-Z][a-z])")


class Point(NamedTuple):
    """A figure on the way, and when."""

    figure: str
    due: str


@dataclass(slots=True)
class Typed:
    """What a sentence commits to, as a plan writes it; `doubt` says why a figure or a date in it was not typed."""

    figure: str = ""
    due: str = ""
    better: str = ""
    baseline: str = ""
    baseline_at: str = ""
    trajectory: tuple[Point, ...] = ()
    doubt: str = ""

    @property
    def is_typed(self) -> bool:
        """Whether it has a figure or a date."""
        return bool(self.figure or self.due)


def sentences_of(text: str, calendar: Calendar) -> list[str]:
    """A text as one commitment, or as several where each of its sentences has a figure of its own."""
    parts = _SENTENCE.split(text)
    if len(parts) == 1:
        return parts
    typed = [part for part in parts if (said := commitment_in(part, calendar)).figure or said.doubt]
    return parts if 1 < len(typed) == len(parts) else [text]


def commitment_in(text: str, calendar: Calendar) -> Typed:
    """What a sentence commits to."""
    led = _LED.fullmatch(text)
    if led and date_in(led["date"], calendar) and not dates_in(led["rest"], calendar):  # March 2029: 5%
        said = commitment_in(led["rest"], calendar)
        said.due = said.due or led["date"].strip()
        return said
    if whole := whole_figure(text, calendar):
        return Typed(whole, better=direction_of(whole))
    dates = list(_due_dates(text, calendar))
    found = Typed(better=_better(text))
    if len({date.text for _, date in dates}) == 1:
        found.due = plainly(dates[0][1], calendar)
    if not (_take_from_to(text, dates, calendar, found) or _take_steps(text, dates, calendar, found)):
        _take_figure(text, calendar, found)
        if len({date.text for _, date in dates}) > 1:
            found.doubt = found.doubt or "it has several dates"
    return found


def plainly(date: PlanDate, calendar: Calendar) -> str:
    """A date without a word before it that says nothing."""
    word, _, rest = " ".join(date.text.split()).partition(" ")
    meant = date_in(rest, calendar) if word.lower() in _SAYING_NOTHING else None
    is_same = meant is not None and (meant.first, meant.last) == (date.first, date.last)
    return rest if is_same else " ".join(date.text.split())


def _better(text: str) -> str:
    """Which way is better, by a word among the first of a sentence; empty where two speak against each other."""
    begin = sum(len(word) + 1 for word in text.split()[:_FIRST_WORDS])
    words = (found for found in _WAYS.finditer(text) if found.start() < begin)
    ways = {kind for found in words for kind, word in found.groupdict().items() if word}
    return ways.pop() if len(ways) == 1 else ""


def _due_dates(text: str, calendar: Calendar) -> Iterator[tuple[int, PlanDate]]:
    """The dates of a sentence by which something may be due, each with where it begins."""
    hidden = brackets_in(text)
    for start, end, date in dates_in(text, calendar):
        is_back = _BACK.search(text[:start]) or _BACKWARD.match(date.text) or _BASE.match(text[end:])
        if not is_back and not any(begin <= start < stop for begin, stop in hidden):
            yield start, date


def _take_from_to(text: str, dates: list[tuple[int, PlanDate]], calendar: Calendar, found: Typed) -> bool:
    """Take what stands as "from 60% to 67%"."""
    said = _FROM_TO.search(text)
    if said is None:
        return False
    base, goal = said["base"].rstrip(",."), said["goal"].strip(" ,.")
    while goal and not whole_figure(goal, calendar):
        goal = goal.rpartition(" ")[0]
    if not goal or not reads(base, calendar, is_level=True):
        return False
    when = said["at"] or said["when"] or ""
    found.figure, found.baseline = goal, base
    found.baseline_at = when if when and date_in(when, calendar) else ""
    later = {plainly(date, calendar) for start, date in dates if start > said.start("goal")}
    if len(later) == 1:
        found.due = later.pop()
    return True


def _take_steps(text: str, dates: list[tuple[int, PlanDate]], calendar: Calendar, found: Typed) -> bool:
    """Take several figures with a date each, in step: those on the way, and the last."""
    figures = marks_in(text, calendar)
    if len(dates) < 2 or len(figures) != len(dates):
        return False
    order = sorted([(start, "date") for start, _ in dates] + [(mark.start, "figure") for mark in figures])
    days = [date.first for _, date in dates]
    units = {calendar.quantity(mark.figure).unit for mark in figures}
    if any(one == other for (_, one), (_, other) in pairwise(order)) or days != sorted(set(days)) or len(units) > 1:
        return False
    *points, last = (
        Point(mark.figure, plainly(date, calendar)) for mark, (_, date) in zip(figures, dates, strict=True)
    )
    found.trajectory, found.figure, found.due = tuple(points), last.figure, last.due
    return True


def _take_figure(text: str, calendar: Calendar, found: Typed) -> None:
    """Take the one figure that a sentence aims at; where there are several, say so."""
    aims = ["0"] if _NOUGHT.search(text) else aims_in(text, calendar)
    if not aims:
        found.figure = worded_in(text, calendar)
    elif len(aims) > 1:
        found.doubt, found.better = f"it has several figures: {', '.join(aims)}", ""
    elif aims[0].startswith(BY):
        _take_change(aims[0].removeprefix(BY), calendar, found)
    elif reads(aims[0], calendar) and calendar.quantity(aims[0]).upper is not None and _TO.search(aims[0]):
        found.doubt = f"{quoted(aims[0])} may be a range, or where it begins and what it aims at"
    elif reads(aims[0], calendar):
        found.figure = aims[0]
        found.better = found.better or direction_of(aims[0])


def _take_change(amount: str, calendar: Calendar, found: Typed) -> None:
    """Take a figure by which something changes, where the sentence says which way."""
    written = {"lower": f"down {amount}", "higher": f"up {amount}"}.get(found.better, "")
    if written and reads(written, calendar):
        found.figure = written
    else:
        found.doubt = f"nothing says whether {amount} is up or down"
