"""The dates that an activity names as what it promises: "by the end of June 2025", "to start on 1 April 2026".

Years of strategies, baselines, reference years and what lies in the past are no promises, and a date that may be one
of those is left out.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from jfp_cli.values.dates import PlanDate

_LONGEST = 45  # characters of a date, as in "by the end of the 2025/26 financial year"
_LONGEST_SENTENCE = 300  # characters
_FIGURE = re.compile(r"\d\d")
_CUE = re.compile(r"\b(?:by|before|no later than|not later than|on|in|during|from)(?=\s[^.;]{0,40}\d)", re.IGNORECASE)
# What starts or happens on a date: "to start on", "launch in", not "which started in".
_EVENT = re.compile(
    r"(?:\A|[.;:,(]\s*|\b(?:to|will|must|should|and|be|goes)\s+)"
    r"(?:start|begin|commence|launch|open|mobilise|finish|completed?|finished|delivered|(?:go )?live|in place|ready)\Z",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;!?]\s")
# A date before any other word describes that word, as in "by the August 2024 baseline".
_MAY_FOLLOW = re.compile(
    r"\s*(?:\Z|[^\w\s%/]|(?:and|or|but|for|with|to|at|across|so|when|where|which|who|including|in|on|from|using|through|"
    r"throughout|via|alongside|subject|as|if|unless|under|within|of|after|before|while|then|ready|the|an?|our|its|their|"
    r"all|every|each|both)\b)",
    re.IGNORECASE,
)
# "progress made by March 2025" is no promise, and in a review neither is "services commissioned by March 2025".
_REFERS = re.compile(
    r"(?:\b(?:made|set|seen|reached|recorded|reported|gained|lost|published|identified|required|requested)"
    r"|\b(?:that|which|who)(?: \w+){0,2} \w+)\Z",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"(?<!\bbe )(?<!\bis )(?<!\bare )\b\w+ed\Z", re.IGNORECASE)
_LOOKS_BACK = re.compile(
    r"\s*(?:review|evaluat|assess|analys|audit|report|measur|compar|learn|monitor|maintain|sustain|keep|continu|build|"
    r"embed|extend|refresh|updat)",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\b(?:to|so|that|which|who|for|towards?|until|aim\w*|ambitions?|goals?|targets?|standards?|trajector\w+|line)\b",
    re.IGNORECASE,
)
_TO_BE = re.compile(r"\bto be(?: \w+){1,3}\Z", re.IGNORECASE)

DatesIn = Callable[[str], Iterator[tuple[int, int, PlanDate]]]
"""Finds the dates of a text."""


class PromisedDate(NamedTuple):
    """A date in a text: its words, what it promises, and how firmly.

    `is_deadline`: something is done by then, not merely starts or happens. `is_main`: it is the activity itself that
    is, not what the activity is for.
    """

    words: str
    date: PlanDate
    is_deadline: bool
    is_main: bool


def promised_dates(text: str, dates_in: DatesIn) -> Iterator[PromisedDate]:
    """The dates that an activity promises, in its order."""
    if not _FIGURE.search(text):
        return
    for cue in _CUE.finditer(text):
        word, start = cue[0].lower(), cue.start()
        before = _sentence_before(text, start)
        if word in ("on", "in", "during", "from") and not _EVENT.search(before):
            continue
        words_and_date = _date_at(text, start, word, dates_in)
        if words_and_date and _MAY_FOLLOW.match(text, start + len(words_and_date[0])) and not _is_reference(before):
            is_deadline = word in ("by", "no later than", "not later than")
            yield PromisedDate(*words_and_date, is_deadline, is_main=not _BELOW.search(_TO_BE.sub("", before)))


def _date_at(text: str, start: int, cue: str, dates_in: DatesIn) -> tuple[str, PlanDate] | None:
    """The words and the date that begin at a place; of "from April 2026" the month itself."""
    skipped = len(cue) + 1 if cue == "from" else 0
    for first, end, date in dates_in(text[start + skipped : start + skipped + _LONGEST]):
        return (text[start : start + skipped + end], date) if first == 0 and not date.is_open else None
    return None


def _sentence_before(text: str, at: int) -> str:
    """The sentence up to a place, as far back as one may reasonably go."""
    back = text[max(0, at - _LONGEST_SENTENCE) : at]
    return _SENTENCE.split(back)[-1].rstrip()


def _is_reference(sentence: str) -> bool:
    if _REFERS.search(sentence):
        return True
    return bool(_PARTICIPLE.search(sentence) and _LOOKS_BACK.match(sentence))
