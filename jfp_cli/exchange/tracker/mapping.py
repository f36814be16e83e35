"""What a person says of a tracker: what its columns hold, and what its words and colours for statuses mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jfp_cli.exchange.tracker.heads import AREA, FORMER, NOTHING, REF
from jfp_cli.model.field import fields_of
from jfp_cli.model.own import Models
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import folded, quoted

COLUMNS, STATUSES, COLOURS = "columns", "statuses", "colours"
_KEYS = (COLUMNS, STATUSES, COLOURS, AREA)
_BESIDE = (AREA, REF, FORMER, NOTHING)


class MapError(Exception):
    """A map says what cannot be; the text says what, and what to write instead."""


@dataclass(frozen=True, slots=True)
class TrackerMap:
    """The meanings of heads, words and colours, by themselves; `area` is that of rows of which nothing says one."""

    columns: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    area: str = ""


def map_of(data: Any, models: Models) -> TrackerMap:
    """The map that a file says; raises MapError."""
    if not isinstance(data, dict):
        raise MapError(f"it says nothing; write {COLUMNS}:, {STATUSES}: or {COLOURS}: with what each means under it")
    for key in data:
        if key not in _KEYS:
            raise MapError(f"it has no place for {quoted(str(key))}; {did_you_mean(str(key), _KEYS, _listed(_KEYS))}")
    fields = fields_of(models.of("milestones"))
    kept = [key for key, one in fields.items() if key != "id" and not one.models]
    holds = (*kept, "updates", *_BESIDE)
    words = (*fields["status"].choices, NOTHING)
    area = data.get(AREA) or ""
    if not isinstance(area, str):
        raise MapError(f"{AREA} is one area, by its id or its title")
    return TrackerMap(
        _checked(data, COLUMNS, holds, "a column holds"),
        _checked(data, STATUSES, words, "a status is"),
        _checked(data, COLOURS, words, "a colour means"),
        area,
    )


def _checked(data: Mapping[str, Any], key: str, choices: tuple[str, ...], what: str) -> dict[str, str]:
    said = data.get(key) or {}
    if not isinstance(said, dict):
        raise MapError(f'{key} has a line for each, such as "Lead officer: owner"')
    found: dict[str, str] = {}
    for name, meaning in said.items():
        if not isinstance(meaning, str) or meaning not in choices:
            told = quoted(meaning) if isinstance(meaning, str) else "a list"
            advice = did_you_mean(str(meaning), choices, f"{what} {_listed(choices)}")
            raise MapError(f"{key}: {quoted(str(name))} cannot be {told}; {advice}")
        found[str(name)] = meaning
    return found


def by_key(said: Mapping[str, str]) -> dict[str, str]:
    """What is said of texts, by the key by which texts are compared."""
    return {folded(text): meaning for text, meaning in said.items()}


def _listed(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
