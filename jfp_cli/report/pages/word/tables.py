"""Tables of a page as Word's: the head again on every page, widths that fit what is in the columns, cells that span."""

from typing import TYPE_CHECKING

from jfp_cli.report.pages.word.grid import MOST_COLUMNS, Cell, Row, columns_of, rows_of
from jfp_cli.report.pages.word.place import Block, Place
from jfp_cli.report.pages.word.styles import WASH
from jfp_cli.report.pages.word.tree import HEADINGS, Element
from jfp_cli.report.pages.word.widths import needed, widths
from jfp_cli.report.pages.word.xml import element

if TYPE_CHECKING:
    from jfp_cli.report.pages.word.blocks import Writer

_PARTS = ("caption", "col", "colgroup", "tbody", "tfoot", "thead", "tr")
_SIDES = 200  # twentieths of a point between the sides of a cell and its text
_LOOK = "0620"  # the same as bits, for older readers
_SHORT = 700  # letters of a row that the end of a page is not to tear apart


def table(writer: "Writer", node: Element, place: Place) -> None:
    """A table with its caption above it; on a page turned across where its words need more room than a page has."""
    rows = rows_of(node)
    if not rows or columns_of(rows) > MOST_COLUMNS:  # Word has no more
        writer.write([part for row in node.children if isinstance(row, Element) for part in row.children], place)
        return
    room = place.room - place.indent
    is_wide = not place.in_cell and needed(rows) > room
    if is_wide:
        room = writer.made.turned - place.indent
    parts = [part for part in node.children if isinstance(part, Element)]
    writer.write([part for part in parts if part.name not in _PARTS], place)
    caption = next((part for part in parts if part.name == "caption"), None)
    before = len(writer.blocks)
    if caption and caption.is_shown:
        writer.write(caption.children, place._replace(style="Caption", kept=True))
    above = "".join(block.xml for block in writer.blocks[before:])
    del writer.blocks[before:]
    columns = widths(rows, room)
    own = place._replace(style="Normal", depth=0, in_cell=True, kept=False)
    properties = element(
        "tblPr",
        element("tblStyle", val="PlanTable"),
        element("tblW", w=sum(columns), type="dxa"),
        element("tblInd", w=place.indent, type="dxa") if place.indent else "",
        element("tblLayout", type="fixed"),
        _margins(own.tight),
        element("tblLook", val=_LOOK, firstRow=int(rows[0].is_head), firstColumn=0, noHBand=1, noVBand=1),
        element("tblCaption", val=caption.label) if caption else "",
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in columns))
    after = (*(row.goes_on for row in rows[1:]), False)
    body = "".join(
        _row(writer, row, columns, own._replace(kept=goes_on)) for row, goes_on in zip(rows, after, strict=True)
    )
    writer.blocks.append(Block(above + element("tbl", properties, grid, body), "table", is_wide))


def _margins(is_tight: bool) -> str:
    """The space above and below what stands in a cell, where it is not that of the style."""
    return element("tblCellMar", *(element(side, w=0, type="dxa") for side in ("top", "bottom"))) if is_tight else ""


def _row(writer: "Writer", row: Row, columns: list[int], place: Place) -> str:
    writer.anchors += row.anchors
    is_short = sum(len(cell.element.text) for cell in row.cells) < _SHORT
    own = (element("cantSplit") if row.is_head or is_short else "") + (element("tblHeader") if row.is_head else "")
    cells = "".join(_cell(writer, cell, columns, place, is_head=row.is_head) for cell in row.cells)
    return element("tr", element("trPr", own) if own else "", cells)


def _cell(writer: "Writer", cell: Cell, columns: list[int], place: Place, *, is_head: bool) -> str:
    node = cell.element
    width = sum(columns[cell.column : cell.column + cell.across])
    is_group = node.attributes.get("scope") == "rowgroup"
    joined = "continue" if cell.continued else "restart" if node.attributes.get("rowspan", "1") != "1" else ""
    shape = (
        element("tcW", w=width, type="dxa"),
        element("gridSpan", val=cell.across) if cell.across > 1 else "",
        element("vMerge", val=joined) if joined else "",
        element("tcBorders", element("bottom", val="nil")) if place.kept else "",
        element("shd", val="clear", color="auto", fill=WASH) if is_group else "",
    )
    if anchor := node.attributes.get("id"):
        writer.anchors.append(anchor)
    own = place._replace(
        room=width - _SIDES,
        type=place.type._replace(bold=is_head or (is_group and not node.holds(*HEADINGS))),
        kept=is_head or is_group or place.kept,
        right="number" in node.classes,
    )
    return element("tc", element("tcPr", *shape), writer.cell([] if cell.continued else node.children, own))
