"""How the cells of a workbook look, which of them may be written in, and how wide their columns are."""

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from jfp_cli.exchange.table import GREY, Column, Role, Row

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

_NARROWEST, _WIDEST, _WIDEST_GREY, _REPORT = 9, 48, 30, 44  # characters
_MARGIN = 2  # characters, beside the longest line
_LINE, _MOST_LINES = 15, 12  # points; lines that show of a longer text
_ROOM_FOR_A_BUTTON = 4  # characters, for that of the filter
_AS_TEXT = "@"  # so that Excel makes no dates and figures of its own out of what is typed
_BLUE, _DARK, _LIGHT, _INK = "#005EB8", "#6B7780", "#EEF0F2", "#4A5560"


class Looks:
    """The formats of a workbook, made once."""

    def __init__(self, workbook: "Workbook") -> None:
        cell = {"valign": "top", "text_wrap": True, "num_format": _AS_TEXT}
        edge = {"border": 1, "border_color": "#D5DADF"}
        head = {"bold": True, "font_color": "white", "valign": "vcenter", "text_wrap": True, "num_format": _AS_TEXT}
        self.own: Format = workbook.add_format({**cell, **edge, "locked": False})
        self.grey: Format = workbook.add_format({**cell, **edge, "bg_color": _LIGHT, "font_color": _INK})
        self.number: Format = workbook.add_format({**cell, **edge, "locked": False, "align": "right"})
        self.head: Format = workbook.add_format({**head, "bg_color": _BLUE})
        self.grey_head: Format = workbook.add_format({**head, "bg_color": _DARK})
        self.title: Format = workbook.add_format({"bold": True, "font_size": 18, "font_color": _BLUE})
        self.heading: Format = workbook.add_format({"bold": True, "font_size": 13, "font_color": _BLUE})
        self.text: Format = workbook.add_format({"valign": "top", "text_wrap": True})
        self.bold: Format = workbook.add_format({"valign": "top", "bold": True})

    def heading_of(self, column: Column) -> "Format":
        """How the head of a column looks."""
        return self.grey_head if column.role in GREY else self.head

    def below(self, column: Column) -> "Format":
        """How the cells of a column look below the rows that are there, where new ones are written."""
        if column.role in (Role.HOME, Role.PLACE):
            return self.own
        return self.in_row(column)

    def in_row(self, column: Column) -> "Format":
        """How the cells of a column look in the rows that are there."""
        if column.role in GREY:
            return self.grey
        return self.number if column.role is Role.READING else self.own


def width_of(column: Column, rows: Sequence[Row]) -> int:
    """How wide a column is: as its longest line, within bounds."""
    longest = max((len(line) for row in rows for line in row.cells.get(column.key, "").split("\n")), default=0)
    words = max(map(len, column.heading.split()))
    if column.role is Role.REPORT:
        return _REPORT
    widest = _WIDEST_GREY if column.role in (Role.TITLES, Role.SHOWN) else _WIDEST
    return min(max(longest + _MARGIN, words + _ROOM_FOR_A_BUTTON, _NARROWEST), widest)


def height_of(row: Row, columns: Sequence[Column], widths: Sequence[int]) -> int | None:
    """How high a row is, in points, so that its longest text shows; None where one line holds each."""
    lines = max(
        sum(max(1, len(wrap(line, width - _MARGIN))) for line in row.cells.get(column.key, "").split("\n"))
        for column, width in zip(columns, widths, strict=True)
    )
    return None if lines == 1 else min(lines, _MOST_LINES) * _LINE
