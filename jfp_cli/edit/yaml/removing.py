"""What goes when a key or an entry goes: its lines, the comments directly above it, and the blank lines it leaves."""

from collections.abc import Sequence
from typing import Any

from jfp_cli.edit.yaml.adding import REST_OF_LINE, begin, end_of_lines
from jfp_cli.edit.yaml.habits import begins_line, is_block
from jfp_cli.edit.yaml.lines import column, comments_above, is_blank, line_before, line_end, line_start, next_line
from jfp_cli.edit.yaml.splice import Splice
from jfp_cli.source.yaml import Place


def removal(text: str, parent: Place, step: str | int) -> Splice:
    """Take a key out of a mapping, or an entry out of a list, that holds others too."""
    below: Any = parent[4]
    keyed = isinstance(below, dict)
    places: list[Place] = list(below.values()) if keyed else below
    at = list(below).index(step) if keyed else int(step)
    if not is_block(text, parent):
        return _from_brackets(text, places, at)
    here = begin(places[at])
    indent = column(text, here if keyed else parent[2])
    if keyed and text[line_start(text, here) : here].strip():  # the key stands behind the dash of its entry
        return Splice(here, begin(places[1]), "")
    start = comments_above(text, line_start(text, here), indent)
    if start == 0 and at == 0:
        start = line_start(text, here)  # the comment that opens a file is of the file
    return _whole_lines(text, start, end_of_lines(text, places[at][3], indent), first=at == 0 and not keyed)


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


def _from_brackets(text: str, places: Sequence[Place], at: int) -> Splice:
    start, end = begin(places[at]), places[at][3]
    if begins_line(text, start) and REST_OF_LINE.fullmatch(text, end, line_end(text, end)):
        return Splice(line_start(text, start), next_line(text, end), "")
    if at + 1 < len(places):
        return Splice(start, begin(places[at + 1]), "")
    return Splice(places[at - 1][3], end, "")
