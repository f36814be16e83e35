"""The body of a Word document as blocks, in the order in which it is read; every text comes once."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from jfp_cli.exchange.word.blocks import Block, Cell, Kind, Line, Table
from jfp_cli.exchange.word.paragraphs import Run, Text, shown_below
from jfp_cli.exchange.word.styles import Styles, value, w

_CONTENTS = ("table of contents", "contents")


class Walk:
    """A walk over the XML of a document, which counts the paragraphs and tables that it comes by."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._paragraphs = 0
        self._tables = 0
        self._before: list[Run] = []

    def body(self, element: Any) -> list[Block]:
        """The blocks of the running text."""
        return list(self._blocks(element))

    def notes(self, element: Any, where: str) -> list[Line]:
        """The lines of what stands beside the running text, such as footnotes."""
        lines = (line for paragraph in element.iter(w("p")) for line in self._paragraph(paragraph, where))
        return [replace(line, level=0, kind="note") for line in lines if line.text]

    def _blocks(self, element: Any, kind: Kind = "") -> Iterator[Block]:
        for below in shown_below(element):
            if below.tag == w("p"):
                self._paragraphs += 1
                yield from self._of_paragraph(below, kind)
            elif below.tag == w("tbl"):
                yield from self._table(below)
            else:
                yield from self._blocks(below, "contents" if _is_contents(below) else kind)

    def _of_paragraph(self, paragraph: Any, kind: Kind) -> Iterator[Block]:
        boxes: list[Any] = []
        lines = self._paragraph(paragraph, f"paragraph {self._paragraphs}", boxes)
        yield from (replace(line, kind=kind, level=0) if kind else line for line in lines)
        for box in boxes:
            yield from self._blocks(box, kind)

    def _paragraph(self, paragraph: Any, where: str, boxes: list[Any] | None = None) -> list[Line]:
        text = Text(paragraph, self._styles)
        runs = [*self._before, *text.runs]
        if boxes is not None:
            boxes += text.boxes
        self._before = runs if text.is_joined else []
        return [] if text.is_joined else text.lines(runs, where)

    def _table(self, element: Any) -> Iterator[Block]:
        every = [cell for row in _rows(element) for cell in _cells(row)]
        if len(every) == 1:
            yield from self._blocks(every[0])  # it is a frame around what stands in it
            return
        self._tables += 1
        where, nested = f"table {self._tables}", list[Any]()
        rows: list[tuple[Cell, ...]] = []
        above: dict[int, Cell] = {}
        for row in _rows(element):
            cells: list[Cell] = [Cell()] * _left_out(row, "gridBefore")
            for cell in _cells(row):
                column, span = len(cells), _span(cell)
                spot = f"{where}, row {len(rows) + 1}, column {column + 1}"
                inside = tuple(self._in_cell(cell, spot, nested))
                is_same = _is_continued(cell) and column in above and not any(line.text for line in inside)
                made = above[column] if is_same else Cell(inside, span)
                cells += [made] * span
                above |= dict.fromkeys(range(column, column + span), made)
            rows.append(tuple(cells))
        width = max(map(len, rows), default=0)
        yield Table(tuple(row + (Cell(),) * (width - len(row)) for row in rows), where)
        for inner in nested:
            yield from self._table(inner)

    def _in_cell(self, cell: Any, where: str, nested: list[Any]) -> Iterator[Line]:
        for below in shown_below(cell):
            if below.tag == w("p"):
                boxes: list[Any] = []
                lines = self._paragraph(below, where, boxes)
                yield from (replace(line, level=0) for line in lines)
                for box in boxes:
                    yield from self._in_cell(box, where, nested)
            elif below.tag == w("tbl"):
                nested.append(below)
            else:
                yield from self._in_cell(below, where, nested)


def _is_contents(element: Any) -> bool:
    """Whether an element is the table of contents that Word keeps up."""
    properties = element.find(w("sdtPr"))
    gallery = None if properties is None else value(properties, "docPartObj", "docPartGallery")
    return (gallery or "").lower() in _CONTENTS


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, those within content controls too, but for those that were deleted."""
    for below in shown_below(table):
        if below.tag == w("tr"):
            if below.find(f"{w('trPr')}/{w('del')}") is None:
                yield below
        elif below.tag != w("tbl"):
            yield from _rows(below)


def _cells(row: Any) -> Iterator[Any]:
    for below in shown_below(row):
        if below.tag == w("tc"):
            yield below
        else:
            yield from _cells(below)


def _left_out(row: Any, side: str) -> int:
    properties = row.find(w("trPr"))
    said = None if properties is None else value(properties, side)
    return min(int(said), 64) if said and said.isdigit() else 0


def _span(cell: Any) -> int:
    properties = cell.find(w("tcPr"))
    said = None if properties is None else value(properties, "gridSpan")
    return min(max(int(said), 1), 64) if said and said.isdigit() else 1


def _is_continued(cell: Any) -> bool:
    properties = cell.find(w("tcPr"))
    merge = None if properties is None else properties.find(w("vMerge"))
    return merge is not None and merge.get(w("val"), "continue") == "continue"
