"""How things stand, in the words of a plan: in a row, and in every entry that it holds."""

from collections.abc import Mapping
from typing import Any

from jfp_cli.cli.console.table import STANDINGS, in_english
from jfp_cli.model.field import Entity
from jfp_cli.model.publishing import StatusLook


def in_words(row: Mapping[str, Any], looks: Mapping[str, StatusLook]) -> dict[str, Any]:
    """A row in which status and progress are called as a plan calls them."""
    labels = {word: look.label for word, look in looks.items() if look.label}
    return {key: _said(key, value, labels) for key, value in row.items()}


def _said(key: str, value: Any, labels: Mapping[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_said("", entry, labels) for entry in value)
    if isinstance(value, dict):
        return {name: _said("", entry, labels) for name, entry in value.items()}
    if isinstance(value, Entity):
        stated = {name: getattr(value, name) for name in value.model_fields_set}
        return value.model_copy(update={name: _said(name, part, labels) for name, part in stated.items()})
    return labels.get(value) or in_english(value) if key in STANDINGS and value else value
