"""What a file says without some of its parts: for the rest to be read where those are at fault."""

from collections.abc import Iterable
from typing import Any

from jfp_cli.source.yaml import Data, Place, Tree
from jfp_cli.values.address import Path


def without(data: Data | None, root: Place, paths: Iterable[Path]) -> tuple[Data | None, Place]:
    """Data and its places without what stands at some paths; what does not change is shared with the original."""
    kept, tree = _without(data, root[4], [path for path in paths if path])
    return kept, (*root[:4], tree)


def _without(data: Any, tree: Tree | None, paths: list[Path]) -> tuple[Any, Tree | None]:
    if not paths or tree is None:
        return data, tree
    gone = {path[0] for path in paths if len(path) == 1}
    deeper: dict[str | int, list[Path]] = {}
    for path in paths:
        if len(path) > 1 and path[0] not in gone:
            deeper.setdefault(path[0], []).append(path[1:])
    if isinstance(tree, list):
        entries = [
            _value(value, place, deeper.get(at, []))
            for at, (value, place) in enumerate(zip(data, tree, strict=True))
            if at not in gone
        ]
        return [value for value, _ in entries], [place for _, place in entries]
    places = {key: place for key, place in tree.items() if key not in gone}
    values = {key: value for key, value in data.items() if key not in gone}
    for step, below in deeper.items():
        if step in values:
            values[step], places[str(step)] = _value(values[step], places[str(step)], below)
    return values, places


def _value(value: Any, place: Place, paths: list[Path]) -> tuple[Any, Place]:
    kept, tree = _without(value, place[4], paths)
    return kept, (*place[:4], tree)
