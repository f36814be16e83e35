"""Fields set by name: `due=March 2026`, `places=west-essex,hertfordshire`, `owner=` to take one out."""

from collections.abc import Iterable
from typing import Any

from jfp_cli.edit.change import Change
from jfp_cli.edit.shape import Shape, at, below, fields, shape, top
from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.edit.yaml.handwriting import Bare
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.things import VOCABULARIES
from jfp_cli.values.address import Address, Path
from jfp_cli.values.near_miss import did_you_mean

IDS = {"areas": "area", "readings": "target"}
"""The key that holds the id, where it is not `id`."""
Fields = dict[Path, list[str]]


def read_fields(written: Iterable[str]) -> Fields:
    """The values of fields from texts such as `due=March 2026`; raises EditError."""
    found: Fields = {}
    for text in written:
        name, _, value = text.partition("=")
        try:
            path = Address.parse(f"thing.{name.strip()}").path
        except ValueError:
            raise EditError(f'"{name}" is no name of a field; write one like due or baseline.value') from None
        found.setdefault(path, []).append(value.strip())
    return found


def assign(change: Change, address: Address, wanted: Fields) -> None:
    """Set fields of a thing, or take out those whose value is empty; raises EditError."""
    if address.kind in VOCABULARIES:
        raise EditError(f'{address} is a name alone; change it with: jfp set plan {address.kind}.{address.id}="..."')
    for field, values in wanted.items():
        path = address.path + field
        if path == (IDS.get(address.kind, "id"),):
            raise EditError(f"an id stands in other places too; change it with: jfp rename {address} {values[0]}")
        holder = _holder(address, path)
        order = order_of(change, holder, path)
        draft, whole = change.at(address.at(*field))
        value = _value(at(address.kind, path), path, values)
        if value is None:
            if draft.value(whole) is not None:
                draft.remove(whole)
        elif isinstance(value, list):
            _set_list(draft, whole, value, order)
        else:
            _set(change, draft, whole, value, path, address)


def order_of(change: Change, holder: list[Any], path: Path) -> list[str]:
    """The keys that may stand beside the last step of a path, in their order."""
    if path[-2:-1] == ("actions",):
        return list(change.plan.settings.planning_periods)
    return list(fields(holder))


def _holder(address: Address, path: Path) -> list[Any]:
    """What the last step of a path is a field of; raises EditError where a step names no field."""
    kinds = top(address.kind)
    for step in path:
        holder, kinds = kinds, below(kinds, step)
        if not kinds:
            known = list(fields(holder))
            listed = f"it has: {', '.join(known)}" if known else "what stands there has no fields"
            raise EditError(f'{address.thing} has no field "{step}"; {did_you_mean(str(step), known, listed)}')
    return holder


def _value(kinds: list[Any], path: Path, values: list[str]) -> Any:
    if values == [""]:
        return None
    name = str(path[-1])
    match shape(kinds, name):
        case Shape.NAMES:
            return list(dict.fromkeys(part.strip() for value in values for part in value.split(",") if part.strip()))
        case Shape.TEXTS:
            return values
        case Shape.FIELDS:
            raise EditError(f"{name} has fields of its own; name one, such as {name}.{next(iter(fields(kinds)))}=...")
        case Shape.ENTRIES | Shape.WORDS:
            raise EditError(f"{name} has entries of its own; name one and its field, such as {name}{_step(kinds)}=...")
        case found:
            if len(values) > 1:
                raise EditError(f"{name} is given {len(values)} values, and can have one")
            return Bare(values[0]) if found is Shape.BARE else values[0]


def _step(kinds: list[Any]) -> str:
    inner = below(kinds, 0)
    return f"[0].{next(iter(fields(inner)), 'id')}" if inner else ".NAME"


def _set(change: Change, draft: Draft, whole: Path, value: str, path: Path, address: Address) -> None:
    """Set a text; the mapping it belongs in is made where there is none."""
    base = whole[: len(whole) - len(path)]
    for end, step in enumerate(path, 1):
        if isinstance(step, int) and draft.value(base + path[:end]) is None:
            raise EditError(f"{address.thing.at(*path[:end])} is not there; jfp show {address.thing} says what is")
    above: Path = path[:-1]
    if above and isinstance(path[-1], str) and draft.value(whole[:-1]) is None and isinstance(above[-1], str):
        order = order_of(change, _holder(address, above), above)
        draft.set(whole[:-1], {path[-1]: value}, order)
        return
    draft.set(whole, value, order_of(change, _holder(address, path), path))


def _set_list(draft: Draft, path: Path, wanted: list[str], order: list[str]) -> None:
    """Make a list what is wanted with as few changes as can be."""
    have = list(draft.value(path) or ())
    kept = [entry for entry in have if entry in wanted]
    new = [entry for entry in wanted if entry not in kept]
    surplus = [position for position, entry in enumerate(have) if entry not in kept]
    if kept + new != wanted:  # another order: each place says what is wanted there
        for position, entry in enumerate(wanted[: len(have)]):
            draft.set((*path, position), entry)
        new, surplus = wanted[len(have) :], list(range(len(wanted), len(have)))
    for entry in new:
        draft.insert(path, entry, order=order)
    for position in reversed(surplus):
        draft.remove((*path, position))
