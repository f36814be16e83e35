"""The trend chart of milestones: when each was due (up), as it was known from day to day (across).

A line goes level as long as a date stands, and up where it is put off. Numbers at the right say whose line it is;
marks stand where a date was set, and are told apart by colour and by shape.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from jfp_cli.report.charts.picture import Explained
from jfp_cli.report.charts.scale import Days, Levels, dates, named, spread, wide
from jfp_cli.report.charts.svg import Kind, Line, Mark, Part, Text, sample, svg
from jfp_cli.report.document import view
from jfp_cli.report.document.dates import in_words
from jfp_cli.report.document.trend import Known, Trend, TrendLine
from jfp_cli.report.language import counted, say, spoken

_PLOT, _TOP, _AXIS = 260, 12, 22  # pixels of the plot, above it, and of the days below
_ROW = 15  # pixels between two numbers at the right
_SIGNS, _LEADER = 7.0, 3.5  # percent that the numbers take at the right, and the lines that lead to them
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)  # months between two ticks
_MOST_TICKS = 7
_BEFORE = 30  # days shown before the first move where nobody knows since when the date before stood
_YEAR = 12  # months


@view
class TrendRow:
    """A milestone in the table, with every date that it had and when that was set."""

    sign: str
    text: str
    dates: tuple[str, ...]


@view
class TrendPicture:
    """The drawing, and in words all that it shows."""

    svg: Markup
    legend: tuple[Explained, ...]
    rows: tuple[TrendRow, ...]


def trend_picture(trend: Trend, width: int | None = None) -> TrendPicture:
    """The picture of milestones that moved; `width` in pixels where it is to stand by itself."""
    rows = tuple(TrendRow(str(at), line.text, tuple(map(_told, line.known))) for at, line in enumerate(trend.lines, 1))
    parts = list(_drawing(trend))
    then = f", {say('then')} "
    words = "; ".join(f"{row.sign}. {row.text}: {then.join(_dates(line))}" for row, line in _with(rows, trend))
    one, many = "How the dates of {number} milestone moved", "How the dates of {number} milestones moved"
    title = f"{counted(len(rows), one, many)}. {words}."
    legend = tuple(Explained(sample(part), words) for part, words in _legend(parts))
    return TrendPicture(svg(parts, _TOP + _PLOT + _AXIS, title, width), legend, rows)


def _with(rows: Sequence[TrendRow], trend: Trend) -> Iterator[tuple[TrendRow, TrendLine]]:
    return zip(rows, trend.lines, strict=True)


def _dates(line: TrendLine) -> Iterator[str]:
    return (in_words(known.due) for known in line.known)


def _told(known: Known) -> str:
    due = in_words(known.due)
    told = say("{date} at first", date=due)
    if known.day:
        told = say("{date} since {day}", date=due, day=spoken().day(known.day))
    return told if known.recorded else f"{told}, {say('not recorded')}"


class _Plot(NamedTuple):
    days: Days
    levels: Levels

    def place(self, day: date, due: date) -> tuple[float, float]:
        return self.days.x(day), self.levels.y(Fraction(due.toordinal()))


def _drawing(trend: Trend) -> Iterator[Part]:
    """The parts of the picture, those below first."""
    plot, ticks = _scales(trend)
    left, right = plot.days.left, plot.days.right
    for tick, label in ticks:
        y = plot.levels.y(Fraction(tick.toordinal()))
        yield Line("grid", left - 2, y, right, y)
        yield Text("tick", left - 3, y + 4, label, "end")
    yield from _day_itself(plot)
    for line in trend.lines:
        yield from _steps(plot, line)
    for at, line in enumerate(trend.lines, 1):
        yield from _marks(plot, at, line)
    yield from _signs(plot, trend.lines)
    for x, label, anchor in dates(_along(plot.days), plot.days, "month"):
        yield Text("tick", x, _TOP + _PLOT + _AXIS - 4, label, anchor)


def _scales(trend: Trend) -> tuple[_Plot, list[tuple[date, str]]]:
    """Both scales, and the ticks of the dates that are promised."""
    known = [one for line in trend.lines for one in line.known]
    days = [one.day for one in known if one.day]
    first = min(days) - (timedelta(_BEFORE) if any(line.known[0].day is None for line in trend.lines) else timedelta())
    low, high = spread([Fraction(one.level.toordinal()) for one in known], None)
    ticks = _ticks(date.fromordinal(int(low)), date.fromordinal(int(high)))
    gutter = max((wide(label) for _, label in ticks), default=0)
    scale = Days(first, max(trend.day, *days), gutter + 4, 100 - _SIGNS)
    return _Plot(scale, Levels(low, high, _TOP, _TOP + _PLOT)), ticks


def _ticks(low: date, high: date) -> list[tuple[date, str]]:
    """The first days of round months between two days, with their labels; as many as there is room for."""
    for step in _STEPS:
        months = [
            month for month in range(low.year * _YEAR, (high.year + 1) * _YEAR, step) if low <= _month(month) <= high
        ]
        if len(months) <= _MOST_TICKS:
            break
    return [(_month(month), named(_month(month), "month")) for month in months]


def _month(number: int) -> date:
    return date(number // _YEAR, number % _YEAR + 1, 1)


def _along(days: Days) -> list[date]:
    """The days that the axis below may name: the first, the last, and first days of months between."""
    first, last = days.first, days.last
    months = range(first.year * _YEAR + first.month, last.year * _YEAR + last.month - 1)
    return [first, *map(_month, months), last]


def _day_itself(plot: _Plot) -> Iterator[Part]:
    """Where what is due falls on the day itself, as far as the picture shows that."""
    low, high = (date.fromordinal(int(end)) for end in (plot.levels.low, plot.levels.high))
    first, last = max(plot.days.first, low), min(plot.days.last, high)
    if first < last:
        (x1, y1), (x2, y2) = plot.place(first, first), plot.place(last, last)
        yield Line("rebase", x1, y1, x2, y2)


def _steps(plot: _Plot, line: TrendLine) -> Iterator[Part]:
    """Level from one day to the next on which the date was set, and up or down there."""
    begins = [known.day or plot.days.first for known in line.known]
    for (start, known), (end, then) in pairwise(zip(begins, line.known, strict=True)):
        (x1, y1), (x2, y2) = plot.place(start, known.level), plot.place(end, then.level)
        yield Line("series", x1, y1, x2, y1)
        yield Line("series", x2, y1, x2, y2)
    x, y = plot.place(begins[-1], line.known[-1].level)
    yield Line("series", x, y, plot.days.right, y)


def _marks(plot: _Plot, at: int, line: TrendLine) -> Iterator[Part]:
    before: Known | None = None
    for known in line.known:
        if known.day is not None:
            words = f"{at}. {line.text}: {_told(known)}"
            x, y = plot.place(known.day, known.level)
            yield Mark(_kind(before, known), 1, x, y, 4.5, hollow=not known.recorded, words=words)
        before = known


def _kind(before: Known | None, known: Known) -> Kind:
    if before is None or known.level == before.level:
        return "common"
    return "concern" if known.level > before.level else "improvement"


def _signs(plot: _Plot, lines: Sequence[TrendLine]) -> Iterator[Part]:
    """The number of each line at its end, moved up or down as far as others need."""
    ends = sorted((plot.levels.y(Fraction(line.known[-1].level.toordinal())), at) for at, line in enumerate(lines, 1))
    places: list[float] = []
    for end, _ in ends:
        places.append(max(end, places[-1] + _ROW) if places else end)
    least = float(_TOP + _PLOT)
    for at in reversed(range(len(places))):
        places[at] = min(places[at], least)
        least = places[at] - _ROW
    right = plot.days.right
    for (end, at), place in zip(ends, places, strict=True):
        yield Line("leader", right, end, right + _LEADER, place)
        yield Text("sign", 100, place + 4, str(at), "end")


def _legend(parts: Sequence[Part]) -> Iterator[tuple[Line | Mark, str]]:
    """What each sort of line and mark of the drawing means, once."""
    drawn = {(part.kind, part.hollow) for part in parts if isinstance(part, Mark)}
    said: dict[Kind, str] = {
        "common": say("first seen"),
        "concern": say("put off"),
        "improvement": say("brought forward"),
    }
    for kind, words in said.items():
        for hollow in (False, True):
            if (kind, hollow) in drawn:
                yield (
                    Mark(kind, 1, 50, 8, 4.5, hollow=hollow),
                    f"{words}, {say('not recorded')}" if hollow else words,
                )
    yield Line("series", 0, 8, 100, 8), say("when a milestone was due, as it was known on each day")
    if any(isinstance(part, Line) and part.ink == "rebase" for part in parts):
        yield Line("rebase", 0, 8, 100, 8), say("a line that meets this one falls due on that day")
