"""The tables of a Word document as grids, each with the lines that stand over it."""

import re
from collections.abc import Sequence

from jfp_cli.exchange.excel.cells import Cell
from jfp_cli.exchange.tracker.grid import File, Grid
from jfp_cli.exchange.word.blocks import Block, Line, Table
from jfp_cli.exchange.word.blocks import Cell as WordCell

_LONGEST = 60  # characters of a line that may say what the table under it is about
_LABELLED = re.compile(r"(?:sro|lead|owner|sponsor|manager|contact|date|version|author)\b.{0,20}:", re.IGNORECASE)


def grids_of_document(blocks: Sequence[Block], remarks: Sequence[str]) -> File:
    """The grids of the tables among some blocks."""
    grids: list[Grid] = []
    heading, lines = "", list[Line]()
    for block in blocks:
        if isinstance(block, Table):
            grids.append(_grid(block, _over(heading, lines)))
            lines = []
        elif block.level:
            heading, lines = block.text, []
        elif block.text and not block.kind:
            lines.append(block)
    said = "only its tables were read; a published plan becomes a plan of its own with --into DIR"
    return File(grids, [*remarks, said])


def _over(heading: str, lines: Sequence[Line]) -> Sequence[str]:
    """What says what a table is about: a bold line over it, else the heading, else the first short line."""
    short = [line for line in lines if len(line.text) <= _LONGEST and line.text[-1] not in ".:;"]
    named = [line for line in short if not _LABELLED.match(line.text)]
    bold = [line.text for line in named if line.is_bold]
    said = bold[-1:] or ([heading] if heading else [line.text for line in named[:1]])
    return tuple(said)


def _grid(table: Table, above: Sequence[str]) -> Grid:
    """A table: a cell that reaches over several rows or columns stands where it begins, and covers the rest."""
    first: dict[WordCell, tuple[int, int]] = {}
    last: dict[WordCell, tuple[int, int]] = {}
    rows: dict[int, dict[int, Cell]] = {}
    for number, cells in enumerate(table.rows, 1):
        for at, cell in enumerate(cells, 1):
            text = "\n".join(line.text for line in cell.written)
            if text and cell not in first:
                rows.setdefault(number, {})[at] = Cell(text)
            if cell.lines:
                first.setdefault(cell, (number, at))
                last[cell] = (number, at)
    for cell, (row, _) in last.items():
        for number in range(first[cell][0], row + 1):
            rows.setdefault(number, {})
    merged = [(*first[cell], *last[cell]) for cell in first if first[cell] != last[cell]]
    return Grid(table.where, rows, merged, above=above, is_word=True)
