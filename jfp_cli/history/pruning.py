"""What is the same in two versions of a file, left out before they are taken apart."""

from typing import Any

from jfp_cli.model.field import Entity, Field, fields_of
from jfp_cli.model.kinds import KINDS


def without_same(old: Entity, new: Entity) -> tuple[Entity, Entity]:
    """Two versions of what a file holds, without the fields and the things with one id that are equal in both.

    Lists in which something has no id stay as they are where they differ, since that is known by its position.
    """
    ones: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for field in fields_of(type(new)).values():
        name = field.attribute
        was, now = getattr(old, name, None), getattr(new, name)
        if was == now:
            ones[name] = others[name] = type(now)() if isinstance(now, tuple | dict) else None
        elif field.holds:
            before, after = _by_id(field, was), _by_id(field, now)
            same = {one for one, entry in after.items() if before.get(one) == entry}
            if same:
                ones[name] = tuple(entry for one, entry in before.items() if one not in same)
                others[name] = tuple(entry for one, entry in after.items() if one not in same)
    return old.model_copy(update=ones), new.model_copy(update=others)


def _by_id(field: Field, entries: Any) -> dict[str, Any]:
    """The entries of a list by their ids; none where it is no list, or one of them has no id of its own."""
    if not isinstance(entries, tuple):
        return {}
    key = KINDS[field.holds].id_key
    found = {getattr(entry, key, None): entry for entry in entries}
    return {} if None in found or len(found) < len(entries) else found  # type: ignore[return-value]  # each has an id
