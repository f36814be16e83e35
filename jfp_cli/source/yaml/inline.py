"""Values of plain YAML that are more than a text: blocks of text, and lines with quotes or brackets.

On a line blanks may stand before a value, and a remark after it.
"""

import re
from functools import cache
from typing import Any

from jfp_cli.source.yaml.document import Place
from jfp_cli.source.yaml.tokens import BEGIN, BEGIN_NAME, NULLS, NUMBER, PLAIN, QUOTED, NotPlain, meant

_REMARK = r"[ ]*+(?:(?<=[ ])\#.*+)?"
_ID = "(?!null|Null|NULL)[A-Za-z0-9][A-Za-z0-9-]*+"
_is_ids = re.compile(rf"\[{_ID}(?:, {_ID})*+\]").fullmatch
_is_text = re.compile(rf"({QUOTED}|{PLAIN}){_REMARK}".replace("↵", "")).fullmatch
is_remark = re.compile(_REMARK).fullmatch
MOST_DEEP = 5
NAME = rf"{BEGIN_NAME}[^,\[\]{{}}:?\#]{{0,100}}+(?<![ ])"
# A colon or a question mark inside a word is text, as `thorough` lets libyaml read it.
TEXT = rf"(?:{BEGIN}|{NUMBER})[^,\[\]{{}}:?\#]*+(?:(?:(?<![\"']):(?=[^\s,\[\]{{}}])|(?<!\s)[?\#])[^,\[\]{{}}:?\#]*+)*+"


def read_block(block: str, margin: str, silent: str, line_end: str, at: int) -> tuple[str, int]:
    """What a block says, and where it ends; it stands at an offset, from its sign to the end of its last line."""
    if silent:
        _refuse_more(silent, len(margin))
    sign, _, text = block.partition(margin)
    end = at + len(block)
    if text[-1] == " ":
        end += len(text.rstrip(" ")) - len(text)
    if line_end in text:
        if sign[0] == ">" and f"{line_end}{margin} " in text:
            raise NotPlain  # lines that begin further right are not folded
        text = _folded(text, margin, line_end) if sign[0] == ">" else _lines(text, margin, line_end)
    return text if sign[1] == "-" else text + "\n", end


def _lines(text: str, margin: str, line_end: str) -> str:
    return text.replace(line_end + margin, "\n").replace(line_end, "\n")


def _folded(text: str, margin: str, line_end: str) -> str:
    """Lines as one, but for those that blank lines part."""
    folded = text.replace(line_end + margin, " ")
    if line_end not in folded:
        return folded
    return re.sub("\n(\n*)", lambda ends: ends[1] or " ", _lines(text, margin, line_end))


def _refuse_more(silent: str, margin: int) -> None:
    """Stop at a line below a block that may belong to it: a deep comment, or blanks beyond the margin."""
    for line in silent.splitlines():
        room = len(line) - len(line.lstrip(" "))
        if room > margin or (room == margin and line[room : room + 1] == "#"):
            raise NotPlain


def read_value(line: str, at: int) -> tuple[Any, Any, int, int]:
    """What stands on a line from an offset on: the value, the places in it, and where it begins and ends."""
    if line[0] == "[" and _is_ids(line):
        return _read_ids(line, at)
    value = line.lstrip(" ")
    at += len(line) - len(value)
    if value[:1] in ("[", "{"):
        data, places, end = read_brackets(value, at)
        if end - at < len(value) and not is_remark(value, end - at):
            raise NotPlain
        return data, places, at, end
    found = _is_text(value)
    if found is None:
        raise NotPlain
    text, length = meant(found[1])
    return text, None, at, at + length


def _read_ids(line: str, at: int) -> tuple[list[str], list[Place], int, int]:
    """A list of ids: what stands in brackets most."""
    ids = line[1:-1].split(", ")
    places: list[Place] = []
    start = at + 1
    for name in ids:
        end = start + len(name)
        places.append((-1, -1, start, end, None))
        start = end + 2
    return ids, places, at, at + len(line)


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
