"""Texts as they stand in sentences, on screens, in YAML and in ids."""

import re
from collections.abc import Container, Iterable
from datetime import date
from unicodedata import combining, normalize

from jfp_cli.values.dates.vocabulary import MONTH_NAMES

LINE_END = re.compile(r"\r\n|\n|\r")
_LONGEST_QUOTED = 60  # characters

# The insides of sets in patterns, so that each may be put together with others.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # all but tabs and line ends
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the direction of text
_NO_CHARACTER = "\ud800-\udfff\ufffe\uffff"
_UNSAFE = re.compile(f"[{_CONTROL}\r\x85{_TURNING}]")  # harmless in a file, not on a screen
UNSAFE_IN_JSON = f"[\x7f-\x9f{_TURNING}\ud800-\udfff]"  # of what JSON does not escape by itself
REFUSED_BY_YAML = f"[{_CONTROL}{_NO_CHARACTER}]"
ESCAPED_IN_YAML = f"[{_CONTROL}\r\x85\u2028\u2029\ufeff\ufdd0-\ufdd4{_NO_CHARACTER}]"

# What shows nothing and comes with text out of Word, a browser or a PDF; joiners that letters need are among it.
INVISIBLE = f"\xad\u034f\u180b-\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff{_TURNING}"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_TYPED = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2012\u2013\u2014\u2212", "''\"\"------")
_NUMBER = re.compile("([0-9]+)")

# Words and times that readers of YAML 1.1 take for something else than text: no is false, and 12:30 is 750.
BEGINS_OTHERWISE = "yYnNoO0-9+-"
OTHERWISE = "yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:[.][0-9_]*)?"

ID = "[a-z0-9]+(-[a-z0-9]+)*"
_AN_ID = re.compile(ID)
_APOSTROPHES = str.maketrans(dict.fromkeys("'\N{RIGHT SINGLE QUOTATION MARK}"))
_SMALL = "a all an and are as at by every for from in into is it its of on or our that the their to we who with"
SMALL_WORDS = frozenset(_SMALL.split())
_WORDS_OF_AN_ID = 4
_LONGEST_WORD = 40  # letters, in an id that names a file too

SAFE_LINKS = ("https://", "http://", "mailto:")
"""How an address begins that a page may lead to."""


def long_day(day: date) -> str:
    """A day as people write it: 21 November 2026."""
    return f"{day.day} {long_month(day)}"


def long_month(day: date) -> str:
    """The month of a day as people write it: November 2026."""
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def capitalised(text: str) -> str:
    """A text as the beginning of a sentence: its first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """A text within a sentence: its first letter small, unless it begins with capitals such as RAG."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def a_or_an(noun: str) -> str:
    """A noun of the plan with its article: "a milestone", "an action"."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def short(text: str, most: int = _LONGEST_QUOTED) -> str:
    """A text on one line of at most 60 characters, or so many: a longer one loses its end."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 3]}..."


def quoted(text: str) -> str:
    """A text as a sentence names it: short, printable and in quotation marks."""
    return f'"{printable(short(text))}"'


def quoted_in_full(text: str) -> str:
    """A text as a sentence tells to write it: on one line, printable and in quotation marks."""
    return f'"{printable(" ".join(text.split()))}"'


def in_quotes(text: str) -> str:
    """A printable text on one line as YAML takes it for text, whatever it says."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def printable(line: str) -> str:
    """A line as it is, character for character, but for what does not print."""
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)


def safe(text: str) -> str:
    """Text that a terminal shows and does not obey, on one line."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def composed(text: str) -> str:
    """A text with each letter as one character where there is one, and without what does not show."""
    return text if text.isascii() else normalize("NFC", _INVISIBLE.sub("", text))


def folded(text: str) -> str:
    """The key by which texts are compared: what looks the same is the same, in any case and with any blanks."""
    if text.isascii():
        return " ".join(text.lower().split())
    return normalize("NFC", " ".join(composed(text).casefold().split()))  # a folded letter may come apart again


def small(text: str) -> str:
    """A text in small letters, each at the place where it stands in the text."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(char.lower()[0] for char in text)


def unaccented(text: str) -> str:
    """The key of a text as a plain keyboard types it: no accents, straight quotation marks, hyphens for dashes."""
    key = folded(text)
    if key.isascii():
        return key
    return "".join(char for char in normalize("NFD", key.translate(_TYPED)) if not combining(char))


def natural(text: str) -> tuple[str | int, ...]:
    """The key by which texts are sorted: as they are compared, with Step 2 before Step 10.

    Texts and numbers alternate, a text first, so that any two keys can be compared.
    """
    parts = _NUMBER.split(folded(text))
    return tuple(int(part) if at % 2 else part for at, part in enumerate(parts))


def is_id(text: str) -> bool:
    """Whether a text is lower-case words joined by hyphens."""
    return _AN_ID.fullmatch(text) is not None


def as_id(text: str) -> str:
    """The words of a text as an id; empty where it has none."""
    return "-".join(_id_words(text))


def meant_ids(texts: Iterable[str]) -> list[str]:
    """The ids among texts, and those that the others were meant to be: what is wrong with them is said elsewhere."""
    return [text if is_id(text) else as_id(text) for text in texts]


def id_from(text: str, taken: Container[str]) -> str:
    """An id of the first words that matter in a text; longer, then with a number, where it is taken."""
    words = _id_words(text)
    telling = [word[:_LONGEST_WORD] for word in words if word not in SMALL_WORDS] or words or ["unnamed"]
    for count in range(min(_WORDS_OF_AN_ID, len(telling)), len(telling) + 1):
        name = "-".join(telling[:count])
        if name not in taken:
            return name
    first = "-".join(telling[:_WORDS_OF_AN_ID])
    number = 2
    while f"{first}-{number}" in taken:
        number += 1
    return f"{first}-{number}"


def _id_words(text: str) -> list[str]:
    """The words of a text in the letters of ids: accents are dropped, and so are apostrophes."""
    plain = normalize("NFKD", text.translate(_APOSTROPHES)).encode("ascii", "ignore").decode()
    return re.findall("[a-z0-9]+", plain.lower())


def is_link(text: str) -> bool:
    """Whether a text is an address on the web or of mail, and nothing else."""
    return text.lower().startswith(SAFE_LINKS) and not any(char.isspace() for char in text)
