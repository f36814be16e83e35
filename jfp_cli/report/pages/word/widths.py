"""How wide each column of a table should be, in twentieths of a point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from jfp_cli.report.pages.word.grid import Cell, Row, columns_of
from jfp_cli.report.pages.word.sheet import PIXEL

_LETTER, _SIDES = 108, 230  # a letter of a cell, and the space beside its text
_LONGEST_WORD, _SHORT, _SIGN = 30, 26, 2  # letters of a word, of a text that two lines hold, and of a sign before it
_SMALLEST = 3000  # of a picture that still shows something
_NARROW = 0.85  # of the room, that narrow columns have as they like; the rest is shared


@dataclass(slots=True)
class _Column:
    """What stands in a column: its longest word, longest text and all its letters, and its widest picture."""

    word: int = 2
    longest: int = 0
    letters: int = 0
    picture: int = 0

    @property
    def least(self) -> int:
        """What it takes so that no word is broken and every picture shows something."""
        return max(_SIDES + _LETTER * min(self.word, _LONGEST_WORD), min(self.picture, _SMALLEST))

    @property
    def in_one_line(self) -> int:
        return max(self.least, self.picture, _SIDES + _LETTER * self.longest)

    @property
    def in_two_lines(self) -> int:
        """What it takes where no text is long."""
        return _SIDES + _LETTER * (self.longest // 2 + _SIGN) if self.longest <= _SHORT else 0


def needed(rows: Sequence[Row]) -> int:
    """The least that a table takes across."""
    return sum(column.least for column in _columns(rows))


def widths(rows: Sequence[Row], room: int) -> list[int]:
    """The width of each column, all the room together: narrow ones as they like, more where there is more to read."""
    columns = _columns(rows)
    given = [column.least for column in columns]
    whole = [column.in_one_line for column in columns]
    if sum(given) >= room or sum(whole) <= room:
        shown = given if sum(given) >= room else whole
        return [room * width // sum(shown) for width in shown]
    for wishes, share in (
        ([column.picture for column in columns], 1),
        (whole, _NARROW),
        ([column.in_two_lines for column in columns], _NARROW),
    ):
        for at in sorted(range(len(columns)), key=wishes.__getitem__):
            if sum(given) + max(wishes[at] - given[at], 0) <= room * share:
                given[at] = max(given[at], wishes[at])
    wanted = [
        min(sqrt(column.letters) * 40, most - width) for column, most, width in zip(columns, whole, given, strict=True)
    ]
    left = room - sum(given)
    return [width + int(left * share / sum(wanted)) for width, share in zip(given, wanted, strict=True)]


def _columns(rows: Sequence[Row]) -> list[_Column]:
    columns = [_Column() for _ in range(columns_of(rows))]
    for cell in _single(rows):
        column, text = columns[cell.column], cell.element.text
        length = len(text) + _SIGN * cell.element.holds("svg")
        word = max(map(len, text.split()), default=0) + (cell.element.name == "th")  # which may be bold
        column.word, column.longest = max(column.word, word), max(column.longest, length)
        column.picture = max(column.picture, _drawn(cell))
        column.letters += length
    return columns


def _single(rows: Sequence[Row]) -> Iterator[Cell]:
    return (cell for row in rows for cell in row.cells if cell.across == 1 and not cell.continued)


def _drawn(cell: Cell) -> int:
    """How wide the pictures of a cell would like it to be."""
    given = [picture.attributes.get("width", "") for picture in cell.element.every("svg")]
    return max((_SIDES + PIXEL * int(width) for width in given if width.isdecimal() and len(width) < 5), default=0)
