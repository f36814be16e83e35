"""The entries of a list in another order, each with its comments."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from jfp_cli.edit.yaml.adding import end_of_lines
from jfp_cli.edit.yaml.habits import begins_line, is_block
from jfp_cli.edit.yaml.lines import column, comments_above, dash_before
from jfp_cli.edit.yaml.splice import EditError, Splice
from jfp_cli.source.lines import line_end, line_start
from jfp_cli.source.yaml import Place

_REST = re.compile(r"([ \t]*,)?([ \t]*(?:#.*)?)")


class Slot(NamedTuple):
    """Where an entry stands: from `start` to `end` it is `above`, `indent`, `entry`, `comma` and `beside`."""

    start: int
    end: int
    above: str
    indent: str
    entry: str
    comma: str = ""
    beside: str = ""


def reordered(text: str, place: Place, order: Sequence[int]) -> Splice:
    """What a list becomes whose entries stand in another order: `order` has their positions before."""
    entries: Any = place[4]
    if is_block(text, place):
        slots = [lines_of(text, entry, column(text, place[2])) for entry in entries]
    elif "#" in text[_top(text, entries[0][2]) : place[3]]:
        slots = [_line_in_brackets(text, entry) for entry in entries]
    else:
        slots = [Slot(entry[2], entry[3], "", "", text[entry[2] : entry[3]]) for entry in entries]
    written, at = "", slots[0].start
    for slot, number in zip(slots, order, strict=True):
        moved = slots[number]
        written += text[at : slot.start] + moved.above + slot.indent + moved.entry + slot.comma + moved.beside
        at = slot.end
    return Splice(slots[0].start, at, written)


def _top(text: str, start: int) -> int:
    """Where an entry within brackets begins, with the comments above it."""
    return comments_above(text, line_start(text, start), column(text, start)) if begins_line(text, start) else start


def lines_of(text: str, entry: Place, dash: int) -> Slot:
    """An entry with its dash, and the comments above, beside and within it."""
    start = comments_above(text, line_start(text, dash_before(text, entry[2])), dash)
    end = end_of_lines(text, entry[3], dash)
    return Slot(start, end, "", "", text[start:end])


def _line_in_brackets(text: str, entry: Place) -> Slot:
    """An entry within brackets on a line of its own; raises EditError where it shares one with others."""
    start, end = entry[2], entry[3]
    rest = _REST.fullmatch(text, end, line_end(text, end))
    if rest is None or not begins_line(text, start):
        raise EditError("its entries share lines with comments, which would not go with them; change it by hand")
    line, above = line_start(text, start), _top(text, start)
    return Slot(above, rest.end(), text[above:line], text[line:start], text[start:end], rest[1] or "", rest[2] or "")
