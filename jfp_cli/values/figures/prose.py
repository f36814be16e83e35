"""Figures in running prose, with their offsets, for the rules about wording.

Apart from `Quantity`, because a large pattern is compiled here and only the linter needs it.
"""

import re
from collections.abc import Iterator

from jfp_cli.values.figures.quantity import Quantity
from jfp_cli.values.figures.senses import AFTER
from jfp_cli.values.figures.tokens import PLAIN
from jfp_cli.values.figures.units import NAMES, QuantityError

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_LABEL = (
    "sections? phases? levels? years? types? stages? parts? tiers? steps? figures? tables? pages? versions? "
    "workstreams? bands? grades? chapters? appendix cohorts? waves? quarters? priority priorities groups? "
    "schedules? covid categor(?:y|ies) ambitions? week day annex"
).replace(" ", "|")
# Numbers that name or date something. They are matched first, so that no part of one is taken for a figure.
_NAMED = "|".join(
    (
        r"https?://\S+|\b[\w.+-]{1,64}@\S+",
        rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?\b{_MONTH}(?: '?\d{{2,4}})?\b",
        rf"\b{_MONTH} '?(?:\d{{1,2}}(?:st|nd|rd|th)?,? )?\d{{1,4}}\b(?:[-/]\d+)?",
        r"\b(?:19|20)\d\d ?[-/] ?\d{1,4}(?:[-/]\d+)?\b",
        r"\b(?:19|20)\d\d\b(?![,.]\d| ?%| (?:weeks|days|hours|minutes)\b)",
        r"\b\d+(?:[-/:.]\d+){2,}",
        r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]m\b|\b\d+:\d+",
        r"\b(?:111|999)\b(?:/(?:111|999)\b)?|\b24/[67]\b|\b0\d[\d ]{5,}",
        rf"\b(?:{_LABEL}) \d[\d.]*(?:(?:,| and| or| to| ?[-&/]) ?\d[\d.]*)*\b(?! ?%)",
        r"\bage[ds]? (?:between )?\d+(?:\+| ?(?:-|to|and|or) ?\d+)?",
        r"^[ \t]*\d+(?:\.\d+)*\.?[ \t]+(?=(?-i:[A-Z]))",
        r"\b\d[\d,.]{0,25}(?:-\d{1,9})?-[a-z]\S*",
        r"\b(?!c\d+%)[a-z_]+-?\d\w*|\b\d+[a-z]+\d\w*",
    )
)
_UNITS = "|".join(sorted(map(re.escape, (*NAMES, "per cent", "percent")), key=len, reverse=True))
_NUMBER = (
    r"£?\d[\d,]{0,25}(?:\.\d{1,20})?(?: ?(?:k|m|bn|thousand|million|billion)\b)?"
    rf"(?: ?(?:{_UNITS})(?!\w))?"
)
_PROPORTION = r"(?: ?(?:/|of|out of|in) ?(?!(?:19|20)\d\d)\d(?:[\d,]*\d)?)?"
_AFTER = "|".join(sorted((" ".join(words) for words in AFTER if words[0].isalpha()), key=len, reverse=True))
_FINDER = re.compile(
    rf"(?P<named>{_NAMED})"
    rf"|(?<![\w£])(?<!\d[.,:/-])(?:[<>≥≤~]=? ?|c\.? ?(?=[£\d]))?"
    rf"(?P<first>(?:(?<![\w)])[+-])?{_NUMBER}{_PROPORTION}\+?)(?!\w|[.,:/]\d|-[a-z])"
    rf"(?P<second>(?: to | and | ?- ?){_NUMBER}(?!\w|[.,:/-]\d|-[a-z]))?"
    rf"(?P<after>(?: (?:{_AFTER})\b(?! than))?)",
    re.ASCII | re.IGNORECASE | re.MULTILINE,
)
_FINANCIAL_YEAR = re.compile(
    r"(?<!\d)(?:" + "|".join(f"{year}[/-]{year + 1}" for year in range(15, 40)) + r")$", re.ASCII
)
_WORD_BEFORE = re.compile(r"[a-z=<>≥≤~.]+ $", re.IGNORECASE)
_WORDS_BEFORE = 4
_NO_BEGINNING = re.compile(r"an? |to |at (?!least|most|or)", re.IGNORECASE)
_LONGEST_WORD = 16


def find_quantities(text: str) -> Iterator[tuple[int, int, Quantity]]:
    """Yield every figure in digits with its start and end; parsing that slice gives the same quantity.

    A noun after a figure is not taken: prose does not say where it ends. Dates, ages, section numbers, phone
    numbers and names such as NHS 111, 24/7, Core20PLUS5, phase 2 and "3-year" are no figures.
    """
    plain = text.translate(PLAIN)
    done = 0
    while found := _FINDER.search(plain, done):
        if found["named"] is None:
            begins = _beginnings(plain, done, found.start())
            for begin, end in ((begin, end) for end in _endings(plain, found) for begin in begins):
                try:
                    quantity = Quantity.parse(text[begin:end])
                except QuantityError:
                    continue
                if not _FINANCIAL_YEAR.search(plain[begin:end]):
                    yield begin, end, quantity
                done = end
                break
            else:
                done = found.end()
        else:
            done = max(found.end(), done + 1)


def _beginnings(plain: str, done: int, start: int) -> list[int]:
    """Where the words before a figure may begin, furthest first: parsing tells which of them belong to it."""
    begins = [start]
    while len(begins) <= _WORDS_BEFORE:
        window = max(done, begins[-1] - _LONGEST_WORD)
        word = _WORD_BEFORE.search(plain[window : begins[-1]])
        if word is None or word.group().lower() == "from ":
            break
        begins.append(window + word.start())
    return [begin for begin in reversed(begins) if not _NO_BEGINNING.match(plain, begin)]


def _endings(plain: str, found: re.Match[str]) -> list[int]:
    """Where a figure may end, furthest first; "from 6% to 5%" is two figures, not a range."""
    ends = [found.end(), found.end("second") if found["second"] else -1, found.end("first")]
    if found["second"] and plain[max(0, found.start() - 5) : found.start()].lower() == "from ":
        ends = ends[2:]
    return sorted({end for end in ends if end > 0}, reverse=True)
