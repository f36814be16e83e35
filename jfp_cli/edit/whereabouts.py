"""From the address of a thing to the file it stands in and its path there."""

from typing import Any

from jfp_cli.model.field import fields_of
from jfp_cli.model.kinds import KINDS, OF_LIST, Kind, model_of
from jfp_cli.values.address import Address, Path


def homes_of(kind: Kind) -> dict[str, str]:
    """The kinds of thing that hold such things, each with the key of the list that they stand in."""
    holders = (holder.name for holder in KINDS.values() if holder.model and not kind.vocabulary)
    fields = ((holder, field) for holder in holders for field in fields_of(model_of(holder)).values())
    return {holder: field.key for holder, field in fields if field.holds == kind.name}


def path_in(data: Any, address: Address) -> Path | None:
    """The path of a thing in its file's data as it stands now; None where it is not there."""
    kind = KINDS[address.kind]
    if kind.vocabulary:
        return (address.kind, address.id) if address.id in data.get(address.kind, ()) else None
    return _below(data, address) if kind.lists else ()


def _below(data: Any, address: Address) -> Path | None:
    for key, entries in data.items():
        kind = OF_LIST.get(key)
        for at, entry in enumerate(entries if kind and isinstance(entries, list) else ()):
            if not isinstance(entry, dict):
                continue
            if kind and kind.name == address.kind and entry.get(kind.id_key) == address.id:
                return (key, at)
            deeper = _below(entry, address)
            if deeper is not None:
                return (key, at, *deeper)
    return None
