"""Where in a file somebody types, read from the lines themselves: half-typed YAML says it too.

What stands above a line is told by how far it is indented; within brackets, by what opened them on the same line.
"""

import re
from typing import NamedTuple

from jfp_cli.values.address import Path
from jfp_cli.values.text import LINE_END

_LINE = re.compile(r"(?P<dashes>\s*(?:-(?:\s+|\Z))*)(?P<rest>.*)", re.DOTALL)
_KEY = re.compile(r"""(?P<key>"[^"]*"|'[^']*'|[^\s#{}\[\],"':][^#{}\[\],:]*)\s*:(?=\s|\Z)(?P<value>.*)""", re.DOTALL)
_HALF_KEY = re.compile(r"(?P<key>[\w-]+):(?P<value>\S*)\Z")
_KEYS_AFTER = re.compile(r"[,{]?\s*([\w-]+)\s*:\s")


class TypingPlace(NamedTuple):
    """A place in a file: `path` is that of the keys or of the list around it, `key` the one whose value is typed.

    No `key` is there where one is typed, or the entry of a list, whose path then ends in a number. `typed` is what is
    there of it and begins at the character `start` of the line; `there` are the keys that stand beside it. The place
    `is_tight` where the blank after a colon or a dash is missing.
    """

    path: Path
    key: str
    typed: str
    start: int
    there: frozenset[str]
    is_tight: bool = False


class _Line(NamedTuple):
    """A line as it is indented: where its dashes are, where the rest begins, and its key and the key's value."""

    dashes: tuple[int, ...]
    column: int
    key: str
    value: str

    @property
    def left(self) -> int:
        return self.dashes[0] if self.dashes else self.column


def typing_place(text: str, line: int, column: int) -> TypingPlace:
    """Where somebody types whose cursor is at a line and a column, which count from 1."""
    lines = LINE_END.split(text)
    before = lines[line - 1][: column - 1]
    here = _line(before)
    above, there = _above(lines[: line - 1], here)
    path = (*above, *(0 for _ in here.dashes))
    rest = before[here.column :]
    opened = _in_brackets(rest, here.column, path)
    if opened is not None:
        after = lines[line - 1][column - 1 :].partition("}")[0]
        return opened._replace(there=opened.there | set(_KEYS_AFTER.findall(after)))
    found = _KEY.match(rest) or _HALF_KEY.match(rest)
    if found:
        typed = found["value"].lstrip()
        is_tight = rest[: found.start("value")].endswith(":") and not found["value"][:1].isspace()
        return TypingPlace(path, _bare(found["key"]), typed, len(before) - len(typed), there, is_tight)
    is_tight = bool(here.dashes) and before.endswith("-") and not rest
    return TypingPlace(path, "", rest, here.column, there | _below(lines[line:], here.column), is_tight)


def _line(text: str) -> _Line:
    found = _LINE.match(text)
    lead, rest = (found["dashes"], found["rest"]) if found else ("", text)
    key = _KEY.match(rest)
    dashes = tuple(at for at, letter in enumerate(lead) if letter == "-")
    return _Line(dashes, len(lead), _bare(key["key"]) if key else "", key["value"].strip() if key else "")


def _bare(key: str) -> str:
    return key.strip().strip("\"'")


def _above(lines: list[str], here: _Line) -> tuple[Path, frozenset[str]]:
    """The path down to a line from those above it, and the keys above that stand beside what is on it."""
    steps: list[str | int] = []
    there: set[str] = set()
    level, in_list, is_own = here.left, bool(here.dashes), not here.dashes
    for text in reversed(lines):
        line = _line(text)
        if not text.strip() or text.lstrip().startswith("#") or line.left > level:
            continue
        if line.key and line.column == level and not in_list:
            there |= {line.key} if is_own else set()
        elif line.key and (line.column < level or (line.column == level and in_list and not line.dashes)):
            steps.append(line.key)
            level, in_list, is_own = line.column, False, False
        for dash in reversed(line.dashes):
            if dash < level and not in_list:
                steps.append(0)
                level, in_list, is_own = dash, True, False
    return tuple(reversed(steps)), frozenset(there)


def _below(lines: list[str], column: int) -> frozenset[str]:
    """The keys below a line that stand beside what is on it."""
    found = set()
    for text in lines:
        line = _line(text)
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        if line.left < column:
            break
        if line.column == column and not line.dashes and line.key:
            found.add(line.key)
    return frozenset(found)


def _in_brackets(rest: str, column: int, path: Path) -> TypingPlace | None:
    """The place within brackets that are open at the end of a line's text; None where none are."""
    open_at: list[Path] = []
    key, begin, quote, there = "", 0, "", [frozenset[str]()]
    for at, letter in enumerate(rest):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'" and not rest[begin:at].strip():
            quote = letter
        elif letter in "{[" and (open_at or not key or not rest[begin:at].strip()):
            around = open_at[-1] if open_at else path
            inner = (*around, key) if key else around
            inner = (*inner, 0) if letter == "[" else inner
            open_at.append(inner)
            there.append(frozenset())
            key, begin = "", at + 1
        elif letter in "}]" and open_at:
            open_at.pop()
            there.pop()
            key, begin = "", at + 1
        elif letter == "," and open_at:
            key, begin = "", at + 1
        elif letter == ":" and not key and rest[at + 1 : at + 2] in ("", " "):
            key, begin = _bare(rest[begin:at]), at + 1
            there[-1] |= {key}
    if not open_at:
        return None
    typed = rest[begin:].lstrip()
    is_tight = bool(key) and begin == len(rest)
    return TypingPlace(open_at[-1], key, typed, column + len(rest) - len(typed), there[-1], is_tight)
