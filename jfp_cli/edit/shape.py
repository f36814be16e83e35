"""What the models say of a field: whether it is a text or a list, and the order that keys stand in."""

from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from jfp_cli.loading.schema import model_for
from jfp_cli.values.address import Path

LISTS_OF_NAMES = frozenset(
    ("areas", "duties", "enablers", "hide", "places", "planning_periods", "sections", "supports", "workstreams")
)
"""The fields whose entries are names, so that commas part them; other lists hold sentences, which have commas."""


class Shape(Enum):
    """What a field holds."""

    TEXT = "a text"
    BARE = "a number, true or false"
    NAMES = "a list of names"
    TEXTS = "a list of texts"
    WORDS = "texts by name"
    ENTRIES = "entries with fields of their own"
    FIELDS = "fields of its own"


Kinds = list[Any]


def top(kind: str) -> Kinds:
    """The model of a kind of thing."""
    from jfp_cli.model.area import Milestone  # noqa: PLC0415 - models are imported when they are needed
    from jfp_cli.model.section import Workstream  # noqa: PLC0415
    from jfp_cli.model.target import Target  # noqa: PLC0415

    own = {"milestones": Milestone, "workstreams": Workstream, "targets": Target}
    return [own.get(kind) or model_for(kind)]


def fields(kinds: Kinds) -> dict[str, Any]:
    """The keys of what these kinds describe, in the order of the model, and what each holds."""
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return {field.alias or name: field.annotation for name, field in kind.model_fields.items()}
    return {}


def below(kinds: Kinds, step: str | int) -> Kinds:
    """What stands at a key or an entry; empty where there can be none."""
    found: Kinds = []
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            found += _choices(fields([kind]).get(str(step)))
        elif _origin(kind) is tuple and isinstance(step, int):
            found += _choices(get_args(kind)[0])
        elif _origin(kind) is dict and isinstance(step, str):
            found += _choices(get_args(kind)[1])
    return found


def at(kind: str, path: Path) -> Kinds:
    """What stands at a path in a thing of a kind; empty where there can be nothing."""
    kinds = top(kind)
    for step in path:
        kinds = below(kinds, step)
    return kinds


def shape(kinds: Kinds, name: str) -> Shape:
    """What a field of these kinds holds; `name` is the field's."""
    kind = kinds[0]
    if _origin(kind) is tuple:
        if any(fields([inner]) for inner in _choices(get_args(kind)[0])):
            return Shape.ENTRIES
        return Shape.NAMES if name in LISTS_OF_NAMES else Shape.TEXTS
    if _origin(kind) is dict:
        return Shape.WORDS
    if len(kinds) == 1 and fields(kinds):
        return Shape.FIELDS
    return Shape.BARE if kind in (int, bool) and name != "year_starts" else Shape.TEXT


def _choices(annotation: Any) -> Kinds:
    """The types that an annotation allows, without None; a text for what is one of some words."""
    if annotation is None or annotation is type(None):
        return []
    if _origin(annotation) in (tuple, dict) or isinstance(annotation, type):
        return [annotation]
    if _origin(annotation) is Literal:
        return [str]
    return [kind for part in get_args(annotation) for kind in _choices(part)]


def _origin(annotation: Any) -> Any:
    return get_origin(annotation)
