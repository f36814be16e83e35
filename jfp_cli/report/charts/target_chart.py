"""The chart of a target: its line from the baseline through the trajectory, and its readings, for a template to draw.

Across, places are in percent of the chart's width; down, in pixels.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jfp_cli.report.document.section_views import LineView, PointView
from jfp_cli.report.document.shape import view

TOP, BOTTOM = 34, 106
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


def chart(line: LineView) -> Chart:
    """The chart of a target's line."""
    readings = line.readings
    points = [_point(point, at, line.points) for at, point in enumerate(line.points)]
    points += [_reading(point, last=point is readings[-1]) for point in readings]
    return Chart(
        words=_words(line),
        way=tuple(_strokes(line.points)),
        readings=tuple(_strokes(readings)),
        points=tuple(points),
        dates=tuple(ChartDate(point.at, point.x / 10, _align(point.x)) for point in _apart(line.points)),
        today=None if line.as_of is None else line.as_of / 10,
    )


def _point(point: PointView, at: int, way: Sequence[PointView]) -> ChartPoint:
    """A point of the way to the target, its text on the side from which no line comes."""
    beside = [other.y for other in way[max(0, at - 1) : at + 2] if other is not point]
    below = sum(beside) > point.y * len(beside)
    return ChartPoint(
        point.kind, point.figure, point.x / 10, _down(point.y), _align(point.x), below, point in _apart(way)
    )


def _reading(point: PointView, *, last: bool) -> ChartPoint:
    return ChartPoint(point.kind, point.figure, point.x / 10, _down(point.y), _align(point.x), below=True, named=last)


def _strokes(points: Sequence[PointView]) -> Iterator[Stroke]:
    for one, next_one in pairwise(points):
        yield Stroke(one.x / 10, _down(one.y), next_one.x / 10, _down(next_one.y))


def _apart(points: Sequence[PointView]) -> list[PointView]:
    """The first point, the last, and those between whose text would touch no other."""
    kept = [points[0]]
    for point in points[1:-1]:
        if point.x - kept[-1].x > 10 * NEAR and points[-1].x - point.x > 10 * NEAR:
            kept.append(point)
    return [*kept, points[-1]]


def _down(y: int) -> int:
    return round(BOTTOM - (BOTTOM - TOP) * y / 1000)


def _align(x: int) -> str:
    """Which end of a text stands at its place, so that it stays within the picture."""
    return "start" if x < 10 * NEAR / 2 else "end" if x > 1000 - 10 * NEAR / 2 else "middle"


def _words(line: LineView) -> str:
    first, *rest = (f"{point.figure} ({point.at})" for point in line.points)
    words = f"From {first} to {', then '.join(rest)}"
    if line.readings:
        latest = line.readings[-1]
        words += f"; latest reading {latest.figure} ({latest.at})"
    return words
