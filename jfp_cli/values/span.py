"""Where a piece of text stands in a file."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a file: lines and columns count characters from 1, and the end is just past the last one."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
