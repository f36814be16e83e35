"""Plan files as YAML, with the keys of the model where a file has those that were written before.

The day of an event was `on`, which other readers of YAML take for "true". It is read as the key that stands for it now,
at its own place, so that nothing after this knows another name.
"""

import re
from functools import cache
from typing import Any

from jfp_cli.model.field import OF_A_DAY, every_model, fields_of
from jfp_cli.source.yaml import Document, parse
from jfp_cli.source.yaml.faults import Fault, Mend

_LIKELY = re.compile(rf"""{OF_A_DAY}(?<![^\s\[{{,"']{OF_A_DAY})["']?\s*:""")  # begins with the key: found fast


def parse_plan_file(text: str) -> Document:
    """What a plan file says; whatever it holds, the answer is a Document, never an exception."""
    document = parse(text)
    if document.data is not None and _LIKELY.search(text):
        document.data, places = _with_own_keys(document, document.data, document.root[4], {})
        document.root = (*document.root[:4], places)
    return document


@cache
def _formerly() -> dict[str, dict[str, str]]:
    """By the key of a list, the keys of its entries that were written otherwise, and what they are now."""
    return {
        field.key: {inner.about.formerly: inner.key for inner in fields_of(entry).values() if inner.about.formerly}
        for model in every_model()
        for field in fields_of(model).values()
        for entry in field.models
        if any(inner.about.formerly for inner in fields_of(entry).values())
    }


def _with_own_keys(document: Document, data: Any, places: Any, keys: dict[str, str]) -> tuple[Any, Any]:
    """Data and places in which these keys are what they are now; entries of the lists below have keys of their own."""
    if places is None:
        return data, places
    if isinstance(data, list):
        below = [_with_own_keys(document, value, place[4], keys) for value, place in zip(data, places, strict=True)]
        return [value for value, _ in below], [
            (*place[:4], inner) for place, (_, inner) in zip(places, below, strict=True)
        ]
    values: dict[str, Any] = {}
    tree: dict[str, Any] = {}
    for written, place in places.items():
        key = keys.get(written, written)
        if key != written and key in places:
            key = written
        elif key != written and place[1] - place[0] == len(written):  # in quotes every reader reads it as it is
            document.warnings.append(_elsewhere(written, key, place))
        inner = place[4]
        if written in data:
            values[key], inner = _with_own_keys(document, data[written], inner, _formerly().get(written, {}))
        tree[key] = (*place[:4], inner)
    return values, tree


def _elsewhere(written: str, key: str, place: Any) -> Fault:
    what = f'other readers of YAML take "{written}" for "true"'
    mend = Mend(f'write "{key}"', place[0], place[1], key)
    return Fault("read-otherwise-elsewhere", what, f'write "{key}" instead', place[0], place[1], mend=mend)
