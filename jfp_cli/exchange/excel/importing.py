"""A workbook that jfp exported and somebody changed, as what it proposes to the plan."""

from collections.abc import Iterator
from datetime import date

from jfp_cli.exchange.columns import TABLES
from jfp_cli.exchange.excel.cells import Sheet, sheets_of
from jfp_cli.exchange.excel.comparing import Comparison
from jfp_cli.exchange.excel.kept import ForeignError, Kept, is_kept, read_kept
from jfp_cli.exchange.excel.package import package_of
from jfp_cli.exchange.excel.parts import open_book
from jfp_cli.exchange.excel.returned import returned_tables
from jfp_cli.exchange.excel.typography import Hand
from jfp_cli.exchange.excel.undoing import Undoing
from jfp_cli.exchange.exported import words_of
from jfp_cli.exchange.names import ids_by_name
from jfp_cli.exchange.proposal import Proposal
from jfp_cli.exchange.tables import tables_of
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters
from jfp_cli.values.text import folded


def proposed(data: bytes, plan: Plan, day: date) -> Proposal:
    """What a workbook's file proposes to a plan; raises UnreadableError, NotExportedError or UnclearError.

    Raises ForeignError where jfp did not export it.
    """
    package = package_of(data)
    book = open_book(package)
    sheets = list(sheets_of(package, book))
    kept = _kept(sheets)
    hand = Hand(text for table in kept.tables.values() for row in table.rows for text in row.values())
    words = {folded(called): word for every in (kept.words, words_of(plan)) for word, called in every.items()}
    undoing = Undoing(plan.settings.calendar, words, ids_by_name(plan), hand, is_1904=book.is_1904)
    found = returned_tables(sheets, kept, plan.models, undoing)
    proposal = Proposal.empty(kept.revision)
    proposal.remarks.extend([*package.remarks(), *found.remarks])
    proposal.untaken.extend(found.untaken)
    now = {table.kind: table for table in tables_of(plan, Filters(), day)}
    for came in found.tables:
        Comparison(came, kept.tables[came.kind], now[came.kind], undoing, proposal).compare()
    return proposal


def _kept(sheets: list[Sheet]) -> Kept:
    """What was exported; the sheet that says so is taken out of the others."""
    for at, sheet in enumerate(sheets):
        if is_kept(next(_texts(sheet), ())):
            kept = read_kept(_texts(sheets.pop(at)))
            return kept._replace(tables={kind: kept.tables[kind] for kind in TABLES if kind in kept.tables})
    raise ForeignError


def _texts(sheet: Sheet) -> Iterator[list[str]]:
    """The rows of a sheet as texts."""
    for number in sorted(sheet.rows):
        row = sheet.rows[number]
        yield [str(row[at].value) if at in row else "" for at in range(1, max(row) + 1)]
