"""A table of a tracker as it was found: its heads, its rows, and what stands over them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jfp_cli.exchange.excel.cells import Cell
from jfp_cli.exchange.proposal import Remark
from jfp_cli.exchange.tracker.grid import Grid
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.text import quoted

_FEW = 3  # heads that are named one by one


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """The head of a column: where it stands, what it says, and the period that it names.

    `unread` says why it names none, where it is like the name of one.
    """

    row: int
    column: int
    text: str
    period: PlanDate | None = None
    unread: str = ""

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

    def of_unread(self, columns: Iterable[int]) -> Iterator[Remark]:
        """What is said of columns whose heads are like periods and cannot be read; of several in one."""
        heads = [self.heads[at] for at in columns]
        if heads:
            said = ", ".join(quoted(head.text) for head in heads[:_FEW])
            more = f" and {len(heads) - _FEW} more" if len(heads) > _FEW else ""
            told = f"what stands under {said}{more} was not taken: {heads[0].unread}"
            yield from (Remark(self.head_place(head), told) for head in heads)
