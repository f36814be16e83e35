"""Fields of a thing set by name, or taken out; the next entry of a list is begun by naming it."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from jfp_cli.edit.beginning import made_of
from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import TAKEN_OUT, Fields, name_of, order_in, spots_of, value_of
from jfp_cli.edit.identifying import there
from jfp_cli.edit.renaming import retitle
from jfp_cli.edit.widening import widen
from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.field import Shape, fields_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.own import Models
from jfp_cli.model.spot import Spot
from jfp_cli.values.address import Address, Path

DUE: Path = ("due",)
TARGET: Path = ("target",)


def assign(change: Change, address: Address, wanted: Fields) -> None:
    """Set fields of a thing, or take out those whose value is empty; raises EditError."""
    kind = KINDS[address.kind]
    if kind.vocabulary:
        raise EditError(f'{address} is a name alone; change it with: jfp set plan {address.kind}.{address.id}="..."')
    in_entry = max((number for number, step in enumerate(address.path, 1) if isinstance(step, int)), default=0)
    there(change, address.thing.at(*address.path[:in_entry]))
    left = {field: wanted[field] for field in sorted(wanted, key=_positions)}
    while left:
        field = next(iter(left))
        end = _new_from(change, address, field, left[field])
        if end:
            entry = {path[end:]: left.pop(path) for path in tuple(left) if path[:end] == field[:end]}
            _begin(change, address, field[:end], entry)
        else:
            _assign(change, address, field, left.pop(field))


def forgotten(change: Change, addresses: Iterable[Address], wanted: Fields, day: date) -> list[str]:
    """A sentence for each thing of which setting fields changed a date or a figure that nothing remembers then."""
    found = ((address, _changed(change, address, wanted)) for address in addresses)
    return [
        f"{address} was {' and '.join(was.values())}, which nothing remembers now; "
        + (
            f"say why in an update: {noting(change, address, day)}"
            if address.kind == "targets"
            else f'a date that moves is remembered by: jfp move {address.typed} --to "{wanted[DUE][0]}" --because "..."'
        )
        for address, was in found
        if was
    ]


def _changed(change: Change, address: Address, wanted: Fields) -> dict[Path, str]:
    """What a promise or a target was, by the fields that are set of it and that the plan is held to."""
    fields = [DUE] if "moves" in order_in(address.kind, address.path) else []
    if address.kind == "targets" and not address.path and all(path[0] != "updates" for path in wanted):
        fields = [DUE, TARGET]
    was = {field: change.plan.get(address.at(*field)) for field in fields if wanted.get(field, TAKEN_OUT) != TAKEN_OUT}
    return {
        field: f"due {old}" if field == DUE else str(old)
        for field, old in was.items()
        if old and old.text != wanted[field][0]
    }


def noting(change: Change, target: Address, day: date, *fields: str) -> str:
    """The command that writes an update of a target, and sets some fields with it."""
    number = len(getattr(change.plan.get(target), "updates", ()))
    note = (*fields, f"updates[{number}].date={day.isoformat()}", f"updates[{number}].note=...")
    return f"jfp set {target.typed} " + " ".join(f'"{words}"' for words in note)


def _positions(field: Path) -> list[int]:
    """What puts entries in their order, so that each can be begun after the one before it."""
    return [step for step in field if isinstance(step, int)]


def _new_from(change: Change, address: Address, field: Path, values: list[str]) -> int:
    """How many steps of a field lead to an entry that is the next of its list; none where there is no such step."""
    for end, step in enumerate(field, 1):
        if isinstance(step, int) and values != TAKEN_OUT:
            spots_of(change.plan.models, address, address.path + field)
            draft, whole = change.at(address.at(*field[: end - 1]))
            here = draft.value(whole)
            there = len(here) if isinstance(here, list) else 0
            if step == there:
                return end
            if step > there:
                named, following = name_of(field[:end]), name_of((*field[: end - 1], there))
                raise EditError(f"{address.thing} has no {named} yet; the next entry is {following}")
    return 0


def _begin(change: Change, address: Address, field: Path, wanted: Fields) -> None:
    path = address.path + field
    entry = made_of(change.plan.models, address, path, wanted)
    draft, whole = change.at(address.at(*field[:-1]))
    if draft.value(whole):
        draft.insert(whole, entry, order=_order(change, spots_of(change.plan.models, address, path)[0]))
    else:
        _set(change, draft, whole, [entry], path[:-1], address)


def _assign(change: Change, address: Address, field: Path, values: list[str]) -> None:
    kind, path = KINDS[address.kind], address.path + field
    if path == (kind.id_key,):
        raise EditError(f"an id stands in other places too; change it with: jfp rename {address} {values[0]}")
    holder, spot = spots_of(change.plan.models, address, path)
    draft, whole = change.at(address.at(*field))
    _widen_on_the_way(change.plan.models, draft, address, whole, path)
    value = value_of(spot, path, values)
    if value and address.kind == "measures" and path == (kind.title,) and address.id in change.plan.measures:
        retitle(change, address, value)
    elif value is None:
        if draft.has(whole):
            draft.remove(whole)
    elif isinstance(value, list) and isinstance(draft.value(whole), list):
        _set_list(draft, whole, value, _order(change, holder), spot.shape)
    else:
        _set(change, draft, whole, value, path, address)


def _widen_on_the_way(models: Models, draft: Draft, address: Address, whole: Path, path: Path) -> None:
    """Where a sentence stands above a field, make it an entry that can have one."""
    for steps in range(1, len(path)):
        above, spot = path[:-steps], spots_of(models, address, path[:-steps])[1]
        if spot.models and isinstance(above[-1], int) and isinstance(draft.value(whole[:-steps]), str):
            needed = [key for key, field in fields_of(spot.models[0]).items() if field.required]
            if len(needed) > 1:
                told = " ".join(f"{name_of((*above, key))}=..." for key in needed)
                raise EditError(f"{name_of(above)} is a sentence; as an entry with fields it needs {told}")
            widen(draft, whole[:-steps], needed[0])


def _order(change: Change, holder: Spot) -> list[str]:
    """The keys that may stand in a place, in their order: of actions they are the planning periods of the plan."""
    if holder.field and holder.field.about.names == "planning_periods":
        return list(change.plan.settings.planning_periods)
    return holder.keys


def _set(change: Change, draft: Draft, whole: Path, value: Any, path: Path, address: Address) -> None:
    """Give a field a value; the mappings it belongs in are made where there are none."""
    while len(path) > 1 and isinstance(path[-1], str) and draft.value(whole[:-1]) is None:
        value = {path[-1]: value}
        whole, path = whole[:-1], path[:-1]
    draft.set(whole, value, _order(change, spots_of(change.plan.models, address, path)[0]))


def _set_list(draft: Draft, path: Path, wanted: list[str], order: list[str], shape: Shape) -> None:
    """Make a list what is wanted, with as few changes as can be: what stays keeps its comments wherever it goes.

    A sentence that stands where another stood is that one in other words.
    """
    have = list(draft.value(path) or ())
    if not all(isinstance(entry, str) for entry in have):
        raise EditError(
            "some of what stands there has fields of its own, which would be lost; name one entry, as in [0]"
        )
    if shape is not Shape.NAMES:
        for position, (before, after) in enumerate(zip(have, wanted, strict=False)):
            if before not in wanted and after not in have:
                draft.set((*path, position), after)
        have = list(draft.value(path) or ())
    staying, known = Counter(wanted), Counter(have)
    surplus = [position for position, entry in enumerate(have) if not _take(staying, entry)]
    for entry in wanted:
        if not _take(known, entry):
            draft.insert(path, entry, order=order)
    for position in reversed(surplus):
        draft.remove((*path, position))
    now = list(draft.value(path))
    if now != wanted:
        positions = {entry: [at for at, other in enumerate(now) if other == entry] for entry in now}
        draft.reorder(path, [positions[entry].pop(0) for entry in wanted])


def _take(counts: Counter[str], entry: str) -> bool:
    """Take one of an entry, if there is one left."""
    counts[entry] -= 1
    return counts[entry] >= 0
