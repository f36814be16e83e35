"""What each owner should report now: dates that passed or are near, old statuses, and readings that are missing."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from jfp_cli.measures.rhythm import DELAYS, next_reading
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters
from jfp_cli.query.kept import promised_and_measured
from jfp_cli.query.promises import Promise
from jfp_cli.query.sentences import counted
from jfp_cli.query.targets import Tracked
from jfp_cli.values.horizon import Length
from jfp_cli.values.text import folded, long_day, natural

NEAR = timedelta(days=30)
STALE = timedelta(days=92)


class Ask(NamedTuple):
    """Something to report: what it is, why now, and the command that writes the answer."""

    what: str
    why: str
    write: str


class Reminder(NamedTuple):
    """What one owner should report; the owner is empty for what nobody answers for."""

    owner: str
    asks: tuple[Ask, ...]


def reminders(plan: Plan, filters: Filters, day: date) -> list[Reminder]:
    """A reminder for each owner of what the filters keep, by name, and last what has none; raises UnknownValueError."""
    promises, targets = promised_and_measured(plan, filters, day)
    found: dict[str, tuple[str, list[Ask]]] = {}
    for owner, ask in (*_of_promises(promises, day), *_of_targets(plan, targets, day)):
        found.setdefault(folded(owner), (owner, []))[1].append(ask)
    every = sorted(found.values(), key=lambda entry: (not entry[0], natural(entry[0])))
    return [Reminder(owner, tuple(asks)) for owner, asks in every]


def last_reported(one: Promise) -> date | None:
    """The last day on which anything was reported of a promise or of its checkpoints; None where nothing was."""
    steps = [one.step, *getattr(one.step, "checkpoints", ())]
    dates = [event.date for step in steps for event in (*step.updates, *step.moves)]
    dates += [step.completed for step in steps if step.completed]
    return max((when.last or when.first for when in dates), default=None)


def _of_promises(promises: list[Promise], day: date) -> Iterator[tuple[str, Ask]]:
    for one in promises:
        why = _why(one, day)
        if why:
            name = one.id or one.address.typed
            write = f"jfp complete {name}" if one.due.overdue(day) else f"jfp set {name} status=STATUS"
            yield one.owner or "", Ask(one.text, why, write)


def _why(one: Promise, day: date) -> str:
    """Why something is to be reported on now; empty where it is not."""
    if not one.is_open:
        return ""
    late, last, reported = one.days_overdue(day), one.due.last, last_reported(one)
    if late:
        return f"It was due {one.due.in_words}, {counted(late, 'day')} ago. Is it done, or when will it be?"
    if last is not None and last - day <= NEAR:
        return f"It is due {one.due.in_words}, in {counted((last - day).days, 'day')}. Will it be done?"
    if one.status and reported and day - reported > STALE:
        return f"It was last reported on {long_day(reported)}. How does it stand now?"
    return ""


def _of_targets(plan: Plan, targets: list[Tracked], day: date) -> Iterator[tuple[str, Ask]]:
    for row in targets:
        why = _missing(plan, row, day)
        if why:
            target = row.home.target
            yield target.owner or "", Ask(target.statement, why, f"jfp record {target.id} FIGURE --at DATE")


def _missing(plan: Plan, row: Tracked, day: date) -> str:
    """Which reading of a target is missing; empty where none is."""
    target, progress = row.home.target, row.progress
    latest, measure = progress.latest, plan.measure_of(target)
    if progress.state == "awaiting_reading" and target.due and target.due.overdue(day):
        return f"It was due {target.due.in_words}, and nothing was measured since. What is its figure?"
    if progress.state == "awaiting_reading" and target.each and latest:
        return f"A year is over, and the last reading is of {latest.at.in_words}. What is its figure?"
    if progress.state == "no_reading":
        return "It has no reading yet. What is its figure?"
    every = measure.every if measure else None
    if latest and every and next_reading(every, latest.day) < Length.parse(DELAYS[every]).before(day):
        return f"It is read every {every}, and the last reading is of {latest.at.in_words}. What is the next?"
    return ""
