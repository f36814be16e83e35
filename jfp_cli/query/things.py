"""From what somebody types to the one thing that is meant."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from jfp_cli.model.field import Entity
from jfp_cli.model.kinds import KINDS, kind_of_entry
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address
from jfp_cli.values.near_miss import did_you_mean, near_miss
from jfp_cli.values.text import folded

_PATH = re.compile(r"[.\[]")


class UnknownThingError(Exception):
    """No thing, or more than one, has this id; the text says which were likely meant.

    `candidates` are those that have it.
    """

    def __init__(self, told: str, candidates: Sequence[Address] = ()) -> None:
        super().__init__(told)
        self.candidates = candidates


def titles(plan: Plan) -> dict[Address, str]:
    """What each thing is called, for those that are called something."""
    named = {address: title_of(address, thing) for address, thing in plan.things.items()}
    return {address: title for address, title in named.items() if title}


def title_of(address: Address, thing: Entity | str) -> str:
    """What a thing is called, as its kind says; empty where such things are not called anything."""
    return thing if isinstance(thing, str) else getattr(thing, KINDS[address.kind].title, "")


def find(plan: Plan, typed: str) -> tuple[Address, Entity | str]:
    """The thing with this `kind/id` or id, or the one that an address leads into; raises UnknownThingError.

    The error lists the candidates where an id is not the id of one thing alone.
    """
    every = plan.things
    part = _part(plan, typed)
    if part is not None:
        return part
    alone = _alone(plan)
    candidates = _named(every, alone, typed) or _named(every, alone, _PATH.split(typed, maxsplit=1)[0])
    if len(candidates) == 1:
        return candidates[0], every[candidates[0]]
    if candidates:
        listed = ", ".join(map(str, candidates))
        raise UnknownThingError(f'"{typed}" is the id of {len(candidates)} things; write one of: {listed}', candidates)
    raise UnknownThingError(f'there is nothing in the plan called "{typed}"; {_advice(every, typed)}')


def find_there(plan: Plan, typed: str) -> tuple[Address, Entity | str]:
    """The same, where something stands at the address; raises UnknownThingError where nothing does."""
    address, thing = find(plan, typed)
    is_name = address.path or folded(typed) in (folded(address.id), folded(str(address)))
    if is_name:
        return address, thing
    try:
        path = Address.parse(typed).path
    except ValueError as error:
        raise UnknownThingError(str(error)) from None
    if plan.named(Address.parse(typed)) == address:  # it has an id since
        return address, thing
    if plan.get(address.at(*path)) in (None, ()):
        raise UnknownThingError(f"there is no {address.at(*path)}; see what there is with: jfp show {address}")
    return address, thing


def _part(plan: Plan, typed: str) -> tuple[Address, Entity] | None:
    """What has no id and is named by where it stands, such as `workstreams/outpatients.actions.2025-26[1]`."""
    with suppress(ValueError):
        at = Address.parse(typed)
        part = plan.get(at) if at.path else None
        kind = kind_of_entry(at.path)
        if isinstance(part, Entity) and kind:
            name = getattr(part, kind.id_key)
            return (Address(kind.name, name) if name else at), part
    return None


def _alone(plan: Plan) -> list[Address]:
    """The things that an id alone may mean: of a target and its measure that share an id it means the target."""
    targets: dict[str, Any] = {address.id: thing for address, thing in plan.things.items() if address.kind == "targets"}

    def is_of_target(address: Address) -> bool:
        target = targets.get(address.id) if address.kind == "measures" else None
        measure = plan.measure_of(target) if target else None
        return measure is not None and measure.id == address.id

    return [address for address in plan.things if address.id and not is_of_target(address)]


def _named(every: Mapping[Address, object], alone: Sequence[Address], typed: str) -> list[Address]:
    exact = [address for address in every if str(address) == typed]
    key = folded(typed)
    return (
        exact
        or [address for address in alone if address.id == typed]
        or [address for address in every if folded(str(address)) == key]
        or [address for address in alone if folded(address.id) == key]
    )


def _advice(every: Mapping[Address, object], typed: str) -> str:
    kind, slash, name = typed.partition("/")
    if not slash:
        return did_you_mean(typed, [address.id for address in every], f'try "jfp search {typed}"')
    elsewhere = {address.kind: address for address in every if address.id == name}
    if elsewhere:
        meant = elsewhere[near_miss(kind, elsewhere) or next(iter(elsewhere))]
        return f'did you mean "{meant}"?'
    among = {address.id: address for address in every if address.kind == kind} or {a.id: a for a in every}
    close = near_miss(name, among)
    return f'did you mean "{among[close]}"?' if close else f'try "jfp search {name}"'
