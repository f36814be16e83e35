"""Workbooks for tests: exported from a plan, changed by openpyxl as by a hand, and looked at by it."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from jfp_cli.exchange.excel.writing import workbook_of
from jfp_cli.exchange.exported import Stamp
from jfp_cli.exchange.tables import tables_of
from jfp_cli.loading import load
from jfp_cli.query.filters import Filters

DAY = date(2026, 11, 26)
STAMP = Stamp(DAY, datetime(2026, 11, 26))  # noqa: DTZ001 - workbooks have no zone


def exported(root: Path, filters: Filters = Filters()) -> bytes:  # noqa: B008 - it never changes
    """The workbook of the plan in a folder."""
    plan = load(root).plan
    assert plan is not None
    return workbook_of(plan, tables_of(plan, filters, DAY), STAMP)


def opened(data: bytes) -> Any:
    """A workbook to look at and to change."""
    return openpyxl.load_workbook(io.BytesIO(data))


def saved(book: Any) -> bytes:
    """A workbook as a file."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def headings(sheet: Any) -> dict[str, int]:
    """The numbers of a sheet's columns, from 1, by their heads."""
    return {cell.value: cell.column for cell in sheet[1] if cell.value}


def cell(book: Any, name: str, row_id: str, heading: str) -> Any:
    """The cell of a row, by its id, under a head."""
    sheet = book[name]
    columns = headings(sheet)
    [row] = [cells for cells in sheet.iter_rows(min_row=2) if cells[0].value == row_id]
    return row[columns[heading] - 1]


def ids(sheet: Any) -> Iterator[str]:
    """The ids of a sheet's rows."""
    return (row[0].value for row in sheet.iter_rows(min_row=2) if row[0].value)
