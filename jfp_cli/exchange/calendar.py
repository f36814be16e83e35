"""Promises as a calendar that other programs subscribe to (RFC 5545)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256

from icalendar import Alarm, Calendar, Component, Event, Todo

from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.promise import NOT_REPORTED
from jfp_cli.query.promises import Promise, promises
from jfp_cli.values.address import Address
from jfp_cli.values.text import as_id


class EntryKind(StrEnum):
    """What a promise is in a calendar: a day that it falls due on, or a task."""

    EVENT = "event"
    TODO = "todo"


def calendar_of(
    plan: Plan, kept: Iterable[Promise], day: date, kind: EntryKind, alarms: Iterable[int] = ()
) -> tuple[bytes, list[Promise]]:
    """A calendar with an entry for each promise on the last day of its date, and the promises whose date has none.

    An entry keeps its name in the calendar for as long as the promise keeps its id or, without one, its words: who
    subscribed sees it move. `alarms` are days before; `day` is when the plan was known so.
    """
    calendar = _empty(plan.settings.title)
    left_out, names = [], _names(plan)
    for one in kept:
        if one.due.last is None:
            left_out.append(one)
        else:
            entry = _entry(plan, one, one.due.last, day, kind, alarms)
            entry.add("uid", names[one.address])
            calendar.add_component(entry)
    return calendar.to_ical(), left_out


def joined(title: str, calendars: Mapping[str, bytes]) -> bytes:
    """One calendar of those of several plans, by what these are called; the plan is a category of each entry.

    An entry keeps the name that it has in the calendar of its plan, unless another plan has one of that name: then
    what the plan is called stands before it.
    """
    together = _empty(title)
    taken: set[str] = set()
    for plan, data in calendars.items():
        for entry in Calendar.from_ical(data).subcomponents:
            name = str(entry["uid"])
            if name in taken:
                entry["uid"] = name = f"{plan}:{name}"
            taken.add(name)
            own = entry.pop("categories", None)
            entry.add("categories", [plan, *(own.cats if own is not None else ())])
            together.add_component(entry)
    data_of_all: bytes = together.to_ical()
    return data_of_all


def _empty(title: str) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//jfp//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    return calendar


def _entry(plan: Plan, one: Promise, last: date, day: date, kind: EntryKind, alarms: Iterable[int]) -> Component:
    entry: Component = Event() if kind is EntryKind.EVENT else Todo()
    entry.add("dtstamp", datetime.combine(day, time(), UTC))
    entry.add("sequence", len(one.step.moves))
    entry.add("summary", one.text)
    entry.add("description", _description(plan, one))
    if one.area is not None:
        entry.add("categories", [one.area.title])
    if kind is EntryKind.EVENT:
        entry.add("dtstart", last)
        entry.add("dtend", last + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
        entry.add("status", "CANCELLED" if one.status == "cancelled" else "CONFIRMED")
    else:
        entry.add("due", last)
        entry.add("status", _status_of_task(one))
        if one.status == "complete" and one.step.completed is not None and one.step.completed.last is not None:
            entry.add("completed", datetime.combine(one.step.completed.last, time(), UTC))
    if one.is_open:
        for before in alarms:
            entry.add_component(_alarm(one, before))
    return entry


def _status_of_task(one: Promise) -> str:
    match one.status:
        case "complete":
            return "COMPLETED"
        case "cancelled":
            return "CANCELLED"
        case "on_track" | "at_risk" | "off_track":
            return "IN-PROCESS"
        case _:
            return "NEEDS-ACTION"


def _alarm(one: Promise, before: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one.text)
    alarm.add("trigger", timedelta(days=-before))
    return alarm


def _description(plan: Plan, one: Promise) -> str:
    """What else a reader of a calendar wants to know, a line each."""
    said = {
        "Due": one.due.text,
        "Status": plan.settings.called(one.status or NOT_REPORTED),
        "Owner": one.owner,
        "Led by": ", ".join(plan.settings.organisations.get(name, name) for name in one.leads),
        "In the plan": f"{KINDS[one.kind].noun} {one.address}",
    }
    return "\n".join(f"{label}: {value}" for label, value in said.items() if value)


def _names(plan: Plan) -> dict[Address, str]:
    """Names that stay: that of the plan is part of each, so that two plans may stand in one calendar."""
    names: dict[Address, str] = {}
    seen: Counter[Address] = Counter()
    for one in promises(plan):
        at = one.address
        if not one.id:  # its number changes with what stands before it; its words do not
            at = Address(at.kind, at.id, (*at.path[:-1], sha256(one.text.encode()).hexdigest()[:16]))
        seen[at] += 1
        which = f"-{seen[at]}" if seen[at] > 1 else ""  # "Report to the board" may be promised each quarter
        names[one.address] = f"{at}{which}@{as_id(plan.settings.organisation)}.jfp"
    return names
