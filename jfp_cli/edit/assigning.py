"""Fields set by name: `due=March 2026`, `places=west-essex,hertfordshire`, `owner=` to take one out."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from jfp_cli.edit.change import Change
from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.edit.yaml.handwriting import Bare
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.field import Shape
from jfp_cli.model.kinds import KINDS, model_of
from jfp_cli.model.spot import Spot, spot_at
from jfp_cli.values.address import Address, Path
from jfp_cli.values.near_miss import did_you_mean

Fields = dict[Path, list[str]]


def read_fields(assignments: Iterable[str]) -> Fields:
    """The values of fields from texts such as `due=March 2026`; raises EditError."""
    fields: Fields = {}
    for assignment in assignments:
        name, _, value = assignment.partition("=")
        try:
            path = Address.parse(f"thing.{name.strip()}").path
        except ValueError:
            raise EditError(f'"{name}" is no name of a field; write one like due or baseline.value') from None
        fields.setdefault(path, []).append(value.strip())
    return fields


def assign(change: Change, address: Address, wanted: Fields) -> None:
    """Set fields of a thing, or take out those whose value is empty; raises EditError."""
    kind = KINDS[address.kind]
    if kind.vocabulary:
        raise EditError(f'{address} is a name alone; change it with: jfp set plan {address.kind}.{address.id}="..."')
    for field, values in wanted.items():
        path = address.path + field
        if path == (kind.id_key,):
            raise EditError(f"an id stands in other places too; change it with: jfp rename {address} {values[0]}")
        holder, spot = _spots(address, path)
        draft, whole = change.at(address.at(*field))
        value = _value(spot, path, values)
        if value is None:
            if draft.has(whole):
                draft.remove(whole)
        elif isinstance(value, list):
            _set_list(draft, whole, value, _order(change, holder), spot.shape)
        else:
            _set(change, draft, whole, value, path, address)


def fields_to_add(kind: str, wanted: Fields) -> dict[str, Any]:
    """The fields of a thing that is not there yet, by key; raises EditError."""
    fields: dict[str, Any] = {}
    for path, values in wanted.items():
        if any(isinstance(step, int) for step in path):
            raise EditError(f"{path[0]} has no entries before the thing is there; add it, then use jfp set")
        _, spot = _spots(Address(kind), path)
        if path == (KINDS[kind].id_key,):
            raise EditError(f"the id is made from its words; say another with --id {values[0]}")
        value = _value(spot, path, values)
        *above, last = map(str, path)
        holder = fields
        for key in above:
            holder = holder.setdefault(key, {})
        if value is not None:
            holder[last] = value
    return fields


def order_in(kind: str, path: Path = ()) -> list[str]:
    """The keys that may stand at a path of a kind of thing, in their order."""
    spot = spot_at(model_of(kind), path)
    return spot.keys if spot else []


def _order(change: Change, holder: Spot) -> list[str]:
    """The keys that may stand in a place, in their order: of actions they are the planning periods of the plan."""
    if holder.field and holder.field.about.names == "planning_periods":
        return list(change.plan.settings.planning_periods)
    return holder.keys


def _spots(address: Address, path: Path) -> tuple[Spot, Spot]:
    """What a path leads to in a thing, after what that stands in; raises EditError where a step names no field."""
    holder = spot = Spot((model_of(address.kind),))
    for step in path:
        below = spot.below(step)
        if below is None:
            known = spot.keys
            listed = f"it has: {', '.join(known)}" if known else "what stands there has no fields"
            raise EditError(f'{address.thing} has no field "{step}"; {did_you_mean(str(step), known, listed)}')
        holder, spot = spot, below
    return holder, spot


def _value(spot: Spot, path: Path, values: list[str]) -> Any:
    if values == [""]:
        return None
    name, shape = str(path[-1]), spot.shape
    match shape:
        case Shape.NAMES:
            return list(dict.fromkeys(part.strip() for value in values for part in value.split(",") if part.strip()))
        case Shape.TEXTS:
            return values
        case Shape.FIELDS:
            raise EditError(f"{name} has fields of its own; name one, such as {name}.{spot.keys[0]}=...")
        case Shape.ENTRIES | Shape.WORDS:
            raise EditError(f"{name} has entries of its own; name one and its field, such as {name}{_step(spot)}=...")
    if len(values) > 1:
        raise EditError(f"{name} is given {len(values)} values, and can have one")
    return Bare(values[0]) if shape is Shape.BARE else values[0]


def _step(spot: Spot) -> str:
    entry = spot.below(0)
    return f"[0].{entry.keys[0]}" if entry and entry.keys else ".NAME"


def _set(change: Change, draft: Draft, whole: Path, value: str, path: Path, address: Address) -> None:
    """Set a text; the mapping it belongs in is made where there is none."""
    base = whole[: len(whole) - len(path)]
    for end, step in enumerate(path, 1):
        if isinstance(step, int) and draft.value(base + path[:end]) is None:
            raise EditError(f"{address.thing.at(*path[:end])} is not there; jfp show {address.thing} says what is")
    above: Path = path[:-1]
    if above and isinstance(path[-1], str) and draft.value(whole[:-1]) is None and isinstance(above[-1], str):
        draft.set(whole[:-1], {path[-1]: value}, _order(change, _spots(address, above)[0]))
        return
    draft.set(whole, value, _order(change, _spots(address, path)[0]))


def _set_list(draft: Draft, path: Path, wanted: list[str], order: list[str], shape: Shape) -> None:
    """Make a list what is wanted, with as few changes as can be: what stays keeps its comments wherever it goes.

    A sentence that stands where another stood is that one in other words.
    """
    have = list(draft.value(path) or ())
    if shape is Shape.TEXTS:
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
