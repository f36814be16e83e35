"""Files that differ from one that was read in single values alone: what they say follows without reading them anew.

A text of as many lines, in which every line that differs has another plain word or words in the place of a value that
stands on that line alone, is parted into keys, lists and values as the first is; so only these values are others.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jfp_cli.loading import FileRead
from jfp_cli.loading.source_file import down_to, walk
from jfp_cli.values.address import Address

# Signs that mean nothing to YAML within a value, whether it stands in brackets or not.
_PLAIN = re.compile(r"[^\W_](?:[\w £%./()'+-]*[\w%).])?")
_QUOTED = re.compile(r"""'[^'\\]*'|"[^"\\]*\"""")
_SHARED = re.compile(r"[\s\[{,][&*]\S")  # where a value has a name, it stands in other places too


class Retyped(NamedTuple):
    """A value that is typed otherwise: its address, and what it is now."""

    at: Address
    text: str


class Pattern:
    """A file that was read whole, against which other versions of it are held."""

    def __init__(self, read: FileRead) -> None:
        self._read = read
        text = read.source.text
        self._lines = text.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))
        self._is_usable = _SHARED.search(text) is None
        self._known: dict[tuple[int, str], Retyped | None] = {}

    def retyped(self, text: str) -> list[Retyped] | None:
        """The values that are others in another version; None where more than values may be."""
        lines = text.splitlines(keepends=True)
        if not self._is_usable or len(lines) != len(self._lines):
            return None
        found = []
        for key in self._differing(lines):
            if key not in self._known:
                self._known[key] = self._value(*key)
            value = self._known[key]
            if value is None:
                return None
            found.append(value)
        return found

    def _differing(self, lines: list[str]) -> Iterator[tuple[int, str]]:
        return ((at, new) for at, (old, new) in enumerate(zip(self._lines, lines, strict=True)) if old != new)

    def _value(self, number: int, line: str) -> Retyped | None:
        """The value in the place of which a line has another; None where it differs in anything else."""
        old, start = self._lines[number], self._starts[number]
        root = self._read.source.document.root
        path, _ = down_to(root, start + _same(old, line))
        place, _ = walk(root, path)
        begin, end = place[2] - start, place[3] - start
        rest = old[end:]
        if place[4] is not None or begin < 0 or end > len(old) or old[:begin] != line[:begin]:
            return None
        if len(line) < begin + len(rest) or not line.endswith(rest):
            return None
        was, now = old[begin:end], line[begin : len(line) - len(rest)]
        for way in (_PLAIN, _QUOTED):
            if way.fullmatch(was) and way.fullmatch(now):
                return Retyped(self._read.source.address_of(path), now if way is _PLAIN else now[1:-1])
        return None


def _same(one: str, other: str) -> int:
    """How many characters two lines begin with alike."""
    return next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(one))
