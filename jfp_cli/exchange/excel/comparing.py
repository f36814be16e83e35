"""Three tables held against each other: what was exported, what came back, and what the plan says now."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from jfp_cli.exchange.columns import TITLES, UNDER
from jfp_cli.exchange.excel.cells import EMPTY, Cell
from jfp_cli.exchange.excel.kept import KeptTable
from jfp_cli.exchange.excel.parts import unescaped
from jfp_cli.exchange.excel.returned import Line, Returned
from jfp_cli.exchange.excel.typography import typed
from jfp_cli.exchange.excel.undoing import NotTakenError, Undoing
from jfp_cli.exchange.proposal import Added, Changed, Gone, Proposal, Remark, Said
from jfp_cli.exchange.table import Column, Key, Role, Row, Table, key_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import quoted

_TAKEN = (Role.FIELD, Role.READING, Role.REPORT)
_GREY = "grey cells are for reading; what was written there was passed over"
Cells = Mapping[str, str]


class Comparison:
    """One table: as it was exported, as it came back, and as the plan has it now."""

    def __init__(self, came: Returned, was: KeptTable, now: Table, undoing: Undoing, proposal: Proposal) -> None:
        self._came = came
        self._now = now
        self._undoing = undoing
        self._proposal = proposal
        self._kind = KINDS[came.kind]
        self._own = [column for column in now.columns if column.role in (Role.ID, Role.PLACE)]
        self._was = {key_of(now.columns, cells): cells for cells in was.rows}
        self._rows = {now.key(row.cells): row for row in now.rows}
        self._seen: dict[Key, Line] = {}

    def compare(self) -> None:
        """Add to the proposal what came back in this table."""
        self._proposal.remarks.extend(self._came.remarks)
        nameless = [line for line in self._came.lines if not self._take_named(line)]
        for line in nameless:
            key = self._known_by_title(line)
            if key:
                self._seen[key] = line
                self._compare(line, key, self._was[key])
            else:
                self._add(line)
        for key, cells in self._was.items():
            if key not in self._seen:
                self._miss(key, cells)

    def _take_named(self, line: Line) -> bool:
        """Compare a row that says what it is about; false where it does not."""
        try:
            key = tuple(self._text(line, column) for column in self._own)
        except NotTakenError as error:
            place = next(self._came.place(line, column.key) for column in self._own if self._cell(line, column).fault)
            self._proposal.untaken.append(Remark(place, f"{error}; nothing of this row was taken"))
            return True
        if not key[0]:
            return False
        place = self._came.place(line, self._own[0].key)
        if key in self._seen:
            self._twice(line, self._seen[key], place, key)
        elif key in self._was:
            self._seen[key] = line
            self._compare(line, key, self._was[key])
        elif len(key) > 1 and (key[0], "") in self._was:
            self._seen[key] = line
            self._compare(line, key, {})
        else:
            self._proposal.untaken.append(Remark(place, self._stranger(key)))
        return True

    def _stranger(self, key: Key) -> str:
        name, noun = key[0], self._kind.noun
        if key in self._rows:
            return f"{quoted(name)} was not in this workbook when it was exported; export it anew to change it"
        advice = did_you_mean(name, [known[0] for known in self._was], f"a new {noun} has no id yet: leave it empty")
        return f"there is no {noun} {quoted(name)}, so nothing of this row was taken; {advice}"

    def _twice(self, line: Line, first: Line, place: str, key: Key) -> None:
        told = f"{quoted(key[0])} stands in row {first.number} already"
        if self._words(line) == self._words(first):
            self._proposal.remarks.append(f"{place}: {told}, in the same words")
        else:
            self._proposal.conflicts.append(Remark(place, f"{told}; keep one of them, and of a new row empty the id"))

    def _words(self, line: Line) -> dict[str, Cell]:
        return {key: cell._replace(number_format="") for key, cell in line.cells.items()}

    def _known_by_title(self, line: Line) -> Key | None:
        """The row that lost its id: one of those that did not come back says the same, and stands in the same."""
        title = self._title
        said = self._plain(line, title)
        alike = [
            key
            for key, cells in self._was.items()
            if key not in self._seen
            and said
            and typed(cells.get(title.key, "")) == typed(said)
            and all(self._plain(line, home) in ("", cells.get(home.key, "")) for home in self._homes)
        ]
        return alike[0] if len(alike) == 1 else None

    @cached_property
    def _title(self) -> Column:
        return next(column for column in self._now.columns if column.path == (self._kind.title,))

    @cached_property
    def _homes(self) -> list[Column]:
        return [column for column in self._now.columns if column.role is Role.HOME]

    def _compare(self, line: Line, key: Key, was: Cells) -> None:
        """Add the cells of a row that somebody changed; of one that was not exported `was` says nothing."""
        row = self._row_now(key, was) if was else self._rows.get(key)
        of_place = key[1] if len(key) > 1 else ""
        of_thing = row or (self._rows.get((key[0], "")) if of_place else None)
        for column in self._came.columns:
            before, place = was.get(column.key, ""), self._came.place(line, column.key)
            cell = self._cell(line, column)
            if column.role not in _TAKEN:
                if was:
                    self._look_at_grey(cell, column, before, place)
                continue
            try:
                after = self._undoing.text(cell, column, before)
            except NotTakenError as error:
                self._proposal.untaken.append(Remark(place, str(error)))
                continue
            if after == before:
                continue
            if of_place and column.role is Role.FIELD:
                told = "the fields of a measure stand in its first row alone, without a place"
                if was or column.key != self._title.key:
                    self._proposal.untaken.append(Remark(place, told))
            elif of_thing is None:
                gone = f"{quoted(key[0])} is not in the plan any more as it was exported, and this cell was changed"
                self._proposal.conflicts.append(Remark(place, f"{gone}; export it anew"))
            else:
                self._change(Changed(place, of_thing.address, column, before, after, of_place), row)

    def _change(self, changed: Changed, row: Row | None) -> None:
        column, before, after = changed.column, changed.before, changed.after
        now = row.cells.get(column.key, "") if row else ""
        if column.role is Role.REPORT:
            self._proposal.changes.append(changed)
        elif now == after:
            return
        elif not _is_same(now, before):
            told = (
                f"it was {_or_empty(before)} when it was exported, is {_or_empty(after)} here, and the plan by now says"
            )
            self._proposal.conflicts.append(Remark(changed.place, f"{told} {_or_empty(now)}"))
        elif column.is_required and not after:
            told = f"every {self._kind.noun} needs its {column.heading.lower()}; it stays {quoted(before)}"
            self._proposal.untaken.append(Remark(changed.place, told))
        else:
            self._proposal.changes.append(changed)

    def _look_at_grey(self, cell: Cell, column: Column, before: str, place: str) -> None:
        if column.role in (Role.ID, Role.PLACE):
            return
        try:
            after = self._undoing.text(cell, column, before)
        except NotTakenError:
            after = ""
        if typed(after) == typed(before):
            return
        if column.role is Role.HOME and before:
            told = f"the {self._kind.noun} stands in {quoted(before)}, which a workbook does not change"
            self._proposal.untaken.append(Remark(place, told))
        elif before or after:
            self._proposal.remarks.append(f"{place}: {_GREY}")

    def _row_now(self, key: Key, was: Cells) -> Row | None:
        """The row that the plan has now; what has no id is known by what it says and where it stands."""
        row = self._rows.get(key)
        if "[" not in key[0]:
            return row
        keys = [self._title.key, *(home.key for home in self._homes)]

        def is_as_exported(row: Row) -> bool:
            return all(_is_same(row.cells.get(one, ""), was.get(one, "")) for one in keys)

        if row and is_as_exported(row):
            return row
        alike = [one for one in self._rows.values() if is_as_exported(one)]
        return alike[0] if len(alike) == 1 else None

    def _miss(self, key: Key, was: Cells) -> None:
        """What was exported and did not come back; of the readings of a place each for itself."""
        row = self._row_now(key, was)
        if row is None:
            return
        if len(key) > 1 and key[1]:
            for column in self._now.columns:
                before = was.get(column.key, "")
                if column.role is Role.READING and before and row.cells.get(column.key) == before:
                    place = f"{self._came.sheet} (row of {key[0]}, {key[1]})"
                    self._proposal.changes.append(Changed(place, row.address, column, before, "", key[1]))
        else:
            self._proposal.gone.append(Gone(row.address, was.get(self._title.key, "")))

    def _add(self, line: Line) -> None:
        """Propose a new row; what an earlier import of the same row added is compared as what it is by now."""
        cells = list(self._said(line))
        said = {one.column.key: one.text for one in cells if one.column in (self._title, *self._homes)}
        added = [
            key
            for key, row in self._rows.items()
            if key not in self._was and self._title.key in said and said.items() <= row.cells.items()
        ]
        if len(added) == 1:
            self._compare(line, added[0], {})
        elif any(said.column.role in _TAKEN for said in cells):
            self._proposal.added.append(Added(self._came.place(line, self._own[0].key), self._came.kind, cells))

    def _said(self, line: Line) -> Iterator[Said]:
        """The cells of a new row; where something goes may be said by its title as well."""
        for column in self._came.columns:
            if column.role not in (*_TAKEN, Role.HOME, Role.PLACE):
                continue
            place = self._came.place(line, column.key)
            try:
                text = self._text(line, column)
                if not text and column.role is Role.HOME and column.key != UNDER:
                    beside = line.cells.get(column.key + TITLES, EMPTY)
                    text = self._undoing.text(beside, column)
            except NotTakenError as error:
                self._proposal.untaken.append(Remark(place, str(error)))
                continue
            if text:
                yield Said(place, column, text)

    def _cell(self, line: Line, column: Column) -> Cell:
        return line.cells.get(column.key, EMPTY)

    def _text(self, line: Line, column: Column) -> str:
        return self._undoing.text(self._cell(line, column), column)

    def _plain(self, line: Line, column: Column) -> str:
        try:
            return self._text(line, column)
        except NotTakenError:
            return ""


def _is_same(now: str, exported: str) -> bool:
    """Whether the plan says what was exported; some programs write a text like _x0041_ as what it stands for."""
    return now == exported or unescaped(now) == unescaped(exported)


def _or_empty(text: str) -> str:
    return quoted(text) if text else "empty"
