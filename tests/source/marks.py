"""Texts with the part that should be underlined between « and »."""

import re
from typing import NamedTuple


class Marked(NamedTuple):
    """A text without its marks, and the offsets between which they stood."""

    text: str
    start: int
    end: int


def unmark(marked: str) -> Marked:
    text, [(start, end)] = unmark_all(marked)
    return Marked(text, start, end)


def unmark_all(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its marks, and every pair of offsets between which they stood."""
    pieces = re.split("[«»]", marked)
    ends = [sum(map(len, pieces[:count])) for count in range(1, len(pieces))]
    return "".join(pieces), list(zip(ends[::2], ends[1::2], strict=True))


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Counted one character at a time, as a reader with a ruler would."""
    line = column = 1
    for at, char in enumerate(text[:offset]):
        if char == "\n" or (char == "\r" and text[at + 1 : at + 2] != "\n"):
            line, column = line + 1, 1
        else:
            column += 1
    return line, column
