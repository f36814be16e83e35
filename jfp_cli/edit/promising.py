"""What is reported of promises: done, or given another date."""

from collections.abc import Sequence
from datetime import date

from jfp_cli.edit.assigning import noting
from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import order_in
from jfp_cli.edit.identifying import identified
from jfp_cli.edit.options import check_past, check_said, date_of
from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.kinds import KINDS, kind_of_entry
from jfp_cli.model.promise import CLOSED
from jfp_cli.query.promises import HOMES
from jfp_cli.values.address import Address, Path


def complete(
    change: Change, address: Address, today: date, on: str | None, evidence: Sequence[str] = (), note: str | None = None
) -> Address:
    """Mark a promise as complete, on a day, with its evidence and a note; returns its address. Raises EditError."""
    check_past(change, on, today)
    check_said([("--note", note), *(("--evidence", link) for link in evidence)])
    named, draft, path = _promise(change, address, "completed")
    order = order_in(named.kind, models=change.plan.models)
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
    check_past(change, on, today)
    check_said([("--because", because), ("--agreed-by", agreed_by)])
    new = date_of(change, to, "--to")
    if address.kind == "targets" and not address.path:
        how = noting(change, address, today, f"due={to}")
        raise EditError(f"{address} is a target, whose date moves with an update that says why: {how}")
    promise = change.plan.get(address)
    due = getattr(promise, "due", None)
    if promise is not None and due is None and kind_of(address):
        raise EditError(f'{address} has no date that could move; give it one with: jfp set {address.typed} "due={to}"')
    if getattr(promise, "status", None) in CLOSED:
        opened = "status=on_track" + (" completed=" if promise.completed else "")
        raise EditError(
            f"{address} is {promise.status}, so its date moves no more; "
            f"if it is open after all, write first: jfp set {address.typed} {opened}"
        )
    if due is not None and (due.first, due.last) == (new.first, new.last):
        raise EditError(f"{address} is due {due} already" + ("" if due.text == to else f", and {to} are the same days"))
    named, draft, path = _promise(change, address, "moved")
    entry = {"from": str(draft.value((*path, "due"))), "to": to, "date": on or today.isoformat(), "because": because}
    if agreed_by:
        entry["agreed_by"] = agreed_by
    order = order_in(named.kind, models=change.plan.models)
    draft.insert((*path, "moves"), entry, order=order)
    draft.set((*path, "due"), to, order)
    return named


def kind_of(address: Address) -> str:
    """The kind of promise that an address names; empty where it names none."""
    if not address.path:
        return address.kind if address.kind in HOMES else ""
    kind = kind_of_entry(address.path)
    return kind.name if kind and kind.name in HOMES else ""


def _promise(change: Change, address: Address, done: str) -> tuple[Address, Draft, Path]:
    """The promise at an address with an id of its own, by which its history is followed: one is made where none is."""
    kind = kind_of(address)
    if not kind:
        nouns = ", ".join(f"{KINDS[name].noun}s" for name in HOMES)
        raise EditError(f"{address} is no promise; only {nouns} are {done}")
    return identified(change, address)
