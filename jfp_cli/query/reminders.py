"""What each owner should report now: dates that passed or are near, old statuses, and readings that are missing."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from jfp_cli.measures.awaited import Awaited, awaited
from jfp_cli.measures.rhythm import DELAYS
from jfp_cli.model.measure import Measure
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
    readings = _of_readings(plan, targets, day, whole=not any(filters))
    for owner, ask in (*_of_promises(promises, day), *readings):
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


def _of_readings(plan: Plan, targets: list[Tracked], day: date, *, whole: bool) -> Iterator[tuple[str, Ask]]:
    """The readings that are missing: of targets, each once of an owner, and of the `whole` plan those of no target."""
    told: set[tuple[str, str, str | None]] = set()
    for row in targets:
        target, measure = row.home.target, plan.measure_of(row.home.target)
        for place, why in _missing(plan, row, day):
            asked = folded(target.owner or ""), measure.id if measure else target.id, place
            if asked not in told:
                told.add(asked)
                yield target.owner or "", Ask(target.statement, why, _record(target.id, place))
    known = {(measure, place) for _, measure, place in told}
    for measure in plan.measures.values() if whole else ():
        for late in _late(plan, measure, day):
            if (measure.id, late.place) not in known:
                why = _next(plan, measure, late)
                yield "", Ask(measure.title, why, _record(f"measures/{measure.id}", late.place))


def _missing(plan: Plan, row: Tracked, day: date) -> Iterator[tuple[str | None, str]]:
    """Of which places that judge a target a reading is missing, and why it is asked for."""
    target, progress = row.home.target, row.progress
    latest, measure = progress.latest, plan.measure_of(target)
    if progress.state == "awaiting_reading" and target.due and target.due.overdue(day):
        place = latest.place if latest else None
        yield place, f"It was due {target.due.in_words}, and nothing was measured since. What is its figure?"
    elif progress.state == "awaiting_reading" and target.each and latest:
        yield latest.place, f"A year is over, and the last reading is of {latest.at.in_words}. What is its figure?"
    elif progress.state == "no_reading":
        yield None, "It has no reading yet. What is its figure?"
    elif measure:
        read = {reading.place for reading in measure.readings}
        judged = read.intersection(target.places) or {None}
        yield from (
            (late.place, _next(plan, measure, late)) for late in _late(plan, measure, day) if late.place in judged
        )


def _late(plan: Plan, measure: Measure, day: date) -> Iterator[Awaited]:
    every = measure.every
    return awaited(plan, measure, every, day, Length.parse(DELAYS[every]).before(day)) if every else iter(())


def _next(plan: Plan, measure: Measure, late: Awaited) -> str:
    if late.last is None:
        return f"It is read every {measure.every}, and it has no reading yet. What is the first?"
    of = f" of {plan.settings.place(late.place)}" if late.place else ""
    return (
        f"It is read every {measure.every}, and the last reading{of} is of {late.last.at.in_words}. What is the next?"
    )


def _record(name: str, place: str | None) -> str:
    return f"jfp record {name} FIGURE --at DATE" + (f" --place {place}" if place else "")
