"""Where everything in the plan stands: from an address to a span of a file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jfp_cli.model.things import FILE_KINDS, NAMED_LISTS, VOCABULARIES
from jfp_cli.source.folder import TextFile
from jfp_cli.source.yaml import Document, Place
from jfp_cli.values.address import Address, Path
from jfp_cli.values.span import Span

LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(slots=True, eq=False, repr=False)
class SourceFile:
    """A plan file's text and the places in it; offsets count characters, lines and columns count from 1."""

    file: TextFile
    document: Document
    _lines: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.file.text or ""

    @property
    def kind(self) -> str:
        return FILE_KINDS.get(self.file.kind, self.file.kind)

    @property
    def whole(self) -> bool:
        """Whether its YAML could be read without leaving out anything that has a value."""
        faults = self.document.faults
        return isinstance(self.document.data, dict) and all(fault.name == "empty-value" for fault in faults)

    def span(self, start: int, end: int) -> Span:
        line, column = self.position(start)
        end_line, end_column = self.position(max(start, end))
        return Span(self.file.shown, line, column, end_line, end_column)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset; line ends are LF, CRLF or CR."""
        if not self._lines:
            self._lines = [0, *(match.end() for match in LINE_END.finditer(self.text))]
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, as `position` gives them."""
        self.position(0)
        return self._lines[line - 1] + column - 1

    def line_end(self, offset: int) -> int:
        """The offset of the end of the line that an offset stands in."""
        found = LINE_END.search(self.text, offset)
        return found.start() if found else len(self.text)

    def line_text(self, line: int) -> str:
        """The text of a line without its end."""
        self.position(0)
        starts = [*self._lines[line - 1 : line + 1], len(self.text)]
        return self.text[starts[0] : starts[1]].rstrip("\r\n") if line <= len(self._lines) else ""

    def place(self, path: Path) -> tuple[Place, bool]:
        """The place at a path, or the nearest above it; the flag says whether the whole path was there."""
        return walk(self.document.root, path)


def walk(place: Place, path: Path) -> tuple[Place, bool]:
    """Follow a path down from a place, as far as it goes."""
    for step in path:
        below: Any = place[4]
        if isinstance(below, dict) and step in below:
            place = below[str(step)]
        elif isinstance(below, list) and isinstance(step, int) and step < len(below):
            place = below[step]
        else:
            return place, False
    return place, True


@dataclass(slots=True, eq=False, repr=False)
class SourceMap:
    """The files of a plan, and the place of each thing in them by kind and id."""

    files: dict[str, SourceFile] = field(default_factory=dict)
    things: dict[tuple[str, str], tuple[SourceFile, Place]] = field(default_factory=dict)
    twins: dict[tuple[str, str], list[tuple[SourceFile, Place]]] = field(default_factory=dict)

    def add(self, file: SourceFile) -> Iterator[tuple[str, str, Place]]:
        """Enter a file and the things in it; yields those whose kind and id were taken already."""
        self.files[file.file.shown] = file
        for kind, name, place in named(file):
            if (kind, name) in self.things:
                self.twins.setdefault((kind, name), []).append((file, place))
                yield kind, name, place
            else:
                self.things[kind, name] = (file, place)

    def span(self, address: Address, *, key: bool = False) -> Span:
        """The span of what an address names: its value, or its key with `key` or where the value is a list or keys.

        A thing is shown by its first line; what is not there is shown where it should stand.
        """
        found = self.things.get((address.kind, address.id))
        if found is None:
            file = self.files[next(iter(self.files))]
            return file.span(*shown_part(*walk(file.document.root, address.path), key=key))
        file, place = found
        return file.span(*shown_part(*walk(place, address.path), key=key))

    def span_of(self, address: Address, written: str, *, key: bool = False) -> Span:
        """The same where the text that stands there is known: of things that share an id, the one that says it."""
        for file, place in self.twins.get((address.kind, address.id), ()):
            found, there = walk(place, address.path)
            start, end = shown_part(found, there, key=key)
            if there and file.text[start:end].strip("\"'") == written:
                return file.span(start, end)
        return self.span(address, key=key)

    def ids(self, kind: str) -> list[str]:
        return [name for found, name in self.things if found == kind]

    def kinds(self, name: str) -> list[str]:
        """The kinds of thing that have this id."""
        return [kind for kind, found in self.things if found == name]


def shown_part(place: Place, there: bool = True, *, key: bool = False) -> tuple[int, int]:
    """Which part of a place to underline: the value if it is a text, else its key, else its id or first key."""
    key_start, key_end, start, end, below = place
    if key_start >= 0 and (key or below is not None or not there or start == end):
        return key_start, key_end
    if isinstance(below, dict) and below:
        name = below.get("id") or below.get("area")
        return (name[2], name[3]) if name is not None and name[4] is None else next(iter(below.values()))[:2]
    return start, end


def named(file: SourceFile) -> Iterator[tuple[str, str, Place]]:
    """The things of a file that have an id: the file itself, then its workstreams, targets and milestones."""
    data: Any = file.document.data
    if not isinstance(data, dict):
        return
    if file.kind == "plan":
        yield from _vocabularies(file)
        return
    yield file.kind, file.file.name, file.document.root
    if file.kind not in ("readings", "enablers"):
        yield from _named_below(data, file.document.root[4])


def _named_below(data: dict[str, Any], places: Any) -> Iterator[tuple[str, str, Place]]:
    for key, kind in NAMED_LISTS.items():
        entries = data.get(key)
        if isinstance(entries, list):
            for at, entry in enumerate(entries):
                if isinstance(entry, dict):
                    name, place = entry.get("id"), places[key][4][at]
                    if isinstance(name, str):
                        yield kind, name, place
                    if "indicators" in entry:
                        yield from _named_below(entry, place[4])


def _vocabularies(file: SourceFile) -> Iterator[tuple[str, str, Place]]:
    places: Any = file.document.root[4]
    for vocabulary in VOCABULARIES:
        below = places[vocabulary][4] if vocabulary in places else None
        if isinstance(below, dict):
            for name, place in below.items():
                yield vocabulary, name, place


def address_of(file: SourceFile, path: Path) -> Address:
    """The address of a path in a file: from the nearest thing above it that has an id."""
    address = Address("plan") if file.kind == "plan" else Address(file.kind, file.file.name)
    data: Any = file.document.data
    for at, step in enumerate(path):
        address = address.at(step)
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return Address(address.kind, address.id, address.path + path[at + 1 :])
        kind = NAMED_LISTS.get(str(path[at - 1])) if at and isinstance(step, int) else None
        if kind and isinstance(data, dict) and isinstance(data.get("id"), str):
            address = Address(kind, data["id"])
    return address
