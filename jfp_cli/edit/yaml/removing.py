"""What goes when a key or an entry goes: its lines, the comments directly above it, and the blank lines it leaves."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from jfp_cli.edit.yaml.adding import REST_OF_LINE, end_of_lines
from jfp_cli.edit.yaml.habits import begins_line, is_block
from jfp_cli.edit.yaml.lines import column, comments_above, dash_before, is_blank, line_before, next_line
from jfp_cli.edit.yaml.splice import Splice
from jfp_cli.loading.source_file import begin, walk
from jfp_cli.source.lines import line_end, line_start
from jfp_cli.source.yaml import Place

_COMMA = re.compile(r"[ \t]*,?")
_LAST_COMMA = re.compile(r",[ \t]*\Z")
_BLANKS = re.compile(r"\s*")


def removals(text: str, parent: Place, step: str | int) -> Iterator[Splice]:
    """The ways to take a key out of a mapping, or an entry out of a list, that holds others too; the best first.

    Each takes with it at most the comments that are of the one that goes.
    """
    below: Any = parent[4]
    keyed = isinstance(below, dict)
    places: list[Place] = list(below.values()) if keyed else below
    at = list(below).index(step) if keyed else int(step)
    if not is_block(text, parent):
        yield from _from_brackets(text, places, at)
        return
    here = places[at][0] if keyed else dash_before(text, places[at][2])
    indent = column(text, here if keyed else parent[2])
    end = end_of_lines(text, places[at][3], indent)
    if keyed and text[line_start(text, here) : here].strip():  # the key stands behind the dash of its entry
        yield Splice(here, _after_blanks(text, next_line(text, end)), "")
        return
    start = comments_above(text, line_start(text, here), indent)
    if start == 0 and at == 0:
        start = line_start(text, here)  # the comment that opens a file is of the file
    yield _whole_lines(text, start, end, first=at == 0 and not keyed)


def own_lines(text: str, parent: Place, step: str | int) -> tuple[int, int]:
    """Where a key or an entry begins and ends with the comments that are of it, where it has lines for itself."""
    place, _ = walk(parent, (step,))
    here, end = begin(place), place[3]
    if isinstance(step, int) and is_block(text, parent):
        here = dash_before(text, here)
    if not begins_line(text, here) or not REST_OF_LINE.fullmatch(text, end, line_end(text, end)):
        return here, end
    start = line_start(text, here)
    lead = text[start:here]
    indent = len(lead) - len(lead.lstrip(" "))
    return comments_above(text, start, indent), end_of_lines(text, place[3], indent)


def _whole_lines(text: str, start: int, end: int, *, first: bool) -> Splice:
    """Take lines out, and the blank lines above them where blank lines or the end of the file follow.

    Below the `first` entry of a list the blank lines go that parted it from the next.
    """
    after = next_line(text, end)
    while first and is_blank(text, after):
        after = next_line(text, after)
    if after == len(text) or is_blank(text, after):
        while start > 0 and is_blank(text, line_before(text, start)):
            start = line_before(text, start)
    if after == end and start > 0:  # the file ends without a line end, and goes on doing so
        return Splice(line_end(text, line_before(text, start)), end, "")
    return Splice(start, after, "")


def _from_brackets(text: str, places: Sequence[Place], at: int) -> Iterator[Splice]:
    """Lines of its own go with their comments; beside others it goes alone, and every comment stays."""
    start, end = begin(places[at]), places[at][3]
    if begins_line(text, start) and REST_OF_LINE.fullmatch(text, end, line_end(text, end)):
        above = comments_above(text, line_start(text, start), column(text, start))
        yield Splice(above, next_line(text, end), "")
    before = text[places[at - 1][3] : start] if at else ""
    if at + 1 < len(places) and "#" not in text[end : begin(places[at + 1])]:
        yield Splice(start, begin(places[at + 1]), "")
    elif at and "#" not in before:
        yield Splice(start - len(before), end, "")
    with_comma = _COMMA.match(text, end)
    yield Splice(start, with_comma.end() if with_comma else end, "")
    comma = _LAST_COMMA.search(before)
    if comma:
        yield Splice(start - len(before) + comma.start(), end, "")


def _after_blanks(text: str, start: int) -> int:
    """Where what comes next begins: a key, or the comment above it."""
    blanks = _BLANKS.match(text, start)
    return blanks.end() if blanks else start
