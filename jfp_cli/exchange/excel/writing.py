"""Tables as an Excel workbook: the one user of XlsxWriter."""

import io
from collections.abc import Iterator, Mapping, Sequence

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from jfp_cli.exchange.columns import CHOICES, TRUTHS
from jfp_cli.exchange.excel import guide, kept
from jfp_cli.exchange.excel.cells import letters
from jfp_cli.exchange.excel.looks import Looks, height_of, width_of
from jfp_cli.exchange.exported import Stamp, lists_of, shown, words_of
from jfp_cli.exchange.table import Column, Role, Row, Table
from jfp_cli.model.field import Shape
from jfp_cli.model.plan import Plan

LISTS = "Lists"
ROOM = 200  # rows below the last in which new things may be written
LONGEST = 32_767  # characters; Excel's cells hold no more
_TOO_LONG = "(too long for a cell: read it in the plan's file)"
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_ALLOWED = dict.fromkeys(
    (
        *("format_cells", "format_columns", "format_rows", "insert_columns", "insert_rows", "delete_rows"),
        *("sort", "autofilter"),
    ),
    True,
)
_A3, _A4 = 8, 9  # Excel's numbers for sizes of paper
_LONGEST_TITLE = 32  # characters, of a message
_FIXED = 2  # columns that stay in sight: ids and what they are called


def workbook_of(plan: Plan, tables: Sequence[Table], stamp: Stamp) -> bytes:
    """The workbook of some tables of a plan; the same bytes for the same plan and stamp."""
    file = io.BytesIO()
    book = Workbook(file, _OPTIONS)
    book.set_properties({"title": plan.settings.title, "author": plan.settings.organisation, "created": stamp.made})
    looks, words = Looks(book), words_of(plan)
    _write_guide(book.add_worksheet(guide.SHEET), guide.guide(plan.settings, tables, stamp), looks)
    sheets = [book.add_worksheet(table.name) for table in tables]
    lists = _write_lists(book.add_worksheet(LISTS), lists_of(plan, tables, words))
    for sheet, table in zip(sheets, tables, strict=True):
        _write_table(sheet, table, looks, words, lists)
    hidden = book.add_worksheet(kept.SHEET)
    for number, row in enumerate(kept.kept_rows(tables, stamp, words)):
        for at, text in enumerate(row):
            if text:
                hidden.write_string(number, at, _fitting(text))
    hidden.very_hidden()
    book.close()
    return file.getvalue()


def _write_guide(sheet: Worksheet, lines: Iterator[guide.Line], looks: Looks) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 100)
    sheet.set_row(0, 28)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    for number, line in enumerate(lines):
        if line.name:
            sheet.write_string(number, 0, line.name, looks.bold)
            sheet.write_string(number, 1, line.text, looks.text)
        elif line.text:
            look = looks.title if line.is_title else looks.heading if line.is_heading else None
            sheet.write_string(number, 0, line.text, look)


def _write_lists(sheet: Worksheet, lists: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Write what may stand in cells, a column a list; where each is."""
    for at, (name, entries) in enumerate(lists.items()):
        for number, text in enumerate((name, *entries)):
            sheet.write_string(number, at, _fitting(text))
    sheet.hide()
    columns = {name: letters(at + 1) for at, name in enumerate(lists)}
    return {name: f"={LISTS}!${at}$2:${at}${len(lists[name]) + 1}" for name, at in columns.items()}


def _write_table(
    sheet: Worksheet, table: Table, looks: Looks, words: Mapping[str, str], lists: Mapping[str, str]
) -> None:
    last = len(table.rows) + ROOM
    sheet.freeze_panes(1, _FIXED)
    sheet.set_row(0, 32)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{letters(len(table.columns))}{last + 1}"})
    widths = [width_of(column, table.rows) for column in table.columns]
    for number, row in enumerate(table.rows, 1):
        sheet.set_row(number, height_of(row, table.columns, widths))
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, widths[at], looks.below(column))
        sheet.write_string(0, at, column.heading, looks.heading_of(column))
        if column.about:
            sheet.write_comment(0, at, column.about, {"author": "jfp", "x_scale": 1.6})
        if column.choices in lists:
            sheet.data_validation(1, at, last, at, _drop_down(column, lists[column.choices]))
        for number, row in enumerate(table.rows, 1):
            text = row.cells.get(column.key, "")
            look = looks.in_row(column) if _is_its_own(table, column, row) else looks.grey
            if text:
                sheet.write_string(number, at, _fitting(shown(text, column, words)), look)
            elif look is not looks.below(column):
                sheet.write_blank(number, at, None, look)
    sheet.protect("", _ALLOWED)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _is_its_own(table: Table, column: Column, row: Row) -> bool:
    """Whether a row has a cell of its own in a column; of a measure's places only the readings are theirs."""
    is_of_place = any(row.cells.get(each.key) for each in table.columns if each.role is Role.PLACE)
    return not (is_of_place and column.role is Role.FIELD)


def _drop_down(column: Column, where: str) -> dict[str, object]:
    """The list that comes up in the cells of a column; where other texts may stand too, they are taken."""
    is_all = column.choices == TRUTHS or column.choices.startswith(CHOICES) or column.role in (Role.HOME, Role.PLACE)
    if is_all and column.shape is not Shape.NAMES:
        told = {
            "error_title": column.heading[:_LONGEST_TITLE],
            "error_message": "Choose one from the list, or leave it empty.",
        }
        return {"validate": "list", "source": where, **told}
    return {"validate": "list", "source": where, "show_error": False}


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else _TOO_LONG
