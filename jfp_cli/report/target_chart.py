"""The chart of a target: its line from the baseline through the trajectory, and its readings, for a template to draw.

Across, places are in percent of the chart's width; down, in pixels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from jfp_cli.measures.line import Point
from jfp_cli.model.measure import Reading
from jfp_cli.report.document import view
from jfp_cli.report.document.dates import in_words
from jfp_cli.report.document.views import Track
from jfp_cli.report.language import say

TOP, BOTTOM = 34, 106
FINE = 1000  # steps across and up to which places are rounded
NARROWEST = 200  # pixels: a chart in a column of a small screen
LETTER = 8.5  # pixels: no letter or digit of a chart is wider on average
ABOVE, BELOW, HIGH = -11, 20, 15  # from a dot to the foot of its text, and how high that is
EDGE = 0.12  # of the width, on which a text begins or ends at its dot


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
        points=tuple(_named([*_on_the_way(way), *(_drawn(dot, below=True) for dot in readings)])),
        dates=tuple(ChartDate(dot.at, dot.x / 10, _align(dot.x)) for dot in _dated(way)),
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
    for at, dot in enumerate(way):
        beside = [other.y for other in way[max(0, at - 1) : at + 2] if other is not dot]
        yield _drawn(dot, below=sum(beside) > dot.y * len(beside))


def _drawn(dot: _Dot, *, below: bool) -> ChartPoint:
    return ChartPoint(dot.kind, dot.figure, dot.x / 10, _down(dot.y), _align(dot.x), below, named=False)


def _named(points: Sequence[ChartPoint]) -> list[ChartPoint]:
    """The points, those with their text that would touch no other: the target's first, then the latest reading's."""
    readings = [point for point in points if point.kind == "reading"]
    way = [point for point in points if point.kind != "reading"]
    taken: dict[int, _Box] = {}
    for point in (way[-1], *readings[-1:], *way[:-1]):
        box = _Box.of(point.figure, point.x, point.align, point.y + (BELOW if point.below else ABOVE))
        if box.fits() and not any(box.touches(other) for other in taken.values()):
            taken[id(point)] = box
    return [replace(point, named=id(point) in taken) for point in points]


def _dated(way: Sequence[_Dot]) -> list[_Dot]:
    """The points whose dates stand along the foot without touching: the last, the first, then those between."""
    kept: list[tuple[_Dot, _Box]] = []
    for dot in (way[-1], *way[:-1]):
        box = _Box.of(dot.at, dot.x / 10, _align(dot.x), 0)
        if box.fits() and not any(box.touches(other) for _, other in kept):
            kept.append((dot, box))
    return sorted((dot for dot, _ in kept), key=lambda dot: dot.x)


class _Box(NamedTuple):
    """Where a text stands in the narrowest chart; in a wider one there is more between two."""

    left: float
    right: float
    foot: int

    @classmethod
    def of(cls, text: str, x: float, align: str, foot: int) -> "_Box":
        at, wide = NARROWEST * x / 100, LETTER * len(text)
        left = at if align == "start" else at - wide if align == "end" else at - wide / 2
        return cls(left, left + wide, foot)

    def fits(self) -> bool:
        return self.left >= -LETTER and self.right <= NARROWEST + LETTER

    def touches(self, other: "_Box") -> bool:
        return self.left < other.right and other.left < self.right and abs(self.foot - other.foot) < HIGH


def _strokes(dots: Sequence[_Dot]) -> Iterator[Stroke]:
    for one, next_one in pairwise(dots):
        yield Stroke(one.x / 10, _down(one.y), next_one.x / 10, _down(next_one.y))


def _down(y: int) -> int:
    return round(BOTTOM - (BOTTOM - TOP) * y / FINE)


def _align(x: int) -> str:
    """Which end of a text stands at its place, so that it stays within the picture."""
    return "start" if x < EDGE * FINE else "end" if x > (1 - EDGE) * FINE else "middle"


def _words(way: Sequence[_Dot], readings: Sequence[_Dot]) -> str:
    first, *rest = (f"{dot.figure} ({dot.at})" for dot in way)
    told = [say("From {first} to {rest}", first=first, rest=f", {say('then')} ".join(rest))]
    if readings:
        told.append(say("latest reading {figure} ({date})", figure=readings[-1].figure, date=readings[-1].at))
    return "; ".join(told)
