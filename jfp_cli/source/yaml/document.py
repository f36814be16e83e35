"""What one file says, as plain data, and where each part of it stands."""

from dataclasses import dataclass, field
from typing import Any

from jfp_cli.source.yaml.faults import Fault

Data = dict[str, Any] | list[Any] | str
# The place of a value: where its key begins and ends (-1, -1 in a list), where it begins and ends, and the
# places of what it holds. Offsets count characters of the text. A plain tuple, since every key makes one.
Place = tuple[int, int, int, int, "Tree | None"]
Tree = dict[str, Place] | list[Place]


@dataclass(slots=True, eq=False, repr=False)
class Document:
    """What one file says: its data, the places of everything in it, and what is wrong with its YAML.

    A key without a value is left out of `data` and reported in `faults`; its place stays in `root`. `unread` is between
    which offsets nothing was read because of a fault, `dropped` where values stood whose keys are at fault. `warnings`
    are of what is read, but likely not as it was meant.
    """

    data: Data | None = None
    root: Place = (-1, -1, 0, 0, None)
    faults: list[Fault] = field(default_factory=list)
    unread: list[tuple[int, int]] = field(default_factory=list)
    dropped: list[tuple[int, int]] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)


def depth_of(places: Tree | None) -> int:
    """How many levels of lists and keys there are in a place."""
    if places is None:
        return 0
    below = places.values() if isinstance(places, dict) else places
    return 1 + max((depth_of(place[4]) for place in below), default=0)


def drop_keys(document: Document, prefix: str) -> None:
    """Take out the values whose keys begin like this, wherever they are, and their places."""
    todo: list[tuple[Any, Any]] = [(document.data, document.root[4])]
    while todo:
        data, places = todo.pop()
        if isinstance(data, dict):
            for key in [key for key in places if key.startswith(prefix)]:
                document.dropped.append(places.pop(key)[2:4])
                data.pop(key, None)
            todo.extend((data[key], places[key][4]) for key in data)
        elif isinstance(data, list):
            todo.extend((data[at], places[at][4]) for at in range(len(data)))
