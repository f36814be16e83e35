"""Targets as the document shows them, with the line from baseline to target."""

from collections.abc import Iterable
from datetime import date

from jfp_cli.measures.line import direction, line
from jfp_cli.measures.progress import Progress
from jfp_cli.model.target import Reading, Target
from jfp_cli.report.document.names import Names, anchor, pending_views, written
from jfp_cli.report.document.section_views import FigureView, TargetView, Track

BETTER = {"lower": "lower is better", "higher": "higher is better", "exactly": "exactly this figure"}
PROGRESS_WORDS = {
    "met": "Met",
    "on_track": "On track",
    "off_track": "Off track",
    "missed": "Missed",
    "no_reading": "No reading yet",
    "not_measurable": "Cannot be measured",
}


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
        line=_track(target, readings, day),
    )


def _track(target: Target, readings: Iterable[Reading], day: date) -> Track | None:
    """A target's line with its readings up to a day; None where there is none, or its figures share no scale."""
    way = line(target)
    if way is None or len(way.points) == 1 or way.unit is None:
        return None
    taken = tuple(reading for reading in readings if reading.value.unit == way.unit and reading.at.first <= day)
    days = {point.day for point in way.points} | {reading.at.last or reading.at.first for reading in taken}
    return Track(way, taken, day) if len(days) > 1 else None
