"""The entries of a list in another order, each with its comments."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from jfp_cli.edit.yaml.adding import end_of_lines
from jfp_cli.edit.yaml.habits import begins_line, is_block
from jfp_cli.edit.yaml.lines import column, comments_above, line_end, line_start
from jfp_cli.edit.yaml.splice import Splice
from jfp_cli.source.yaml import Place

_REST = re.compile(r"([ \t]*,)?([ \t]*#.*)?")


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
        slots = [_lines(text, entry, column(text, place[2])) for entry in entries]
    elif "#" in text[place[2] : place[3]]:
        slots = [_line_in_brackets(text, entry) for entry in entries]
    else:
        slots = [Slot(entry[2], entry[3], "", "", text[entry[2] : entry[3]]) for entry in entries]
    written, at = "", slots[0].start
    for slot, number in zip(slots, order, strict=True):
        moved = slots[number]
        written += text[at : slot.start] + moved.above + slot.indent + moved.entry + slot.comma + moved.beside
        at = slot.end
    return Splice(slots[0].start, at, written)


def _lines(text: str, entry: Place, dash: int) -> Slot:
    """An entry with its dash, and the comments above, beside and within it."""
    start = comments_above(text, line_start(text, entry[2]), dash)
    end = end_of_lines(text, entry[3], dash)
    return Slot(start, end, "", "", text[start:end])


def _line_in_brackets(text: str, entry: Place) -> Slot:
    """An entry within brackets that has a line of its own, but for the brackets."""
    start, end = entry[2], entry[3]
    rest = _REST.match(text, end, line_end(text, end))
    comma, beside = (rest[1] or "", rest[2] or "") if rest else ("", "")
    above = line = line_start(text, start)
    if begins_line(text, start):
        above = comments_above(text, line, column(text, start))
    else:
        line = above = start
    stop = end + len(comma) + len(beside)
    return Slot(above, stop, text[above:line], text[line:start], text[start:end], comma, beside)
