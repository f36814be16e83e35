"""The sheets of a workbook as the cells that say something, wherever they stand.

The parts are read as they come and only what says something is kept: other readers trust the size that a sheet states,
make room for all between the first cell and the last, or tell neither how a number is shown nor that a formula has no
value.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from jfp_cli.exchange.excel.package import Package, UnreadableError
from jfp_cli.exchange.excel.parts import Book, read_part, unescaped

MOST_ROWS = 20_000
_MOST_MERGED = 2_000
_LAST_COLUMN = 16_384
_MOST_DIGITS = 310
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NO_VALUE = "holds a formula whose value the file does not have; open it in Excel and save it, or write the value"


class Cell(NamedTuple):
    """What a cell says: a text, a number with the format that it is shown in, or a truth; or why it says nothing."""

    value: str | Decimal | bool = ""
    number_format: str = ""
    is_formula: bool = False
    fault: str = ""


EMPTY = Cell()
Row = Mapping[int, Cell]
"""The cells of a row that say something, by the number of their column from 1."""


class Sheet(NamedTuple):
    """A sheet: its rows that say something, by their numbers from 1, and the cells that were made one.

    Of `merged` each is the first row and column, and the last. `hidden` are the numbers of rows that nobody sees.
    """

    name: str
    rows: Mapping[int, Row]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: frozenset[int] = frozenset()


def sheets_of(package: Package, book: Book) -> Iterator[Sheet]:
    """The sheets of a workbook, each read when it is asked for; raises UnreadableError."""
    for name, part in book.sheets.items():
        yield _Reading(name, book).read(package, part)


def letters(column: int) -> str:
    """A column as Excel names it."""
    text = ""
    while column:
        column, digit = divmod(column - 1, 26)
        text = chr(ord("A") + digit) + text
    return text


class _Reading:
    """A sheet on its way from its part's elements to its cells."""

    def __init__(self, name: str, book: Book) -> None:
        self._name = name
        self._book = book
        self._rows: dict[int, dict[int, Cell]] = {}
        self._merged: list[tuple[int, int, int, int]] = []
        self._hidden: set[int] = set()
        self._row = self._column = 0
        self._cell: Mapping[str, str] = {}
        self._texts: dict[str, list[str]] = {}
        self._into = ""
        self._is_spoken = False

    def read(self, package: Package, part: str) -> Sheet:
        read_part(package, part, self._begin, self._end, self._text)
        return Sheet(self._name, self._rows, tuple(self._merged), frozenset(self._hidden & self._rows.keys()))

    def _begin(self, element: str, said: Mapping[str, str]) -> None:
        match element:
            case "row":
                self._row = int(said["r"]) if said.get("r", "").isdigit() else self._row + 1
                self._column = 0
                if said.get("hidden") in ("1", "true"):
                    self._hidden.add(self._row)
            case "c":
                place = _REFERENCE.fullmatch(said.get("r", ""))
                self._column = number_of(place[1]) if place else self._column + 1
                self._cell, self._texts = said, {}
            case "f" | "v" | "t":
                self._into = "" if self._is_spoken else element
                if self._into:
                    self._texts.setdefault(element, [])
            case "rPh":
                self._is_spoken = True
            case "mergeCell":
                first, _, last = said.get("ref", "").partition(":")
                begin, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
                if begin and end:
                    self._merged.append((int(begin[2]), number_of(begin[1]), int(end[2]), number_of(end[1])))
                if len(self._merged) > _MOST_MERGED:
                    raise UnreadableError(
                        f"{self._name} has more than {_MOST_MERGED:,} cells made of several; part them"
                    )

    def _end(self, element: str) -> None:
        self._into = ""
        if element == "rPh":
            self._is_spoken = False
        elif element == "c" and self._texts and 0 < self._column <= _LAST_COLUMN:
            cell = self._made()
            if cell != EMPTY:
                self._rows.setdefault(self._row, {})[self._column] = cell
                if len(self._rows) > MOST_ROWS:
                    raise UnreadableError(
                        f"{self._name} has more than {MOST_ROWS:,} rows, which no sheet of a plan has; "
                        "delete those that are not the plan's, or start again from: jfp export xlsx"
                    )

    def _text(self, text: str) -> None:
        if self._into:
            self._texts[self._into].append(text)

    def _made(self) -> Cell:
        kind = self._cell.get("t", "n")
        is_formula = "f" in self._texts
        text = "".join(self._texts.get("t" if kind == "inlineStr" else "v", ()))
        if kind == "e":
            return Cell(is_formula=is_formula, fault=f"shows the error {text}; write the value")
        if is_formula and not text:
            return Cell(is_formula=True, fault=_NO_VALUE)
        look = self._book.number_format(self._cell.get("s", ""))
        return Cell(self._value(kind, text), look, is_formula) if text else EMPTY

    def _value(self, kind: str, text: str) -> str | Decimal | bool:
        match kind:
            case "s":
                return self._book.text(text)
            case "b":
                return text.strip() in ("1", "true")
            case "n":
                return _number(text.strip())
        return unescaped(text)


def _number(text: str) -> Decimal | str:
    """The number that a text states, or the text where that is none, or none that Excel can have."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return number if number.is_finite() and abs(number.adjusted()) < _MOST_DIGITS else text


def number_of(column: str) -> int:
    """The number of a column, from 1, that Excel names so."""
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
