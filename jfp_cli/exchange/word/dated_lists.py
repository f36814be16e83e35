"""Lists of deliverables, each with its date before it, behind it or among its words, as milestones."""

import re
from collections.abc import Iterator, Sequence

from jfp_cli.exchange.word.blocks import Line, with_next
from jfp_cli.exchange.word.commitments import plainly
from jfp_cli.exchange.word.making import Making, Thing
from jfp_cli.exchange.word.markers import DASHES
from jfp_cli.exchange.word.periods import Named, date_in, dates_in, is_period_label, period_of, tidied

_FIRST = re.compile(rf"(?P<date>[^:]{{4,40}}?)\s*(?::|\s[{DASHES}])\s*(?P<rest>\S.*)")
_LAST = re.compile(rf"(?P<rest>.*\S)\s*(?:\s[:{DASHES}]\s|[:,]\s|\()\s*(?P<date>[^()]{{4,40}})\)?\.?")


_SENTENCES = re.compile(r"[.;] +[A-Z]")


def milestones_in(making: Making, lines: Sequence[Line], due: str = "") -> Iterator[tuple[Line, Thing, str]]:
    """The milestones of a list with their lines; a line that is a date alone holds for those under it.

    `due` is the date that the heading over the list names, where it names one.
    """
    head: Line | None = None
    for line, below in with_next(lines):
        if below is not None and below.is_item and not line.is_item:
            head = line
            continue
        over = head if line.is_item else None
        is_date = over is not None and date_in(over.text, making.calendar) is not None
        activity, own, doubt = _parted(making, line.text)
        when = own or (tidied(over.text) if over and is_date else due)
        if when:
            group = "" if over is None or (is_date and not own) else over.text.rstrip(" :")
            making.ledger.take(*([over] if over else []))
            yield line, {"group": group, "activity": activity, "due": when}, doubt


def set_apart(making: Making, text: str) -> tuple[str, str]:
    """What is done, in one sentence, and the date that stands apart before or behind it; empty where none does."""
    for pattern in (_FIRST, _LAST):
        found = pattern.fullmatch(text)
        if found and date_in(found["date"], making.calendar) and not _SENTENCES.search(found["rest"]):
            return found["rest"], tidied(found["date"])
    return text, ""


def led_by_period(making: Making, text: str) -> tuple[Named | None, str]:
    """The planning period that stands before what is done in it, as in "Year 1: ...", and that; else the text."""
    found = _FIRST.fullmatch(text)
    period = period_of(found["date"], making.calendar) if found and is_period_label(found["date"]) else None
    return (period, found["rest"]) if found and period else (None, text)


def _parted(making: Making, text: str) -> tuple[str, str, str]:
    """What is done and its date, empty where it names none; and why that may not be meant."""
    activity, apart = set_apart(making, text)
    if apart:
        return activity, apart, ""
    dates = {date.text: date for _, _, date in dates_in(text, making.calendar)}
    if not dates:
        return text, "", ""
    last = max(dates.values(), key=lambda date: date.last or date.first)
    return (
        text,
        plainly(last, making.calendar),
        f"it names {len(dates)} dates, and the last was taken" if len(dates) > 1 else "",
    )
