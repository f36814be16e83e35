"""The title that stands before some texts: on a line of its own, in bold, before a colon, or nowhere."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from jfp_cli.exchange.word.blocks import Line
from jfp_cli.exchange.word.markers import STOPS
from jfp_cli.exchange.word.periods import date_in
from jfp_cli.values.calendar import Calendar

_MOST_WORDS = 20
_SHORT = 10  # words of a title that nothing but its place tells
_FIRST_WORDS = 8
_LEAD = re.compile(r"(?P<title>[^:.!?]{2,160}):\s+(?P<rest>\S.*)")
_LEAD_AFTER = re.compile(r"(?P<title>[^:.!?]{2,40}:[^:.!?]{2,160}):\s+(?P<rest>\S.*)")
_CLAUSE = re.compile(r"[,.;:(]")
_DEEDS = (
    "to we our will continue complete implement develop deliver review improve increase reduce roll work support "
    "expand commission embed establish ensure introduce launch open build create agree publish pilot evaluate "
    "mobilise procure recruit train identify explore scope design promote provide maintain strengthen undertake "
    "carry begin start finish finalise move extend enhance invest set put make use share adopt align codesign "
    "coproduce refresh update test offer map monitor integrate transform redesign standardise optimise transition "
    "consolidate appoint enable achieve prepare plan hire run"
)
_BEGINNING_A_DEED = frozenset(_DEEDS.split())


class Titled(NamedTuple):
    """A title and the texts under it; the title is empty where none stands before them."""

    title: str
    texts: list[str]


def titled(lines: Sequence[Line]) -> Titled:
    """Lines as a title and what stands under it."""
    at = next((number for number, line in enumerate(lines) if line.text), None)
    if at is None:
        return Titled("", [])
    first, rest = lines[at], [line.text for line in lines[at + 1 :] if line.text]
    below = lines[at + 1] if at + 1 < len(lines) and lines[at + 1].text else None
    bold, plain = first.text[: first.bold].strip(STOPS), first.text[first.bold :].strip(STOPS)
    if bold and plain and not first.is_bold and len(bold.split()) <= _MOST_WORDS:
        return Titled(bold, [plain, *rest])
    if rest and _stands_over(first, below):
        return Titled(first.text.rstrip(" :"), rest)
    led = _led(first)
    if led and not (led["rest"][0].islower() and _is_longer(below, first)):
        return Titled(led["title"].strip(), [led["rest"], *rest])
    if rest and (below is None or _is_longer(below, first)) and _is_name(first):
        return Titled(first.text, rest)
    return Titled("", [first.text, *rest])


def first_words(text: str) -> str:
    """A title made of the first words of a text."""
    clause = _CLAUSE.split(text, maxsplit=1)[0].strip()
    is_short = 1 < len(clause.split()) <= _FIRST_WORDS + 4
    return clause if is_short else f"{' '.join(text.split()[:_FIRST_WORDS])} ..."


def _stands_over(line: Line, below: Line | None) -> bool:
    """Whether a line is set apart as the title of those below it."""
    if len(line.text.split()) > _MOST_WORDS or line.text.endswith(".") or line.is_item:
        return False
    return line.text.endswith(":") or line.is_bold or (below is not None and below.is_item)


def _led(line: Line) -> re.Match[str] | None:
    """A title before a colon, and the rest; a date before one is no title yet."""
    led = _LEAD.fullmatch(line.text)
    if led and date_in(led["title"], Calendar()):
        led = _LEAD_AFTER.fullmatch(line.text)
    return led if led and not line.is_item and len(led["title"].split()) <= _MOST_WORDS else None


def _is_longer(below: Line | None, line: Line) -> bool:
    """Whether a text stands directly under a short line."""
    words = len(line.text.split())
    return below is not None and len(below.text.split()) > words and words <= _SHORT


def _is_name(line: Line) -> bool:
    """Whether a line reads like a title: short, no sentence, no entry of a list, and no deed."""
    words = line.text.replace("-", "").lower().split()
    is_open = line.text[-1:].isalnum() or line.text.endswith(")")
    return is_open and len(words) <= _SHORT and not line.is_item and words[0] not in _BEGINNING_A_DEED
