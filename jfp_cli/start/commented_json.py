"""JSON as editors keep their settings, with comments and commas after the last entry; changed without losing either."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from jfp_cli.edit.yaml.lines import newline_of

# Texts come first: what looks like a comment or a comma in one is none.
_COMMENT = re.compile(r'"(?:[^"\\]|\\.)*"|//[^\r\n]*|/\*.*?\*/', re.DOTALL)
_LAST_COMMA = re.compile(r'"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])', re.DOTALL)
_VISIBLE = re.compile(r"[^\r\n]")
_CLOSES = {"{": "}", "[": "]"}


class Entry(NamedTuple):
    """A value of an object or of a list, and where it begins and ends."""

    value: Any
    start: int
    end: int


def entries(text: str, start: int = 0) -> dict[str, Entry]:
    """The entries of the object that begins at or after `start`; raises ValueError where there is none to read."""
    readable = _readable(text)
    start = _next(readable, start)
    whole, end = _DECODER.raw_decode(readable, start)
    if not isinstance(whole, dict) or (start == _next(readable, 0) and readable[end:].strip()):
        raise ValueError("it is no list of settings")
    found: dict[str, Entry] = {}
    at = _next(readable, start + 1)
    while at < end - 1:
        key, at = _DECODER.raw_decode(readable, at)
        found[key], at = _entry(readable, _next(readable, at) + len(":"))
    return found


def _readable(text: str) -> str:
    """The text as JSON has it: without comments, and without commas after the last entry."""
    return _blanked(_LAST_COMMA, _blanked(_COMMENT, text))


def _entry(readable: str, at: int) -> tuple[Entry, int]:
    """The value at or after a place, and where the next entry begins."""
    start = _next(readable, at)
    value, end = _DECODER.raw_decode(readable, start)
    return Entry(value, start, end), _next(readable, _next(readable, end) + len(","))


def put(text: str, start: int, key: str, value: Any, indent: str, depth: int = 1) -> str:
    """The text with a value under a key of the object that begins at or after `start`: in its place, or as the last.

    `depth` is how deep that object's entries stand in, and `indent` how far each level does.
    """
    there = entries(text, start)
    margin = newline_of(text) + indent * depth
    written = json.dumps(value, ensure_ascii=False, indent=indent).replace("\n", margin)
    if key in there:
        return text[: there[key].start] + written + text[there[key].end :]
    begin = _next(_readable(text), start)
    return _with_last(text, begin, list(there.values()), f"{json.dumps(key)}: {written}", margin, indent)


def append(text: str, start: int, values: Sequence[str], indent: str, depth: int = 1) -> str:
    """The text with more values at the end of the list that begins at `start`.

    `depth` is how deep the values of that list stand in, where each has a line of its own.
    """
    for value in values:
        readable = _readable(text)
        _, end = _DECODER.raw_decode(readable, start)
        there: list[Entry] = []
        at = _next(readable, start + 1)
        while at < end - 1:
            entry, at = _entry(readable, at)
            there.append(entry)
        is_one_line = "\n" not in text[start:end]
        margin = " " * bool(there) if is_one_line else newline_of(text) + indent * depth
        written = json.dumps(value, ensure_ascii=False)
        text = _with_last(text, start, there, written, margin, indent)
    return text


def _with_last(text: str, begin: int, there: Sequence[Entry], written: str, margin: str, indent: str) -> str:
    """The text with one more entry, after the margin, in the object or list that begins at a place."""
    bare = _blanked(_COMMENT, text)
    last = there[-1].end if there else begin + 1
    close = bare.index(_CLOSES[text[begin]], last)
    comma = "," if there and "," not in bare[last:close] else ""
    between = text[last:close].rstrip()
    after = text[last + len(between) : close]
    if "\n" in margin and "\n" not in after:
        after = margin.removesuffix(indent)
    more = "," if there and not comma else ""  # as the one before it
    return f"{text[:last]}{comma}{between}{margin}{written}{more}{after}{text[close:]}"


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


_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_refuse)
