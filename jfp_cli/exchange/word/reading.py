"""What a table reads as: the heads of its columns, its rows, and what stands over them."""

from dataclasses import dataclass
from typing import NamedTuple

from jfp_cli.exchange.word.blocks import Cell, Line
from jfp_cli.exchange.word.columns import Column, column_of
from jfp_cli.exchange.word.periods import Named, date_in, period_of
from jfp_cli.values.calendar import Calendar

_LONGEST_HEAD = 90  # characters


class Head(NamedTuple):
    """The head of a column: what it holds, and the period or day that it names."""

    column: Column | None
    text: str
    period: Named | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row below the heads, cell by column, and the lines that stand across the table above it.

    `is_first` where it is the first row under those.
    """

    cells: tuple[Cell, ...]
    band: tuple[Line, ...] = ()
    is_first: bool = False

    @property
    def over(self) -> str:
        """The title that stands across the table above it; empty where none does."""
        return self.band[0].text.rstrip(" :") if self.band else ""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A table with its heads understood; `above` are the lines over them, and `labels` those that are heads."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    above: tuple[Line, ...]
    labels: tuple[Line, ...]
    where: str

    def has(self, *columns: Column) -> bool:
        """Whether a column holds one of these."""
        return any(head.column in columns for head in self.heads)

    def at(self, *columns: Column) -> list[int]:
        """The numbers of the columns that hold one of these."""
        return [number for number, head in enumerate(self.heads) if head.column in columns]


def head_of(cell: Cell, calendar: Calendar) -> Head:
    """What the head of a column says."""
    text = cell.text
    if not text or len(text) > _LONGEST_HEAD:
        return Head(None, text)
    if period := period_of(text, calendar):
        is_baseline = column_of(text) is Column.BASELINE
        return Head(Column.BASELINE if is_baseline else Column.PERIOD, text, period)
    if meant := date_in(text, calendar):
        return Head(Column.DAY, text, Named(text, meant))
    return Head(column_of(text), text)
