"""What a plan has to settle when its year ends: what is done, what is still open, and what is out of date."""

from collections.abc import Container, Iterator
from datetime import date
from typing import NamedTuple

from jfp_cli.model.enabler import Strategy
from jfp_cli.model.field import Entity, fields_of, holds_dates
from jfp_cli.model.kinds import KINDS, model_of
from jfp_cli.model.plan import Plan
from jfp_cli.model.promise import CLOSED
from jfp_cli.model.walk import below, holds_things, is_prose, walk
from jfp_cli.query.promises import HOMES, Promise, overdue, promises
from jfp_cli.query.rows import Locate, Row, every_field, with_fields
from jfp_cli.values.address import Address
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.dates.rewriting import Days, years_in


class Entry(NamedTuple):
    """Something that is promised, with a date or without: a sentence where it is an action that is no more than one."""

    kind: str
    address: Address
    entity: Entity | str

    @property
    def text(self) -> str:
        """What is promised."""
        text: str = self.entity if isinstance(self.entity, str) else getattr(self.entity, KINDS[self.kind].title)
        return text

    @property
    def status(self) -> str | None:
        """How it stands, where anything was reported."""
        return getattr(self.entity, "status", None)

    @property
    def is_open(self) -> bool:
        """It is neither complete nor cancelled."""
        return self.status not in CLOSED


class ActionEntry(NamedTuple):
    """An action where it stands: its workstream, the planning period, and its position there, from 0."""

    stream: str
    period: str
    number: int
    entry: Entry

    @property
    def due(self) -> PlanDate | None:
        """By when, where it has a date."""
        return getattr(self.entry.entity, "due", None)


def actions(plan: Plan) -> Iterator[ActionEntry]:
    """Every action of a plan, those that are sentences included."""
    for _, stream in plan.workstreams():
        for period, listed in stream.actions.items():
            for number, action in enumerate(listed):
                at = plan.named(Address("workstreams", stream.id, ("actions", period, number)))
                yield ActionEntry(stream.id, period, number, Entry("actions", at, action))


def closed(plan: Plan) -> Iterator[Entry]:
    """What is complete or cancelled, but for checkpoints, which belong to their milestone as long as it stands."""
    for at, field, value, in_key in walk(plan, holds_things):
        if field.holds in HOMES and field.holds != "checkpoints" and not in_key and isinstance(value, Entity):
            entry = Entry(field.holds, at, value)
            if not entry.is_open:
                yield entry


def past(plan: Plan, day: date) -> Iterator[Entry]:
    """What should have been done before a day and is still open, the longest overdue first."""
    return (_entry(promise) for promise in overdue(promises(plan), day))


def _entry(promise: Promise) -> Entry:
    return Entry(promise.kind, promise.address, promise.step)


def targets_past(plan: Plan, day: date) -> Iterator[Entry]:
    """The targets whose date is before a day; a standard holds from its date on."""
    for target, *_ in plan.targets():
        if target.due and target.due.overdue(day) and not target.hold:
            yield Entry("targets", Address("targets", target.id), target)


def strategies_past(plan: Plan, day: date) -> Iterator[tuple[Address, Strategy]]:
    """The strategies and plans of enablers whose years end before a day."""
    for enabler in plan.enablers.values():
        for number, strategy in enumerate(enabler.strategies):
            if strategy.years and strategy.years.overdue(day):
                yield Address("enablers", enabler.id, ("strategies", number)), strategy


def otherwise_read(plan: Plan, calendar: Calendar) -> Iterator[tuple[Address, PlanDate]]:
    """The dates that another calendar reads as other days, such as "year 2" where the plan begins later, or not."""
    for at, _, when, _ in walk(plan, holds_dates):
        other = calendar.date_if_any(when.text)
        if other is None or (other.first, other.last) != (when.first, when.last):
            yield at, when


def naming(plan: Plan, years: Container[Days | None]) -> Iterator[tuple[Address, str]]:
    """The texts of plan.yaml that name some years, such as the heading of a part: those of all that is published."""
    for at, _, text, _ in below(Address("plan"), plan.settings, is_prose):
        if isinstance(text, str) and any(days in years for days in years_in(text, plan.settings.calendar)):
            yield at, text


def promise_row(entry: Entry, locate: Locate) -> Row:
    """An entry as a row, with every field that its kind has."""
    at, span = entry.address, locate(entry.address)
    row: Row = {
        "kind": KINDS[entry.kind].noun,
        "id": None if at.path else at.id,
        "address": str(at),
        "text": entry.text,
        "file": span.file,
        "line": span.line,
    }
    said = {} if isinstance(entry.entity, str) else every_field(entry.entity)
    return with_fields(row, dict.fromkeys(fields_of(model_of(entry.kind))) | said)
