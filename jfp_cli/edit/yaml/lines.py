"""What lines of a file hold: comments, dashes, nothing."""

import re

from jfp_cli.source.lines import line_end, line_start
from jfp_cli.values.text import LINE_END

_BLANK = re.compile(rf"[ \t]*(?:{LINE_END.pattern}|\Z)")
_COMMENT = re.compile(r"([ \t]*)#")


def next_line(text: str, offset: int) -> int:
    """Where the line after that of an offset begins: the end of the text where there is none."""
    found = LINE_END.search(text, offset)
    return found.end() if found else len(text)


def line_before(text: str, start: int) -> int:
    """Where the line before the one that begins at `start` begins."""
    end = start - 2 if text.endswith("\r\n", 0, start) else start - 1
    return line_start(text, end)


def column(text: str, offset: int) -> int:
    """How many characters stand before an offset on its line."""
    return offset - line_start(text, offset)


def is_blank(text: str, start: int) -> bool:
    """Whether the line that begins at an offset holds nothing; the end of the text is no line."""
    return start < len(text) and bool(_BLANK.match(text, start))


def comment_column(text: str, start: int) -> int | None:
    """The column of the comment that a line consists of; None where it is no comment."""
    found = _COMMENT.match(text, start)
    return len(found[1]) if found else None


def comments_above(text: str, start: int, indent: int) -> int:
    """Where the comments of one indentation directly above a line begin: at the line itself where there are none."""
    while start > 0:
        above = line_before(text, start)
        if comment_column(text, above) != indent:
            break
        start = above
    return start


def dash_before(text: str, start: int) -> int:
    """Where the dash of an entry stands that begins at an offset; lines and comments may stand between the two."""
    at = line_start(text, start)
    line = text[at:start].rstrip()
    while not line.endswith("-"):
        at = line_before(text, at)
        line = text[at : line_end(text, at)].partition("#")[0].rstrip()
    return at + len(line) - 1


def newline_of(text: str) -> str:
    """The line end that a text uses most."""
    crlf = text.count("\r\n")
    if crlf * 2 > text.count("\n"):
        return "\r\n"
    return "\r" if "\n" not in text and "\r" in text else "\n"
