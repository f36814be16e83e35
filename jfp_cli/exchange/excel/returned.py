"""A workbook that came back: which of its sheets and columns are those that were exported, whatever became of them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from jfp_cli.exchange.columns import columns_of
from jfp_cli.exchange.excel.cells import EMPTY, Cell, Sheet, letters
from jfp_cli.exchange.excel.kept import Kept, KeptTable
from jfp_cli.exchange.excel.undoing import Undoing
from jfp_cli.exchange.proposal import Remark
from jfp_cli.exchange.readings import period_column
from jfp_cli.exchange.table import Column, Role, name_of
from jfp_cli.model.own import Models
from jfp_cli.query.sentences import counted
from jfp_cli.values.text import folded, quoted, safe

_FIRST_ROWS = 30  # rows that say something, among which the heads stand
_WITHOUT_IDS = "has no column {} any more, by which its rows are known; nothing of this sheet was taken"
COVERED = "is a part of cells that were made one; part them, so that each says what it says"


class Line(NamedTuple):
    """A row that came back: its number, and its cells by the keys of their columns."""

    number: int
    cells: Mapping[str, Cell]


class Returned(NamedTuple):
    """A table that came back: the sheet that it stands in now, where its columns are, and its rows.

    `columns` has those that are there still and those that somebody added for readings.
    """

    kind: str
    sheet: str
    columns: Sequence[Column]
    letters: Mapping[str, str]
    lines: Sequence[Line]
    remarks: Sequence[str]
    untaken: Sequence[Remark]

    def first_place(self, line: Line) -> str:
        """The name of the first cell of a row that there is a column for."""
        return self.place(line, self.columns[0].key)

    def place(self, line: Line, key: str) -> str:
        """The name of a cell, such as Milestones!E14."""
        return f"{safe(self.sheet)}!{self.letters.get(key, 'A')}{line.number}"


class Found(NamedTuple):
    """The tables that were found in a workbook, those of which nothing can be taken, and what to say of the rest."""

    tables: Sequence[Returned]
    untaken: Sequence[Remark]
    remarks: Sequence[str]


class UnclearError(Exception):
    """Nobody can tell what the columns of a sheet are; the text says why."""


def returned_tables(sheets: Sequence[Sheet], kept: Kept, models: Models, undoing: Undoing) -> Found:
    """The tables of a workbook, by the names of their sheets, or by the ids in them; raises UnclearError."""
    remarks: list[str] = []
    untaken: list[Remark] = []
    tables: list[Returned] = []
    left = {sheet.name: sheet for sheet in sheets}
    named = {kind: left.pop(name_of(kind)) for kind in kept.tables if name_of(kind) in left}
    for kind, table in kept.tables.items():
        sheet = named.get(kind) or _alike(left.values(), table, undoing)
        heads = _heads(sheet, table, undoing) if sheet else None
        if sheet is not None and heads is None and (without := _heads(sheet, table, undoing, with_ids=False)):
            own_id = quoted(next(iter(table.headings.values())))
            untaken.append(Remark(f"{safe(sheet.name)}!A{without[0]}", _WITHOUT_IDS.format(own_id)))
        elif sheet is None or heads is None:
            remarks.append(f"no sheet has the heads of {name_of(kind)} any more; nothing of it was looked at")
        else:
            left.pop(sheet.name, None)
            tables.append(_Reading(sheet, table, heads, models, undoing).returned())
    strange = [
        sheet.name for sheet in left.values() if any(_heads(sheet, one, undoing) for one in kept.tables.values())
    ]
    remarks += (f"the sheet {name} is none that was exported; nothing of it was looked at" for name in strange)
    return Found(tables, untaken, remarks)


def _heads(
    sheet: Sheet, table: KeptTable, undoing: Undoing, *, with_ids: bool = True
) -> tuple[int, Mapping[int, str]] | None:
    """The number of the row of heads and what they say, by column; None where there is no such row."""
    known = {folded(heading) for heading in table.headings.values()}
    own_id = folded(next(iter(table.headings.values()), ""))
    for number in sorted(sheet.rows)[:_FIRST_ROWS]:
        said = {column: undoing.heading(cell) for column, cell in sheet.rows[number].items() if not cell.fault}
        found = {folded(text) for text in said.values()} & known
        if (own_id in found or not with_ids) and len(found) > 2:
            return number, said
    return None


def _alike(sheets: Iterable[Sheet], table: KeptTable, undoing: Undoing) -> Sheet | None:
    """The sheet in which most of the ids of a table stand; of one without rows, that which has all of its heads."""
    id_key = next(iter(table.headings), "")
    ids = {row.get(id_key, "") for row in table.rows}
    best: tuple[int, Sheet | None] = (0, None)
    for sheet in sheets:
        heads = _heads(sheet, table, undoing)
        if heads:
            said = {folded(text) for text in heads[1].values()}
            is_whole = said >= {folded(heading) for heading in table.headings.values()}
            here = {cell.value for row in sheet.rows.values() for cell in row.values()}
            best = max(best, (len(ids & here) if ids else int(is_whole), sheet), key=lambda each: each[0])
    return best[1] if best[0] > len(ids) / 2 else None


class _Reading:
    """A sheet on its way to the table that was exported in it."""

    def __init__(
        self, sheet: Sheet, table: KeptTable, heads: tuple[int, Mapping[int, str]], models: Models, undoing: Undoing
    ) -> None:
        self._sheet = sheet
        self._table = table
        self._head, self._said = heads
        self._undoing = undoing
        self._known = {column.key: column for column in columns_of(table.kind, models)}
        self._remarks: list[str] = []
        self._untaken: list[Remark] = []

    def returned(self) -> Returned:
        self._check_merged()
        columns = self._columns()
        lines = [
            Line(number, {column.key: self._cell(number, at) for at, column in columns.items()})
            for number in sorted(self._sheet.rows)
            if number > self._head
        ]
        lines = [line for line in lines if any(cell != EMPTY for cell in line.cells.values())]
        where = {column.key: letters(at) for at, column in columns.items()}
        formulas = sum(1 for line in lines for cell in line.cells.values() if cell.is_formula and not cell.fault)
        if formulas:
            came = "what came out of it was" if formulas == 1 else "what came out of them was"
            self._remarks.append(f"{counted(formulas, 'formula')} in {self._sheet.name}: {came} taken")
        return Returned(
            *(self._table.kind, self._sheet.name, list(columns.values()), where, lines),
            remarks=self._remarks,
            untaken=self._untaken,
        )

    def _check_merged(self) -> None:
        for top, left, bottom, right in self._sheet.merged:
            if top <= self._head <= bottom and right > left:
                place = f"{self._sheet.name}!{letters(left)}{top}:{letters(right)}{bottom}"
                raise UnclearError(f"{place} is one cell over several columns, so nobody knows what they are; part it")

    def _columns(self) -> dict[int, Column]:
        """The columns that are there, by number; what is not known is said."""
        by_heading = {folded(heading): key for key, heading in self._table.headings.items()}
        found: dict[int, Column] = {}
        known: dict[str, int] = {}
        for at, text in sorted(self._said.items()):
            key = by_heading.get(folded(text)) or self._period_key(text)
            column = self._column(key, text) if key else None
            if column is None:
                self._say_unknown(at, text, is_gone=bool(key))
                continue
            if column.key in known:
                places = f"{letters(known[column.key])} and {letters(at)}"
                raise UnclearError(
                    f"{self._sheet.name} has the head {quoted(text)} twice, in {places}; give one of them another name"
                )
            found[at], known[column.key] = column, at
        lost = [heading for key, heading in self._table.headings.items() if key not in known and key in self._known]
        if lost:
            told = ", ".join(map(quoted, lost))
            self._remarks.append(f"{self._sheet.name} has no column {told} any more; what it said stays as it is")
        return found

    def _period_key(self, text: str) -> str:
        period = self._undoing.period(text) if self._takes_readings else None
        return period_column(period).key if period else ""

    @property
    def _takes_readings(self) -> bool:
        return any(column.role is Role.PLACE for column in self._known.values())

    def _column(self, key: str, text: str) -> Column | None:
        if key in self._known:
            return self._known[key]
        period = self._undoing.period(text) if self._takes_readings else None
        return period_column(period) if period else None

    def _say_unknown(self, at: int, text: str, *, is_gone: bool) -> None:
        if is_gone:
            self._remarks.append(
                f"{self._sheet.name}: the plan has no field {quoted(text)} any more; it was passed over"
            )
        elif any(at in row for number, row in self._sheet.rows.items() if number > self._head):
            place = f"{safe(self._sheet.name)}!{letters(at)}{self._head}"
            why = self._undoing.why_no_period(text) if self._takes_readings else ""
            if why:
                self._untaken.append(Remark(place, f"{why}; what stands under it was not taken"))
            else:
                self._remarks.append(f"{place}: {quoted(text)} is no column that was exported; it was passed over")

    def _cell(self, number: int, at: int) -> Cell:
        for top, left, bottom, right in self._sheet.merged:
            if top <= number <= bottom and left <= at <= right and (number, at) != (top, left):
                return Cell(fault=COVERED)
        return self._sheet.rows[number].get(at, EMPTY)
