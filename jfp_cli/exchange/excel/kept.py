"""What a workbook keeps in a sheet that nobody sees: what was exported, to compare what comes back with it.

Everything in it is text: other programs make what they like of numbers. The first cell of a row says what the row is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from jfp_cli.exchange.exported import Stamp
from jfp_cli.exchange.table import Table

SHEET = "Exported"
_MARK, _VERSION = "jfp workbook", "1"


class KeptTable(NamedTuple):
    """A table as it was exported: the headings of its columns and the cells of its rows, each by key."""

    kind: str
    headings: Mapping[str, str]
    rows: Sequence[Mapping[str, str]]


class Kept(NamedTuple):
    """What was exported, by kind of thing, and the plan's revision then, where git has one.

    `words` are those that statuses were called by, by the plan's own.
    """

    revision: str
    words: Mapping[str, str]
    tables: Mapping[str, KeptTable]


class NotExportedError(Exception):
    """The workbook is not as this version of jfp exports them; the text says why."""


class ForeignError(Exception):
    """The workbook is none that jfp exported."""


def kept_rows(tables: Sequence[Table], stamp: Stamp, words: Mapping[str, str]) -> Iterator[Sequence[str]]:
    """The rows of the sheet."""
    yield _MARK, _VERSION
    yield "revision", stamp.revision
    yield "filters", stamp.filters
    yield from (("word", word, called) for word, called in words.items())
    for table in tables:
        yield "table", table.kind
        yield "keys", *(column.key for column in table.columns)
        yield "headings", *(column.heading for column in table.columns)
        yield from (("row", *(row.cells.get(column.key, "") for column in table.columns)) for row in table.rows)


def is_kept(first: Sequence[str]) -> bool:
    """Whether a sheet that begins with this row is that sheet, whatever it is called by now."""
    return tuple(first[:1]) == (_MARK,)


def read_kept(rows: Iterable[Sequence[str]]) -> Kept:
    """What those rows say; raises NotExportedError where another version wrote them."""
    told = iter(rows)
    first = next(told, ())
    if tuple(first[1:2]) != (_VERSION,):
        raise NotExportedError("another version of jfp exported it; bring jfp up to date, or export anew")
    revision = ""
    words: dict[str, str] = {}
    tables: dict[str, KeptTable] = {}
    kind, keys, listed = "", list[str](), list[Mapping[str, str]]()
    for what, *cells in told:
        match what, cells:
            case "revision", [text, *_]:
                revision = text
            case "word", [word, called, *_]:
                words[word] = called
            case "table", [kind, *_]:
                listed = []
            case "keys", _:
                keys = [key for key in cells if key]
            case "headings", _:
                tables[kind] = KeptTable(kind, dict(zip(keys, cells, strict=False)), listed)
            case "row", _:
                listed.append({key: cell for key, cell in zip(keys, cells, strict=False) if cell})
    return Kept(revision, words, tables)
