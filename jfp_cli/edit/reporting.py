"""What is reported of milestones and targets: done, moved, measured."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date

from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import order_in
from jfp_cli.edit.yaml.handwriting import pair
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.area import CLOSED
from jfp_cli.values.address import Address
from jfp_cli.values.dates import DateError, PlanDate
from jfp_cli.values.figures import QuantityError
from jfp_cli.values.text import quoted

_NEEDED = ("--to", "--because", "--at")  # which cannot be left out


def complete(
    change: Change, address: Address, today: date, on: str | None, evidence: Sequence[str] = (), note: str | None = None
) -> None:
    """Mark a milestone or a checkpoint as complete, on a day, with its evidence and a note; raises EditError."""
    _check_milestone(address, "completed")
    _check_past(change, on, today)
    _check_said([("--note", note), *(("--evidence", link) for link in evidence)])
    if address.path and (on or evidence or note):
        raise EditError(f"{address} is a checkpoint, which has a status alone; give the rest to {address.thing}")
    draft, path = change.at(address)
    if draft.value(path) is None:
        raise EditError(f"{address.thing} has no {str(address).removeprefix(str(address.thing)).lstrip('.')}")
    order = order_in("milestones")
    draft.set((*path, "status"), "complete", order_in("milestones", address.path))
    if address.path:
        return
    if on or draft.value((*path, "completed")) is None:
        draft.set((*path, "completed"), on or today.isoformat(), order)
    for link in evidence:
        if link not in (draft.value((*path, "evidence")) or ()):
            draft.insert((*path, "evidence"), link, order=order)
    if note:
        draft.insert((*path, "updates"), {"date": on or today.isoformat(), "note": note}, order=order)


def move(
    change: Change, address: Address, to: str, because: str, today: date, on: str | None, agreed_by: str | None = None
) -> None:
    """Give a milestone another date and remember the one it had; raises EditError."""
    _check_milestone(address, "moved")
    _check_past(change, on, today)
    _check_said([("--because", because), ("--agreed-by", agreed_by)])
    new = _date(change, to, "--to")
    if address.path:
        raise EditError(
            f"{address} is a checkpoint, whose moves are not kept; change it with: jfp set {address} due=..."
        )
    draft, path = change.at(address)
    due, status = str(draft.value((*path, "due"))), draft.value((*path, "status"))
    if status in CLOSED:
        opened = "status=on_track" + (" completed=" if draft.has((*path, "completed")) else "")
        raise EditError(
            f"{address} is {status}, so its date moves no more; "
            f"if it is open after all, write first: jfp set {address} {opened}"
        )
    with suppress(DateError):  # a date that cannot be read is any other's better
        old = change.plan.settings.calendar.date(due)
        if (old.first, old.last) == (new.first, new.last):
            raise EditError(f"{address} is due {due} already" + ("" if due == to else f", and {to} are the same days"))
    entry = {"from": due, "to": to, "date": on or today.isoformat(), "because": because}
    if agreed_by:
        entry["agreed_by"] = agreed_by
    order = order_in("milestones")
    draft.insert((*path, "moves"), entry, order=order)
    draft.set((*path, "due"), to, order)


def record(change: Change, address: Address, value: str, at: str, source: str | None, note: str | None) -> Address:
    """Enter a reading of a target where its date belongs; returns where its figure stands.

    The readings file is made where there is none. Raises EditError.
    """
    if address.kind == "readings":
        address = Address("targets", address.id)
    if address.kind != "targets" or address.path:
        raise EditError(f"{address} is no target, so nothing can be measured of it")
    day = _date(change, at, "--at")
    _check_said([("--source", source), ("--note", note)])
    try:
        is_change = bool(change.plan.settings.calendar.quantity(value).change)
    except QuantityError as error:
        raise EditError(f"VALUE: {error}") from None
    if is_change:
        raise EditError(f"{quoted(value)} is a change, and a reading is a level; write what was measured itself")
    entry = {"at": at, "value": value} | ({"source": source} if source else {}) | ({"note": note} if note else {})
    measured = Address("readings", address.id)
    name = change.file_of(measured)
    if not change.holds(name):
        habits = change.settings().habits
        change.create(name, f"target: {address.id}\n{pair('readings', [entry], 0, habits)}\n")
        return measured.at("readings", 0, "value")
    readings = change.plan.readings_of(address.id)
    for number, reading in enumerate(readings):
        if (reading.at.first, reading.at.last) == (day.first, day.last):
            raise EditError(
                f"a reading of {reading.at} is there already, {reading.value}; "
                f"change it with: jfp set readings/{address.id} readings[{number}].value=..."
            )
    before = sum(1 for reading in readings if reading.at.first <= day.first)
    change.draft(name).insert(("readings",), entry, before)
    return measured.at("readings", before, "value")


def _check_milestone(address: Address, done: str) -> None:
    if address.kind != "milestones" or address.path not in ((), ("checkpoints", *address.path[1:2])):
        raise EditError(f"{address} is no milestone; only milestones and their checkpoints are {done}")


def _check_past(change: Change, on: str | None, today: date) -> None:
    """Raise EditError where somebody reports on a day what has not come yet, or on what is no day at all."""
    if on is not None and _date(change, on, "--on").first > today:
        raise EditError(f"--on: {quoted(on)} is still to come; write the day when it happened, {today} at the latest")


def _check_said(options: Iterable[tuple[str, str | None]]) -> None:
    """Raise EditError where an option is given that says nothing."""
    for option, text in options:
        if text is not None and not text.strip():
            raise EditError(
                f"{option} is empty; write a text after it" + ("" if option in _NEEDED else ", or leave it out")
            )


def _date(change: Change, text: str, option: str) -> PlanDate:
    _check_said([(option, text)])
    try:
        return change.plan.settings.calendar.date(text)
    except DateError as error:
        raise EditError(f"{option}: {error}") from None
