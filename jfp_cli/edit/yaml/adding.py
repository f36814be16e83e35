"""Where a new key or entry goes, and how it is parted from its neighbours."""

import re
from collections.abc import Sequence
from typing import Any

from jfp_cli.edit.yaml.habits import Habits, begins_line, is_block, opening
from jfp_cli.edit.yaml.handwriting import dashed, flow, key_text, pair
from jfp_cli.edit.yaml.lines import (
    column,
    comment_column,
    comments_above,
    dash_before,
    is_blank,
    line_before,
    next_line,
)
from jfp_cli.edit.yaml.splice import EditError, Splice
from jfp_cli.loading.source_file import begin
from jfp_cli.source.lines import line_end, line_start
from jfp_cli.source.yaml import Place

_DASH_AND_COMMENT = re.compile(r"[ -]*- +(?=#)")
REST_OF_LINE = re.compile(r"[ \t]*,?[ \t]*(#.*)?")


def new_key(
    text: str, place: Place, key: str, value: Any, order: Sequence[str], habits: Habits, *, in_lines: bool = False
) -> Splice:
    """A key with its value in a mapping, after the last key that `order` has before it."""
    keys: Any = place[4]
    before = _last_before(list(keys), key, order)
    if not is_block(text, place):
        pairs = f"{key_text(key, in_flow=True)}: {flow(value, habits)}"
        return _in_brackets(
            text, place, list(keys.values()), list(keys).index(before) + 1 if before else 0, pairs, habits
        )
    if before is None:
        return _above(text, next(iter(keys.values())), key, value, habits, in_lines=in_lines)
    at = column(text, next(iter(keys.values()))[0])
    end = end_of_lines(text, keys[before][3], at)
    indent = " " * at
    return Splice(end, end, habits.newline + indent + pair(key, value, at, habits, in_lines=in_lines))


def new_entry(
    text: str, place: Place, value: Any, at: int, habits: Habits, *, in_lines: bool = False, blanks: int | None = None
) -> Splice:
    """An entry of a list at a position; `blanks` is how many blank lines part entries where the list shows none."""
    entries: Any = place[4]
    if not is_block(text, place):
        return _in_brackets(text, place, entries, at, flow(value, habits), habits)
    dash = column(text, place[2])
    between = blank_lines_between(text, entries, dash)
    apart = habits.newline * (1 + (between if between is not None else blanks or 0))
    line = " " * dash + dashed(value, dash, habits, in_lines=in_lines)
    if at < len(entries):
        here = dash_before(text, entries[at][2])
        start = comments_above(text, line_start(text, here), dash)
        if not begins_line(text, here):
            raise EditError("the list begins on the line of another; it has to be changed by hand")
        return Splice(start, start, line + apart)
    end = end_of_lines(text, entries[-1][3], dash)
    return Splice(end, end, apart + line)


def end_of_lines(text: str, end: int, indent: int) -> int:
    """Where the last line of a value ends, with the comments below it that are indented further than `indent`."""
    end = line_end(text, end)
    while True:
        below = next_line(text, end)
        deep = comment_column(text, below) if below < len(text) else None
        if deep is None or deep <= indent or below == end:
            return end
        end = line_end(text, below)


def blank_lines_between(text: str, entries: Sequence[Place], indent: int) -> int | None:
    """How many blank lines part the last two entries of a list; None where it has fewer than two."""
    if len(entries) < 2:
        return None
    start = comments_above(text, line_start(text, dash_before(text, entries[-1][2])), indent)
    count = 0
    while start > 0:
        start = line_before(text, start)
        if not is_blank(text, start):
            break
        count += 1
    return count


def _last_before(keys: Sequence[str], key: str, order: Sequence[str]) -> str | None:
    if key not in order:
        return keys[-1] if keys else None
    rank = {name: at for at, name in enumerate(order)}
    earlier = [name for name in keys if rank.get(name, -1) < rank[key]]
    return earlier[-1] if earlier else None


def _above(text: str, first: Place, key: str, value: Any, habits: Habits, *, in_lines: bool) -> Splice:
    """Above the first key and its comments; below it where those may be of the whole file."""
    at = column(text, first[0])
    written, indent, start = pair(key, value, at, habits, in_lines=in_lines), " " * at, line_start(text, first[0])
    top = comments_above(text, start, at)
    behind = _behind_dash(text, top, at)
    if text[start : first[0]].strip() or behind:
        here = behind or first[0]
        return Splice(here, here, written + habits.newline + indent)
    if top == 0 < start:
        end = end_of_lines(text, first[3], at)
        return Splice(end, end, habits.newline + indent + written)
    return Splice(top, top, indent + written + habits.newline)


def _behind_dash(text: str, start: int, at: int) -> int:
    """Where the first of the comments above a key begins, if it stands in the same column behind a dash; else 0."""
    above = line_before(text, start)
    found = _DASH_AND_COMMENT.match(text, above, start)
    return found.end() if found and found.end() - above == at else 0


def _in_brackets(text: str, place: Place, entries: Sequence[Place], at: int, written: str, habits: Habits) -> Splice:
    """What goes within brackets: on a line of its own where its neighbours stand so."""
    if not entries:
        inside = opening(text, place) + 1
        return Splice(inside, inside, written)
    first, last = begin(entries[0]), begin(entries[-1])
    in_lines = begins_line(text, last) and (len(entries) == 1 or line_start(text, first) != line_start(text, last))
    gap = habits.newline + " " * column(text, last if in_lines else first)
    if at == 0:
        line = line_start(text, first)
        top = comments_above(text, line, column(text, first))
        if begins_line(text, first) and (top < line or in_lines):
            return Splice(top, top, f"{text[line:first]}{written},{habits.newline}")
        return Splice(first, first, f"{written}, ")
    end = entries[at - 1][3]
    rest = text[end : line_end(text, end)]
    if (in_lines or "#" in rest) and REST_OF_LINE.fullmatch(rest):
        comma = "," if rest.lstrip().startswith(",") else ""
        return Splice(end, end + len(rest), f"{rest if comma else ',' + rest}{gap}{written}{comma}")
    return Splice(end, end, f",{gap if in_lines else ' '}{written}")
