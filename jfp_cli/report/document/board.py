"""The paper that a delivery lead takes to the board: what came about since a day, and what needs a discussion."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from jfp_cli.measures.series import Series, worst_first
from jfp_cli.model.area import Area
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters
from jfp_cli.query.happened import Shift, Time, moves_in
from jfp_cli.query.measures import kept_series
from jfp_cli.query.on_day import known_on
from jfp_cli.query.promises import Promise, due, overdue
from jfp_cli.query.status import SOON
from jfp_cli.query.targets import tracked
from jfp_cli.report.charts.measured import Measured
from jfp_cli.report.charts.of_series import measured_in
from jfp_cli.report.document import view
from jfp_cli.report.document.changes import Besides
from jfp_cli.report.document.dated import DatedView, DateWriter, sentence
from jfp_cli.report.document.dates import in_words
from jfp_cli.report.document.headlines import Headline, Known, headlines
from jfp_cli.report.document.milestones import MilestonesView, MilestoneWriter
from jfp_cli.report.document.moves import MoveView, all_moves, silent_in, written_down_in
from jfp_cli.report.document.names import Names
from jfp_cli.report.document.past import Memory, Past
from jfp_cli.report.document.promises import NO_UPDATE, OVERDUE, PromiseTeller, called_in
from jfp_cli.report.document.scope import scope_of
from jfp_cli.report.document.trend import Trend, trend
from jfp_cli.report.language import say, spoken
from jfp_cli.report.pictures import Bar, bars

MOST_DRAWN = 12  # measures with their charts
_LINES = 43  # that a side of A4 has room for, and the letters that fit on one:
_OF_HEADLINE, _OF_TITLE, _OF_WORDS = 85, 32, 42


@view
class MeasureView:
    """A measure in a place, which is empty for all places; `measured` is what its picture is drawn from."""

    title: str
    place: str
    latest: str
    at: str
    measured: Measured
    is_pressing: bool


@view
class Board:
    """The paper; `scope` says of which areas, organisations and places it is, and is empty where it is of all.

    The areas of `milestones` begin with those that have most overdue; `first_areas` is how many the first side has
    room for. The measures begin with those that need a discussion first, and of these the first are `drawn`. Of `moves`
    those that nobody recorded are told where the paper `knows_silent` ones. `besides` is what became of promises and
    targets but for these moves, None where nobody knows what the plan was.
    """

    since: str
    until: str
    scope: tuple[str, ...]
    headlines: tuple[Headline, ...]
    milestones: MilestonesView
    first_areas: int
    soon: tuple[DatedView, ...]
    overdue: tuple[DatedView, ...]
    measures: tuple[MeasureView, ...]
    drawn: tuple[MeasureView, ...]
    moves: tuple[MoveView, ...]
    knows_silent: bool
    trend: Trend | None
    besides: Besides | None


def board(plan: Plan, day: date, since: date, filters: Filters, names: Names, memory: Memory, past: Past) -> Board:
    """The paper of what the filters keep; raises UnknownValueError."""
    wanted = filters.known(plan)
    kept = wanted.promises(plan)
    late, until = overdue(kept, day), day + SOON
    series = kept_series(plan, wanted, worst_first(plan, day))
    teller = PromiseTeller(day, called_in(plan.settings), with_status=True, past=past)
    dates = DateWriter(names, teller)
    measures = tuple(_measure(plan, one) for one in series if one.chart.points)
    milestones = MilestoneWriter(plan, names, teller).chapter("", kept, _most_overdue_first(kept, late))
    time = Time(since, day)
    silent, written = silent_in(kept, memory.slips or (), time), written_down_in(kept, memory.slips or (), time)
    found = [*silent, *((moved.promise, one) for moved, one in written)]
    shifts = [(one, Shift(move.day or day, move.before, move.after)) for one, move in found]
    changed = (
        None
        if memory.before is None
        else _besides(spoken().day(since), known_on(memory.before, day), plan, wanted, names, series)
    )
    known = Known(kept, tracked(plan, wanted.targets(plan), day), series, since, day, shifts, len(silent), changed)
    mark = OVERDUE if any(one.status for one in late) else NO_UPDATE if late else "complete"
    passed = Headline(say("Overdue"), mark, f"{sentence(teller, kept, late)}.")
    told = (passed, *headlines(known))
    return Board(
        since=spoken().day(since),
        until=spoken().day(until),
        scope=tuple(scope_of(plan, wanted)),
        headlines=told,
        milestones=milestones,
        first_areas=_that_fit(told, bars(milestones)),
        soon=tuple(map(dates.dated, due(kept, day, until))),
        overdue=tuple(map(dates.dated, late)),
        measures=measures,
        drawn=tuple(one for one in measures if one.is_pressing)[:MOST_DRAWN],
        moves=all_moves(dates, [*moves_in(kept, time), *(moved for moved, _ in written)], silent, day),
        knows_silent=memory.slips is not None,
        trend=trend(kept, memory.slips, day),
        besides=changed,
    )


def _besides(
    since: str, before: Plan, after: Plan, filters: Filters, names: Names, series: Iterable[Series]
) -> Besides:
    from jfp_cli.report.document.besides import besides  # noqa: PLC0415 - only where git knows what was before

    return besides(since, before, after, filters, names, {one.measure.id for one in series})


def _most_overdue_first(kept: Iterable[Promise], late: Iterable[Promise]) -> list[Area]:
    """The areas of what is kept; of those with as much overdue the one that the plan has first."""
    number = Counter(one.area.area for one in late if one.area)
    areas = {one.area.area: one.area for one in kept if one.area}
    return sorted(areas.values(), key=lambda area: -number[area.area])


def _that_fit(told: Iterable[Headline], areas: Iterable[Bar]) -> int:
    """How many areas the first side has room for below the headlines, each in a row of as many lines as it needs."""
    left = _LINES - sum(_lines(one.words, _OF_HEADLINE) for one in told)
    number = 0
    for area in areas:
        left -= max(_lines(area.title, _OF_TITLE), _lines(area.words, _OF_WORDS))
        number += left >= 0
    return number


def _lines(text: str, letters: int) -> int:
    return max(1, -(-len(text) // letters))


def _measure(plan: Plan, series: Series) -> MeasureView:
    latest = series.latest
    return MeasureView(
        title=series.measure.title,
        place=plan.settings.places[series.place] if series.place else "",
        latest=latest.value.text if latest else "",
        at=in_words(latest.at) if latest else "",
        measured=measured_in(plan, series),
        is_pressing=series.is_pressing,
    )
