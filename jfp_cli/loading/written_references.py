"""What a part of a file names, read from its data: for parts that are at fault, and so never become a model."""

from collections.abc import Iterator
from typing import Any

from jfp_cli.loading.source_map import SourceFile, address_of
from jfp_cli.model.references import Reference
from jfp_cli.values.address import Path

# The lists of names, and the kind of what they name.
LISTS = {
    "supports": "strategy_priorities",
    "duties": "duties",
    "areas": "areas",
    "places": "places",
    "workstreams": "workstreams",
}


def written_references(file: SourceFile, path: Path) -> Iterator[Reference]:
    """Every reference at or below a path of a file, as far as its data has the shape of one."""
    data: Any = file.document.data
    try:
        for step in path:
            data = data[step]
    except (KeyError, IndexError, TypeError):
        return
    yield from _below(file, path, data)


def _below(file: SourceFile, path: Path, data: Any) -> Iterator[Reference]:
    if isinstance(data, list):
        kind = LISTS.get(str(path[-1])) if path else None
        for at, entry in enumerate(data):
            if isinstance(entry, str) and kind:
                yield Reference(address_of(file, (*path, at)), kind, entry)
            else:
                yield from _below(file, (*path, at), entry)
    elif isinstance(data, dict):
        for key, value in data.items():
            if path and path[-1] == "actions":
                yield Reference(address_of(file, (*path, key)), "planning_periods", key, in_key=True)
            yield from _below(file, (*path, key), value)
