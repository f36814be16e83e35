"""Questions about targets: which there are, and how far each is; and their plain rows."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from jfp_cli.measures.progress import STATES, WORST_FIRST, Progress, progress_in
from jfp_cli.model.plan import Plan, TargetHome
from jfp_cli.query.filters import known_statuses
from jfp_cli.query.rows import Locate, Row, every_field, with_fields
from jfp_cli.values.address import Address
from jfp_cli.values.figures.writing import places_of, written

if TYPE_CHECKING:
    from jfp_cli.measures.series import Held, Series

_PLACES = 2  # decimals of what a line asks for

# The fields that stand together in the middle of a row, in the order that its readers know.
_AS_STATED = ("measure", "better", "relative", "places", "baseline", "trajectory", "target", "due")


class Tracked(NamedTuple):
    """A target where it stands in the plan, and its progress."""

    home: TargetHome
    progress: Progress


def tracked(plan: Plan, homes: Iterable[TargetHome], day: date, states: Iterable[str] = ()) -> list[Tracked]:
    """The progress of targets as of a day, in the order given; with `states`, only those in one of them.

    Raises UnknownValueError for a state that there is not.
    """
    states = known_statuses("progress", plan, states, STATES)
    rows = [Tracked(home, progress_in(plan, home.target, day)) for home in homes]
    return [row for row in rows if not states or row.progress.state in states]


def worst_first(targets: Iterable[Tracked], day: date) -> list[Tracked]:
    """Targets by how they stand, of those that stand alike first the ones whose date has passed."""

    def place(row: Tracked) -> tuple[int, bool]:
        due = row.home.target.due
        return WORST_FIRST.index(row.progress.state), not (due and due.overdue(day))

    return sorted(targets, key=place)


def judging(plan: Plan, targets: Iterable[Tracked], day: date) -> dict[str, "Series"]:
    """The chart by which each target is judged, by its id, as far as its measure has readings.

    Where several places judge it, that of the place to be discussed first.
    """
    from jfp_cli.measures.series import series_of  # noqa: PLC0415 - a plan without readings has no charts

    own = (plan.measure_of(row.home.target) for row in targets)
    measures = {measure.id: measure for measure in own if measure and measure.readings}
    found: dict[str, Series] = {}
    for series in (series for measure in measures.values() for series in series_of(plan, measure, day)):
        for held in series.targets if series.chart.points else ():
            other = found.get(held.target.id)
            if other is None or series.rank_for(held.target.id) < other.rank_for(held.target.id):
                found[held.target.id] = series
    return found


def measure_titles(plan: Plan) -> dict[str, str]:
    """What each measure is called, by its id."""
    return {measure.id: measure.title for measure in plan.measures.values()}


def target_rows(targets: Iterable[Tracked], locate: Locate, judged: "Mapping[str, Series]") -> list[Row]:
    """A row for each target with every field that targets have, figures and dates as they are written.

    `judged` has the charts by which targets are judged, by their ids; a row has what they say.
    """
    return [_row(tracked, locate) | _said(tracked.home.target.id, judged) for tracked in targets]


def _said(target: str, judged: "Mapping[str, Series]") -> Row:
    """What the chart of a target says; nothing where there is none."""
    series = judged.get(target)
    held = series.held(target) if series else None
    return {"variation": series.chart.variation if series else None, **assurance_of(held)}


def assurance_of(held: "Held | None") -> Row:
    """Whether the figure in force can be relied on to be met, which that is, and what will come of a later one."""
    figure = held.in_force if held else None
    return {
        "assurance": held.assurance if held else None,
        "figure": figure.written.text if figure else None,
        "figure_at": figure.at.text if figure and figure.at else None,
        "forecast": held.forecast if held else None,
    }


def _row(tracked: Tracked, locate: Locate) -> Row:
    target, home, latest = tracked.home.target, tracked.home, tracked.progress.latest
    address = Address("targets", target.id)
    span, fields = locate(address), every_field(target)
    row: Row = {
        "id": target.id,
        "section": home.section.id,
        "workstream": home.workstream.id if home.workstream else None,
        "statement": target.statement,
        **{key: fields[key] for key in _AS_STATED},
        "last": target.due.last.isoformat() if target.due and target.due.last else None,
        "owner": target.owner,
        "latest": {"value": latest.value.text, "at": latest.at.text, "source": latest.source, "place": latest.place}
        if latest
        else None,
        "expected": expected_text(tracked.progress),
        "progress": tracked.progress.state,
        "reason": tracked.progress.reason or None,
        "breaches": tracked.progress.breaches if target.hold else None,
        "address": str(address),
        "file": span.file,
        "line": span.line,
    }
    return with_fields(row, fields)


def expected_text(progress: Progress) -> str | None:
    """What the line asks for at the latest reading, in its unit, to two decimal places; None where nothing does."""
    if progress.expected is None or progress.latest is None:
        return None
    return _rounded(progress.expected, _PLACES, progress.latest.value.unit)


def with_sentences(rows: Iterable[Row], targets: Iterable[Tracked]) -> list[Row]:
    """The rows of some targets for people: what the line asks for stands beside what the reading is."""
    return [row | {"expected": by_now(tracked.progress)} for row, tracked in zip(rows, targets, strict=True)]


def by_now(progress: Progress) -> str | None:
    """The same beside what the reading is, as a sentence, to its precision, or to more where these look alike."""
    expected, latest = progress.expected, progress.latest
    if expected is None or latest is None:
        return None
    figure = latest.value
    places = places_of(figure.text, figure.value)
    if round(expected, places) == Fraction(figure.value) != expected:
        places += _PLACES
    return f"should be {_rounded(expected, places, figure.unit)} by now; is {figure.text}"


def _rounded(level: Fraction, places: int, unit: str) -> str:
    return written(Decimal(round(level * Fraction(10) ** places)).scaleb(-places), unit)
