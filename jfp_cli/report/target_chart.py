"""The chart of a target: its line from the baseline through the trajectory, and its readings, for a template to draw.

Across, places are in percent of the chart's width; down, in pixels.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from jfp_cli.measures.line import Point
from jfp_cli.model.measure import Reading
from jfp_cli.report.document import view
from jfp_cli.report.document.dates import in_words
from jfp_cli.report.document.views import Track

TOP, BOTTOM = 34, 106
FINE = 1000  # steps across and up to which places are rounded
NEAR = 24  # percent between two texts of a chart that would touch


@view
class ChartPoint:
    """A figure of a chart: where its dot and its text go, and whether the text stands under the dot."""

    kind: str
    figure: str
    x: float
    y: int
    align: str
    below: bool
    named: bool


@view
class ChartDate:
    """A date along the foot of a chart."""

    text: str
    x: float
    align: str


@view
class Stroke:
    """A straight line of a chart."""

    x1: float
    y1: int
    x2: float
    y2: int


@view
class Chart:
    """A target's line from its baseline, and its readings, with what they say in words."""

    words: str
    way: tuple[Stroke, ...]
    readings: tuple[Stroke, ...]
    points: tuple[ChartPoint, ...]
    dates: tuple[ChartDate, ...]
    today: float | None


def chart(track: Track) -> Chart:
    """The chart of a target's line and its readings."""
    scale = _Scale.of(track)
    way = [scale.point(point) for point in track.line.points]
    readings = [scale.reading(reading) for reading in track.readings]
    return Chart(
        words=_words(way, readings),
        way=tuple(_strokes(way)),
        readings=tuple(_strokes(readings)),
        points=(*_on_the_way(way), *(_drawn(dot, below=True, named=dot is readings[-1]) for dot in readings)),
        dates=tuple(ChartDate(dot.at, dot.x / 10, _align(dot.x)) for dot in _apart(way)),
        today=scale.as_of(track.day),
    )


class _Dot(NamedTuple):
    """A figure in its place, in thousandths of the chart: later and higher are more."""

    kind: Literal["baseline", "trajectory", "target", "reading"]
    figure: str
    at: str
    x: int
    y: int


class _Scale(NamedTuple):
    """The days and the levels that a chart goes from and to."""

    first: date
    last: date
    low: Fraction
    high: Fraction

    @classmethod
    def of(cls, track: Track) -> "_Scale":
        days = [*(point.day for point in track.line.points), *(reading.day for reading in track.readings)]
        levels = [*(point.level.value for point in track.line.points), *(read.value.value for read in track.readings)]
        return cls(min(days), max(days), Fraction(min(levels)), Fraction(max(levels)))

    def point(self, point: Point) -> _Dot:
        x, y = self._across(point.day), self._up(Fraction(point.level.value))
        return _Dot(point.kind, point.written.text, in_words(point.at), x, y)

    def reading(self, reading: Reading) -> _Dot:
        x, y = self._across(reading.day), self._up(Fraction(reading.value.value))
        return _Dot("reading", reading.value.text, in_words(reading.at), x, y)

    def as_of(self, day: date) -> float | None:
        return self._across(day) / 10 if self.first <= day <= self.last else None

    def _across(self, day: date) -> int:
        return round(FINE * (day - self.first).days / (self.last - self.first).days)

    def _up(self, level: Fraction) -> int:
        return int(FINE * (level - self.low) / (self.high - self.low)) if self.high > self.low else FINE // 2


def _on_the_way(way: Sequence[_Dot]) -> Iterator[ChartPoint]:
    """The points of the way to the target, each text on the side from which no line comes."""
    apart = _apart(way)
    for at, dot in enumerate(way):
        beside = [other.y for other in way[max(0, at - 1) : at + 2] if other is not dot]
        yield _drawn(dot, below=sum(beside) > dot.y * len(beside), named=dot in apart)


def _drawn(dot: _Dot, *, below: bool, named: bool) -> ChartPoint:
    return ChartPoint(dot.kind, dot.figure, dot.x / 10, _down(dot.y), _align(dot.x), below, named)


def _strokes(dots: Sequence[_Dot]) -> Iterator[Stroke]:
    for one, next_one in pairwise(dots):
        yield Stroke(one.x / 10, _down(one.y), next_one.x / 10, _down(next_one.y))


def _apart(way: Sequence[_Dot]) -> list[_Dot]:
    """The first point, the last, and those between whose text would touch no other."""
    kept = [way[0]]
    for dot in way[1:-1]:
        if dot.x - kept[-1].x > 10 * NEAR and way[-1].x - dot.x > 10 * NEAR:
            kept.append(dot)
    return [*kept, way[-1]]


def _down(y: int) -> int:
    return round(BOTTOM - (BOTTOM - TOP) * y / FINE)


def _align(x: int) -> str:
    """Which end of a text stands at its place, so that it stays within the picture."""
    return "start" if x < 10 * NEAR / 2 else "end" if x > FINE - 10 * NEAR / 2 else "middle"


def _words(way: Sequence[_Dot], readings: Sequence[_Dot]) -> str:
    first, *rest = (f"{dot.figure} ({dot.at})" for dot in way)
    words = f"From {first} to {', then '.join(rest)}"
    if readings:
        words += f"; latest reading {readings[-1].figure} ({readings[-1].at})"
    return words
