"""JSON as editors keep their settings, with comments and commas after the last entry; changed without losing either."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from jfp_cli.edit.yaml.lines import newline_of

# Texts come first: what looks like a comment or a comma in one is none.
_COMMENT = re.compile(r'"(?:[^"\\]|\\.)*"|//[^\r\n]*|/\*.*?\*/', re.DOTALL)
_LAST_COMMA = re.compile(r'"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])', re.DOTALL)
_VISIBLE = re.compile(r"[^\r\n]")


class Entry(NamedTuple):
    """A value of an object, and where it begins and ends."""

    value: Any
    start: int
    end: int


def entries(text: str, start: int = 0) -> dict[str, Entry]:
    """The entries of the object that begins at or after `start`; raises ValueError where there is none to read."""
    readable = _blanked(_LAST_COMMA, _blanked(_COMMENT, text))
    decoder = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_refuse)
    start = _next(readable, start)
    whole, end = decoder.raw_decode(readable, start)
    if not isinstance(whole, dict) or (start == _next(readable, 0) and readable[end:].strip()):
        raise ValueError("it is no list of settings")
    found: dict[str, Entry] = {}
    at = _next(readable, start + 1)
    while at < end - 1:
        key, at = decoder.raw_decode(readable, at)
        value_start = _next(readable, _next(readable, at) + len(":"))
        value, value_end = decoder.raw_decode(readable, value_start)
        found[key] = Entry(value, value_start, value_end)
        at = _next(readable, _next(readable, value_end) + len(","))
    return found


def put(text: str, start: int, key: str, value: Any, indent: str, depth: int = 1) -> str:
    """The text with a value under a key of the object that begins at or after `start`: in its place, or as the last.

    `depth` is how deep that object's entries stand in, and `indent` how far each level does.
    """
    there = entries(text, start)
    newline = newline_of(text)
    margin = newline + indent * depth
    written = json.dumps(value, ensure_ascii=False, indent=indent).replace("\n", margin)
    if key in there:
        return text[: there[key].start] + written + text[there[key].end :]
    bare = _blanked(_COMMENT, text)
    last = max((entry.end for entry in there.values()), default=bare.index("{", start) + 1)
    close = bare.index("}", last)
    comma = "," if there and "," not in bare[last:close] else ""
    between = text[last:close].rstrip()
    after = text[last + len(between) : close]
    if "\n" not in after:
        after = margin.removesuffix(indent)
    more = "," if there and not comma else ""  # as the one before it
    return f"{text[:last]}{comma}{between}{margin}{json.dumps(key)}: {written}{more}{after}{text[close:]}"


def _blanked(what: re.Pattern[str], text: str) -> str:
    """The text with blanks in place of what is found, so that every other character stays where it was."""
    return what.sub(lambda found: found[0] if found[0].startswith('"') else _VISIBLE.sub(" ", found[0]), text)


def _next(text: str, at: int) -> int:
    """Where the next character that is no space stands."""
    return at + len(text[at:]) - len(text[at:].lstrip())


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping of pairs; one key twice would lose a value."""
    pairs = list(pairs)
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse(name: str) -> Iterator[None]:
    raise ValueError(f"{name} is not JSON")
