"""Sections, their workstreams and their targets as the document shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jfp_cli.measures.line import direction, line
from jfp_cli.measures.progress import State, latest_reading
from jfp_cli.model.plan import Plan
from jfp_cli.model.section import Section, Workstream
from jfp_cli.model.target import Reading, Target
from jfp_cli.report.document.names import Names
from jfp_cli.report.document.views import SectionView, TargetView, Track, WorkstreamView

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
    days = {point.day for point in way.points} | {reading.day for reading in taken}
    return Track(way, taken, day) if len(days) > 1 else None


@dataclass(frozen=True, slots=True)
class SectionWriter:
    """Makes the views of sections of a plan on a day; `states` has how far each target is that is to be shown."""

    plan: Plan
    day: date
    names: Names
    states: Mapping[str, State]

    def section(self, section: Section) -> SectionView:
        """One section."""
        named = self.names.one("sections", section.id)
        return SectionView(
            entity=section,
            anchor=named.anchor,
            number=named.number,
            periods=self.plan.settings.planning_periods,
            workstreams=tuple(map(self._workstream, section.workstreams)),
            targets=tuple(map(self._target, section.targets)),
        )

    def _workstream(self, stream: Workstream) -> WorkstreamView:
        indicators = (entry if isinstance(entry, str) else self._target(entry) for entry in stream.indicators)
        return WorkstreamView(
            entity=stream,
            anchor=self.names.one("workstreams", stream.id).anchor,
            actions=tuple((period, stream.actions.get(period, ())) for period in self.plan.settings.planning_periods),
            indicators=tuple(indicators),
            milestones=self.names.milestones_of.get(stream.id, ()),
        )

    def _target(self, target: Target) -> TargetView:
        readings = self.plan.readings_of(target.id)
        anchor = self.names.one("targets", target.id).anchor
        return target_view(target, self.states.get(target.id), readings, self.day, anchor)
