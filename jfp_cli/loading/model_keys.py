"""The keys that a place of a file may have, from the models."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from jfp_cli.values.address import Path


def owner_of(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model whose field the last step of a path is."""
    here: list[Any] = [model]
    for step in path[:-1]:
        here = [below for kind in here for below in _below(kind, step)]
    return next((kind for kind in here if isinstance(kind, type) and issubclass(kind, BaseModel)), None)


def _below(kind: Any, step: str | int) -> Iterator[Any]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = {field.alias or name: field for name, field in kind.model_fields.items()}
        if step in fields:
            yield from _kinds(fields[str(step)].annotation)
    elif get_origin(kind) is tuple and isinstance(step, int):
        yield from _kinds(get_args(kind)[0])
    elif get_origin(kind) is dict and isinstance(step, str):
        yield from _kinds(get_args(kind)[1])


def _kinds(annotation: Any) -> Iterator[Any]:
    """The types that an annotation allows, with unions and Annotated taken apart."""
    if get_origin(annotation) in (tuple, dict) or isinstance(annotation, type):
        yield annotation
    else:
        for part in get_args(annotation):
            yield from _kinds(part)


def keys_of(model: type[BaseModel] | None) -> list[str]:
    """The keys of a thing, as they are written."""
    return [field.alias or name for name, field in model.model_fields.items()] if model else []
