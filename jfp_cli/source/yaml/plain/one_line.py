"""Values on one line that are more than a text: in quotes or brackets, with blanks before them or a remark after."""

import re
from typing import Any

from jfp_cli.source.yaml.document import Place
from jfp_cli.source.yaml.plain.brackets import read_brackets
from jfp_cli.source.yaml.plain.not_plain import NotPlain
from jfp_cli.source.yaml.plain.texts import PLAIN, QUOTED, meant

_REMARK = r"[ ]*+(?:(?<=[ ])\#.*+)?"
_ID = "(?!null|Null|NULL)[A-Za-z0-9][A-Za-z0-9-]*+"
_is_ids = re.compile(rf"\[{_ID}(?:, {_ID})*+\]").fullmatch
_is_text = re.compile(rf"({QUOTED}|{PLAIN}){_REMARK}".replace("↵", "")).fullmatch
is_remark = re.compile(_REMARK).fullmatch


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
