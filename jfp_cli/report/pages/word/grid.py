"""A table of a page as rows and columns: which cell covers which places."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jfp_cli.report.pages.word.tree import Element

MOST_COLUMNS = 60
_GOES_ON = "chart-row"  # the class of such a row
_GROUPS = ("thead", "tbody", "tfoot")


class Cell(NamedTuple):
    """A cell, or what a cell above covers (`continued`); it begins in a column and covers some."""

    element: Element
    column: int
    across: int
    continued: bool


class Row(NamedTuple):
    """A row: whether it is of the table's head, the ids that stand above it, and its cells.

    What goes on with the row before it, such as the chart of what that says, is not to be torn from it.
    """

    is_head: bool
    anchors: tuple[str, ...]
    cells: tuple[Cell, ...]
    goes_on: bool = False


def rows_of(table: Element) -> list[Row]:
    """The rows of a table, each as wide as the widest."""
    rows: list[Row] = []
    open_below: dict[int, tuple[Element, int, int]] = {}  # by column: the cell, how wide, in how many rows still
    for is_head, anchors, row in _every(table):
        cells: list[Cell] = []
        column = 0
        given = [cell for cell in row.children if isinstance(cell, Element) and cell.name in ("td", "th")]
        while given or column in open_below:
            if column in open_below:
                above, across, left = open_below.pop(column)
                cells.append(Cell(above, column, across, continued=True))
                if left > 1:
                    open_below[column] = (above, across, left - 1)
            else:
                cell = given.pop(0)
                across = _number(cell, "colspan", MOST_COLUMNS)
                down = _number(cell, "rowspan", 1000)
                cells.append(Cell(cell, column, across, continued=False))
                if down > 1:
                    open_below[column] = (cell, across, down - 1)
            column += across
        if cells:
            rows.append(Row(is_head or _is_head(rows, row), anchors, tuple(cells), _GOES_ON in row.classes))
    most = max((row.cells[-1].column + row.cells[-1].across for row in rows), default=0)
    return [_filled(row, most) for row in rows]


def columns_of(rows: Sequence[Row]) -> int:
    """How many columns the rows have, which all have as many."""
    return rows[0].cells[-1].column + rows[0].cells[-1].across if rows else 0


def _every(table: Element) -> Iterator[tuple[bool, tuple[str, ...], Element]]:
    """The rows of a table: whether in its head, the ids of what a row is the first of and its own, and the row."""
    for child in table.children:
        if not isinstance(child, Element):
            continue
        above = (child.attributes["id"],) if "id" in child.attributes and child.name in _GROUPS else ()
        within = child.children if child.name in _GROUPS else [child]
        for row in within:
            if isinstance(row, Element) and row.name == "tr" and row.is_shown:
                own = (row.attributes["id"],) if "id" in row.attributes else ()
                yield child.name == "thead", above + own, row
                above = ()


def _is_head(rows: Sequence[Row], row: Element) -> bool:
    """Whether a first row that stands in no head is one all the same: every cell of it is."""
    return not rows and all(cell.name == "th" for cell in row.every("td", "th"))


def _filled(row: Row, most: int) -> Row:
    end = row.cells[-1].column + row.cells[-1].across
    if end == most:
        return row
    return row._replace(cells=(*row.cells, Cell(Element("td"), end, most - end, continued=False)))


def _number(cell: Element, name: str, most: int) -> int:
    given = cell.attributes.get(name, "")
    return min(max(int(given), 1), most) if given.isdecimal() and len(given) < 6 else 1
