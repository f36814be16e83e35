"""A text cut into the numbers, words and marks that a date is read from."""

import re
from datetime import date

from jfp_cli.values.dates.vocabulary import ABBREVIATIONS, COUNTS

APRIL = 4  # when a year starts that no plan says otherwise of
YEAR_DIGITS = 4
SHORT_DIGITS = 2  # of a day, a month, or a year without its century
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_SILENT = frozenset({"the", "of", ","})  # "the 31st of January, 2025" is "31 January 2025"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad"
_MARKS = str.maketrans(dict.fromkeys(_DASHES, "-") | dict.fromkeys("\u2018\u2019\u02bc`\u00b4", "'") | {"\u2044": "/"})
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\n\s*\n|\S")
_MOST_COUNTED = 100


class Words:
    """The words of a text, each with its place in it, and how the plan that it stands in counts its years.

    Words that carry no meaning in a date are left out. In prose a full stop ends a date, unless it ends an
    abbreviation; in a text that is a date and nothing else it says nothing.
    """

    __slots__ = ("ends", "ordinal", "plan_starts", "prose", "starts", "text", "words", "year_starts")

    def __init__(
        self, text: str, year_starts: int = APRIL, plan_starts: date | None = None, *, prose: bool = False
    ) -> None:
        self.text = text
        self.year_starts = year_starts  # the number of the financial year's first month
        self.plan_starts = plan_starts  # the first day that "year 2" counts from
        self.prose = prose
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.ordinal: set[int] = set()  # places of numbers written as "1st"
        for match in _TOKEN.finditer(text):
            self._add(match[0].lower().translate(_MARKS), match.start(), match.end())

    def _add(self, word: str, start: int, end: int) -> None:
        before = len(self.words) - 1
        touches = before >= 0 and self.ends[before] == start
        if word in _ORDINAL_ENDINGS and touches and self.words[before].isdigit():
            self.ordinal.add(before)
            self.ends[before] = end
            return
        if word in _SILENT or word == ".":
            # A mark inside a figure is kept: 134,140 and 31.01.2025.
            inside = touches and self.words[before][-1].isdigit() and self.text[end : end + 1].isdigit()
            if not inside and (word != "." or not self.prose or (touches and self.words[before] in ABBREVIATIONS)):
                return
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def __len__(self) -> int:
        return len(self.words)

    def at(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else ""

    def sequence(self, i: int, count: int) -> tuple[str, ...]:
        """The `count` words from `i`; none where the text ends before that."""
        return tuple(self.words[i : i + count]) if i + count <= len(self.words) else ()

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

    def touches(self, i: int) -> bool:
        """Whether nothing stands between the word at `i` and the one before it."""
        return 0 < i < len(self.words) and self.ends[i - 1] == self.starts[i]

    def glued(self, i: int, count: int) -> bool:
        """Whether `count` words from `i` are written without a space."""
        return i + count <= len(self.words) and all(self.touches(j) for j in range(i + 1, i + count))

    def after(self, i: int, phrases: tuple[tuple[str, ...], ...]) -> int:
        """The place after the first of these phrases that begins at `i`; `i` where none does."""
        return next((i + len(phrase) for phrase in phrases if self.sequence(i, len(phrase)) == phrase), i)

    def written(self, i: int, j: int) -> str:
        """The text from the word at `i` up to the word before `j`."""
        return self.text[self.starts[i] : self.ends[j - 1]] if i < j <= len(self.words) else ""
