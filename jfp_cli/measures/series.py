"""The readings of a measure in one place as a chart, and what its targets ask of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from jfp_cli.measures.asked import asked
from jfp_cli.measures.assurance import Asked, Assurance, assurance, in_force
from jfp_cli.measures.attention import attention, is_pressing
from jfp_cli.measures.forecast import Forecast, forecast
from jfp_cli.measures.line import direction, level
from jfp_cli.measures.progress import Progress, progress_in
from jfp_cli.measures.rhythm import rhythm
from jfp_cli.measures.spc import Chart, Level, Point, Rebase, chart
from jfp_cli.measures.unit import in_unit, unit_of
from jfp_cli.model.measure import Every, Measure, Reading
from jfp_cli.model.target import Target
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Better, Quantity

if TYPE_CHECKING:
    from jfp_cli.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a target or of its trajectory: as it is written, the level in a chart's unit, and from when."""

    written: Quantity
    at: PlanDate | None
    asked: Asked


@dataclass(frozen=True, slots=True)
class Held:
    """A target of a measure: its progress here, the figure in force at the latest reading, and whether that is met.

    `forecast` is of a final figure that is still to come; None where nothing may be said.
    """

    target: Target
    progress: Progress
    final: Figure | None
    in_force: Figure | None
    assurance: Assurance | None
    forecast: Forecast | None


@dataclass(frozen=True, slots=True)
class Series:
    """A measure in a place, or in all places where that is None; `readings` are those that the chart has.

    A measure that `has_targets` may have none among the `targets` here, where other places are to judge them. `apart`
    counts the readings that the chart has no place for: a range, or a figure in another unit.
    """

    measure: Measure
    place: str | None
    unit: str
    better: Better | None
    readings: tuple[Reading, ...]
    chart: Chart
    targets: tuple[Held, ...]
    has_targets: bool
    apart: int

    @property
    def latest(self) -> Reading | None:
        """The reading of the chart's last point that counts."""
        last = self.chart.latest
        counted = (one for one in reversed(self.readings) if not one.exclude)
        return next((one for one in counted if last and one.day == last.point.at), None)

    @property
    def every(self) -> Every:
        """How often it is read: as its measure says, or as its readings follow one another."""
        return self.measure.every or rhythm(reading.day for reading in self.readings)

    @property
    def rank(self) -> int:
        """Where it stands among others: the first to be discussed is 0."""
        held = [attention(self.chart.variation, one.assurance) for one in self.targets]
        return min(held, default=attention(self.chart.variation, None))

    def held(self, target: str) -> Held | None:
        """What it says of one of its targets, by its id; None where that is judged elsewhere."""
        return next((held for held in self.targets if held.target.id == target), None)

    def rank_for(self, target: str) -> int:
        """Where it stands among others for one of its targets."""
        held = self.held(target)
        return attention(self.chart.variation, held.assurance if held else None)

    @property
    def is_pressing(self) -> bool:
        """Whether it needs a discussion: it grows worse, or consistently misses a target."""
        return is_pressing(self.rank)


def worst_first(plan: "Plan", day: date) -> list[Series]:
    """Every measure of a plan in each place that has readings, those first that need a discussion first."""
    every = [series for measure in plan.measures.values() for series in series_of(plan, measure, day)]
    return sorted(every, key=lambda series: series.rank)


def series_of(plan: "Plan", measure: Measure, day: date) -> Iterator[Series]:
    """A measure as a whole and in each of its places, as far as there are readings; one without any is a whole."""
    read: dict[str | None, list[Reading]] = {}
    for reading in measure.readings:
        read.setdefault(reading.place, []).append(reading)
    places = [place for place in (None, *plan.settings.places) if place in read] or [None]
    unit, targets = unit_of(measure), plan.targets_on(measure)
    better = measure.better or next((found for target in targets if (found := direction(target))), None)
    rebases = [Rebase(turn.from_.first, turn.because) for turn in measure.rebase]
    for place in places:
        taken = [reading for reading in read.get(place, ()) if reading.at.first <= day]
        points = [(reading, value) for reading in taken if (value := in_unit(reading.value, unit)) is not None]
        drawn = chart(
            [Point(one.day, value, one.exclude, one.provisional, one.note, one.value.text) for one, value in points],
            better,
            rebases,
            measure.fix_after,
            screen=measure.screen,
        )
        judged = (target for target in targets if _is_judged_in(target, place, places))
        held = (_held(plan, target, place, drawn, unit, day) for target in judged)
        readings = tuple(reading for reading, _ in points)
        apart = len(taken) - len(points)
        yield Series(measure, place, unit, better, readings, drawn, tuple(held), bool(targets), apart)


def _is_judged_in(target: Target, place: str | None, places: list[str | None]) -> bool:
    of_target = [one for one in target.places if one in places]
    return place in of_target if of_target else place is None


def _held(plan: "Plan", target: Target, place: str | None, drawn: Chart, unit: str, day: date) -> Held:
    better = direction(plan.as_measured(target))
    figures = list(_figures(target, unit, better))
    final = figures[-1] if figures and figures[-1].written is target.target else None
    current = _in_force(target, figures, drawn.latest.point.at) if drawn.latest else None
    foretold = None
    if final and final.at and better in ("lower", "higher"):
        foretold = forecast(drawn, final.asked, better)
    return Held(
        target,
        progress_in(plan, target, day, place),
        final,
        current,
        assurance(drawn, current.asked, better) if current else None,
        foretold,
    )


def _in_force(target: Target, figures: Sequence[Figure], day: date) -> Figure | None:
    """The figure that a target asks for on a day: of a standard its own, whatever led there, once that holds."""
    own = [one for one in figures if target.hold and one.written is target.target]
    found = in_force([one.asked for one in own], day) or in_force([one.asked for one in figures], day)
    return next((one for one in figures if one.asked is found), None)


def _figures(target: Target, unit: str, better: Better | None) -> Iterator[Figure]:
    """What a target asks for: the points of its trajectory, and its own figure last."""
    steps: list[tuple[Quantity, PlanDate | None]] = [(step.target, step.due) for step in target.trajectory]
    if target.target is not None and not target.each:
        steps.append((target.target, target.due))
    for written, at in steps:
        holds, height = target.hold and written is target.target, level(target, written)
        since = (at.last or (at.first if holds else None)) if at else None
        if since is None and (at or not holds):
            continue  # it has no day from which it is asked for
        found = asked(height, unit, better, since) if height else None
        if found is not None:
            yield Figure(written, at, found)


def as_decimal(value: Level | None) -> str | None:
    """A level of a chart as JSON has it: a decimal string, to six places where it has no end."""
    if value is None or isinstance(value, Decimal):
        return None if value is None else f"{value:f}"
    from jfp_cli.values.figures.writing import in_decimals  # noqa: PLC0415 - only rows are written so

    return f"{in_decimals(value):f}"
