"""The control chart of a measure in the lines of a terminal: a column a period, a row a band of levels."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from jfp_cli.cli.console.terminal import shows, wrapped
from jfp_cli.measures.rhythm import period
from jfp_cli.measures.spc import Judged
from jfp_cli.measures.words import VARIATION_WORDS
from jfp_cli.report.charts.measured import Measured
from jfp_cli.report.charts.remarks import Noted, noted, remarks
from jfp_cli.report.charts.scale import named, spread
from jfp_cli.values.text import safe

ROWS, LEAST = 12, 8  # of the drawing; columns that a drawing needs at least
_WIDEST = 3  # columns of a period where there are few


class Run(NamedTuple):
    """A piece of a line in one style of the terminal."""

    text: str
    style: str = ""


class Pens(NamedTuple):
    """The characters that a chart is drawn with."""

    marks: Mapping[str, str]
    mean: str
    limit: str
    aim: str
    side: str
    corner: str
    foot: str


DRAWN = Pens(
    {"common": "●", "improvement_high": "▲", "improvement_low": "▼", "concern": "◆", "neutral": "■", "hollow": "○"},
    *"─┄━│└─",
)
PLAIN = Pens(
    {"common": "*", "improvement_high": "^", "improvement_low": "v", "concern": "x", "neutral": "#", "hollow": "o"},
    *"-.=|+-",
)
_STYLES = {"improvement": "blue", "concern": "yellow", "neutral": "magenta"}


def control_chart(measured: Measured, width: int, encoding: str) -> list[list[Run]]:
    """The lines of a chart at a width: the drawing, its dates, and what its characters mean.

    The latest periods are drawn that there is room for; a period without a reading stays empty.
    """
    if not measured.chart.points:
        return []
    pens = DRAWN if all(shows(text, encoding) for text in (*DRAWN.marks.values(), "".join(DRAWN[1:]))) else PLAIN
    bounds = measured.bounds and (Fraction(measured.bounds[0]), Fraction(measured.bounds[1]))
    low, high = spread([Fraction(level) for level in measured.levels()], bounds)
    scale = [measured.about(level, measured.unit_of_ticks) for level in (high, (high + low) / 2, low)]
    gutter = max(map(len, scale)) + 1
    room = max(width - gutter - 2, LEAST)
    last = period(measured.chart.points[-1].point.at, measured.every)
    first = max(period(measured.chart.points[0].point.at, measured.every), last - room + 1)
    each = max(1, min(_WIDEST, room // (last - first + 1)))
    columns = _Columns(measured, first, each, (last - first) * each + 1, low, high)
    labels = dict(zip((0, ROWS // 2, ROWS - 1), scale, strict=True))
    lines = [
        [Run(f"{labels.get(row, ''):>{gutter - 1}} {pens.side}"), *_joined(cells)]
        for row, cells in enumerate(columns.drawn(pens))
    ]
    lines.append([Run(f"{'':{gutter}}{pens.corner}{pens.foot * columns.across}")])
    lines.append([Run(f"{'':{gutter + 1}}{_dates(columns)}")])
    drawn, readings = len(columns.shown()), len(measured.chart.points)
    said = [f"{drawn} of {readings} readings are drawn."] if drawn < readings else []
    said += (f"{_since(sign)}{named(sign.day, measured.every)}: {sign.said}" for sign in noted(measured))
    said += remarks(measured, low, high)
    texts = [[Run(line)] for text in said for line in wrapped(safe(text), width)]
    return [*lines, *_legend(measured, columns, pens, width), [], *texts]


def _since(noted: Noted) -> str:
    """What stands before the day of a rebase; no sign of the key does, since none is drawn."""
    return "" if noted.sign.isdigit() else "New limits from "


class _Columns(NamedTuple):
    """The columns of a drawing: from which period, how many for each, how many in all, and between which levels."""

    measured: Measured
    first: int
    each: int
    across: int
    low: Fraction
    high: Fraction

    def shown(self) -> list[tuple[int, Judged]]:
        """Each reading that is drawn, with its column."""
        points = self.measured.chart.points
        numbered = ((period(judged.point.at, self.measured.every) - self.first, judged) for judged in points)
        return [(number * self.each, judged) for number, judged in numbered if number >= 0]

    def drawn(self, pens: Pens) -> list[list[Run]]:
        """A cell for each row and column: lines first, then the marks over them."""
        grid = [[Run(" ") for _ in range(self.across)] for _ in range(ROWS)]
        for at, stretch in enumerate(self.measured.chart.stretches):
            own = [column for column, judged in self.shown() if judged.stretch == at]
            if own and stretch.limits:
                levels = (stretch.limits.lower, pens.limit), (stretch.limits.upper, pens.limit)
                for level, pen in (*levels, (stretch.limits.mean, pens.mean)):
                    self._across(grid, level, pen, own[0], own[-1])
        for aim in self.measured.aims:
            self._across(grid, Fraction(aim.level), pens.aim, 0, self.across - 1)
        for column, judged in self.shown():
            row = self.row(Fraction(judged.point.value))
            if row is not None:
                grid[row][column] = mark(judged, pens)
        return grid

    def row(self, level: Fraction) -> int | None:
        """The row of a level, from the top; None where it lies beyond what is drawn."""
        if not self.low <= level <= self.high:
            return None
        return ROWS - 1 - min(ROWS - 1, int(ROWS * (level - self.low) / (self.high - self.low)))

    def _across(self, grid: list[list[Run]], level: Fraction | None, pen: str, start: int, end: int) -> None:
        row = None if level is None else self.row(level)
        if row is not None:
            grid[row][start : end + 1] = [Run(pen, "dim")] * (end + 1 - start)


def mark(judged: Judged, pens: Pens) -> Run:
    """The character of a reading: hollow where it does not count or may yet change."""
    variation = judged.variation or "common_cause"
    kind = variation.partition("_")[0]
    hollow = judged.point.excluded or judged.point.provisional
    character = pens.marks["hollow"] if hollow else pens.marks.get(variation) or pens.marks[kind]
    return Run(character, _STYLES.get(kind, ""))


def _joined(cells: Sequence[Run]) -> Iterator[Run]:
    """Cells of one style side by side as one run, nothing after the last that shows."""
    end = max((at for at, cell in enumerate(cells, 1) if cell.text != " "), default=0)
    text, style = "", ""
    for cell in cells[:end]:
        if text and cell.style != style and cell.text != " ":
            yield Run(text, style)
            text = ""
        if cell.text != " " or not text:
            style = cell.style
        text += cell.text
    if text:
        yield Run(text, style)


def _dates(columns: _Columns) -> str:
    """The first and the last day of the drawing, where there is room for both."""
    days = [judged.point.at for _, judged in columns.shown()]
    start, end = (named(day, columns.measured.every) for day in (days[0], days[-1]))
    blanks = columns.across - len(start) - len(end)
    return f"{start}{' ' * blanks}{end}" if blanks > 0 else end if start == end else f"{start} - {end}"


def _legend(measured: Measured, columns: _Columns, pens: Pens, width: int) -> Iterator[list[Run]]:
    """What the characters mean, as many to a line as fit."""
    line: list[Run] = []
    room = width
    for entry in _meanings(measured, columns, pens):
        length = sum(len(run.text) for run in entry)
        if line and length + 3 > room:
            yield line
            line, room = [], width
        if line:
            line.append(Run("   "))
            room -= 3
        line += entry
        room -= length
    if line:
        yield line


def _meanings(measured: Measured, columns: _Columns, pens: Pens) -> Iterator[list[Run]]:
    """Each character of the drawing with what it means."""
    told: dict[Run, str] = {}
    for _, judged in columns.shown():
        hollow = "left out" if judged.point.excluded else "provisional" if judged.point.provisional else ""
        told.setdefault(mark(judged, pens), hollow or VARIATION_WORDS[judged.variation or "common_cause"])
    limits = measured.chart.limits
    if limits:
        told[Run(pens.mean)] = f"mean {measured.about(limits.mean)}"
        if limits.lower is not None and limits.upper is not None:
            early = "provisional limits" if measured.chart.provisional else "limits"
            told[Run(pens.limit)] = f"{early} {measured.between(limits.lower, limits.upper)}"
    if measured.aims:
        told[Run(pens.aim)] = "; ".join(aim.words for aim in measured.aims)
    for run, words in told.items():
        yield [run, Run(f" {safe(words)}")]
