"""Workbooks for tests: exported from a plan, changed by openpyxl as by a hand, and looked at by it."""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl

from jfp_cli.cli.units import faults_of_units
from jfp_cli.edit.change import Change
from jfp_cli.edit.store import write
from jfp_cli.exchange.applying import Wish
from jfp_cli.exchange.excel.importing import proposed
from jfp_cli.exchange.excel.writing import workbook_of
from jfp_cli.exchange.exported import Stamp
from jfp_cli.exchange.proposal import Proposal
from jfp_cli.exchange.settling import Settled, settle
from jfp_cli.exchange.tables import tables_of
from jfp_cli.loading import load
from jfp_cli.query.filters import Filters

DAY = date(2026, 11, 26)
STAMP = Stamp(DAY, datetime(2026, 11, 26))  # noqa: DTZ001 - workbooks have no zone


class Taken(NamedTuple):
    """What a workbook proposed, and what was taken of it."""

    proposal: Proposal
    settled: Settled


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


def texts_of(root: Path) -> dict[str, bytes]:
    """Every file of a plan, byte by byte."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*.yaml"))}


def taken(root: Path, data: bytes, note: str = "", *, may_remove: bool = False) -> Taken:
    """Take a workbook into the plan in a folder, whatever it proposes; a fault of the plan would be an error."""
    loaded = load(root)
    assert loaded.plan is not None
    proposal = proposed(data, loaded.plan, DAY)
    assert not proposal.conflicts, "\n".join(map(str, proposal.conflicts))
    change = Change(loaded, loaded.plan)
    settled = settle(change, proposal, Wish(DAY, note, may_remove=may_remove), faults_of_units)
    steps = list(change.steps())
    assert not change.faults(change.result())
    write(root, steps)
    return Taken(proposal, settled)


def rewritten(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A workbook's file of which the parts are changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return file.getvalue()
