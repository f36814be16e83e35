"""What is not there yet, made of fields that are set by name: a new thing's fields, or the next entry of a list."""

from typing import Any

from jfp_cli.edit.fields import Fields, name_of, spots_of, value_of
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.field import fields_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.own import Models
from jfp_cli.values.address import Address, Path


def fields_to_add(models: Models, kind: str, wanted: Fields) -> dict[str, Any]:
    """The fields of a thing that is not there yet, by key; raises EditError."""
    own_id = (KINDS[kind].id_key,)
    if own_id in wanted:
        raise EditError(f"the id is made from its words; say another with --id {wanted[own_id][0]}")
    fields: dict[str, Any] = made_of(models, Address(kind), (), wanted) if wanted else {}
    return fields


def made_of(models: Models, address: Address, at: Path, wanted: Fields) -> Any:
    """What stands at a place of a thing for the fields that it is given, named from there.

    Raises EditError where an entry of a list lacks a field that it must have.
    """
    _, spot = spots_of(models, address, at)
    if () in wanted:
        if len(wanted) > 1:
            raise EditError(f"{name_of(at)} is given as a text and with fields of its own; write one of the two")
        return value_of(spot, at, wanted[()])
    below: dict[str | int, Fields] = {}
    for path, values in wanted.items():
        spots_of(models, address, at + path)
        below.setdefault(path[0], {})[path[1:]] = values
    if all(isinstance(step, int) for step in below):
        return _entries(models, address, at, below)
    every = {key: made_of(models, address, (*at, key), fields) for key, fields in below.items()}
    made = {key: value for key, value in every.items() if value is not None}
    if at and isinstance(at[-1], int):
        needed = [key for key, field in fields_of(spot.models[0]).items() if field.required and key not in made]
        if needed:
            told = " ".join(f"{name_of((*at, key))}=..." for key in needed)
            raise EditError(f"{name_of(at)} is a new entry, which needs {' and '.join(needed)} too: write {told}")
    return {key: made[key] for key in (*spot.keys, *made) if key in made}


def _entries(models: Models, address: Address, at: Path, below: dict[str | int, Fields]) -> list[Any]:
    for number, step in enumerate(sorted(below)):
        if step != number:
            raise EditError(f"{name_of((*at, step))} would leave a gap; the next entry is {name_of((*at, number))}")
    return [made_of(models, address, (*at, step), below[step]) for step in range(len(below))]
