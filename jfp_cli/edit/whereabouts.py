"""From the address of a thing to the file it stands in and its path there."""

from typing import Any

from jfp_cli.model.field import fields_of
from jfp_cli.model.kinds import KINDS, LEADING_TO_THINGS, OF_LIST, Kind, model_of
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
        if kind is None and key not in LEADING_TO_THINGS:
            continue
        named = entries.items() if kind and kind.by_name and isinstance(entries, dict) else ((None, entries),)
        for name, listed in named:
            for at, entry in enumerate(listed if isinstance(listed, list) else ()):
                here: Path = (key, at) if name is None else (key, name, at)
                if not isinstance(entry, dict):
                    continue
                if kind and kind.name == address.kind and entry.get(kind.id_key) == address.id:
                    return here
                deeper = _below(entry, address)
                if deeper is not None:
                    return (*here, *deeper)
    return None
