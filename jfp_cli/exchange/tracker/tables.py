"""The tables in a grid: which rows are heads, and where each table ends."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jfp_cli.exchange.tracker.found import Found
from jfp_cli.exchange.tracker.grid import Grid
from jfp_cli.exchange.tracker.head_rows import HeadRows, said_in
from jfp_cli.exchange.tracker.rows import is_alone, lines_of
from jfp_cli.exchange.tracker.telling import Telling
from jfp_cli.values.text import folded

_NEAR = 2  # rows between a heading and the heads under it


def tables_in(grid: Grid, heads: HeadRows, telling: Telling) -> Iterator[Found]:
    """The tables of a grid, in their order."""
    blocks = list(_blocks(grid, heads, telling))
    above = list(grid.above)
    start = 0
    for rows, following in pairwise([*blocks, [grid.numbers[-1] + 1] if grid.numbers else [1]]):
        over = [number for number in grid.numbers if start < number < rows[0]]
        said = [text for number in over if (text := said_in(grid, number, telling))]
        above = [*above, *said] if rows is blocks[0] else said[-1:]
        section = _section(grid, rows[0], telling) if len(blocks) > 1 else 0
        left_out = _section(grid, following[0], telling) if following in blocks else 0
        between = [number for number in grid.numbers if rows[-1] < number < following[0] and number != left_out]
        start = following[0] - 1
        for columns in _side_by_side(grid, heads, rows):
            made = {column: heads.head(grid, rows, column, above) for column in columns}
            lines, passed = lines_of(grid, made, between, telling)
            if lines:
                called = said_in(grid, section, telling) if section else ""
                yield Found(grid, made, lines, passed, tuple(above), called)


def _blocks(grid: Grid, heads: HeadRows, telling: Telling) -> Iterator[list[int]]:
    """The rows of heads of each table; heads that only stand again are its own rows, unless a section begins there."""
    last: dict[int, str] = {}
    taken = 0
    for number in grid.numbers:
        rows = heads.rows_from(grid, number) if number > taken else []
        if rows:
            said = {column: folded(heads.joined(grid, rows, column)) for column in heads.columns(grid, rows)}
            if said != last or _section(grid, number, telling):
                yield rows
            last, taken = said, rows[-1]


def _section(grid: Grid, row: int, telling: Telling) -> int:
    """The row over some heads that says alone what the table is about; 0 where there is none."""
    over = grid.numbers[: bisect_left(grid.numbers, row)][-1:]
    alone = [number for number in over if row - number <= _NEAR and is_alone(grid, number, telling)]
    return alone[0] if alone else 0


def _side_by_side(grid: Grid, heads: HeadRows, rows: Sequence[int]) -> list[list[int]]:
    """The columns of a table, or of the tables that stand side by side, with a column without a head between them."""
    parts: list[list[int]] = []
    for column in heads.columns(grid, rows):
        if not parts or column > parts[-1][-1] + 1:
            parts.append([])
        parts[-1].append(column)
    if len(parts) > 1 and all(heads.is_whole(grid, rows, part) for part in parts):
        return parts
    joined: list[list[int]] = []
    for part in parts:
        is_another = joined and heads.is_whole(grid, rows, part) and heads.say_the_same(grid, rows, joined[-1], part)
        if joined and not is_another:
            joined[-1].extend(part)
        else:
            joined.append(part)
    return joined
