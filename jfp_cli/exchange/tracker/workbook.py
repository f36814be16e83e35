"""The sheets of a workbook that jfp did not write, as grids; those that nobody sees are named and not read."""

from collections.abc import Iterator, Sequence

from jfp_cli.exchange.excel.cells import Sheet, sheets_of
from jfp_cli.exchange.excel.colours import colours_of
from jfp_cli.exchange.excel.package import Package, package_of
from jfp_cli.exchange.excel.parts import open_book
from jfp_cli.exchange.tracker.grid import File, Grid
from jfp_cli.query.sentences import counted
from jfp_cli.values.text import quoted


def grids_of_workbook(data: bytes) -> File:
    """The grids of the sheets that people see; raises UnreadableError."""
    package = package_of(data)
    book = open_book(package)
    sheets, hidden, colours = list(sheets_of(package, book)), book.hidden, colours_of(package, book)
    grids = [
        Grid(sheet.name, sheet.rows, sheet.merged, colours.get(sheet.name, {}))
        for sheet in sheets
        if sheet.name not in hidden
    ]
    return File(grids, list(_remarks(package, sheets, hidden)), book.is_1904)


def _remarks(package: Package, sheets: Sequence[Sheet], hidden: frozenset[str]) -> Iterator[str]:
    yield from package.remarks()
    for sheet in sheets:
        if sheet.name in hidden:
            yield f"the sheet {quoted(sheet.name)} is hidden, so nothing of it was looked at; show it to have it read"
        elif sheet.hidden:
            told = "is hidden, and was" if len(sheet.hidden) == 1 else "are hidden, and were"
            yield f"{counted(len(sheet.hidden), 'row')} of the sheet {quoted(sheet.name)} {told} read like the others"
