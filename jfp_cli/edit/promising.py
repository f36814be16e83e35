"""What is reported of promises: done, or given another date."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import order_in
from jfp_cli.edit.naming import RESERVED
from jfp_cli.edit.widening import widen
from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.kinds import KINDS, kind_of_entry
from jfp_cli.model.promise import CLOSED
from jfp_cli.query.promises import HOMES
from jfp_cli.values.address import Address, Path
from jfp_cli.values.dates import DateError, PlanDate
from jfp_cli.values.text import id_from, quoted


def complete(
    change: Change, address: Address, today: date, on: str | None, evidence: Iterable[str] = (), note: str | None = None
) -> Address:
    """Mark a promise as complete, on a day, with its evidence and a note; returns its address. Raises EditError."""
    _check_past(change, on, today)
    named, draft, path = _promise(change, address, "completed")
    order = order_in(named.kind)
    draft.set((*path, "status"), "complete", order)
    if on or draft.value((*path, "completed")) is None:
        draft.set((*path, "completed"), on or today.isoformat(), order)
    for link in evidence:
        if link not in (draft.value((*path, "evidence")) or ()):
            draft.insert((*path, "evidence"), link, order=order)
    if note:
        draft.insert((*path, "updates"), {"date": on or today.isoformat(), "note": note}, order=order)
    return named


def move(
    change: Change, address: Address, to: str, because: str, today: date, on: str | None, agreed_by: str | None = None
) -> Address:
    """Give a promise another date and remember the one it had; returns its address. Raises EditError."""
    _check_past(change, on, today)
    new = _date(change, to, "--to")
    promise = change.plan.get(address)
    due = getattr(promise, "due", None)
    if promise is not None and due is None and kind_of(address):
        raise EditError(
            f'{address} has no date that could move; give it one with: jfp set {quoted_name(address)} "due={to}"'
        )
    if getattr(promise, "status", None) in CLOSED:
        raise EditError(
            f"{address} is {promise.status}, so its date is kept; where that is wrong, first write: "
            f"jfp set {quoted_name(address)} status= completed="
        )
    if due is not None and (due.first, due.last) == (new.first, new.last):
        raise EditError(f"{address} is due {due} already" + ("" if due.text == to else f", which is the same as {to}"))
    named, draft, path = _promise(change, address, "moved")
    entry = {"from": str(draft.value((*path, "due"))), "to": to, "date": on or today.isoformat(), "because": because}
    if agreed_by:
        entry["agreed_by"] = agreed_by
    order = order_in(named.kind)
    draft.insert((*path, "moves"), entry, order=order)
    draft.set((*path, "due"), to, order)
    return named


def kind_of(address: Address) -> str:
    """The kind of promise that an address names; empty where it names none."""
    if not address.path:
        return address.kind if address.kind in HOMES else ""
    kind = kind_of_entry(address.path)
    return kind.name if kind and kind.name in HOMES else ""


def quoted_name(address: Address) -> str:
    """An address as a shell takes it."""
    text = str(address)
    return f'"{text}"' if "[" in text else text


def _promise(change: Change, address: Address, done: str) -> tuple[Address, Draft, Path]:
    """The promise at an address with an id of its own, by which its history is followed: one is made where none is."""
    kind = kind_of(address)
    if not kind:
        nouns = ", ".join(f"{KINDS[name].noun}s" for name in HOMES)
        raise EditError(f"{address} is no promise; only {nouns} are {done}")
    draft, path = change.at(address)
    if not draft.has(path):
        raise EditError(f"{address.thing} has no {str(address).removeprefix(str(address.thing)).lstrip('.')}")
    widen(draft, path, KINDS[kind].title)
    id_key = KINDS[kind].id_key
    name = draft.value((*path, id_key))
    if name is None:
        taken = change.ids(kind)
        name = id_from(str(draft.value((*path, KINDS[kind].title))), taken | RESERVED)
        taken.add(name)
        draft.set((*path, id_key), name, order_in(kind))
    return Address(kind, name), draft, path


def _check_past(change: Change, on: str | None, today: date) -> None:
    """Raise EditError where somebody reports on a day what has not come yet."""
    with suppress(DateError):  # a text that is no date is shown in its place
        if on and change.plan.settings.calendar.date(on).first > today:
            raise EditError(
                f"--on: {quoted(on)} is still to come; write the day when it happened, {today} at the latest"
            )


def _date(change: Change, text: str, option: str) -> PlanDate:
    try:
        return change.plan.settings.calendar.date(text)
    except DateError as error:
        raise EditError(f"{option}: {error}") from None
