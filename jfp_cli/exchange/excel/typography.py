"""Characters that Excel and Word write by themselves, put back as the plan writes them."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from jfp_cli.values.text import composed

# What stands for what is on the keyboard; a space that does not break, or is narrow, is a space.
_PLAIN = {
    **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
    "\u2026": "...",
}
_BY_TYPING = str.maketrans(_PLAIN)
_TOKEN = re.compile(r"\s+|[^\s]+")


class Hand:
    """How a plan's texts are written: which of those characters it uses itself."""

    def __init__(self, texts: Iterable[str]) -> None:
        used = set().union(*map(set, texts))
        self._others = str.maketrans({char: plain for char, plain in _PLAIN.items() if char not in used})

    def written(self, text: str, before: str = "") -> str:
        """A text as the plan would write it; of what stood there before, the words that stayed are as they were."""
        text = tidy(text)
        if text == before or not before:
            return composed(text.translate(self._others))
        old, new = _TOKEN.findall(before), _TOKEN.findall(text)
        matcher = SequenceMatcher(None, list(map(_key, old)), list(map(_key, new)), autojunk=False)
        pieces: list[str] = []
        for what, start, end, first, last in matcher.get_opcodes():
            pieces += old[start:end] if what == "equal" else (one.translate(self._others) for one in new[first:last])
        return composed("".join(pieces)) if pieces != old else before


def tidy(text: str) -> str:
    """A text without blanks at the ends of its lines, and without empty lines at its own."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.strip(" \t\u00a0") for line in lines).strip()


def typed(text: str) -> str:
    """A text with the characters of a keyboard alone, to be compared or taken for a name, a date or a figure."""
    return composed(" ".join(text.translate(_BY_TYPING).split()))


def _key(token: str) -> str:
    return " " if token.isspace() else composed(token.translate(_BY_TYPING))
