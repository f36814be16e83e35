"""A sheet, a file of separated values or a table of a document as cells, whatever it came as."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from jfp_cli.exchange.excel.cells import EMPTY, Cell, Row, letters
from jfp_cli.values.text import safe

Spot = tuple[int, int]
"""A row and a column, from 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The rows that say something, by number; of cells that were made one `merged` has the first spot and the last.

    `width` is the number of the last column that says something.

    `colours` are those of cells, in words. `above` is what stands over a table of a document. Of a grid that is another
    in another order `spots` says where its cells stand in that, and `steps` which line of them its rows are.
    """

    name: str
    rows: Mapping[int, Row]
    merged: Sequence[tuple[int, int, int, int]] = ()
    colours: Mapping[Spot, str] = field(default_factory=dict)
    above: Sequence[str] = ()
    is_word: bool = False
    spots: Mapping[Spot, Spot] = field(default_factory=dict)
    steps: Mapping[int, int] = field(default_factory=dict)
    numbers: Sequence[int] = field(init=False)
    width: int = field(init=False)
    _origins: Mapping[Spot, Spot] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "numbers", sorted(self.rows))
        object.__setattr__(self, "width", max((max(row) for row in self.rows.values() if row), default=0))
        object.__setattr__(self, "_origins", self._covered())

    def _covered(self) -> dict[Spot, Spot]:
        """Of the cells that are a part of another, where that begins; as far as rows and columns say something."""
        found: dict[Spot, Spot] = {}
        for top, left, bottom, right in self.merged:
            first, last = bisect_left(self.numbers, top), bisect_right(self.numbers, bottom)
            for row in self.numbers[first:last]:
                for column in range(left, min(right, self.width) + 1):
                    found[row, column] = (top, left)
        return found

    def origin(self, row: int, column: int) -> Spot:
        """Where the cell of a spot begins: elsewhere where it is a part of a larger one."""
        return self._origins.get((row, column), (row, column))

    def cell(self, row: int, column: int) -> Cell:
        """What stands at a spot, in a larger cell too."""
        row, column = self.origin(row, column)
        return self.rows.get(row, {}).get(column, EMPTY)

    def place(self, row: int, column: int) -> str:
        """The name of a cell, such as Actions!E14."""
        step = f" (line {self.steps[row]})" if row in self.steps else ""
        row, column = self.spot(row, column)
        if self.is_word:
            return f"{safe(self.name)}, row {row}, column {column}{step}"
        return f"{safe(self.name)}!{letters(column)}{row}{step}"

    def row_name(self, row: int) -> str:
        """The name of a row."""
        return f"{safe(self.name)}, row {(self._first_spot(row) or (row,))[0]}"

    def spot(self, row: int, column: int) -> Spot:
        """Where a cell stands in the grid that this one is in another order."""
        return self.spots.get((row, column)) or self._first_spot(row) or (row, column)

    def _first_spot(self, row: int) -> Spot | None:
        """Where the first cell of a row stands in the grid that this one is in another order."""
        return next((self.spots[row, at] for at in sorted(self.rows.get(row, ())) if (row, at) in self.spots), None)

    def in_order(self, spots: Mapping[Spot, Spot], texts: Mapping[Spot, str], above: Sequence[str] = ()) -> "Grid":
        """The same cells in another order: where each is to stand, and where it does; some with other texts."""
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), spot in sorted(spots.items()):
            cell = Cell(texts[row, column]) if (row, column) in texts else self.cell(*spot)
            if cell != EMPTY:
                rows.setdefault(row, {})[column] = cell
        colours = {to: self.colours[spot] for to, spot in spots.items() if spot in self.colours}
        return Grid(self.name, rows, colours=colours, above=above, is_word=self.is_word, spots=spots)


class File(NamedTuple):
    """The grids of a file, whether days are counted from 1904, and what a reader should know of how it was read."""

    grids: Sequence[Grid]
    remarks: Sequence[str] = ()
    is_1904: bool = False
