"""A value in the place of another, written as the one before it was."""

import re
from collections.abc import Iterator
from typing import Any

from jfp_cli.edit.yaml.habits import Habits
from jfp_cli.edit.yaml.handwriting import Bare, dashed, flow, key_text, pair
from jfp_cli.edit.yaml.lines import column
from jfp_cli.edit.yaml.scalars import WIDTH, folded, is_foldable, is_plain, literal, one_line, quoted
from jfp_cli.edit.yaml.splice import Splice
from jfp_cli.source.lines import line_end, line_start
from jfp_cli.source.yaml import Place

_COMMENT = re.compile(r"[ \t]+#.*")


def replacements(
    text: str, place: Place, old: str | None, new: str, habits: Habits, *, in_flow: bool, indent: int
) -> Iterator[Splice]:
    """The ways to write a new text where an old one stands, the best first.

    `old` is None where a key has no value yet; `indent` is where the lines of a block begin.
    """
    _, key_end, start, end, _ = place
    if start == end and key_end >= 0:
        colon = text.find(":", key_end) + 1
        yield Splice(colon, colon, " " + _line(new, None, "", habits, in_flow=in_flow))
        return
    first = text[start : start + 1]
    line = _line(new, old, first, habits, in_flow=in_flow)
    if not in_flow:
        yield from _blocks(text, place, new, line, habits, indent)
    comment = _comment(text[start : line_end(text, start)]) if first in (">", "|") else ""
    for written in (line, quoted(new, habits.quote), quoted(new, '"')):
        yield Splice(start, end, written + comment)


def fillings(
    text: str, place: Place, key: str, value: Any, habits: Habits, *, in_flow: bool, in_lines: bool
) -> Iterator[Splice]:
    """The ways to give a key a value that has none, or an empty one; what is said beside the key stays there."""
    _, key_end, start, end, _ = place
    stood = start < end
    if text.startswith("-", start) and isinstance(value, list):  # above entries that hold nothing
        dash = column(text, start)
        entry = dashed(value[0], dash, habits, in_lines=in_lines)
        yield Splice(line_start(text, start), line_start(text, start), " " * dash + entry + habits.newline)
    elif "#" in text[start:end]:  # within its brackets
        yield Splice(start + 1, start + 1, flow(value, habits)[1:-1])
    colon = text.find(":", key_end) + 1
    if in_flow:
        yield Splice(start if stood else colon, end if stood else colon, " " * (not stood) + flow(value, habits))
        return
    written = pair(key, value, column(text, place[0]), habits, in_lines=in_lines)
    written = written.removeprefix(key_text(key, in_flow=False, quote=habits.quote) + ":")
    if not written.startswith(("\n", "\r")):
        yield Splice(start if stood else colon, end if stood else colon, written[stood:])
        return
    after = end if stood else colon
    beside = text[after : line_end(text, after)]
    if line_start(text, start) == line_start(text, place[0]) or not stood:
        yield Splice(colon, after + len(beside), beside.rstrip() + written)
    else:  # on a line of its own, below a comment
        yield Splice(line_start(text, start), after, written.removeprefix(habits.newline))


def _line(new: str, old: str | None, first: str, habits: Habits, *, in_flow: bool) -> str:
    """A text on one line, in quotes where the old one stood in quotes by habit."""
    bare = isinstance(new, Bare)
    by_habit = first in ("'", '"') and (habits.quotes_all or is_plain(old or "", in_flow=in_flow))
    return quoted(new, first) if by_habit else one_line(new, in_flow=in_flow, quote=habits.quote, bare=bare)


def _blocks(text: str, place: Place, new: str, line: str, habits: Habits, indent: int) -> Iterator[Splice]:
    start, end = place[2], place[3]
    header = text[start : line_end(text, start)].rstrip()
    in_block = header[:1] in (">", "|")
    if in_block:
        indent = _indent_of_block(text, start, end) or indent
    if "\n" in new:
        block = literal(new, indent, habits.newline)
        if block is not None and not (in_block and _comment(header)):
            yield Splice(start, end, block)
        return
    stood_long = not in_block and "\n" not in text[start:end] and column(text, start) + end - start > WIDTH
    too_long = column(text, start) + len(line) > WIDTH and habits.folds and not stood_long
    if is_foldable(new) and too_long:
        kept = header if header.startswith(">") and "-" in header.split("#")[0] else ">-" + _comment(header) * in_block
        rest = "" if in_block else text[end : line_end(text, end)]
        if rest.lstrip().startswith("#"):  # a comment goes behind the sign that opens the block
            kept += rest
            end += len(rest)
        yield Splice(start, end, folded(new, indent, habits.newline, kept))


def _comment(line: str) -> str:
    """The comment that ends a line, with the blanks before it."""
    found = _COMMENT.search(line)
    return found[0] if found else ""


def _indent_of_block(text: str, start: int, end: int) -> int:
    for line in text[start:end].splitlines()[1:]:
        if line.strip():
            return len(line) - len(line.lstrip(" "))
    return 0
