"""How far a text goes that YAML could not read: to the end of its line, to a comment or to what closes it."""

import re

from jfp_cli.source.lines import line_start

_LINE = re.compile(r"[^\r\n]+")
_COMMENT = re.compile(r"(?<=\s)#")


def text_end(text: str, at: int) -> int:
    """Where the text of this line ends, without the spaces after it."""
    line = _LINE.match(text, at)
    return at + len(line[0].rstrip()) if line else at


def line_above(text: str, start: int) -> int:
    """Where the last line before `start` begins that is neither empty nor a comment."""
    above = 0
    for line in _LINE.finditer(text, 0, start):
        if line[0].lstrip()[:1] not in ("", "#"):
            above = line.start()
    return above


def value_end(text: str, start: int) -> int:
    """Where a value ends that begins at `start`: at a comment, at the comma or bracket after it, or with its line."""
    end = text_end(text, start)
    before = text[line_start(text, start) : start]
    comment = _COMMENT.search(text, start + 1, end)
    if comment is not None:
        end = start + len(text[start : comment.start()].rstrip())
    if before.count("[") + before.count("{") > before.count("]") + before.count("}"):
        end = next((at for at in range(start + 1, end) if text[at] in ",]}"), end)
    return end
