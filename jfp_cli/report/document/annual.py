"""What an annual report tells of the plan: what came of what a financial year was to bring."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from jfp_cli.measures.progress import Progress
from jfp_cli.model.measure import Reading
from jfp_cli.model.plan import Plan
from jfp_cli.model.promise import NOT_REPORTED
from jfp_cli.query.delivery import OUTCOMES, Outcome, completed_besides, due_in, outcome
from jfp_cli.query.filters import Filters
from jfp_cli.query.happened import Time, days_between, is_late, moves_in
from jfp_cli.query.promises import Promise, promises
from jfp_cli.query.reached import Reached, reached_in
from jfp_cli.query.years import name_of
from jfp_cli.report.document import view
from jfp_cli.report.document.audience import Hidden, without
from jfp_cli.report.document.dated import DatedView, DateWriter
from jfp_cli.report.document.dates import by, in_words
from jfp_cli.report.document.headlines import Headline
from jfp_cli.report.document.moves import MoveView, move_view
from jfp_cli.report.document.names import Names
from jfp_cli.report.document.past import Past
from jfp_cli.report.document.promises import PromiseTeller, called_in
from jfp_cli.report.document.scope import scope_of
from jfp_cli.report.document.year_headlines import Told, year_headlines
from jfp_cli.report.language import counted, say, spoken
from jfp_cli.values.address import Address

_ENDED: dict[Outcome, str] = {
    "in_time": "Delivered by their date",
    "late": "Delivered late",
    "undated": "Complete, on a day that nobody reported",
    "dropped": "Dropped",
    "open": "Not delivered",
    "not_reported": "Not reported",
}
_MARKS: dict[Outcome, str] = {
    "in_time": "complete",
    "late": "at_risk",
    "undated": "complete",
    "dropped": "cancelled",
    "open": "off_track",
    "not_reported": NOT_REPORTED,
}
_FIGURES = ("met", "missed", "breached", "awaiting_reading", "no_reading", "not_measurable")


@view
class EndedView:
    """A promise, and how many days after its date it was completed, if it was."""

    promise: DatedView
    days_late: int


@view
class OutcomeView:
    """The promises that ended in one way; `kind` is the status by whose mark that is told at sight.

    They are dated where it is known when each was completed.
    """

    title: str
    kind: str
    is_dated: bool
    rows: tuple[EndedView, ...]


@view
class ReachedView:
    """A figure that a target was to reach, or a standard, with its latest reading and what became of it."""

    statement: str
    measured: str
    asked: str
    reading: str
    progress: str
    progress_words: str
    reason: str


@view
class Annual:
    """The report; `scope` says of which areas, organisations and places it is, and is empty where it is of all.

    `outcomes`, `moves` and `targets` are None where what they tell is hidden.
    """

    year: str
    first: str
    last: str
    scope: tuple[str, ...]
    headlines: tuple[Headline, ...]
    outcomes: tuple[OutcomeView, ...] | None
    moves: tuple[MoveView, ...] | None
    targets: tuple[ReachedView, ...] | None


def annual(plan: Plan, day: date, year: Time, filters: Filters, names: Names, hidden: Hidden, past: Past) -> Annual:
    """The report of what the filters keep, as it was known on a day; raises UnknownValueError.

    It is worked out from the whole plan, so that nothing hidden changes what came about, and told as it is shown.
    """
    wanted, shown = filters.known(plan), without(plan, hidden)
    own = {one.address for one in wanted.promises(plan)}
    kept = [one for one in promises(shown) if one.address in own]
    told = Told(
        year,
        kept if hidden.names.isdisjoint({"status", "completed"}) else None,
        kept if "moves" not in hidden.names else None,
        _reached(plan, shown, wanted, year, hidden) if hidden.names.isdisjoint({"readings", "targets"}) else None,
    )
    called = called_in(plan.settings)
    dates = DateWriter(names, PromiseTeller(day, called, with_status=told.delivery is not None, past=past))
    return Annual(
        year=name_of(year),
        first=spoken().day(year.first),
        last=spoken().day(year.last),
        scope=tuple(scope_of(plan, wanted)),
        headlines=tuple(year_headlines(told)),
        outcomes=None if told.delivery is None else tuple(_outcomes(dates, told.delivery, year)),
        moves=None if told.moves is None else tuple(move_view(dates, moved) for moved in moves_in(told.moves, year)),
        targets=None if told.reached is None else tuple(_target(shown, one, called) for one in told.reached),
    )


def _reached(plan: Plan, shown: Plan, wanted: Filters, year: Time, hidden: Hidden) -> list[Reached]:
    """What targets were to reach, what they reached first; without what the reader does not see."""
    seen = {home.target.id for home in shown.targets()}
    found = [
        one
        for one in reached_in(plan, wanted.targets(plan), year)
        if one.home.target.id in seen and not (one.is_step and "trajectory" in hidden.names)
    ]
    return sorted(found, key=lambda one: _FIGURES.index(one.progress.state))


def _outcomes(dates: DateWriter, kept: Sequence[Promise], year: Time) -> Iterator[OutcomeView]:
    due = due_in(kept, year)
    for name in OUTCOMES:
        rows = [one for one in due if outcome(one) == name]
        if rows:
            ended = tuple(_ended(dates, one) for one in rows)
            yield OutcomeView(say(_ENDED[name]), _MARKS[name], name in ("in_time", "late"), ended)
    others = completed_besides(kept, year)
    if others:
        yield OutcomeView(
            say("Delivered, and due in another year"),
            "complete",
            is_dated=True,
            rows=tuple(_ended(dates, one) for one in others),
        )


def _ended(dates: DateWriter, one: Promise) -> EndedView:
    done = one.step.completed
    late = days_between(one.due, done) if done and is_late(one) else None
    return EndedView(dates.dated(one), late or 0)


def _target(shown: Plan, one: Reached, called: Callable[[str], str]) -> ReachedView:
    target, now = shown.get(Address("targets", one.home.target.id)), one.progress
    measure, latest = shown.measure_of(target), now.latest
    return ReachedView(
        statement=target.statement,
        measured=measure.title if measure else target.measure or "",
        asked=_asked(one),
        reading=_reading(shown, latest) if latest else "",
        progress=now.state,
        progress_words=called(now.state),
        reason=_reason(now),
    )


def _asked(one: Reached) -> str:
    target = one.home.target
    when = say("at every reading") if target.hold else say("each year") if target.each else by(one.due)
    return ", ".join(filter(None, (one.figure.text if one.figure else "", when)))


def _reading(shown: Plan, latest: Reading) -> str:
    place = [shown.settings.places[latest.place]] if latest.place else []
    said = [in_words(latest.at), *place, *([say("provisional")] if latest.provisional else [])]
    return f"{latest.value.text} ({', '.join(said)})"


def _reason(now: Progress) -> str:
    """Why nobody can tell, or how often a standard was not held."""
    if now.breaches:
        return counted(now.breaches, "{number} reading breaks it", "{number} readings break it")
    return say(now.cause) if now.cause else ""
