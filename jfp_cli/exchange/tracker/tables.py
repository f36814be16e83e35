"""The tables in a grid: which rows are heads, and where each table ends."""

from collections.abc import Iterator, Sequence

from jfp_cli.exchange.tracker.found import Found
from jfp_cli.exchange.tracker.grid import Grid
from jfp_cli.exchange.tracker.head_rows import HeadRows, said_in
from jfp_cli.exchange.tracker.rows import lines_of
from jfp_cli.exchange.tracker.telling import Telling
from jfp_cli.values.text import folded


def tables_in(grid: Grid, heads: HeadRows, telling: Telling) -> Iterator[Found]:
    """The tables of a grid, in their order."""
    blocks = list(_blocks(grid, heads))
    above = list(grid.above)
    start = 0
    for at, rows in enumerate(blocks):
        over = [
            said for number in grid.numbers if start < number < rows[0] and (said := said_in(grid, number, telling))
        ]
        end = blocks[at + 1][0] if at + 1 < len(blocks) else grid.numbers[-1] + 1
        between = [number for number in grid.numbers if rows[-1] < number < end]
        above = [*above, *over] if at == 0 else over[-1:]
        start = end - 1
        for columns in _side_by_side(grid, heads, rows):
            made = {column: heads.head(grid, rows, column, above) for column in columns}
            lines, passed = lines_of(grid, made, between, telling)
            if lines:
                yield Found(grid, made, lines, passed, tuple(above))


def _blocks(grid: Grid, heads: HeadRows) -> Iterator[Sequence[int]]:
    """The rows of heads of each table; those that only say again what stands over a table are its own rows."""
    last: dict[int, str] = {}
    taken = 0
    for number in grid.numbers:
        rows = heads.rows_from(grid, number) if number > taken else []
        if rows:
            said = {column: folded(heads.joined(grid, rows, column)) for column in heads.columns(grid, rows)}
            if said != last:
                yield rows
            last, taken = said, rows[-1]


def _side_by_side(grid: Grid, heads: HeadRows, rows: Sequence[int]) -> list[list[int]]:
    """The columns of a table, or of the tables that stand side by side, with a column without a head between them."""
    parts: list[list[int]] = []
    for column in heads.columns(grid, rows):
        if not parts or column > parts[-1][-1] + 1:
            parts.append([])
        parts[-1].append(column)
    if len(parts) > 1 and all(heads.is_whole(grid, rows, part) for part in parts):
        return parts
    return [[column for part in parts for column in part]]
