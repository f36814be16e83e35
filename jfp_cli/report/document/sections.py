"""Sections, their workstreams and their targets as the document shows them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jfp_cli.measures.line import direction, line
from jfp_cli.measures.progress import Progress
from jfp_cli.model.measure import Reading
from jfp_cli.model.plan import Plan
from jfp_cli.model.section import Section, Workstream
from jfp_cli.model.target import Target
from jfp_cli.report.document.names import Names
from jfp_cli.report.document.views import SectionView, TargetView, Track, WorkstreamView

BETTER = {"lower": "lower is better", "higher": "higher is better", "exactly": "exactly this figure"}


def target_view(
    target: Target,
    now: Progress | None,
    readings: Iterable[Reading],
    day: date,
    anchor: str,
    called: Callable[[str], str],
) -> TargetView:
    """A target; `now` is None where the audience does not see how far it is, and `called` has the words for it."""
    better = direction(target)
    return TargetView(
        entity=target,
        anchor=anchor,
        better=BETTER[better] if better else "",
        latest=now.latest if now else None,
        progress=now.state if now else "",
        progress_words=called(now.state) if now else "",
        reason=now.reason.partition(";")[0] if now else "",  # without what the planner should write
        line=_track(target, _of_one_place(readings, now), day),
    )


def _of_one_place(readings: Iterable[Reading], now: Progress | None) -> list[Reading]:
    """The readings of the place by which a target is judged, or of the whole system."""
    place = now.latest.place if now and now.latest else None
    return [reading for reading in readings if reading.place == place]


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
    states: Mapping[str, Progress]

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
        target = self.plan.as_measured(target)
        readings = self.plan.readings_of(target)
        anchor = self.names.one("targets", target.id).anchor
        called = self.plan.settings.called
        return target_view(target, self.states.get(target.id), readings, self.day, anchor, called)
