"""A table of a tracker as it was found: its heads, its rows, and what stands over them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jfp_cli.exchange.excel.cells import Cell
from jfp_cli.exchange.tracker.grid import Grid
from jfp_cli.values.dates import PlanDate


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """The head of a column: where it stands, what it says, and the period that it names."""

    row: int
    column: int
    text: str
    period: PlanDate | None = None

    @property
    def when(self) -> str:
        """The period that it names, with its year."""
        return self.period.text if self.period else self.text


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A row below the heads, and the rows that stand across the table above it, the widest first."""

    number: int
    bands: Sequence[str] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A table: its heads by column, its lines, and sentences on the rows that were passed over.

    `section` is what stands straight over its heads, where there are several tables in a sheet.
    """

    grid: Grid
    heads: Mapping[int, Head]
    lines: Sequence[Line]
    passed: Sequence[str]
    above: Sequence[str] = ()
    section: str = ""

    @property
    def name(self) -> str:
        """Where it is: its sheet, and the row of its heads where there are several tables in that."""
        return self.grid.row_name(min(head.row for head in self.heads.values()))

    def cell(self, line: Line, column: int) -> Cell:
        """A cell of a line."""
        return self.grid.cell(line.number, column)

    def place(self, line: Line, column: int) -> str:
        """The name of a cell of a line."""
        return self.grid.place(line.number, column)

    def head_place(self, head: Head) -> str:
        """The name of the cell of a head."""
        return self.grid.place(head.row, head.column)
