"""Where lines, and the values that stand in them, begin and end."""

import re

_LINE = re.compile(r"[^\r\n]+")
_COMMENT = re.compile(r"(?<=\s)#")


def line_start(text: str, at: int) -> int:
    """Where the line of an offset begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
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
    end = line_end(text, start)
    before = text[line_start(text, start) : start]
    comment = _COMMENT.search(text, start + 1, end)
    if comment is not None:
        end = start + len(text[start : comment.start()].rstrip())
    if before.count("[") + before.count("{") > before.count("]") + before.count("}"):
        end = next((at for at in range(start + 1, end) if text[at] in ",]}"), end)
    return end
