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
_WORD = re.compile(r"(\s*)(\S+)")


class Hand:
    """How a plan's texts are written: which of those characters it uses itself."""

    def __init__(self, texts: Iterable[str]) -> None:
        used = set().union(*map(set, texts))
        self._others = str.maketrans({char: plain for char, plain in _PLAIN.items() if char not in used})

    def written(self, text: str, before: str = "") -> str:
        """A text as the plan would write it; of what stood there before, the words that stayed are as they were."""
        text = tidy(text)
        if not before:
            return composed(text.translate(self._others))
        old, new = _WORD.findall(before), _WORD.findall(text)
        one, other = ([_key(word) for _, word in words] for words in (old, new))
        pieces: list[str] = []
        for what, start, end, first, last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
            if what == "equal":
                pieces.append(new[first][0] + old[start][1])
                pieces += map(_as_it_was, old[start + 1 : end], new[first + 1 : last])
            else:
                pieces += ((blank + word).translate(self._others) for blank, word in new[first:last])
        return composed("".join(pieces)).strip()


def _as_it_was(old: tuple[str, str], new: tuple[str, str]) -> str:
    """A word that stayed behind one that did, and the blanks between them as they were, but for another line."""
    return (old[0] if old[0].count("\n") == new[0].count("\n") else new[0]) + old[1]


def tidy(text: str) -> str:
    """A text without blanks at the ends of its lines, and without empty lines at its own."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.strip(" \t\u00a0") for line in lines).strip()


def typed(text: str) -> str:
    """A text with the characters of a keyboard alone, to be compared or taken for a name, a date or a figure."""
    return composed(" ".join(text.translate(_BY_TYPING).split()))


def _key(word: str) -> str:
    return composed(word.translate(_BY_TYPING))
