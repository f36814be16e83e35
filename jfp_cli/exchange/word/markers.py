"""What is typed before and between texts: the sign of a list, a number, a dash, the mark of a bookmark."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from jfp_cli.values.text import REFUSED_BY_YAML, composed

DASHES = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}-"
"""What is typed for a dash, as it stands within the brackets of a pattern."""
STOPS = f" :{DASHES}"
"""What may stand between a title and what comes after it."""
NO_HEADING = (".", ";", ",")
"""How a text ends that is no heading."""
_OVER = " \N{EN DASH} "
_QUOTES = "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
_SIGN = re.compile(rf"[•·▪■●○◦‣∙❖➢➤►▶✓✔*\uf0b7\uf0a7\uf0d8][ \t]*|[o{DASHES}][ \t]+(?=\S)")
_TICKS = "✓✔"  # alone they mark something
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?[ \t]+(?=[^\W\d_])")
_NUMBER = re.compile(rf"\(?(\d{{1,2}}|[a-zA-Z]|[ivx]{{1,4}})[.)][ \t]*(?=[^\W\d_]|[{_QUOTES}(£])")
_TOP = re.compile(r"(1?\d)[ \t]+(?=[A-Z])")
_NO_CHARACTERS = re.compile(f"{REFUSED_BY_YAML}|[\ufdd0-\ufdd4]")  # which no file of a plan can hold
_MARK = re.compile(r"\[bookmark: ([^\]]*)\]")


def clean(text: str) -> str:
    """A text on one line as a plan can hold it: without what does not show, or is no character."""
    return " ".join(_NO_CHARACTERS.sub("", composed(text)).split())


class Marked(NamedTuple):
    """A text without what stands before it: the number, and whether it is an entry of a list."""

    text: str
    number: str = ""
    is_item: bool = False

    @property
    def depth(self) -> int:
        """How many levels of numbering there are in the number."""
        return self.number.count(".") + 1 if self.number[:1].isdigit() else 0


def unmarked(text: str) -> Marked:
    """A text without the sign or the number before it."""
    sign = _SIGN.match(text)
    if sign and not (sign.end() == len(text) and sign[0] in _TICKS):
        return Marked(text[sign.end() :].strip(), "", is_item=True)
    if dotted := _DOTTED.match(text):
        return Marked(text[dotted.end() :].strip(), dotted[1])
    if number := _NUMBER.match(text):
        return Marked(text[number.end() :].strip(), number[1], is_item=True)
    return Marked(text.strip())


def of_heading(text: str) -> Marked:
    """The text of a heading without its number; a letter or a sign before it belongs to the text."""
    marked = unmarked(text)
    if marked.number[:1].isdigit():
        return marked
    number = _TOP.match(text)
    return Marked(text[number.end() :].strip(), number[1]) if number else Marked(text)


def without_bookmarks(text: str) -> tuple[str, bool]:
    """A text without the bookmarks that programs write into it, and whether one of them is of the contents."""
    return _MARK.sub("", text), any(name.startswith("_Toc") for name in _MARK.findall(text))


def joined(titles: Iterable[str]) -> str:
    """Titles that stand over each other as one."""
    return _OVER.join(filter(None, titles))
