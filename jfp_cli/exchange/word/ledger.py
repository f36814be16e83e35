"""What became of each line of a document: taken into the plan, read as its frame, or left over."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from jfp_cli.exchange.word.blocks import Line

STEP = " > "
"""Between the headings of a place in the document, the outer one first."""


class Kept(NamedTuple):
    """A line that is left over, under which headings it stands, and why."""

    line: Line
    path: str
    why: str

    @property
    def at(self) -> str:
        """Its place in the document."""
        return f"{self.path}{STEP}{self.line.where}" if self.path else self.line.where


class Doubt(NamedTuple):
    """What was taken, and why that may not be what the document means."""

    what: str
    why: str


class Ledger:
    """The book in which every line is entered once."""

    def __init__(self, lines: Iterable[Line], paths: Mapping[Line, str]) -> None:
        self._lines = list(lines)
        self._paths = paths
        self._taken: set[Line] = set()
        self._frame: set[Line] = set()
        self._kept: dict[Line, str] = {}
        self.doubts: list[Doubt] = []

    def take(self, *lines: Line) -> None:
        """Note that what some lines say stands in the plan."""
        self._taken.update(lines)

    def frame(self, *lines: Line) -> None:
        """Note that some lines were read as headings, of which the plan has others."""
        self._frame.update(lines)

    def keep(self, why: str, *lines: Line) -> None:
        """Leave lines over, for a reason, whatever else becomes of them."""
        for line in lines:
            self._kept.setdefault(line, why)

    def doubt(self, what: str, why: str) -> None:
        """Note what may not be what the document means."""
        self.doubts.append(Doubt(what, why))

    def is_free(self, line: Line) -> bool:
        """Whether nothing has become of a line yet."""
        return line not in self._taken and line not in self._frame and line not in self._kept

    @property
    def left_over(self) -> list[Kept]:
        """The lines that the plan does not hold, in the order of the document."""
        return [
            Kept(line, self._paths.get(line, ""), self._kept.get(line, ""))
            for line in self._lines
            if line in self._kept or self.is_free(line)
        ]

    @property
    def headings(self) -> list[Kept]:
        """The lines that were read as the frame of the document, in its order."""
        return [Kept(line, self._paths.get(line, ""), "") for line in self._lines if line in self._frame]
