"""The tables of a Word document as grids, each with the lines that stand over it."""

from collections.abc import Sequence

from jfp_cli.exchange.excel.cells import Cell
from jfp_cli.exchange.tracker.grid import File, Grid
from jfp_cli.exchange.word.blocks import Block, Table
from jfp_cli.exchange.word.blocks import Cell as WordCell

_MOST_ABOVE = 3  # lines over a table that may say what it is about


def grids_of_document(blocks: Sequence[Block], remarks: Sequence[str]) -> File:
    """The grids of the tables among some blocks."""
    grids: list[Grid] = []
    above: list[str] = []
    for block in blocks:
        if isinstance(block, Table):
            grids.append(_grid(block, above))
            above = []
        elif block.text:
            above = [block.text] if block.level else [*above, block.text][-_MOST_ABOVE:]
    said = "only its tables were read; a published plan becomes a plan of its own with --into DIR"
    return File(grids, [*remarks, said])


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
    return Grid(table.where, rows, merged, above=tuple(above), is_word=True)
