"""A text cut into the numbers, words and marks that a date is read from."""

import re
from datetime import date

from jfp_cli.values.cut_text import CutText
from jfp_cli.values.dates.vocabulary import ABBREVIATIONS, COUNTS, ORDINALS

APRIL = 4  # when a year starts that no plan says otherwise of
YEAR_DIGITS = 4
SHORT_DIGITS = 2  # of a day, a month, or a year without its century
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
SILENT = frozenset({"the", "of", ","})  # "the 31st of January, 2025" is "31 January 2025"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad"
_MARKS = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys("\u2018\u2019\u02bc`\u00b4", "'")
    | {"\u2044": "/", "[": "(", "]": ")", "\u2026": ".."}
)
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\n\s*\n|\.\.+|\S")
_GROUP = re.compile(r"\d{3}(?!\d)")
_MOST_COUNTED = 100


class Words(CutText):
    """The words of a text, each with its place in it, and how the plan that it stands in counts its years.

    Words that carry no meaning in a date are left out. In prose a full stop ends a date, unless it ends an
    abbreviation; in a text that is a date and nothing else it says nothing.
    """

    __slots__ = ("ordinal", "plan_starts", "prose", "year_starts")

    def __init__(
        self, text: str, year_starts: int = APRIL, plan_starts: date | None = None, *, prose: bool = False
    ) -> None:
        super().__init__(text)
        self.year_starts = year_starts  # the number of the financial year's first month
        self.plan_starts = plan_starts  # the first day that "year 2" counts from
        self.prose = prose
        self.ordinal: set[int] = set()  # places of numbers written as "1st"
        for match in _TOKEN.finditer(text):
            self._enter(match[0].lower().translate(_MARKS), match.start(), match.end())

    def _enter(self, word: str, start: int, end: int) -> None:
        before = len(self.words) - 1
        touches = before >= 0 and self.ends[before] == start
        if word in ORDINAL_ENDINGS and touches and self.words[before].isdigit():
            self.ordinal.add(before)
            self.ends[before] = end
            return
        if word in SILENT or word.startswith("."):
            before_it, after_it = self.words[before][-1] if touches else "", self.text[end : end + 1]
            if self._says_nothing(word, before_it, after_it, end):
                return
        self.add(word, start, end)

    def _says_nothing(self, word: str, before: str, after: str, end: int) -> bool:
        """Whether a word or mark is to be left out; `before` and `after` are the characters that touch it."""
        if word.startswith(".."):
            return not self.prose and "/" not in (before, after)  # 2026-04/.. has no end
        if before.isdigit() and after.isdigit():  # 31.01.2025 and 134,140, but not 2 March,2026
            return word == "," and not _GROUP.match(self.text, end)
        if word == "." and self.prose:
            return bool(before) and self.words[-1] in ABBREVIATIONS
        return True

    def same(self, text: str) -> "Words":
        """Another text of the same plan."""
        return Words(text, self.year_starts, self.plan_starts, prose=self.prose)

    def number(self, i: int) -> int | None:
        """The number at `i`, where it is short enough to belong to a date."""
        word = self.at(i)
        return int(word) if word.isascii() and word.isdigit() and len(word) <= YEAR_DIGITS else None

    def digits(self, i: int, count: int) -> int | None:
        """The number at `i` where it is written with exactly `count` digits."""
        return self.number(i) if len(self.at(i)) == count else None

    def count(self, i: int) -> int | None:
        """The small number at `i`, in digits or as a word."""
        number = COUNTS.get(self.at(i), self.number(i))
        return number if number is not None and number < _MOST_COUNTED else None

    def ordinal_at(self, i: int) -> int | None:
        """The number at `i` that orders: "3rd" or "third"."""
        return self.number(i) if i in self.ordinal else ORDINALS.get(self.at(i))
