"""A plan moved on by a year: its period and planning periods, what goes on, what is done, and what names any of it."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from jfp_cli.edit.carrying import Carrying
from jfp_cli.edit.change import Change
from jfp_cli.edit.coming import Coming, Periods, coming, periods
from jfp_cli.edit.deleting import take_out
from jfp_cli.edit.fields import order_in
from jfp_cli.edit.following import Following
from jfp_cli.edit.options import check_past, date_of
from jfp_cli.edit.yaml.handwriting import Bare
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.references import Reference
from jfp_cli.query.turn_of_year import ActionEntry, Entry, actions, closed, otherwise_read, past
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.dates.rewriting import Days, as_written, rewritten, with_other_years
from jfp_cli.values.finding import Severity

_LISTED = "planning_periods"


class Rolled(NamedTuple):
    """What was done when a plan moved on, everything as the plan had it before.

    `carried` are the open actions whose period is over, `late` the other open promises that are due before the plan
    that comes; `noted` are those of both that say now that they go on. `placed` went to the period that their date is
    in, `undated` have another period because theirs moved on. `done` was taken out, but for what is `needed` by
    something open, or is `left` altogether; the `needs` that named it went too. `dates` are those that say the same
    days in other words.
    """

    years: Coming
    periods: Periods
    carried: list[ActionEntry]
    late: list[Entry]
    noted: set[Address]
    placed: list[ActionEntry]
    undated: list[ActionEntry]
    done: list[Entry]
    needed: list[Entry]
    left: list[Entry]
    needs: list[Reference]
    dates: list[tuple[Address, str, str]]


def roll(change: Change, to: str, today: date, on: str | None = None, *, keep_done: bool | None = None) -> Rolled:
    """Move a plan on to years that begin one later, on a day, today where none is given; raises EditError.

    Everything that is open stays. What is complete or cancelled is taken out; unless it says, only where the year is
    over by then: before, its annual report cannot have been made.
    """
    _check_valid(change)
    check_past(change, on, today)
    plan, years = change.plan, coming(change, to)
    turned = periods(plan.settings, years)
    day = date_of(change, on, "--on").first if on else today
    stays = keep_done if keep_done is not None else day < years.start
    done, needed = ([], []) if stays else _done(plan)
    gone = {entry.address for entry in done}
    staying = [one for one in actions(plan) if one.entry.address not in gone]
    carried = [one for one in staying if one.entry.is_open and one.period in turned.ended]
    known = {one.entry.address for one in carried}
    late = [entry for entry in past(plan, years.start) if entry.address not in known]

    dates = list(_keep_days(change, years))
    over = {entry.address for entry in past(plan, min(day, years.start))}
    noted = set(_note(change, carried, [entry for entry in late if entry.address in over], years, on or str(today)))
    following = Following(change, gone)
    needs = _let_go(change, gone)
    take_out(change, gone)
    placed = _lead_on(change, staying, turned, following)
    following.end()
    _settle(change, years, turned)
    undated = [one for one in staying if one.entry.is_open and one.period in turned.later and one.due is None]
    moved = [one for one in placed if one not in carried]
    left = list(closed(plan)) if stays else []
    return Rolled(years, turned, carried, late, noted, moved, undated, done, needed, left, needs, dates)


def _check_valid(change: Change) -> None:
    """Refuse where a plan has errors: what is in it, and where, would not be sure."""
    faults = sum(1 for finding in change.loaded.findings if finding.severity >= Severity.ERROR)
    if faults:
        told = "1 fault" if faults == 1 else f"{faults} faults"
        raise EditError(f"the plan has {told}, and only a valid plan is rolled on; run jfp validate and mend it first")


def _done(plan: Plan) -> tuple[list[Entry], list[Entry]]:
    """What is complete or cancelled, and apart what was cancelled and is needed by something that is open."""
    every = list(closed(plan))
    shut = {entry.address for entry in every}
    needed = {Address(reference.kind, reference.id) for reference in plan.references if reference.at.thing not in shut}
    stays = [entry for entry in every if entry.status == "cancelled" and entry.address in needed]
    return [entry for entry in every if entry not in stays], stays


def _keep_days(change: Change, years: Coming) -> Iterator[tuple[Address, str, str]]:
    """Write the dates that count from the plan's first day as the days that they were."""
    was, now = years.calendars
    for at, meant in otherwise_read(change.plan, now):
        draft, path = change.at(at)
        text = as_written(Days(meant.first, meant.last), was)
        draft.set(path, text)
        yield at, meant.text, text


def _note(
    change: Change, carried: Iterable[ActionEntry], late: Iterable[Entry], years: Coming, day: str
) -> Iterator[Address]:
    """Say of what goes on that it does, where it is more than a sentence; yields what says so."""
    year = as_written(Days(years.before.first, years.start - timedelta(days=1)), years.calendars[0])
    for entry, ended in [*((one.entry, one.period) for one in carried), *((entry, year) for entry in late)]:
        if not isinstance(entry.entity, str):
            draft, path = change.at(entry.address)
            note = {"date": day, "note": f"Carried over from {ended}"}
            draft.insert((*path, "updates"), note, order=order_in(entry.kind, models=change.plan.models))
            yield entry.address


def _let_go(change: Change, gone: Collection[Address]) -> list[Reference]:
    """Take out what names things that go, the last of each list first."""
    named = [
        reference
        for reference in change.plan.references
        if Address(reference.kind, reference.id) in gone and reference.at.thing not in gone
    ]
    for reference in reversed(named):
        draft, path = change.at(reference.at)
        draft.remove(path)
    return named


def _lead_on(
    change: Change, staying: Iterable[ActionEntry], turned: Periods, following: Following
) -> list[ActionEntry]:
    """Let the actions go to the periods that come; returns those that went there by their date."""
    placed = []
    by_stream: dict[str, dict[tuple[str, int], ActionEntry]] = {}
    for one in staying:
        by_stream.setdefault(one.stream, {})[one.period, one.number] = one
    for _, stream in change.plan.workstreams():
        spots = by_stream.get(stream.id, {})
        numbers = {period: [number for at, number in spots if at == period] for period in stream.actions}
        carrying = Carrying(*change.at(Address("workstreams", stream.id, ("actions",))), numbers)
        carrying.lead_on(turned)
        due = {spot: one.due for spot, one in spots.items() if one.due and one.entry.is_open}
        placed += [spots[spot] for spot in carrying.place(due, turned)]
        following.carried(stream.id, carrying.whereabouts, turned.leads_to)
    return placed


def _settle(change: Change, years: Coming, turned: Periods) -> None:
    """Write the period, the planning periods and the title of the plan that comes."""
    settings, draft = change.plan.settings, change.settings()
    _, now = years.calendars
    for key, moves in (("start", True), ("end", years.after.last != years.before.last)):
        when: PlanDate = getattr(settings.period, key)
        if moves:
            days = Days(when.first, when.last).a_year_on()
            draft.set(("period", key), Bare(rewritten(when.text, days, now)))
    fewer = len(settings.planning_periods) - len(turned.names)
    for name in list(dict.fromkeys([*turned.ended, *reversed(settings.planning_periods)]))[:fewer]:
        draft.remove((_LISTED, draft.value((_LISTED,)).index(name)))
    for number, name in enumerate(turned.names):
        draft.set((_LISTED, number), Bare(name))
    title = with_other_years(settings.title, years.before, years.after, years.calendars)
    draft.set((KINDS["plan"].title,), title)
