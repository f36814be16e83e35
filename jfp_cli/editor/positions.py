"""Between places as jfp counts them, characters from 1, and positions of the protocol, units of its encoding from 0."""

from collections.abc import Callable
from typing import NamedTuple

from lsprotocol import types

from jfp_cli.loading.source_file import SourceFile
from jfp_cli.values.span import Span
from jfp_cli.values.text import LINE_END

Units = Callable[[str], int]
"""How many units of the encoding that an editor counts in a text takes."""


def utf16(text: str) -> int:
    """The units that editors count unless they and the server agree on others."""
    return len(text) + sum(1 for letter in text if letter > "\uffff")


class Positions(NamedTuple):
    """The places of a file; `marks` are the byte-order marks before its text where an editor counts them."""

    source: SourceFile
    units: Units = utf16
    marks: int = 0

    def position(self, line: int, column: int) -> types.Position:
        """The position of a line and column."""
        before = self.source.line_text(line)[: column - 1]
        return types.Position(line - 1, self.units(before) + (self.marks if line == 1 else 0))

    def at(self, offset: int) -> types.Position:
        """The position of an offset."""
        return self.position(*self.source.position(offset))

    def range(self, span: Span) -> types.Range:
        """The range of a span."""
        return types.Range(
            self.position(span.line, span.column),
            self.position(span.end_line, span.end_column),
        )

    def between(self, start: int, end: int) -> types.Range:
        """The range between two offsets."""
        return types.Range(self.at(start), self.at(end))

    def place(self, position: types.Position) -> tuple[int, int]:
        """The line and column of a position; one past the end of a line or of the file is at that end."""
        last = len(LINE_END.findall(self.source.text)) + 1
        line = min(position.line + 1, last)
        text = self.source.line_text(line)
        if position.line + 1 > last:
            return line, len(text) + 1
        left = position.character - (self.marks if line == 1 else 0)
        column = 1
        for letter in text:
            left -= self.units(letter)
            if left < 0:
                break
            column += 1
        return line, column

    def offset(self, position: types.Position) -> int:
        """The offset of a position."""
        return self.source.offset(*self.place(position))
