"""The dates that an activity names as what it promises: "by the end of June 2025", "to start on 1 April 2026".

Years of strategies, baselines, reference years and what lies in the past are no promises, and a date that may be one
of those is left out.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from jfp_cli.values.dates import PlanDate, Precision
from jfp_cli.values.text import small

_LONGEST = 45  # characters of a date, as in "by the end of the 2025/26 financial year"
_LONGEST_SENTENCE = 300  # characters
_ONE_DAY = timedelta(days=1)
_SHARP = (Precision.DAY, Precision.WEEK, Precision.PART_OF_MONTH, Precision.MONTH, Precision.QUARTER)
_FIGURE = re.compile(r"\d\d")
_DEADLINES = ("by", "no later than", "not later than")
_ENDINGS = ("before", "ahead of", "until", "till", "up to")
_HAPPENINGS = ("on", "in", "during", "from")
_SIGNS = ("(", ",", " -", " \u2013", " \u2014")
_LONG = (
    Precision.FINANCIAL_YEAR,
    Precision.ACADEMIC_YEAR,
    Precision.CALENDAR_YEAR,
    Precision.BARE_YEAR,
    Precision.SPAN,
)
_CUE = re.compile(
    r"\b(?:by|before|no later than|not later than|ahead of|on|in|during|from|until|till|up to)(?=\s[^.;]{0,40}\d)"
    r"|\b(?:go(?:es|ing)?[- ]live|goes live|opening|launch|due|expected|planned)\b:?(?=\s[^.;]{0,40}\d)"
    r"|\((?=[^()]{0,60}\d\))|(?:,| [-\u2013\u2014])(?=\s[^.;,]{0,30}\d\Z)"
)
# What starts or happens on a date: "to start on", "launch in", "goes live", not "which started in".
_EVENT = re.compile(
    r"(?:(?:\A|[.;:,(]\s*|\b(?:to|will|must|should|and|be|goes|going|then)\s+)"
    r"(?:start|begin|commence|launch|launched|open|mobilise|finish|completed?|finished|delivered|(?:go[- ])?live"
    r"|in place|ready|up and running|in use|available|switched on|published|introduced|opened)"
    r"|\b(?:starts|begins|commences|launches|opens|finishes|goes? live|going live|go-live)"
    r"|\b(?:go-live|launch|opening|start|completion|publication) of(?: [\w-]+){1,5}"
    r"|\b(?:starting|beginning|commencing|launching|opening|finishing))\Z",
    re.IGNORECASE,
)
# An order whose result is there on the date that follows: "Open the unit in Spring 2027".
_RESULT = re.compile(
    r"\s*(?:open|launch|start|begin|complete|finish|publish|deliver|mobilise|introduce|implement|roll out|commission"
    r"|award|sign|recruit|appoint|hold|run|give|offer|vaccinate|move|close|switch|bring|put|build|install|set up"
    r"|establish|go live|hand over|reopen|replace|withdraw|issue|submit|approve|agree|ratify|adopt|procure|buy"
    r"|train)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;!?]\s")
# After a date of which the text itself is the promise nothing more may follow than a mark.
_ENDS = re.compile(r"\s*(?:\Z|[).;,])")
# A date before any other word describes that word, as in "by the August 2024 baseline".
_MAY_FOLLOW = re.compile(
    r"\s*(?:\Z|[^\w\s%/]|(?:and|or|but|for|with|to|at|across|so|when|where|which|who|including|in|on|from|using|through|"
    r"throughout|via|alongside|subject|as|if|unless|under|within|of|after|before|while|then|ready|the|an?|our|its|their|"
    r"all|every|each|both)\b)",
    re.IGNORECASE,
)
# "progress made by March 2025" is no promise, and in a review neither is "services commissioned by March 2025".
_REFERS = re.compile(
    r"(?:\b(?:made|set|seen|reached|recorded|reported|gained|lost|published|identified|required|requested|born|not)"
    r"|(?<!,) (?:that|which|who|whose)(?: \w+){0,2} \w+)\Z",
    re.IGNORECASE,
)
# "Children registered before April 2025" are some children; "staff trained by April 2025" is a promise.
_PEOPLE = re.compile(
    r"\b(?:people|patients|everyone|everybody|anyone|those|all|residents|children|babies|women|men|adults|families|staff"
    r"|carers|veterans|referrals|cases|contracts|letters|records|buildings|homes|practices|clinics)"
    r"(?: \w+){0,2} (?:\w+ed|seen|sent|built|held|given|written|known|waiting|living|taken|on)\Z",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|nothing|nobody)(?: \w+){0,4}\Z", re.IGNORECASE)
_TELLS_WHEN = re.compile(
    r"(?:\b\w+ed|\b(?:held|made|seen|given|begun|written|sent|taken|won|found|lost|set|run|met|built|paid|brought|known"
    r"|plan|strategy|report|survey|audit|review|guidance|inspection|baseline|figures?|data|results?|findings|census|budget"
    r"|return|framework|standards?|letter|act|edition|version|policy|levels?|rates?))\Z",
    re.IGNORECASE,
)
_IN_BRACKET = re.compile(
    r"\((?:(?:due|expected|planned|target(?: date)?|go-live|opening|launch|deadline)\b:? ?)?", re.IGNORECASE
)
_LEAD = re.compile(r"(?:(?:in|on|by|from|for)\b )?", re.IGNORECASE)
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
    done = 0
    for cue in _CUE.finditer(small(text)):
        if cue.start() < done:
            continue
        word, start = cue[0], cue.start()
        before = _sentence_before(text, start)
        is_deadline = _is_deadline(word, before)
        if is_deadline is None or _is_reference(before, word):
            continue
        words_and_date = _date_at(text, start, word, dates_in)
        if words_and_date is None:
            continue
        done = start + len(words_and_date[0])
        is_result = is_deadline and word not in _DEADLINES
        if is_result and words_and_date[1].precision in _LONG:
            continue  # "train all staff in 2025/26" goes on for the year
        follows = _ENDS if is_result or word in ("until", "till", "up to") else _MAY_FOLLOW
        if follows.match(text, done):
            yield PromisedDate(
                words_and_date[0].lstrip("(,-\u2013\u2014 "),
                words_and_date[1],
                is_deadline,
                is_main=not _BELOW.search(_TO_BE.sub("", before)),
            )


def overlaps(one: PlanDate, other: PlanDate) -> bool:
    """Whether two dates have a day in common."""
    return one.first <= last_day(other) and other.first <= last_day(one)


def last_day(written: PlanDate) -> date:
    """The last day that a date can mean: "by 2026" may stand for the financial year that starts in it."""
    if written.last is None:
        return date.max
    return date(written.last.year + 1, 3, 31) if written.precision is Precision.BARE_YEAR else written.last


def disagrees(promise: PromisedDate, due: PlanDate) -> bool:
    """Whether something is due after the text's date, or clearly before the date by which the text says it is done."""
    if last_day(promise.date) < due.first:
        return True
    if not (promise.is_deadline and promise.is_main and promise.date.precision in _SHARP):
        return False
    return last_day(due) + _ONE_DAY < promise.date.first  # "by 1 April" is "in March"


def _is_deadline(word: str, before: str) -> bool | None:
    """Whether what stands before a date is done by then, or only starts or goes on; None where neither is said."""
    if word in _DEADLINES:
        return True
    if word in _ENDINGS:
        return None if _NOT.search(before) else False
    if word in _SIGNS:
        return None if _TELLS_WHEN.search(before) else True
    if word not in _HAPPENINGS:
        return False
    if _EVENT.search(before):
        return False
    is_result = word in ("in", "on") and _RESULT.match(before) and not _TELLS_WHEN.search(before)
    return True if is_result else None


def _date_at(text: str, start: int, cue: str, dates_in: DatesIn) -> tuple[str, PlanDate] | None:
    """The words and the date that begin at a place; of "from April 2026" the month itself."""
    at = start
    if cue in _SIGNS:
        inside = _IN_BRACKET.match(text, start)
        at = inside.end() if inside else start + len(cue) + 1
    elif cue in ("until", "till", "up to", "ahead of", "from") or cue not in (*_DEADLINES, *_ENDINGS, *_HAPPENINGS):
        at += len(cue) + 1
        lead = _LEAD.match(text, at)
        at = lead.end() if lead else at
    for first, end, written in dates_in(text[at : at + _LONGEST]):
        return (text[start : at + end], written) if first == 0 and not written.is_open else None
    return None


def _sentence_before(text: str, at: int) -> str:
    """The sentence up to a place, as far back as one may reasonably go."""
    back = text[max(0, at - _LONGEST_SENTENCE) : at]
    return _SENTENCE.split(back)[-1].rstrip()


def _is_reference(sentence: str, cue: str) -> bool:
    if _REFERS.search(sentence):
        return True
    if cue not in (*_DEADLINES, *_SIGNS) and _PEOPLE.search(sentence):
        return True
    return bool(_PARTICIPLE.search(sentence) and _LOOKS_BACK.match(sentence))
