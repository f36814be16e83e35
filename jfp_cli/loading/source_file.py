"""One plan file's text, and the places in it."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any, Literal

from jfp_cli.model.kinds import OF_FOLDER, kind_of_entry
from jfp_cli.source.folder import TextFile
from jfp_cli.source.yaml import Data, Document, Place
from jfp_cli.source.yaml.oddities import MERGE
from jfp_cli.values.address import Address, Path
from jfp_cli.values.span import Span

Part = Literal["key", "value", "entry"]


@dataclass(frozen=True, eq=False, repr=False)
class SourceFile:
    """A plan file's text and the places in it; offsets count characters, lines and columns count from 1."""

    file: TextFile
    document: Document

    @property
    def text(self) -> str:
        return self.file.text or ""

    @property
    def kind(self) -> str:
        """The kind of thing that the file is; the name of its folder where that holds no kind."""
        kind = OF_FOLDER.get(self.file.folder)
        return kind.name if kind else self.file.folder

    @property
    def address(self) -> Address:
        """The address of what the file holds."""
        return Address("plan") if self.kind == "plan" else Address(self.kind, self.file.name)

    @property
    def is_whole(self) -> bool:
        """Whether its YAML could be read without leaving out anything that has a value."""
        faults = self.document.faults
        return isinstance(self.document.data, dict) and all(fault.name == "empty-value" for fault in faults)

    @cached_property
    def _lines(self) -> list[int]:
        text = self.text
        if "\r" in text:
            text = text.replace("\r\n", " \n").replace("\r", "\n")
        lines = text.split("\n")
        return list(accumulate([len(line) + 1 for line in lines[:-1]], initial=0))

    @cached_property
    def merges(self) -> list[int]:
        """Where keys stand that merge other keys into those around them, which is refused."""
        return sorted(one.start for one in self.document.faults if self.text[one.start : one.end] == MERGE)

    def span(self, start: int, end: int) -> Span:
        lines, end = self._lines, max(start, end)
        line = end_line = bisect_right(lines, start)
        if line < len(lines) and end >= lines[line]:
            end_line = bisect_right(lines, end)
        starts, ends = start - lines[line - 1] + 1, end - lines[end_line - 1] + 1
        return tuple.__new__(Span, (self.file.shown, line, starts, end_line, ends))  # one for each finding

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset; line ends are LF, CRLF or CR."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, as `position` gives them."""
        return self._lines[line - 1] + column - 1

    def line_text(self, line: int) -> str:
        """The text of a line without its end."""
        starts = [*self._lines[line - 1 : line + 1], len(self.text)]
        return self.text[starts[0] : starts[1]].rstrip("\r\n") if line <= len(self._lines) else ""

    def place(self, path: Path) -> tuple[Place, bool]:
        """The place at a path, or the nearest above it; the flag says whether the whole path was there."""
        return walk(self.document.root, path)

    def address_of(self, path: Path) -> Address:
        """The address of a path in the file: from the nearest thing above it that has an id."""
        return address_in(self.address, self.document.data, path)


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


def down_to(place: Place, offset: int) -> tuple[Path, Part]:
    """The path of the innermost thing around an offset, and which part of it stands there."""
    path: list[str | int] = []
    while True:
        below = place[4]
        if below is None:
            return tuple(path), "value" if place[2] <= offset else "entry"
        pairs = below.items() if isinstance(below, dict) else enumerate(below)
        around = next((pair for pair in pairs if begin(pair[1]) <= offset <= pair[1][3]), None)
        if around is None:
            return tuple(path), "entry"
        path.append(around[0])
        place = around[1]
        if place[0] <= offset <= place[1]:
            return tuple(path), "key"


def address_in(home: Address, data: Data | None, path: Path) -> Address:
    """The address of a path in a file's data, `home` being that of the file."""
    address, value = home, data
    for at, step in enumerate(path):
        address = address.at(step)
        try:
            value = value[step]  # type: ignore[index]  # whatever the path says
        except (KeyError, IndexError, TypeError):
            return Address(address.kind, address.id, address.path + path[at + 1 :])
        kind = kind_of_entry(path[: at + 1])
        if kind and isinstance(value, dict) and isinstance(value.get(kind.id_key), str):
            address = Address(kind.name, value[kind.id_key])
    return address


def shown_part(place: Place, there: bool = True, *, key: bool = False) -> tuple[int, int]:
    """Which part of a place to underline: the value if it is a text, else its key, else its id or first key."""
    key_start, key_end, start, end, below = place
    if key_start >= 0 and (key or below is not None or not there or start == end):
        return key_start, key_end
    if isinstance(below, dict) and below:
        name = below.get("id") or below.get("area")
        return (name[2], name[3]) if name is not None and name[4] is None else next(iter(below.values()))[:2]
    return start, end


def begin(place: Place) -> int:
    """Where a key begins, or a value or an entry of a list that has none."""
    return place[0] if place[0] >= 0 else place[2]
