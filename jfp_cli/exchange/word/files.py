"""The plan that was made of a document as the texts of its files, in the hand of the house."""

from typing import Any

from jfp_cli.edit.fields import order_in
from jfp_cli.edit.yaml.habits import Habits
from jfp_cli.edit.yaml.handwriting import dashed, pair
from jfp_cli.exchange.word.making import Thing
from jfp_cli.model.kinds import OF_LIST

_HABITS = Habits()
_DASH = _HABITS.dash


def file_text(kind: str, thing: Thing) -> str:
    """The text of a file from what it says: keys in the order of the model, a blank line between its things."""
    said = in_order(kind, thing)
    text = ""
    for key, value in said.items():
        entry = _entry(key, value)
        text += ("\n" if text and "\n" in entry else "") + entry + "\n"
    return text


def in_order(kind: str, thing: Thing) -> Thing:
    """What a thing says, in the order of its model, without what it does not say; the same of those within it."""
    known = [key for key in order_in(kind) if thing.get(key)]
    return {key: _value(key, thing[key]) for key in known}


def _value(key: str, value: Any) -> Any:
    inner = OF_LIST.get(key)
    if inner is None:
        return value
    if isinstance(value, dict):
        return {name: [_thing(inner.name, entry) for entry in entries] for name, entries in value.items() if entries}
    return [_thing(inner.name, entry) for entry in value]


def _thing(kind: str, entry: Any) -> Any:
    return in_order(kind, entry) if isinstance(entry, dict) else entry


def _entry(key: str, value: Any) -> str:
    """A key of a file with its value; things that have an id stand in lines, parted by blank ones."""
    kind = OF_LIST.get(key)
    if kind is None or not isinstance(value, list):
        return pair(key, value, 0, _HABITS)
    entries = [" " * _DASH + _dashed(entry) for entry in value]
    return f"{key}:\n" + "\n\n".join(entries)


def _dashed(thing: Any) -> str:
    return dashed(thing, _DASH, _HABITS, in_lines=True)
