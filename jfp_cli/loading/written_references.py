"""What a part of a file names, read from its data: for parts that are at fault, and so never become a model."""

from collections.abc import Iterator
from typing import Any

from jfp_cli.loading.source_file import SourceFile
from jfp_cli.model.field import Shape
from jfp_cli.model.kinds import model_of
from jfp_cli.model.references import Reference
from jfp_cli.model.spot import Spot, spot_at
from jfp_cli.values.address import Path


def written_references(file: SourceFile, path: Path) -> Iterator[Reference]:
    """Every reference at or below a path of a file, as far as its data has the shape of one.

    Those of plan.yaml are checked apart.
    """
    spot = spot_at(model_of(file.kind), path) if file.kind != "plan" else None
    data: Any = file.document.data
    try:
        for step in path:
            data = data[step]
    except (KeyError, IndexError, TypeError):
        return
    yield from _below(file, path, data, spot)


def _below(file: SourceFile, path: Path, data: Any, spot: Spot | None) -> Iterator[Reference]:
    if spot is None:
        return
    kind = spot.field.about.names if spot.field else ""
    of_keys = spot.field is not None and spot.field.shape is Shape.WORDS
    if isinstance(data, str) and kind and not of_keys:
        yield Reference(file.address_of(path), kind, data)
    elif isinstance(data, list):
        for at, entry in enumerate(data):
            yield from _below(file, (*path, at), entry, spot.below(at))
    elif isinstance(data, dict):
        for key, value in data.items():
            here = (*path, key)
            if kind and of_keys:
                yield Reference(file.address_of(here), kind, key, in_key=True)
            yield from _below(file, here, value, spot.below(key))
