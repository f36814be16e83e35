"""Targets as the document shows them, with the line from baseline to target."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from jfp_cli.measures.progress import Progress, direction
from jfp_cli.model.target import Reading, Target
from jfp_cli.report.document.names import Names, anchor, pending_views, written
from jfp_cli.report.document.section_views import FigureView, LineView, PointView, TargetView
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Quantity, QuantityError

BETTER = {"lower": "lower is better", "higher": "higher is better", "exactly": "exactly this figure"}
PROGRESS_WORDS = {
    "met": "Met",
    "on_track": "On track",
    "off_track": "Off track",
    "missed": "Missed",
    "no_reading": "No reading yet",
    "not_measurable": "Cannot be measured",
}
SCALE = 1000
Kind = Literal["baseline", "trajectory", "target", "reading"]


def target_view(
    target: Target, progress: Progress | None, readings: tuple[Reading, ...], day: date, names: Names
) -> TargetView:
    """A target; `progress` is None where the audience does not see it."""
    latest, better = progress.latest if progress else None, direction(target)
    baseline = target.baseline
    return TargetView(
        id=target.id,
        anchor=anchor("target", target.id),
        statement=target.statement,
        measure=target.measure or "",
        better=BETTER[better] if better else "",
        figure=target.target.text if target.target else "",
        due=written(target.due),
        baseline=FigureView(baseline.value.text, written(baseline.at)) if baseline else None,
        trajectory=tuple(FigureView(point.target.text, point.due.text) for point in target.trajectory),
        latest=FigureView(latest.value.text, latest.at.text, latest.source or "") if latest else None,
        progress=progress.state if progress else "",
        progress_words=PROGRESS_WORDS[progress.state] if progress else "",
        owner=target.owner,
        places=names.places(target.places),
        pending=pending_views(target.pending),
        line=_line(target, readings, day),
    )


class _Point(NamedTuple):
    kind: Kind
    level: Quantity
    written: Quantity
    at: PlanDate

    @property
    def day(self) -> date:
        return self.at.last or self.at.first


def _line(target: Target, readings: Iterable[Reading], day: date) -> LineView | None:
    """The line of a target that has a trajectory or a dated baseline; None where its figures share no scale."""
    way = list(_way(target))
    if len(way) < 2 or way[-1].kind != "target":
        return None
    taken = [_Point("reading", reading.value, reading.value, reading.at) for reading in readings]
    unit = way[-1].level.unit
    taken = [point for point in taken if point.level.unit == unit and point.at.first <= day]
    if any(point.level.unit != unit for point in way):
        return None
    every = [*way, *taken]
    first, last = min(point.day for point in every), max(point.day for point in every)
    low, high = min(point.level.value for point in every), max(point.level.value for point in every)
    if first == last:
        return None

    def across(on: date) -> int:
        return round(SCALE * (on - first).days / (last - first).days)

    def placed(point: _Point) -> PointView:
        up = int(SCALE * (point.level.value - low) / (high - low)) if high > low else SCALE // 2
        on = point.day
        return PointView(point.kind, point.written.text, point.at.text, on.isoformat(), across(on), up)

    as_of = across(day) if first <= day <= last else None
    return LineView(tuple(map(placed, way)), tuple(map(placed, taken)), as_of)


def _way(target: Target) -> Iterator[_Point]:
    if target.baseline and target.baseline.at:
        yield _Point("baseline", target.baseline.value, target.baseline.value, target.baseline.at)
    for point in target.trajectory:
        yield from _reached(target, "trajectory", point.target, point.due)
    if target.target and target.due:
        yield from _reached(target, "target", target.target, target.due)


def _reached(target: Target, kind: Kind, figure: Quantity, due: PlanDate) -> Iterator[_Point]:
    """A figure to be reached, a change worked out against the baseline; nothing where there is none to work from."""
    if figure.change is None:
        yield _Point(kind, figure, figure, due)
    elif target.baseline:
        try:
            yield _Point(kind, figure.against(target.baseline.value), figure, due)
        except QuantityError:
            return
