"""Fields as somebody names them and their values: `due=March 2026`, `places=west-essex,hertfordshire`, `owner=`."""

from collections.abc import Iterable
from typing import Any

from jfp_cli.edit.yaml.handwriting import Bare
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.field import Shape, fields_of
from jfp_cli.model.kinds import KINDS, Kind
from jfp_cli.model.own import PLAIN, Models
from jfp_cli.model.spot import Spot, spot_at
from jfp_cli.model.synonyms import fields_meant
from jfp_cli.values.address import Address, Path
from jfp_cli.values.near_miss import did_you_mean

Fields = dict[Path, list[str]]
TAKEN_OUT = [""]  # the values of a field that shall not be there


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


def order_in(kind: str, path: Path = (), models: Models = PLAIN) -> list[str]:
    """The keys that may stand at a path of a kind of thing, in their order."""
    spot = spot_at(models.of(kind), path)
    return spot.keys if spot else []


def spots_of(models: Models, address: Address, path: Path) -> tuple[Spot, Spot]:
    """What a path leads to in a thing, after what that stands in; raises EditError where a step names no field."""
    holder = spot = Spot((models.of(address.kind),))
    for depth, step in enumerate(path):
        below = spot.below(step)
        if below is None:
            raise EditError(f'{_called(address, path[:depth])} has no field "{step}"; {_meant(spot, str(step))}')
        holder, spot = spot, below
    return holder, spot


def _called(address: Address, path: Path) -> str:
    """What has a field or lacks it: its address, or of what is not there yet its kind."""
    if address.id or address.kind == "plan":
        return str(address.thing.at(*path))
    return name_of(path) if path else a(KINDS[address.kind])


def _meant(spot: Spot, key: str) -> str:
    """What to write for a field that is not there: what others call so, or one like it, or whichever there is."""
    from jfp_cli.loading.explanations import led  # noqa: PLC0415 - only needed after a mistake

    if not spot.keys:
        return "what stands there has no fields"
    return led(fields_meant(spot.models[0], key)) or did_you_mean(key, spot.keys, f"it has: {', '.join(spot.keys)}")


def a(kind: Kind) -> str:
    """One of a kind, in a sentence."""
    return f"{'an' if kind.noun[0] in 'aeiou' else 'a'} {kind.noun}"


def value_of(spot: Spot, path: Path, values: list[str]) -> Any:
    """What stands in a place for the values that it is given; None where they take it out. Raises EditError."""
    if values == TAKEN_OUT:
        return None
    name, shape = name_of(path), spot.shape
    match shape:
        case Shape.NAMES:
            return list(dict.fromkeys(part.strip() for value in values for part in value.split(",") if part.strip()))
        case Shape.TEXTS:
            return values
        case Shape.ENTRIES if spot.field and spot.field.or_text:
            return values
        case Shape.FIELDS:
            raise EditError(f"{name} has fields of its own; name one, such as {name}.{_first_key(spot)}=...")
        case Shape.ENTRIES | Shape.WORDS:
            raise EditError(f"{name} has entries of its own; name one and its field, such as {name}{_step(spot)}=...")
    if len(values) > 1:
        raise EditError(f"{name} is given {len(values)} values, and can have one")
    return Bare(values[0]) if shape is Shape.BARE else values[0]


def name_of(path: Path) -> str:
    """A field as it is named on a command line: checkpoints[0].due."""
    return str(Address("thing", "", path)).removeprefix("thing.")


def _step(spot: Spot) -> str:
    entry = spot.below(0)
    if entry is None or not entry.models:
        return ".NAME"
    return f"[0].{_first_key(entry)}"


def _first_key(spot: Spot) -> str:
    """The first key that must stand in a place, or that may."""
    fields = fields_of(spot.models[0])
    return next((key for key, field in fields.items() if field.required), next(iter(fields)))
