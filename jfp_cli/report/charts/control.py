"""The control chart of a measure: which lines, marks and labels it has, and where.

Points are told apart by colour and by shape; what does not count, or may yet change, is hollow. Labels are placed for
the narrowest picture, so that they touch at no width.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from jfp_cli.measures.rhythm import APART
from jfp_cli.measures.spc import Judged, Level
from jfp_cli.report.charts.lanes import Label, lanes
from jfp_cli.report.charts.measured import Measured
from jfp_cli.report.charts.remarks import Noted, told
from jfp_cli.report.charts.scale import Days, Levels, dates, spread, wide
from jfp_cli.report.charts.svg import Ink, Kind, Line, Mark, Part, Text

ROW, AXIS, UNIT = 15, 22, 16  # pixels of a row of labels, of the dates below, of the unit above
EDGE = 2.5  # percent left free beside the first and the last point


class Ranges(NamedTuple):
    """The days and levels that a picture shows: those of others too, where several are to be compared."""

    first: date
    last: date
    low: Fraction
    high: Fraction


def ranges(measured: Measured) -> Ranges:
    """What a picture shows by itself: every reading, and of a way beyond the last one at most half as much again."""
    days = [judged.point.at for judged in measured.chart.points]
    first, last = days[0], days[-1]
    ahead = max((day for aim in measured.aims if len(aim.way) > 1 for day, _ in aim.way), default=last)
    last = max(last, min(ahead, last + timedelta((last - first).days // 2)))
    bounds = measured.bounds and (Fraction(measured.bounds[0]), Fraction(measured.bounds[1]))
    levels = [Fraction(level) for level in measured.levels()]
    for aim in measured.aims:
        levels += (level for day in (first, last) if (level := stands_at(aim.way, day)) is not None)
        levels += (Fraction(level) for day, level in aim.way if first <= day <= last)
    return Ranges(first, last, *spread(levels, bounds))


def stands_at(way: Sequence[tuple[date, Level]], day: date) -> Fraction | None:
    """How high a way stands on a day that lies on it."""
    for (start, low), (end, high) in pairwise(way):
        if start <= day <= end and start < end:
            share = Fraction((day - start).days, (end - start).days)
            return Fraction(low) + share * (Fraction(high) - Fraction(low))
    return None


def drawing(measured: Measured, shown: Ranges, height: int, signs: Sequence[Noted] = ()) -> tuple[list[Part], int]:
    """The parts of a picture, those below first, and its height: that of the plot, and what labels take."""
    within = [sign for sign in signs if shown.first <= sign.day <= shown.last]
    levels = Levels(shown.low, shown.high, 0, 1)
    ticks = [(tick, measured.about(Fraction(tick), measured.unit_of_ticks)) for tick in levels.ticks()]
    gutter = max(wide(label) for _, label in ticks)
    days = Days(shown.first, shown.last, gutter + EDGE, 100 - EDGE)
    rows = lanes((sign.sign, days.x(sign.day)) for sign in within)
    top = UNIT + ROW * (1 + max((label.row for label in rows), default=-1)) + 10
    levels = levels._replace(top=top, bottom=top + height)
    plot = _Plot(measured, days, levels, gutter)
    parts: list[Part] = [Text("tick", 0, 11, measured.unit, "start")] if measured.unit != measured.unit_of_ticks else []
    for tick, label in ticks:
        parts.append(Line("grid", gutter, levels.y(Fraction(tick)), 100, levels.y(Fraction(tick))))
        parts.append(Text("tick", gutter - 1, levels.y(Fraction(tick)) + 4, label, "end"))
    parts += plot.signs(within, rows)
    parts += plot.limits()
    parts += plot.aims()
    parts += plot.series()
    parts += plot.marks()
    own = [judged.point.at for judged in measured.chart.points]
    along = [*own, shown.last] if shown.last > own[-1] else own
    for x, name, anchor in dates(along, days, measured.every):
        parts.append(Text("tick", x, levels.bottom + AXIS - 4, name, anchor))
    return parts, round(levels.bottom) + AXIS


class _Plot(NamedTuple):
    """A measure between its days and levels; nothing is drawn beyond either."""

    measured: Measured
    days: Days
    levels: Levels
    gutter: float

    def signs(self, signs: Iterable[Noted], rows: Sequence[Label]) -> Iterator[Part]:
        """The letters and numbers above, each with a line down to what it is about."""
        heights = {judged.point.at: judged.point.value for judged in self.measured.chart.points}
        places = {label.text: label for label in rows}
        for sign in signs:
            label = places[sign.sign]
            foot = UNIT + ROW * (max(row.row for row in rows) - label.row) + 12
            x = self.days.x(sign.day)
            if sign.sign.isdigit():
                level = min(max(Fraction(heights[sign.day]), self.levels.low), self.levels.high)
                yield Line("leader", x, foot + 3, x, self.levels.y(level))
            else:
                yield Line("rebase", x, foot + 3, x, self.levels.bottom)
            half = wide(sign.sign) / 2
            yield Text("sign", min(max(x, half), 100 - half), foot, sign.sign)

    def limits(self) -> Iterator[Part]:
        """The mean and the limits of each stretch, from its first point to its last."""
        for at, stretch in enumerate(self.measured.chart.stretches):
            own = [judged.point.at for judged in self.measured.chart.points if judged.stretch == at]
            if stretch.limits is None:
                continue
            left, right = self.days.x(own[0]) - 0.8, self.days.x(own[-1]) + 0.8
            ink: Ink = "early" if stretch.provisional else "limit"
            for kind, level in (
                ("mean", stretch.limits.mean),
                (ink, stretch.limits.lower),
                (ink, stretch.limits.upper),
            ):
                if level is not None and self._shows(level):
                    yield Line(kind, left, self.levels.y(level), right, self.levels.y(level))

    def aims(self) -> Iterator[Part]:
        """Each target's figure across the whole, and the way that leads there."""
        for aim in self.measured.aims:
            if self._shows(Fraction(aim.level)):
                height = self.levels.y(Fraction(aim.level))
                yield Line("aim", self.gutter, height, 100, height)
            way = [(self.days.x(day), Fraction(level)) for day, level in aim.way]
            yield from (part for one, other in pairwise(way) for part in self._line("way", one, other))

    def series(self) -> Iterator[Part]:
        """Lines from each reading that counts to the next, but for gaps."""
        counted = [judged.point for judged in self.measured.chart.points if judged.variation]
        for one, other in pairwise(counted):
            if (other.at - one.at).days <= APART[self.measured.every]:
                ends = ((self.days.x(point.at), Fraction(point.value)) for point in (one, other))
                yield from self._line("series", *ends)

    def marks(self) -> Iterator[Part]:
        """A mark for each reading."""
        points = self.measured.chart.points
        size = 4.5 if len(points) <= 40 else 3.5 if len(points) <= 80 else 2.5
        for judged in points:
            value = Fraction(judged.point.value)
            if self._shows(value):
                kind, way = sort(judged)
                place = self.days.x(judged.point.at), self.levels.y(value)
                provisional, excluded = judged.point.provisional, bool(judged.point.excluded)
                yield Mark(kind, way, *place, size, provisional, excluded, told(self.measured, judged))

    def _shows(self, level: Fraction) -> bool:
        return self.levels.low <= level <= self.levels.high

    def _line(self, ink: Ink, one: tuple[float, Fraction], other: tuple[float, Fraction]) -> Iterator[Line]:
        """What of a line lies within the days and the levels."""
        left, right = self.gutter, 100.0
        span, rise = other[0] - one[0], other[1] - one[1]
        shares = [0.0, 1.0]
        for start, by, low, high in (
            (one[0], span, left, right),
            (float(one[1]), float(rise), float(self.levels.low), float(self.levels.high)),
        ):
            if by:
                ends = sorted(((low - start) / by, (high - start) / by))
                shares = [max(shares[0], ends[0]), min(shares[1], ends[1])]
            elif not low <= start <= high:
                return
        if shares[0] < shares[1]:
            places = [(one[0] + share * span, self.levels.y(one[1] + Fraction(share) * rise)) for share in shares]
            yield Line(ink, round(places[0][0], 3), places[0][1], round(places[1][0], 3), places[1][1])


def sort(judged: Judged) -> tuple[Kind, int]:
    """The kind of mark of a point, and which way it points."""
    kind, _, end = (judged.variation or "common_cause").partition("_")
    kinds: dict[str, Kind] = {"improvement": "improvement", "concern": "concern", "neutral": "neutral"}
    return kinds.get(kind, "common"), -1 if end == "low" else 1
