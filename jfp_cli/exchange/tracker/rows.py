"""The rows under heads: those of things, those that stand across as headings, and those that are passed over."""

import re
from collections.abc import Mapping, Sequence

from jfp_cli.exchange.tracker.found import Head, Line
from jfp_cli.exchange.tracker.grid import Grid
from jfp_cli.exchange.tracker.head_rows import said_in
from jfp_cli.exchange.tracker.telling import Telling, is_placeholder
from jfp_cli.values.text import folded, quoted

_TOTAL = re.compile(r"(?:grand |sub-? ?|overall )?(?:totals?|sum|count|average)\b.{0,40}", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:notes?|sources?|key|legend|please|nb|n\.b|guidance|instructions?|updated|version)\b|\*", re.IGNORECASE
)
_EXAMPLE = re.compile(r"(?:example|e\.?g\.?|for example)\b[ :,]*|end(?: of .{0,30})?\.?$", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[<].*[)\]>]")
_DAY_PATTERN = re.compile(r"[(\[<]?d{1,2}[/.-]m{1,3}[/.-]y{2,4}[)\]>]?", re.IGNORECASE)
_LONGEST_BAND = 80  # characters of a row that heads those below it
_LEAST_WIDE = 3  # columns of a cell that stands across a table


def lines_of(
    grid: Grid, heads: Mapping[int, Head], numbers: Sequence[int], telling: Telling
) -> tuple[list[Line], list[str]]:
    """The rows of things among those below some heads, and sentences on what was passed over."""
    reading = _Reading(grid, heads, telling)
    for number in numbers:
        reading.take(number)
    reading.end()
    return reading.lines, reading.passed


class _Reading:
    """Rows as they come: what stands alone in one heads the rows below it, or is a note where none come."""

    def __init__(self, grid: Grid, heads: Mapping[int, Head], telling: Telling) -> None:
        self._grid = grid
        self._heads = heads
        self._telling = telling
        self._alone: list[int] = []
        self._bands: list[str] = []
        self._depth = 0
        self.lines: list[Line] = []
        self.passed: list[str] = []

    def take(self, number: int) -> None:
        said = {at: text for at in self._heads if (text := self._telling.line(self._grid.cell(number, at)))}
        own = {at: text for at, text in said.items() if self._grid.origin(number, at)[0] == number}
        if not own or all(is_placeholder(text) for text in own.values()):
            return
        first = own[min(own)]
        if all(folded(text) in folded(self._heads[at].text) for at, text in own.items()) and len(own) > 1:
            self._pass(number, "the heads again")
        elif _TOTAL.fullmatch(first):
            self._pass(number, "a total")
        elif _is_guidance(own):
            self._pass(number, "guidance on what to write")
        elif _EXAMPLE.match(first) and (len(own) == 1 or not _is_end(first)):
            self._pass(number, "an example, or the end")
        elif self._is_alone(number, own):
            self._alone.append(number)
        else:
            self._begin_bands()
            self.lines.append(Line(number, tuple(self._bands)))

    def end(self) -> None:
        """Rows that stood alone and have none below them are notes."""
        for number in self._alone:
            self._pass(number, "a note below the table")

    def _is_alone(self, number: int, own: Mapping[int, str]) -> bool:
        places = {self._grid.origin(number, at) for at in own}
        is_wide = len(own) >= min(_LEAST_WIDE, len(self._heads))
        return len(places) == 1 and (len(own) == 1 or is_wide) and (is_wide or min(own) == min(self._heads))

    def _begin_bands(self) -> None:
        """Let the rows that stood alone head those that come: of several the last, and the one before it over that."""
        bands = []
        for number in self._alone:
            text = said_in(self._grid, number, self._telling)
            if _is_heading(text):
                bands.append(text)
            else:
                self._pass(number, "a note")
        self._alone = []
        if len(bands) > 1:
            self._depth = 2
        if bands:
            is_inner = len(bands) == 1 and self._depth > 1 and self._bands
            self._bands = [self._bands[0], bands[0]] if is_inner else bands[-2:]

    def _pass(self, number: int, what: str) -> None:
        text = said_in(self._grid, number, self._telling)
        self.passed.append(f"{self._grid.row_name(number)}, {quoted(text)}, was passed over: it is {what}")


def is_alone(grid: Grid, number: int, telling: Telling) -> bool:
    """Whether a row says one short thing alone, which may be the heading of what comes below."""
    places = {grid.origin(number, at) for at in range(1, grid.width + 1) if telling.line(grid.cell(number, at))}
    return len(places) == 1 and _is_heading(said_in(grid, number, telling))


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST_BAND and not _NOTE.match(text) and not _TOTAL.fullmatch(text)


def _is_guidance(own: Mapping[int, str]) -> bool:
    """Whether a row only says how the rows below it are to be filled in."""
    are_in_brackets = len(own) > 1 and all(_BRACKETED.fullmatch(text) for text in own.values())
    return are_in_brackets or any(_DAY_PATTERN.fullmatch(text) for text in own.values())


def _is_end(text: str) -> bool:
    return text.lower().startswith("end")
