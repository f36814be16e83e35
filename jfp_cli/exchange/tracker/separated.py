"""A file of separated values as a grid: whatever parts them, and in whichever encoding they were saved."""

import csv
import io
from collections import Counter

from jfp_cli.exchange.excel.cells import MOST_ROWS, Cell
from jfp_cli.exchange.excel.package import UnreadableError
from jfp_cli.exchange.tracker.grid import File, Grid

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SEPARATORS = ",;\t|"
_SAMPLE = 50  # lines
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_LONGEST = 1_000_000  # characters of a cell


def grid_of_text(data: bytes, name: str) -> File:
    """The grid of a file; raises UnreadableError."""
    if data.startswith(_OFFICE):
        raise UnreadableError("it is a file of Excel or Word, whatever it is called; write --type xlsx or --type docx")
    text, remarks = _decoded(data)
    if "\x00" in text:
        raise UnreadableError("it is no text; save it in Excel as CSV UTF-8")
    separator = _separator(text)
    rows: dict[int, dict[int, Cell]] = {}
    before = csv.field_size_limit(_LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            said = {at: Cell(cell) for at, cell in enumerate(cells, 1) if cell.strip()}
            if said:
                rows[number] = said
            if len(rows) > MOST_ROWS:
                raise UnreadableError(f"it has more than {MOST_ROWS:,} rows, which no tracker of a plan has")
    except csv.Error:
        told = f"a cell that ends in line {reader.line_num} is too long, or its quotation marks do not pair"
        raise UnreadableError(f"{told}; mend it there, or save it in Excel as CSV UTF-8") from None
    finally:
        csv.field_size_limit(before)
    return File([Grid(name, rows)], remarks)


def _decoded(data: bytes) -> tuple[str, list[str]]:
    """A file's text; without a mark it is UTF-8 where it can be, and else what Excel saves on Windows."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise UnreadableError("it is damaged or not all there; save it in Excel as CSV UTF-8") from None
    text = data.decode("cp1252", errors="replace")
    return text, ["it is no UTF-8, and was read as Windows-1252, as Excel saves CSV"]


def _separator(text: str) -> str:
    """What parts the cells: what parts most lines into the same number, and into several."""
    first = text.partition("\n")[0]
    told = first.strip().lower()
    if told.startswith("sep=") and len(told) > len("sep="):
        return first.strip()[len("sep=")]
    best, chosen = 0, ","
    for separator in _SEPARATORS:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            widths = Counter(len(row) for row, _ in zip(rows, range(_SAMPLE), strict=False))
        except csv.Error:
            continue
        several = sum((width - 1) * count for width, count in widths.items())
        steady = max((count for width, count in widths.items() if width > 1), default=0)
        if several * steady > best:
            best, chosen = several * steady, separator
    return chosen
