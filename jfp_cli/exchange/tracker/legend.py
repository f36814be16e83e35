"""What a tracker itself says that its colours mean: a key such as "Green = on track, Red = off track"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from jfp_cli.exchange.tracker.grid import Grid
from jfp_cli.exchange.tracker.statuses import Judged, colour_of
from jfp_cli.exchange.tracker.telling import Telling
from jfp_cli.values.text import folded

_PARTS = re.compile(r"[,;|\n]|\.\s")
_PAIR = re.compile(r"(?:.{0,20}:\s*)?([A-Za-z/]{1,12})\s*(?:=|:|\u2013|-|means|is)\s*(.+)", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:b?rag )?(?:(?:status )?(?:key|legend)|ratings?|status(?:es)?|colours?)(?: key)?:?", re.IGNORECASE
)
_FEWEST = 2  # colours, of which a key says what they mean
_PAIR_LONG = 2  # texts of a row that is one colour and its meaning


class Legend(NamedTuple):
    """The statuses that colours mean, by the words for them, and a sentence on each sheet that says so."""

    colours: dict[str, str]
    remarks: list[str]
    grids: list[Grid]


def legend_in(grids: Sequence[Grid], telling: Telling, judge: Callable[[str], Judged]) -> Legend:
    """What the keys of some grids say, and the grids without them."""
    found: dict[str, set[str]] = {}
    remarks: list[str] = []
    left: list[Grid] = []
    for grid in grids:
        by_row = {row: pairs for row in grid.numbers if (pairs := dict(_pairs(grid, row, telling, judge)))}
        meant = {colour: status for pairs in by_row.values() for colour, status in pairs.items()}
        if len(meant) < _FEWEST:
            left.append(grid)
            continue
        for pairs in by_row.values():
            for colour, status in pairs.items():
                found.setdefault(colour, set()).add(status)
        said = ", ".join(f"{colour} is {status}" for colour, status in meant.items())
        remarks.append(f"{grid.row_name(min(by_row))} says what colours mean: {said}; --map can say otherwise")
        left.append(replace(grid, rows={row: cells for row, cells in grid.rows.items() if row not in by_row}))
    return Legend({colour: min(meant) for colour, meant in found.items() if len(meant) == 1}, remarks, left)


def _pairs(grid: Grid, row: int, telling: Telling, judge: Callable[[str], Judged]) -> Iterator[tuple[str, str]]:
    """The colours of a row that only says what these mean, each with its status."""
    texts = {at: text for at in sorted(grid.rows[row]) if (text := telling.line(grid.cell(row, at)))}
    texts = {at: text for at, text in texts.items() if not _TITLE.fullmatch(text)}
    pairs = [list(_in_text(text, judge)) for text in texts.values()]
    if pairs and all(pairs):
        yield from (pair for each in pairs for pair in each)
        return
    words = [folded(text) for text in texts.values()]
    if len(words) == _PAIR_LONG and colour_of(words[0]) and (status := judge(words[1]).status):
        yield colour_of(words[0]), status
        return
    statuses = {at: judge(text).status for at, text in texts.items()}
    filled = {at: grid.colours.get((row, at)) or grid.colours.get((row, at - 1)) for at in texts}
    if all(statuses.values()) and all(filled.values()):
        yield from ((colour, statuses[at]) for at, colour in filled.items() if colour)


def _in_text(text: str, judge: Callable[[str], Judged]) -> Iterator[tuple[str, str]]:
    """The pairs of a text that says what several colours mean, or nothing else than one."""
    parts = [part.strip(" .") for part in _PARTS.split(text) if part.strip(" .")]
    found = [pair for part in parts if (pair := _PAIR.fullmatch(part)) and colour_of(pair[1])]
    if len(found) == len(parts):
        yield from ((colour_of(pair[1]), status) for pair in found if (status := judge(pair[2]).status))
