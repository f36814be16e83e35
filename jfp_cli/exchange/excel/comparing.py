"""Three tables held against each other: what was exported, what came back, and what the plan says now."""

from collections.abc import Iterator, Sequence

from jfp_cli.exchange.cell_text import PARTS
from jfp_cli.exchange.columns import TITLES, UNDER
from jfp_cli.exchange.excel.cells import EMPTY
from jfp_cli.exchange.excel.kept import KeptTable
from jfp_cli.exchange.excel.matching import Cells, Match, Matching, is_same
from jfp_cli.exchange.excel.returned import Line, Returned
from jfp_cli.exchange.excel.typography import typed
from jfp_cli.exchange.excel.undoing import NotTakenError, Undoing
from jfp_cli.exchange.proposal import Added, Changed, Gone, Proposal, Remark, Said
from jfp_cli.exchange.readings import latest_reading
from jfp_cli.exchange.table import Column, Role, Table
from jfp_cli.model.kinds import KINDS
from jfp_cli.query.sentences import counted
from jfp_cli.values.text import quoted

_TAKEN = (Role.FIELD, Role.READING, Role.REPORT)
_GREY = "grey cells are for reading; what was written there was passed over"
_BY_CHANCE = 3  # rows that may be called what another was, and mean it, are fewer
_SORT = "sort all columns together, or start again from: jfp export xlsx"
_STRANGERS = "this did not come back, and stays as long as nobody can tell of a row what it is"
_OF_A_PLACE = "the fields of a measure stand in its first row alone, without a place"


class Comparison:
    """One table: as it was exported, as it came back, and as the plan has it now."""

    def __init__(self, came: Returned, was: KeptTable, now: Table, undoing: Undoing, proposal: Proposal) -> None:
        self._came = came
        self._undoing = undoing
        self._proposal = proposal
        self._noun = KINDS[came.kind].noun
        self._rows = Matching(came, was, now, undoing, proposal)

    def compare(self) -> None:
        """Add to the proposal what came back in this table."""
        self._proposal.remarks.extend(self._came.remarks)
        self._proposal.untaken.extend(self._came.untaken)
        first = len(self._proposal.changes)
        for found in self._rows.matches():
            if isinstance(found, Match):
                self._compare(found)
            else:
                self._add(found)
        self._say_missing()
        self._check_sorting(self._proposal.changes[first:])

    def _check_sorting(self, changes: Sequence[Changed]) -> None:
        """Refuse rows that are called what others were: somebody sorted them and not their ids."""
        title = self._rows.title
        called = {one.after for one in changes if one.column.key == title.key} & self._rows.titles
        if len(called) >= _BY_CHANCE:
            told = f"{counted(len(called), 'row')} say what other rows said, as if they were sorted without their ids"
            place = f"{self._came.sheet}!{self._came.letters.get(title.key, '')}"
            self._proposal.conflicts.append(Remark(place, f"{told}; {_SORT}"))

    def _compare(self, match: Match) -> None:
        """Add the cells of a row that somebody changed."""
        for column in self._came.columns:
            before, place = match.was.get(column.key, ""), self._came.place(match.line, column.key)
            try:
                said = self._undoing.text(match.line.cells.get(column.key, EMPTY), column, before)
                after = self._with_unit(match, column, said) if said != before else before
            except NotTakenError as error:
                if column.role in _TAKEN:
                    self._proposal.untaken.append(Remark(place, str(error)))
                continue
            if column.role not in _TAKEN:
                self._look_at_grey(match, column, after, place)
            elif after != before:
                self._look_at(match, column, after, place)
            if after not in (said, before):
                self._proposal.remarks.append(f"{place}: {said} was taken as {quoted(after)}, as it was written before")

    def _with_unit(self, match: Match, column: Column, said: str) -> str:
        """A figure with the unit of that which stood there or, of a reading, of the latest beside it."""
        before = match.was.get(column.key, "")
        if not before and column.role is Role.READING:
            whole = self._rows.row_of_whole(match.key)
            for cells in (match.was, match.row.cells if match.row else {}, whole.cells if whole else {}):
                before = before or latest_reading(cells)
        return self._undoing.with_unit(said, column, before)

    def _look_at(self, match: Match, column: Column, after: str, place: str) -> None:
        """Add a cell that says something else than it did."""
        before = match.was.get(column.key, "")
        of_place = match.key[1] if len(match.key) > 1 else ""
        row = match.row or (self._rows.row_of_whole(match.key) if of_place else None)
        if of_place and column.role is Role.FIELD:
            if match.was or column.key != self._rows.title.key:
                self._proposal.untaken.append(Remark(place, _OF_A_PLACE))
        elif row is None:
            told = f"{quoted(match.key[0])} is not in the plan any more as it was exported, and this cell was changed"
            self._proposal.conflicts.append(Remark(place, f"{told}; export it anew"))
        else:
            now = match.row.cells.get(column.key, "") if match.row else ""
            if column.role is Role.REPORT and match.row and _is_reported(after, column, match.was, match.row.cells):
                return
            if match.is_renamed:
                self._proposal.remarks.append(f"{place}: {match.key[0]} is called {row.address.id} by now")
            self._decide(Changed(place, row.address, column, before, after, of_place), now)

    def _decide(self, changed: Changed, now: str) -> None:
        """Take a change where the plan says still what was exported."""
        column, before, after = changed.column, changed.before, changed.after
        if now == after:
            return
        if not is_same(now, before):
            told = f"it was {_or_empty(before)} when it was exported, is {_or_empty(after)} here"
            told = f"{told}, and the plan by now says {_or_empty(now)}"
            self._proposal.conflicts.append(Remark(changed.place, told))
        elif column.is_required and not after:
            told = f"every {self._noun} needs its {column.heading.lower()}; it stays {quoted(before)}"
            self._proposal.untaken.append(Remark(changed.place, told))
        else:
            self._proposal.changes.append(changed)

    def _look_at_grey(self, match: Match, column: Column, after: str, place: str) -> None:
        before = match.was.get(column.key, "")
        if not match.was or column.role in (Role.ID, Role.PLACE) or typed(after) == typed(before):
            return
        if column.role is Role.HOME and before:
            told = f"the {self._noun} stands in {quoted(before)}, which a workbook does not change"
            where = f"under {quoted(after)}" if after else "where it belongs"
            advice = f"to move it, cut its lines out of the plan's file there and paste them {where}"
            self._proposal.untaken.append(Remark(place, f"{told}; {advice}"))
        else:
            self._proposal.remarks.append(f"{place}: {_GREY}")

    def _say_missing(self) -> None:
        """Add what did not come back; where a row cannot be told it may be any of that, and so nothing goes."""
        for key, was, row in self._rows.missing():
            of_place = key[1] if len(key) > 1 else ""
            gone = Gone(row.address, was.get(self._rows.title.key, ""), of_place)
            if self._rows.has_strangers:
                self._proposal.remarks.append(f"{_STRANGERS}: {gone}")
            else:
                self._proposal.gone.append(gone)

    def _add(self, line: Line) -> None:
        cells = list(self._said(line))
        if any(said.column.role in _TAKEN for said in cells):
            self._proposal.added.append(Added(self._came.first_place(line), self._came.kind, cells))

    def _said(self, line: Line) -> Iterator[Said]:
        """The cells of a new row; where something goes may be said by its title as well."""
        for column in self._came.columns:
            if column.role not in (*_TAKEN, Role.HOME, Role.PLACE):
                continue
            place = self._came.place(line, column.key)
            try:
                text = self._undoing.text(line.cells.get(column.key, EMPTY), column)
                if not text and column.role is Role.HOME and column.key != UNDER:
                    text = self._undoing.text(line.cells.get(column.key + TITLES, EMPTY), column)
            except NotTakenError as error:
                self._proposal.untaken.append(Remark(place, str(error)))
                continue
            if text:
                yield Said(place, column, text)


def _is_reported(note: str, column: Column, was: Cells, now: Cells) -> bool:
    """Whether an earlier import added this to the updates: they say it more often than when they were exported."""
    shown = ".".join(map(str, column.path))
    one, other = (f"{cells.get(shown, '')}\n".count(f"{PARTS}{note}\n") for cells in (was, now))
    return other > one


def _or_empty(text: str) -> str:
    return quoted(text) if text else "empty"
