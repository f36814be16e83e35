"""What editors offer to whoever begins a thing: the keys that most of its kind have, with examples to overwrite."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from jfp_cli.model.field import Entity, Field, fields_of

# By the names of models, the keys that stand beside those that have to be there.
_USUAL: dict[str, tuple[str, ...]] = {
    "Workstream": ("areas", "actions", "indicators"),
    "Target": ("measure", "better", "baseline", "target", "due", "owner"),
    "Milestone": ("owner", "workstreams"),
    "Reading": (),
}
_ESCAPED = str.maketrans({"\\": "\\\\", "$": "\\$", "}": "\\}"})


def snippet_of(model: type[Entity]) -> dict[str, Any] | None:
    """The beginning of an entry, as editors have snippets; None for what is seldom begun by itself."""
    usual = _USUAL.get(model.__name__)
    if usual is None:
        return None
    places = count(1)
    fields = (field for field in fields_of(model).values() if field.required or field.key in usual)
    noun = model.__name__.lower()
    return {
        "label": f"a new {noun}",
        "description": f"A {noun} with examples to overwrite",
        "body": {field.key: _to_fill(field, places) for field in fields},
    }


def _to_fill(field: Field, places: Iterator[int]) -> Any:
    if field.choices:
        return f"${{{next(places)}|{','.join(field.choices)}|}}"
    example = field.about.examples[0]
    if isinstance(example, dict) and field.about.names:
        return {_example(name, places): _example(below, places) for name, below in example.items()}
    return _example(example, places)


def _example(value: Any, places: Iterator[int]) -> Any:
    """An example with each of its texts at a place of its own, where it is overwritten."""
    if isinstance(value, dict):
        return {key: _example(below, places) for key, below in value.items()}
    if isinstance(value, list):
        return [_example(below, places) for below in value]
    return f"${{{next(places)}:{str(value).translate(_ESCAPED)}}}"
