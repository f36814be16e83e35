"""What a document consists of, whatever it came as: lines, and tables whose cells hold lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

_ENDS = " :.\N{EN DASH}-"
_LONGEST_SHORT = 5  # letters of an abbreviation
Kind = Literal["", "title", "contents", "note"]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line of text and its place in the document; each is its own, whatever it says.

    `level` is that of a heading by its style, 0 where it is none. `number` is the number that stands before the text,
    such as 1.3, and `depth` how many levels of numbering there are in it. `is_item` is an entry of a list. `bold` is
    how many of its first characters are bold, and `size` how large they are, in half points. A `kind` is what is no
    running text: the title, the table of contents, or a note, such as a footnote or the foot of a page.
    """

    text: str
    where: str
    level: int = 0
    number: str = ""
    depth: int = 0
    is_item: bool = False
    bold: int = 0
    size: int = 0
    kind: Kind = ""

    @property
    def is_bold(self) -> bool:
        """Whether the whole of it is bold, but for the marks at its end."""
        return bool(self.text) and self.bold >= len(self.text.rstrip(_ENDS))

    @property
    def stands_out(self) -> bool:
        """Whether it looks like a heading: bold, or more than an abbreviation in capitals."""
        return self.is_bold or (self.text.isupper() and len(self.text) > _LONGEST_SHORT)


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell of a table: its lines, blank ones among them, and how many columns it spans."""

    lines: tuple[Line, ...] = ()
    span: int = 1

    @property
    def written(self) -> tuple[Line, ...]:
        """Its lines that say something."""
        return tuple(line for line in self.lines if line.text)

    @property
    def text(self) -> str:
        """All that it says, on one line."""
        return " ".join(line.text for line in self.written)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table by rows; a cell that reaches over several rows or columns stands in each of them, the same one.

    `is_ragged` where its rows are not known, as in plain text, and only the order of its cells is.
    """

    rows: tuple[tuple[Cell, ...], ...]
    where: str
    is_ragged: bool = False
    cells: tuple[Cell, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", tuple(once(cell for row in self.rows for cell in row)))


Block = Line | Table


def once(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Cells in their order, each once."""
    return iter(dict.fromkeys(cells))


def with_next(lines: Sequence[Line]) -> Iterator[tuple[Line, Line | None]]:
    """Each line with the one after it; None after the last."""
    return zip(lines, (*lines[1:], None), strict=False)


def lines_in(blocks: Iterable[Block]) -> Iterator[Line]:
    """Every line that says something, those in tables included."""
    for block in blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                yield from cell.written
        elif block.text:
            yield block
