"""Which row of a table that came back is which of those that were exported, and of those that the plan has now."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from jfp_cli.exchange.excel.cells import EMPTY, Cell
from jfp_cli.exchange.excel.kept import KeptTable
from jfp_cli.exchange.excel.parts import unescaped
from jfp_cli.exchange.excel.returned import Line, Returned
from jfp_cli.exchange.excel.typography import typed
from jfp_cli.exchange.excel.undoing import NotTakenError, Undoing
from jfp_cli.exchange.proposal import Proposal, Remark
from jfp_cli.exchange.table import Column, Key, Role, Row, Table, key_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import quoted

Cells = Mapping[str, str]


class Match(NamedTuple):
    """A row that came back, what it said when it was exported, and what the plan has of it now.

    `was` says nothing of a row that somebody added: of a place, or one that an earlier import took. `row` is None where
    the plan has it no more.
    """

    line: Line
    key: Key
    was: Cells
    row: Row | None

    @property
    def is_renamed(self) -> bool:
        """Whether the plan has another id for it by now."""
        return self.row is not None and not self.row.address.path and self.row.address.id != self.key[0]


class Matching:
    """The rows of one table; what is wrong with one of them is said in the proposal.

    `has_strangers`, once the matches are known, where nobody can tell of a row which it is.
    """

    def __init__(self, came: Returned, was: KeptTable, now: Table, undoing: Undoing, proposal: Proposal) -> None:
        self._came = came
        self._undoing = undoing
        self._proposal = proposal
        self._kind = KINDS[came.kind]
        self._names = [column for column in now.columns if column.role in (Role.ID, Role.PLACE)]
        self._columns = now.columns
        self._was = {key_of(now.columns, cells): cells for cells in was.rows}
        self._rows = {now.key(row.cells): row for row in now.rows}
        self._seen: dict[Key, Line] = {}
        self.has_strangers = False

    def matches(self) -> Iterator[Match | Line]:
        """Each row that came back: as what it matches, or itself where it is new. Those with an id come first."""
        nameless = []
        for line in self._came.lines:
            key = self._key(line)
            if key and key[0]:
                yield from self._named(line, key)
            elif key:
                nameless.append(line)
        for line in nameless:
            known = self._that_lost_its_id(line)
            if known:
                self._seen[known] = line
                yield self._match(line, known)
            else:
                added = self._that_was_added(line)
                yield Match(line, added, {}, self._rows[added]) if added else line

    def missing(self) -> Iterator[tuple[Key, Cells, Row]]:
        """What was exported, did not come back and is in the plan still; to be asked for after the matches."""
        for key, was in self._was.items():
            row = self._row(key, was) if key not in self._seen else None
            if row is not None:
                yield key, was, row

    def row_of_whole(self, key: Key) -> Row | None:
        """The row of the whole system that has the fields of a measure."""
        return self._rows.get((key[0], ""))

    @cached_property
    def title(self) -> Column:
        """The column that says what things are called."""
        return next(column for column in self._columns if column.path == (self._kind.title,))

    @cached_property
    def titles(self) -> set[str]:
        """What was exported under that column."""
        return {was.get(self.title.key, "") for was in self._was.values()}

    @cached_property
    def _homes(self) -> list[Column]:
        return [column for column in self._columns if column.role is Role.HOME]

    def _key(self, line: Line) -> Key | None:
        """What names a row; None where a cell that does cannot be read."""
        found = []
        for column in self._names:
            cell = line.cells.get(column.key, EMPTY)
            try:
                found.append(self._undoing.text(cell, column))
            except NotTakenError as error:
                told = f"{error}; nothing of this row was taken"
                self._proposal.untaken.append(Remark(self._came.place(line, column.key), told))
                self.has_strangers = True
                return None
        return tuple(found)

    def _named(self, line: Line, key: Key) -> Iterator[Match]:
        """The match of a row that has an id, if it has one."""
        place = self._came.place(line, self._names[0].key)
        if key in self._seen:
            self._say_twice(line, self._seen[key], place, key)
        elif key in self._was:
            self._seen[key] = line
            yield self._match(line, key)
        elif len(key) > 1 and (key[0], "") in self._was:
            self._seen[key] = line
            yield Match(line, key, {}, self._rows.get(key))
        else:
            self._proposal.untaken.append(Remark(place, self._stranger(key)))
            self.has_strangers = True

    def _match(self, line: Line, key: Key) -> Match:
        was = self._was[key]
        return Match(line, key, was, self._row(key, was, self._said(line, self.title)))

    def _row(self, key: Key, was: Cells, said: str = "") -> Row | None:
        """The row that the plan has now; what has no id is known by where it stands and what it said, or says here."""
        row = self._rows.get(key)
        if "[" not in key[0]:
            return row or self._renamed(was)
        for title in (was.get(self.title.key, ""), said):
            at = {home.key: was.get(home.key, "") for home in self._homes} | {self.title.key: title}
            alike = [one for one in self._rows.values() if _is_at(one, at)]
            if row in alike:
                return row
            if len(alike) == 1:
                return alike[0]
        return None

    def _renamed(self, was: Cells) -> Row | None:
        """The row that has another id by now: the one new one that says the same and stands in the same."""
        at = {column.key: was.get(column.key, "") for column in (self.title, *self._homes, *self._names[1:])}
        alike = [row for key, row in self._rows.items() if key not in self._was and _is_at(row, at)]
        return alike[0] if len(alike) == 1 else None

    def _that_lost_its_id(self, line: Line) -> Key | None:
        """The one that did not come back otherwise, says the same and stands in the same."""
        said = typed(self._said(line, self.title))
        alike = [
            key
            for key, was in self._was.items()
            if key not in self._seen
            and said
            and typed(was.get(self.title.key, "")) == said
            and all(self._said(line, home) in ("", was.get(home.key, "")) for home in self._homes)
        ]
        return alike[0] if len(alike) == 1 else None

    def _that_was_added(self, line: Line) -> Key | None:
        """The one that an earlier import of the same row added to the plan."""
        at = {column.key: self._said(line, column) for column in (self.title, *self._homes)}
        at = {key: text for key, text in at.items() if text}
        alike = [key for key, row in self._rows.items() if key not in self._was and _is_at(row, at)]
        return alike[0] if len(alike) == 1 and self.title.key in at else None

    def _said(self, line: Line, column: Column) -> str:
        try:
            return self._undoing.text(line.cells.get(column.key, EMPTY), column)
        except NotTakenError:
            return ""

    def _stranger(self, key: Key) -> str:
        name, noun = key[0], self._kind.noun
        if key in self._rows:
            return f"{quoted(name)} was not in this workbook when it was exported; export it anew to change it"
        advice = did_you_mean(name, [known[0] for known in self._was], f"a new {noun} has no id yet: leave it empty")
        return f"there is no {noun} {quoted(name)}, so nothing of this row was taken; {advice}"

    def _say_twice(self, line: Line, first: Line, place: str, key: Key) -> None:
        told = f"{quoted(key[0])} stands in row {first.number} already"
        if _words(line) == _words(first):
            self._proposal.remarks.append(f"{place}: {told}, in the same words")
        else:
            self._proposal.conflicts.append(Remark(place, f"{told}; keep one of them, and of a new row empty the id"))


def is_same(now: str, exported: str) -> bool:
    """Whether the plan says what was exported; some programs write a text like _x0041_ as what it stands for."""
    return now == exported or unescaped(now) == unescaped(exported)


def _is_at(row: Row, cells: Cells) -> bool:
    """Whether a row says what these cells say."""
    return all(is_same(row.cells.get(key, ""), text) for key, text in cells.items())


def _words(line: Line) -> dict[str, Cell]:
    return {key: cell._replace(number_format="") for key, cell in line.cells.items()}
