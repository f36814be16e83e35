"""Lists and keys in brackets on one line."""

import re
from functools import cache
from typing import Any

from jfp_cli.source.yaml.plain.not_plain import NotPlain
from jfp_cli.source.yaml.plain.texts import BEGIN, BEGIN_NAME, NULLS, NUMBER, QUOTED, meant

MOST_DEEP = 5
NAME = rf"{BEGIN_NAME}[^,\[\]{{}}:?\#]{{0,100}}+(?<![ ])"
# A colon or a question mark inside a word is text, as `stand_ins` lets libyaml read it.
TEXT = rf"(?:{BEGIN}|{NUMBER})[^,\[\]{{}}:?\#]*+(?:(?:(?<![\"']):(?=[^\s,\[\]{{}}])|(?<!\s)[?\#])[^,\[\]{{}}:?\#]*+)*+"


@cache
def _entry() -> re.Pattern[str]:
    """What stands before an entry, its name and colon, its value, and the brackets that close after it."""
    return re.compile(rf"(.[ ]*+)(?:({NAME})(:[ ]++))?({QUOTED}|{TEXT}|)((?:[ ]*+[\]}}])*+)".replace("↵", ""))


def read_brackets(line: str, at: int) -> tuple[Any, Any, int]:  # noqa: C901, PLR0912, PLR0915 - one loop, for speed
    """The list or keys that a line begins with, the places in it, and where it ends; the line begins at an offset."""
    # What is set aside while brackets within are read: the fields are those just below.
    stack: list[tuple[Any, Any, bool, str, int, int, int]] = []
    data: Any = None
    places: Any = None
    listed = False
    name, key_start, key_end = "", -1, -1
    due = True  # whether a bracket has to open now
    for before, key, colon, written, closed in _entry().findall(line):
        sign = before[0]
        if sign == ",":
            if due:
                raise NotPlain
        elif due and (sign == "[" or sign == "{") and len(stack) < MOST_DEEP:  # noqa: PLR1714
            stack.append((data, places, listed, name, key_start, key_end, at))
            listed = sign == "["
            data, places = ([], []) if listed else ({}, {})
            key_start = key_end = -1
        else:
            raise NotPlain
        at += len(before)
        if key:
            if listed or key in data or key in NULLS:
                raise NotPlain
            name, key_start, key_end = key, at, at + len(key)
            at = key_end + len(colon)
        elif not listed and (written or not closed or sign == ","):
            raise NotPlain  # without a name
        if written:
            value, length = meant(written)
            if listed:
                data.append(value)
                places.append((-1, -1, at, at + length, None))
            else:
                data[name] = value
                places[name] = (key_start, key_end, at, at + length, None)
            at += len(written)
        elif closed and (key or sign == ","):
            raise NotPlain  # without a value
        due = not written and not closed
        for mark in closed:
            at += 1
            if mark == " ":
                continue
            if listed is not (mark == "]"):
                raise NotPlain
            value, below = data, places
            data, places, listed, name, key_start, key_end, start = stack.pop()
            if not stack:
                return value, below, at
            if listed:
                data.append(value)
                places.append((-1, -1, start, at, below))
            else:
                data[name] = value
                places[name] = (key_start, key_end, start, at, below)
    raise NotPlain
