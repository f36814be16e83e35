"""The words and marks that planners' dates are written with."""

import re

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTHS = {name.lower(): n for n, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3]: n for name, n in MONTHS.items()} | {"sept": 9}

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS = {name.lower(): n for n, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {name[:3]: n for name, n in WEEKDAYS.items()} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # to their first month

COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
COUNTS |= {"nine": 9, "ten": 10}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})

QUARTER_WORDS = frozenset({"q", "quarter", "qtr", "quarters"})
HALF_WORDS = frozenset({"h", "half"})
YEAR_WORDS = frozenset({"year", "years", "yr", "y"})
MIDPOINTS = frozenset({"noon", "midday", "midnight"})

_LONGEST_ABBREVIATION = 5
ABBREVIATIONS = frozenset(w for w in (*MONTHS, *WEEKDAYS) if len(w) <= _LONGEST_ABBREVIATION) - {
    "may",
    "march",
    "april",
    "june",
    "july",
}
SILENT = frozenset({"the", "of", ","})  # "the 31st of January, 2025" is "31 January 2025"

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad"
_MARKS = str.maketrans(dict.fromkeys(_DASHES, "-") | dict.fromkeys("\u2018\u2019\u02bc`\u00b4", "'") | {"\u2044": "/"})
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\n\s*\n|\S")
YEAR_DIGITS = 4
SHORT = 2  # digits of a day, a month, or a year without its century


class Words:
    """A text cut into numbers, words and marks, each with its place in the text.

    Words that carry no meaning in a date are left out. In prose a full stop ends a date, unless it ends an
    abbreviation; in a text that is a date and nothing else it says nothing.
    """

    __slots__ = ("ends", "ordinal", "starts", "text", "words")

    def __init__(self, text: str, *, prose: bool = False) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.ordinal: set[int] = set()  # places of numbers written as "1st"
        for match in _TOKEN.finditer(text):
            self._add(match[0].lower().translate(_MARKS), match.start(), match.end(), prose=prose)

    def _add(self, word: str, start: int, end: int, *, prose: bool) -> None:
        before = len(self.words) - 1
        touches = before >= 0 and self.ends[before] == start
        if word in ORDINAL_ENDINGS and touches and self.words[before].isdigit():
            self.ordinal.add(before)
            self.ends[before] = end
            return
        if word in SILENT or word == ".":
            # A mark inside a figure is kept: 134,140 and 31.01.2025.
            inside = touches and self.words[before][-1].isdigit() and self.text[end : end + 1].isdigit()
            if not inside and (word != "." or not prose or (touches and self.words[before] in ABBREVIATIONS)):
                return
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def __len__(self) -> int:
        return len(self.words)

    def at(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else ""

    def sequence(self, i: int, count: int) -> tuple[str, ...]:
        return tuple(self.words[i : i + count])

    def number(self, i: int) -> int | None:
        """Read the number at `i`, where it is short enough to belong to a date."""
        word = self.at(i)
        return int(word) if word.isascii() and word.isdigit() and len(word) <= YEAR_DIGITS else None

    def digits(self, i: int, count: int) -> int | None:
        """Read the number at `i` where it is written with exactly `count` digits."""
        return self.number(i) if len(self.at(i)) == count else None

    def touches(self, i: int) -> bool:
        """Whether nothing stands between the word at `i` and the one before it."""
        return 0 < i < len(self.words) and self.ends[i - 1] == self.starts[i]

    def glued(self, i: int, count: int) -> bool:
        """Whether `count` words from `i` are written without a space."""
        return i + count <= len(self.words) and all(self.touches(j) for j in range(i + 1, i + count))

    def written(self, i: int, j: int) -> str:
        """Return the text from the word at `i` up to the word before `j`."""
        return self.text[self.starts[i] : self.ends[j - 1]] if i < j <= len(self.words) else ""
