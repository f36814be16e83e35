"""The pictures of the key milestones: where each mark and bar goes, for a template to draw.

Across, places are in percent of a picture's width, so that it fits a phone as well as a page; down, in pixels.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from jfp_cli.model.promise import NOT_REPORTED
from jfp_cli.query.sentences import counted
from jfp_cli.report.document import view
from jfp_cli.report.document.dates import in_words
from jfp_cli.report.document.milestones import AreaView, MilestonesView, MilestoneView, StatusCount
from jfp_cli.report.document.promises import NO_UPDATE, OVERDUE

STEP = 15  # from one mark of a quarter to the one below it
MOST_MARKS = 6  # of one quarter; where there are more, the last place says how many
MOST_YEARS = 8  # that are named along the top
QUARTERS = ("January to March", "April to June", "July to September", "October to December")


@view
class YearLine:
    """Where a financial year begins: `year` is the calendar year of its April."""

    year: int
    x: float


@view
class Mark:
    """A milestone in the timeline; `kind` is its mark."""

    kind: str
    anchor: str
    x: float
    y: int
    words: str


@view
class More:
    """How many milestones of a quarter have no mark of their own."""

    number: int
    x: float
    y: int


@view
class Lane:
    """An area's row of the timeline, and what it shows in words."""

    anchor: str
    title: str
    words: str
    height: int
    marks: tuple[Mark, ...]
    more: tuple[More, ...]


@view
class Timeline:
    """The milestones by area and quarter; `today` is the as-of day's place, None where it lies outside."""

    years: tuple[YearLine, ...]
    today: float | None
    lanes: tuple[Lane, ...]
    kinds: frozenset[str]


@view
class Segment:
    """The milestones of an area that have one mark."""

    status: str
    number: int
    x: float
    width: float


@view
class Bar:
    """An area's milestones by mark, and what the bar shows in words."""

    anchor: str
    title: str
    words: str
    segments: tuple[Segment, ...]


class Marked(Protocol):
    """What has a title, and counts that stand for all of it together."""

    @property
    def title(self) -> str: ...
    @property
    def marks(self) -> tuple[StatusCount, ...]: ...


def timeline(milestones: MilestonesView, as_of: str) -> Timeline | None:
    """The timeline of milestones, by the quarter of the last day that their date can mean; None where there are none.

    An open date stands in the quarter in which it begins.
    """
    quarters = [_quarter_of(milestone) for area in milestones.areas for milestone in area.milestones]
    if not quarters:
        return None
    start = _april(min(quarters))
    end = _april(max(quarters)) + 4
    span = end - start
    lanes = tuple(_lane(area, start, span) for area in milestones.areas if area.milestones)
    years = range(start, end, 4 * -(-span // (4 * MOST_YEARS)))
    today = _today(as_of) - start
    return Timeline(
        years=tuple(YearLine(quarter // 4, _percent(quarter - start, span)) for quarter in years),
        today=_percent(today, span) if 0 <= today <= span else None,
        lanes=lanes,
        kinds=frozenset(mark.kind for lane in lanes for mark in lane.marks),
    )


def bars(milestones: MilestonesView) -> tuple[Bar, ...]:
    """A bar for each area, as long as its milestones are many; none where statuses are not shown."""
    if not milestones.counts.statuses:
        return ()
    longest = max((area.counts.total for area in milestones.areas), default=0)
    return tuple(_bar(area, longest) for area in milestones.areas if area.milestones)


def with_bars(rows: Sequence[Marked]) -> tuple[tuple[Marked, Bar], ...]:
    """Each row of a table with a bar of its marks, as long as these are many."""
    longest = max((sum(count.number for count in row.marks) for row in rows), default=0)
    return tuple((row, _bar_of("", row.title, row.marks, longest)) for row in rows)


def _lane(area: AreaView, start: int, span: int) -> Lane:
    found: dict[int, list[MilestoneView]] = {}
    for milestone in area.milestones:
        found.setdefault(_quarter_of(milestone), []).append(milestone)
    marks: list[Mark] = []
    more: list[More] = []
    for quarter, own in found.items():
        x = _percent(quarter - start + 0.5, span)
        own.sort(key=lambda milestone: (milestone.mark != OVERDUE, milestone.mark != NO_UPDATE))
        shown = own if len(own) <= MOST_MARKS else own[: MOST_MARKS - 1]
        for at, milestone in enumerate(shown, 1):
            words = f"{in_words(milestone.entity.due)}: {milestone.entity.activity}"
            marks.append(Mark(milestone.mark or NOT_REPORTED, milestone.anchor, x, STEP * at, words))
        if len(shown) < len(own):
            more.append(More(len(own) - len(shown), x, STEP * MOST_MARKS))
    tallest = min(MOST_MARKS, max(map(len, found.values())))
    words = "; ".join(_quarter_words(quarter, found[quarter]) for quarter in sorted(found))
    return Lane(
        area.anchor, area.entity.title, f"{area.entity.title}: {words}", STEP * (tallest + 1), tuple(marks), tuple(more)
    )


def _quarter_words(quarter: int, own: Sequence[MilestoneView]) -> str:
    late = sum(1 for milestone in own if milestone.mark == OVERDUE)
    silent = sum(1 for milestone in own if milestone.mark == NO_UPDATE)
    return f"{QUARTERS[quarter % 4]} {quarter // 4}, {counted(len(own), 'milestone')}" + (
        (f", {late} overdue" if late else "") + (f", {silent} with no update" if silent else "")
    )


def _bar(area: AreaView, longest: int) -> Bar:
    return _bar_of(area.anchor, area.entity.title, area.counts.marks, longest)


def _bar_of(anchor: str, title: str, counts: Iterable[StatusCount], longest: int) -> Bar:
    """A bar of counts one after the other, as long as they are many; `longest` of them fill the picture."""
    told = [count for count in counts if count.number]
    segments: list[Segment] = []
    before = 0
    for count in told:
        segments.append(Segment(count.status, count.number, _percent(before, longest), _percent(count.number, longest)))
        before += count.number
    words = ", ".join(f"{count.number} {count.words.lower()}" for count in told)
    return Bar(anchor, title, words, tuple(segments))


def _quarter_of(milestone: MilestoneView) -> int:
    return _quarter(milestone.entity.due.last or milestone.entity.due.first)


def _quarter(day: date) -> int:
    """The calendar quarter of a day, counted from the year 0: financial years begin with each second of four."""
    return day.year * 4 + (day.month - 1) // 3


def _april(quarter: int) -> int:
    """The quarter in which the financial year of a quarter begins."""
    return quarter - (quarter - 1) % 4


def _today(iso: str) -> float:
    """A day in quarters, with how much of its own has gone."""
    day = date.fromisoformat(iso)
    return _quarter(day) + ((day.month - 1) % 3 + (day.day - 1) / 31) / 3


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 2)
