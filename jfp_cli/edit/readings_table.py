"""Readings in a table: the text of a CSV file as rows that can be recorded, each with its line."""

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import folded, quoted

COLUMNS = ("measure", "place", "at", "value", "note", "source")
_NEEDED = ("measure", "at", "value")
_SEPARATORS = (",", ";", "\t")


class Row(NamedTuple):
    """A row of the table: the line where it begins, and the texts of its cells by column; empty ones are left out.

    One that cannot be read has none, and `unread` says why.
    """

    line: int
    cells: dict[str, str]
    unread: str = ""

    @property
    def fault(self) -> str:
        """Why it is no reading, as a sentence; empty where it says all that it has to."""
        if self.unread:
            return self.unread
        lacking = [column for column in _NEEDED if column not in self.cells]
        return f"there is no {' and no '.join(lacking)}" if lacking else ""


def rows_of(text: str) -> Iterator[Row]:
    """The rows of a table, its first line naming the columns in any order; raises EditError where it does not.

    Where a row leaves nothing after it to be told apart, it is the last.
    """
    first = text.lstrip("\r\n").splitlines()[:1]
    if not first:
        raise EditError(f"the table is empty; its first line names the columns: {','.join(COLUMNS)}")
    separator = max(_SEPARATORS, key=first[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    columns: list[str] | None = None
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if columns is None:
                columns = _columns(cells)
                continue
            if any(cell.strip() for cell in cells[len(columns) :]):
                yield Row(line, {}, "it has more cells than there are columns; put quotes round a text with commas")
                continue
            said = zip(columns, (cell.strip() for cell in cells), strict=False)
            yield Row(line, {column: cell for column, cell in said if cell})
    except csv.Error as error:
        yield Row(before + 1, {}, f"it cannot be read as CSV: {error}")


def _columns(cells: list[str]) -> list[str]:
    columns = [folded(cell) for cell in cells]
    for name in columns:
        if name not in COLUMNS:
            advice = did_you_mean(name, COLUMNS, f"the columns are: {', '.join(COLUMNS)}")
            raise EditError(f"there is no column {quoted(name)}; {advice}")
        if columns.count(name) > 1:
            raise EditError(f"the column {quoted(name)} stands twice; keep one of the two")
    lacking = [name for name in _NEEDED if name not in columns]
    if lacking:
        raise EditError(f"the first line names the columns, and lacks {' and '.join(lacking)}: {','.join(COLUMNS)}")
    return columns
