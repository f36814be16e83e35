"""Targets as the document shows them, with the line from baseline to target."""

from collections.abc import Iterable
from datetime import date

from jfp_cli.measures.line import direction, line
from jfp_cli.measures.progress import State, latest_reading
from jfp_cli.model.target import Reading, Target
from jfp_cli.report.document.views import TargetView, Track

BETTER = {"lower": "lower is better", "higher": "higher is better", "exactly": "exactly this figure"}
PROGRESS_WORDS: dict[State, str] = {
    "met": "Met",
    "on_track": "On track",
    "off_track": "Off track",
    "missed": "Missed",
    "no_reading": "No reading yet",
    "not_measurable": "Cannot be measured",
}


def target_view(
    target: Target, state: State | None, readings: tuple[Reading, ...], day: date, anchor: str
) -> TargetView:
    """A target; `state` is None where the audience does not see how far it is."""
    better = direction(target)
    return TargetView(
        entity=target,
        anchor=anchor,
        better=BETTER[better] if better else "",
        latest=latest_reading(readings, day) if state else None,
        progress=state or "",
        progress_words=PROGRESS_WORDS[state] if state else "",
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
