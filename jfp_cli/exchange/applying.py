"""What is proposed, made of a plan as the ordinary checked edits."""

from collections.abc import Callable, Container, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from jfp_cli.edit.assigning import assign
from jfp_cli.edit.change import Change
from jfp_cli.edit.deleting import remove
from jfp_cli.edit.fields import TAKEN_OUT, Fields, order_in
from jfp_cli.edit.identifying import identified
from jfp_cli.edit.promising import kind_of, move
from jfp_cli.edit.recording import Recording, Taken
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.exchange.cell_text import NO, YES
from jfp_cli.exchange.columns import TRUTHS, columns_of
from jfp_cli.exchange.entering import CellError, enter
from jfp_cli.exchange.proposal import Added, Changed, Gone, Proposal, Said
from jfp_cli.exchange.readings import as_others
from jfp_cli.exchange.table import Column, Role
from jfp_cli.model.field import Shape, fields_of
from jfp_cli.model.kinds import KINDS, Kind, kind_of_entry
from jfp_cli.model.promise import Update
from jfp_cli.query.things import UnknownThingError
from jfp_cli.values.address import Address
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError

_CALLED = {"at": "its month", "value": "the figure", "place": "its place", "source": "its source", "note": "its note"}
_DAY = next(key for key, field in fields_of(Update).items() if field.is_date)
_NOTE = next(key for key, field in fields_of(Update).items() if not field.is_date)
_TRUTHS = {YES: "true", NO: "false"}


class Wish(NamedTuple):
    """How a proposal is to be taken: on what day, and whether things may go.

    `note` goes into the updates of all that changes, and `because` is why dates moved.
    """

    day: date
    note: str = ""
    because: str = ""
    may_remove: bool = False


class Applied(NamedTuple):
    """What became of a proposal: the cells that were taken, the new things and those that went.

    `written` has the place of the cell that each address comes from, and `read` of these the readings.
    """

    changes: list[Changed]
    added: list[tuple[Added, Address]]
    removed: list[Gone]
    written: dict[Address, str]
    read: dict[Address, str]


class StillNamedError(Exception):
    """Others name what shall go; the text says which."""


class Applying:
    """A proposal on its way into a change of the plan; of the cells in `skipped` nothing is taken.

    `faults` has why the plan cannot take a cell, by its place; where there are some the change is of no use.
    """

    def __init__(self, change: Change, proposal: Proposal, wish: Wish, skipped: Container[str]) -> None:
        self._change = change
        self._proposal = proposal
        self._wish = wish
        self._skipped = skipped
        self._recording = Recording(change, wish.day, replace=True, called=_CALLED)
        self._read: list[str] = []
        self.faults: dict[str, str] = {}
        self.made = Applied([], [], [], {}, {})

    def run(self) -> Applied:
        """Make the change; raises StillNamedError where what shall go cannot."""
        by_thing: dict[Address, list[Changed]] = {}
        for changed in self._proposal.changes:
            if changed.place not in self._skipped:
                by_thing.setdefault(changed.thing, []).append(changed)
        for thing, changes in by_thing.items():
            self._set(thing, changes)
        for row in self._proposal.added:
            if not any(place in self._skipped for place in (row.place, *map(_needed, row.cells))):
                self._enter(row)
        self.made.read.update({at: self._read[number - 1] for at, number in self._recording.places()})
        self.made.written.update(self.made.read)
        if self._wish.may_remove and self._proposal.gone:
            self._remove(self._proposal.gone)
        return self.made

    def _try(self, place: str, work: Callable[[], object]) -> bool:
        """Do something for a cell; where it cannot be done the cell is at fault."""
        try:
            work()
        except CellError as error:
            self.faults[error.place] = str(error)
        except (EditError, UnknownThingError) as error:
            self.faults[place] = str(error)
        else:
            return True
        return False

    def _set(self, thing: Address, changes: Sequence[Changed]) -> None:
        """Change a thing; one without an id gets one where more than the words of a sentence changed."""
        kind = _kind(thing)
        fields = [one for one in changes if one.column.role is Role.FIELD]
        readings = [one for one in changes if one.column.role is Role.READING]
        reports = [one for one in changes if one.column.role is Role.REPORT]
        for one in readings:
            self._try(one.place, partial(self._measure, one))
        done = [one for one in fields if self._try(one.place, partial(self._assign, kind, one))]
        notes = [Said(one.place, one.column, one.after, one.day) for one in reports]
        if self._wish.note and done and self._updates(kind):
            notes.append(Said(done[0].place, done[0].column, self._wish.note))
        if done or notes:
            self._try((*done, *reports)[0].place, partial(self._report, thing, kind, done, notes))
        self.made.changes.extend(changes)

    def _assign(self, kind: Kind, changed: Changed) -> None:
        thing, path = changed.thing, changed.column.path
        self.made.written[thing.at(*path)] = changed.place
        if path == (kind.title,) and thing.path and self._is_sentence(thing):
            assign(self._change, thing.thing, {thing.path: [changed.after]})
        elif self._why(changed) and moves_a_date(changed, self._change.plan.settings.calendar):
            move(self._change, thing, changed.after, self._why(changed), self._wish.day, None)
        else:
            assign(self._change, thing, {path: values_of(changed.column, changed.after)})

    def _why(self, changed: Changed) -> str:
        """Why a date moved, as far as anybody says it."""
        return self._wish.because or changed.because

    def _report(self, thing: Address, kind: Kind, done: Sequence[Changed], notes: Sequence[Said]) -> None:
        """Add to the updates of a thing what was reported; one without an id gets one."""
        if thing.path and not notes and self._is_sentence(thing):
            return
        named, draft, path = identified(self._change, thing) if thing.path else (thing, *self._change.at(thing))
        self.made.written.update({named.at(*one.column.path): one.place for one in done})
        whole, order = (*path, self._updates(kind)), order_in(kind.name, models=self._change.plan.models)
        for place, _, note, day in notes:
            entry = {_DAY: day or self._wish.day.isoformat(), _NOTE: note}
            if note != self._wish.note or entry not in (draft.value(whole) or ()):
                draft.insert(whole, entry, order=order)
            self.made.written.setdefault(named, place)

    def _measure(self, changed: Changed) -> None:
        period = changed.column.period
        if changed.after:
            self._record(changed.thing, changed.of_place, Said(changed.place, changed.column, changed.after))
        elif not self._wish.may_remove:
            raise EditError(f"it was emptied; the reading {changed.before} stays, unless you write --remove")
        elif period is not None:
            self._recording.take_out(changed.thing, period, changed.of_place or None)

    def _record(self, measure: Address, of_place: str, said: Said) -> None:
        if said.column.period is not None:
            at = as_others(self._change.plan.measures.get(measure.id), said.column.period)
            self._read.append(said.place)
            self._recording.enter(Taken(measure, at, said.text, of_place or None), len(self._read))

    def _enter(self, row: Added) -> None:
        """Add the thing of a new row, with what is reported of it and its readings."""
        cells = [one for one in row.cells if one.place not in self._skipped]
        fields: Fields = {
            one.column.path: values_of(one.column, one.text) for one in cells if one.column.role is Role.FIELD
        }
        notes = [(one.text, one.day) for one in cells if one.column.role is Role.REPORT]
        updates = self._updates(KINDS[row.kind])
        if updates and self._wish.note:
            notes.append((self._wish.note, ""))
        for number, (note, day) in enumerate(notes):
            fields |= {(updates, number, _DAY): [day or self._wish.day.isoformat()], (updates, number, _NOTE): [note]}
        made: list[Address] = []
        if not self._try(row.place, lambda: made.append(enter(self._change, row, cells, fields))):
            return
        [thing] = made
        self.made.written[thing] = row.place
        self.made.written.update({thing.at(*one.column.path): one.place for one in cells if one.column.path})
        for one in cells:
            if one.column.role is Role.READING:
                self._try(one.place, partial(self._record, thing, "", one))
        self.made.added.append((row, thing))

    def _remove(self, gone: Sequence[Gone]) -> None:
        things = [one.thing for one in gone if not one.of_place]
        for one in gone:
            if one.of_place and one.thing not in things:
                for reading in self._change.plan.measures[one.thing.id].readings:
                    if reading.place == one.of_place:
                        self._recording.take_out(one.thing, reading.at, one.of_place)
        naming = remove(self._change, things) if things else []
        if naming:
            told = "; ".join(f"{reference.at} names {reference.kind}/{reference.id}" for reference in naming)
            raise StillNamedError(f"what was taken out is still named: {told}")
        self.made.removed.extend(gone)

    def _is_sentence(self, thing: Address) -> bool:
        draft, path = self._change.at(thing)
        return isinstance(draft.value(path), str)

    def _updates(self, kind: Kind) -> str:
        """The key of the list that reports of a kind of thing go into; empty where it has none."""
        columns = columns_of(kind.name, self._change.plan.models)
        return next((str(column.path[0]) for column in columns if column.role is Role.REPORT), "")


def values_of(column: Column, text: str) -> list[str]:
    """The values of a field for the text of its cell, as somebody would set them."""
    if not text:
        return TAKEN_OUT
    if column.choices == TRUTHS:
        return [_TRUTHS.get(text, text)]
    return text.split("\n") if column.shape is Shape.TEXTS else [text]


def moves_a_date(changed: Changed, calendar: Calendar) -> bool:
    """Whether a promise is to be kept on other days than those it had."""
    if changed.column.path != ("due",) or not kind_of(changed.thing) or not (changed.before and changed.after):
        return False
    try:
        was, now = calendar.date(changed.before), calendar.date(changed.after)
    except DateError:
        return False
    return (was.first, was.last) != (now.first, now.last)


def _needed(said: Said) -> str:
    """The place of a cell without which its row is nothing; empty where it is not needed."""
    return said.place if said.column.role is Role.HOME or said.column.is_required else ""


def _kind(thing: Address) -> Kind:
    return (kind_of_entry(thing.path) if thing.path else None) or KINDS[thing.kind]
