"""A table of a page as rows and columns: which cell covers which places, and how wide each column should be."""

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from jfp_cli.report.pages.word.sheet import PIXEL
from jfp_cli.report.pages.word.tree import Element

MOST_COLUMNS = 60
_LETTER, _SIDES = 108, 230  # twentieths of a point: a letter of a cell, and the space beside its text
_LONGEST_WORD, _PICTURE = 30, 3000
_SHORT, _SIGN = 26, 2  # letters of a short text, and those that a sign before it takes
_NARROW = 0.85  # of the room, that narrow columns have as they like; the rest is shared
_GROUPS = ("thead", "tbody", "tfoot")


class Cell(NamedTuple):
    """A cell, or what a cell above covers (`continued`); it begins in a column and covers some."""

    element: Element
    column: int
    across: int
    continued: bool


class Row(NamedTuple):
    """A row: whether it is of the table's head, the ids that stand above it, and its cells."""

    is_head: bool
    anchors: tuple[str, ...]
    cells: tuple[Cell, ...]


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
            rows.append(Row(is_head or _is_head(rows, row), anchors, tuple(cells)))
    most = max((row.cells[-1].column + row.cells[-1].across for row in rows), default=0)
    return [_filled(row, most) for row in rows]


def columns_of(rows: Sequence[Row]) -> int:
    """How many columns the rows have, which all have as many."""
    return rows[0].cells[-1].column + rows[0].cells[-1].across if rows else 0


def needed(rows: Sequence[Row]) -> list[int]:
    """The least that each column takes so that no word is broken."""
    least = [_SIDES + 2 * _LETTER] * columns_of(rows)
    for cell in _single(rows):
        longest = max(map(len, cell.element.text.split()), default=0) + (cell.element.name == "th")
        taken = _SIDES + _LETTER * min(longest, _LONGEST_WORD)
        drawn = max(map(_drawn, cell.element.every("svg")), default=0)
        least[cell.column] = max(least[cell.column], taken, drawn and _SIDES + drawn)
    return least


def widths(rows: Sequence[Row], room: int) -> list[int]:
    """The width of each column, all the room together: narrow ones as they like, more where there is more to read."""
    least = needed(rows)
    if sum(least) >= room:
        return [room * width // sum(least) for width in least]
    letters, longest = [0] * len(least), [0] * len(least)
    for cell in _single(rows):
        length = len(cell.element.text) + _SIGN * cell.element.holds("svg")
        letters[cell.column] += length
        longest[cell.column] = max(longest[cell.column], length)
    whole = [max(few, _SIDES + _LETTER * most) for few, most in zip(least, longest, strict=True)]
    if sum(whole) <= room:
        return [width * room // sum(whole) for width in whole]
    halves = [_SIDES + _LETTER * (most // 2 + _SIGN) if most <= _SHORT else 0 for most in longest]
    for wished in whole, halves:  # in one line, else in two
        for column in sorted(range(len(least)), key=lambda column: wished[column]):
            if sum(least) + max(wished[column] - least[column], 0) <= room * _NARROW:
                least[column] = max(least[column], wished[column])
    wanted = [min(sqrt(number) * 40, most - few) for number, few, most in zip(letters, least, whole, strict=True)]
    left = room - sum(least)
    return [few + int(left * share / (sum(wanted) or 1)) for few, share in zip(least, wanted, strict=True)]


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


def _single(rows: Sequence[Row]) -> Iterator[Cell]:
    return (cell for row in rows for cell in row.cells if cell.across == 1 and not cell.continued)


def _drawn(picture: Element) -> int:
    """How wide a picture would like to be."""
    width = picture.attributes.get("width", "")
    return _PICTURE if width.endswith("%") else PIXEL * int(width) if width.isdecimal() and len(width) < 5 else 0


def _filled(row: Row, most: int) -> Row:
    end = row.cells[-1].column + row.cells[-1].across
    if end == most:
        return row
    return row._replace(cells=(*row.cells, Cell(Element("td"), end, most - end, continued=False)))


def _number(cell: Element, name: str, most: int) -> int:
    given = cell.attributes.get(name, "")
    return min(max(int(given), 1), most) if given.isdecimal() and len(given) < 6 else 1
