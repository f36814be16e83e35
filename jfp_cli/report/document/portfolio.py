"""What a report on several plans tells: a row for each, and areas and organisations across them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from jfp_cli.measures.progress import STATES
from jfp_cli.measures.words import ASSURANCE_WORDS
from jfp_cli.model.promise import NOT_REPORTED
from jfp_cli.model.publishing import CALLED, PublishSettings
from jfp_cli.portfolio.portfolio import Portfolio
from jfp_cli.portfolio.standing import ASSURANCES, Counts, Share, Standing
from jfp_cli.portfolio.together import Standings, Together, across, summed
from jfp_cli.query.sentences import counted
from jfp_cli.report.document import view
from jfp_cli.report.document.dates import from_to
from jfp_cli.report.document.headlines import Headline, listed
from jfp_cli.report.document.milestones import StatusCount
from jfp_cli.report.document.names import Names
from jfp_cli.report.document.promises import NO_UPDATE, NO_UPDATE_WORDS, OVERDUE
from jfp_cli.report.document.views import Cover
from jfp_cli.report.language.spoken import USUAL, table_for
from jfp_cli.values.text import capitalised, long_day

_MOST_NAMED = 3
_MOST_ORGANISATIONS = 3
_MOST_SHARES = 10


class Gathered(NamedTuple):
    """How the plans of a portfolio stand on a day; `missing` are those that could not be read.

    `scope` says of which plans, areas, organisations and places it is, and is empty where it is of all.
    """

    portfolio: Portfolio
    standings: Standings
    missing: tuple[str, ...]
    scope: tuple[str, ...]
    day: date


@view
class PlanRow:
    """A plan: what it is called in the portfolio, its promises, and its targets by progress and by assurance.

    `marks` are its promises by how they came out, each of which is one thing alone.
    """

    id: str
    title: str
    organisation: str
    counts: Counts
    marks: tuple[StatusCount, ...]
    number_of_targets: int
    targets: tuple[StatusCount, ...]
    assurance: tuple[StatusCount, ...]


@view
class TogetherRow:
    """An area or an organisation across plans; `plans` says what each of them has of it."""

    title: str
    counts: Counts
    marks: tuple[StatusCount, ...]
    plans: tuple[str, ...]


@view
class PortfolioView:
    """The report."""

    scope: tuple[str, ...]
    headlines: tuple[Headline, ...]
    marks: tuple[StatusCount, ...]
    plans: tuple[PlanRow, ...]
    areas: tuple[TogetherRow, ...]
    organisations: tuple[TogetherRow, ...]


@view
class Portrait(Cover):
    """The document of the report, for whose templates `paper` is what it tells."""

    paper: PortfolioView


def portrait(gathered: Gathered) -> Portrait:
    """The document of a report on several plans, which is for internal readers alone."""
    plans = gathered.standings.values()
    # What this report says itself is English, whichever language its plans are in.
    languages = {USUAL if table_for(one.language) else one.language or USUAL for one in plans}
    return Portrait(
        title=gathered.portfolio.title,
        organisation=_organisations(plans),
        language=languages.pop() if len(languages) == 1 else USUAL,
        period=from_to(min(one.days[0] for one in plans), max(one.days[1] for one in plans)),
        as_of=long_day(gathered.day),
        as_of_iso=gathered.day.isoformat(),
        audience="internal",
        publish=PublishSettings.model_construct(),
        glossary=(),
        colours=(),
        names=Names({}, {}),
        paper=_told(gathered),
    )


def _organisations(plans: Iterable[Standing]) -> str:
    names = list(dict.fromkeys(one.organisation for one in plans))
    return "; ".join(names) if len(names) <= _MOST_ORGANISATIONS else counted(len(names), "organisation")


def _told(gathered: Gathered) -> PortfolioView:
    standings, portfolio = gathered.standings, gathered.portfolio
    return PortfolioView(
        scope=gathered.scope,
        headlines=tuple(_headlines(gathered)),
        marks=_marks(summed(standings)),
        plans=tuple(_row(name, one) for name, one in standings.items()),
        areas=tuple(map(_together, across(portfolio, standings, "areas"))),
        organisations=tuple(map(_together, across(portfolio, standings, "organisations"))),
    )


def _row(name: str, one: Standing) -> PlanRow:
    return PlanRow(
        name,
        one.title,
        one.organisation,
        one.counts,
        _marks(one.counts),
        sum(one.targets.values()),
        tuple(StatusCount(state, CALLED[state], one.targets[state]) for state in STATES),
        tuple(StatusCount(word, capitalised(ASSURANCE_WORDS[word]), one.assurance[word]) for word in ASSURANCES),
    )


def _marks(counts: Counts) -> tuple[StatusCount, ...]:
    """The promises by how they came out, each with the status by whose mark that is told at sight."""
    return (
        StatusCount("complete", "Kept", counts.kept),
        StatusCount("at_risk", "Complete late", counts.late),
        StatusCount(OVERDUE, "Overdue", counts.overdue - counts.unreported),
        StatusCount(NO_UPDATE, NO_UPDATE_WORDS, counts.unreported),
        StatusCount("not_started", "To come or cancelled", counts.others),
    )


def _together(one: Together) -> TogetherRow:
    """A row with what each plan has of it; of very many, those that have most overdue."""
    shares = list(one.shares.items())
    if len(shares) > _MOST_SHARES:
        shares = sorted(shares, key=lambda own: -own[1].counts.overdue)[:_MOST_SHARES]
    told = _with_others([_share(one, plan, share) for plan, share in shares], len(one.shares))
    return TogetherRow(one.title, one.counts, _marks(one.counts), tuple(told))


def _share(of: Together, plan: str, share: Share) -> str:
    called = "" if share.title == of.title else f", as {share.title}"
    return f"{plan}{called}: {share.counts.overdue} of {share.counts.promises} overdue"


def _headlines(gathered: Gathered) -> Iterator[Headline]:
    standings = gathered.standings
    counts = summed(standings)
    yield _promises(counts, len(standings))
    overdue = {name: one.counts.overdue for name, one in standings.items()}
    yield _ranked("Most overdue", _overdue(counts), standings, overdue, "No promise is overdue.")
    moved = {name: one.counts.moved for name, one in standings.items()}
    yield _ranked("Most moved", "at_risk", standings, moved, "No date was moved.")
    yield _targets(standings)
    yield _failing(standings)
    if gathered.missing:
        were = "was" if len(gathered.missing) == 1 else "were"
        words = f"{listed(list(gathered.missing))} cannot be read, and {were} not counted."
        yield Headline("Not counted", NOT_REPORTED, words)


def _promises(counts: Counts, plans: int) -> Headline:
    said = {NO_UPDATE_WORDS: "past the date with no update"}
    parts = [f"{mark.number:,} {said.get(mark.words, mark.words.lower())}" for mark in _marks(counts) if mark.number]
    told = f": {listed(parts)}" if parts else ""
    words = f"{counted(counts.promises, 'promise')} in {counted(plans, 'plan')}{told}."
    return Headline("Promises", _overdue(counts), words)


def _overdue(counts: Counts) -> str:
    """By whose mark promises are told: nobody is called late of whom nothing was heard."""
    if counts.overdue > counts.unreported:
        return OVERDUE
    return NO_UPDATE if counts.unreported else "complete"


def _ranked(title: str, kind: str, standings: Standings, numbers: Mapping[str, int], none: str) -> Headline:
    """The plans that have most of something, with how many promises each has; `none` is said where no plan has any."""
    having = sorted((name for name in standings if numbers[name]), key=lambda name: -numbers[name])
    if not having:
        return Headline(title, "complete", none)
    told = [f"{name}: {numbers[name]:,} of {standings[name].counts.promises:,}" for name in having[:_MOST_NAMED]]
    return Headline(title, kind, f"{'; '.join(_with_others(told, len(having)))}.")


def _with_others(told: Sequence[str], number: int) -> list[str]:
    """What is told of some plans, and of how many others it could be."""
    more = [f"and {counted(number - len(told), 'other plan')}"] if number > len(told) else []
    return [*told, *more]


def _targets(standings: Standings) -> Headline:
    numbers = {state: sum(one.targets[state] for one in standings.values()) for state in STATES}
    parts = [f"{number:,} {CALLED[state].lower()}" for state, number in numbers.items() if number]
    is_off = any(numbers[state] for state in ("missed", "breached", "off_track"))
    told = f": {listed(parts)}" if parts else ""
    return Headline(
        "Targets", "off_track" if is_off else "on_track", f"{counted(sum(numbers.values()), 'target')}{told}."
    )


def _failing(standings: Standings) -> Headline:
    failing = [
        (name, one.assurance["consistent_fail"]) for name, one in standings.items() if one.assurance["consistent_fail"]
    ]
    if failing:
        failing.sort(key=lambda one: -one[1])
        told = [f"{name}: {counted(number, 'target')}" for name, number in failing[:_MOST_NAMED]]
        return Headline("Consistently missed", "missed", f"{'; '.join(_with_others(told, len(failing)))}.")
    return Headline("Consistently missed", "complete", "No chart says that a target is consistently missed.")
