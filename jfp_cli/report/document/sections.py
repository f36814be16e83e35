"""Sections, their workstreams and their targets as the document shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jfp_cli.measures.line import direction, line
from jfp_cli.measures.progress import Progress
from jfp_cli.model.enabler import Enabler
from jfp_cli.model.measure import Reading
from jfp_cli.model.plan import Plan
from jfp_cli.model.section import Action, Section, Workstream
from jfp_cli.model.target import Target
from jfp_cli.report.document.dates import begins
from jfp_cli.report.document.names import Names
from jfp_cli.report.document.promises import PromiseTeller, PromiseView
from jfp_cli.report.document.views import EnablerView, SectionView, TargetView, TopicView, Track, WorkstreamView

BETTER = {"lower": "lower is better", "higher": "higher is better", "exactly": "exactly this figure"}


def _asked(target: Target) -> str:
    """How a target is judged that is not simply to be reached by its date."""
    if target.hold:
        return "Must hold at every reading" + (f" {begins(target.due)}" if target.due else "")
    return "To be reached in each financial year" if target.each else ""


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
    names: Names
    teller: PromiseTeller
    states: Mapping[str, Progress]

    def section(self, section: Section) -> SectionView:
        """One section."""
        named = self.names.one("sections", section.id)
        return SectionView(
            entity=section,
            anchor=named.anchor,
            number=named.number,
            periods=tuple(
                period
                for period in self.plan.settings.planning_periods
                if any(stream.actions.get(period) for stream in section.workstreams)
            ),
            workstreams=tuple(map(self._workstream, section.workstreams)),
            targets=tuple(map(self._target, section.targets)),
        )

    def enabler(self, enabler: Enabler) -> EnablerView:
        """One supporting topic."""
        named = self.names.one("enablers", enabler.id)
        return EnablerView(
            entity=enabler,
            anchor=named.anchor,
            number=named.number,
            commitments=tuple(map(self.teller.commitment, enabler.commitments)),
            topics=tuple(
                TopicView(topic, tuple(map(self.teller.commitment, topic.commitments))) for topic in enabler.topics
            ),
        )

    def _workstream(self, stream: Workstream) -> WorkstreamView:
        indicators = (entry if isinstance(entry, str) else self._target(entry) for entry in stream.indicators)
        return WorkstreamView(
            entity=stream,
            anchor=self.names.one("workstreams", stream.id).anchor,
            actions=tuple(
                (period, tuple(map(self._action, stream.actions.get(period, ()))))
                for period in self.plan.settings.planning_periods
            ),
            indicators=tuple(indicators),
            milestones=self.names.milestones_of.get(stream.id, ()),
        )

    def _action(self, entry: str | Action) -> str | PromiseView:
        return entry if isinstance(entry, str) else self.teller.action(entry)

    def _target(self, target: Target) -> TargetView:
        target = self.plan.as_measured(target)
        now = self.states.get(target.id)
        better, measure = direction(target), self.plan.measure_of(target)
        readings = _of_one_place(self.plan.readings_of(target), now)
        return TargetView(
            entity=target,
            anchor=self.names.one("targets", target.id).anchor,
            measured=measure.title if measure else target.measure or "",
            better=BETTER[better] if better else "",
            asked=_asked(target),
            breaches=now.breaches if now else 0,
            latest=now.latest if now else None,
            progress=now.state if now else "",
            progress_words=self.teller.called(now.state) if now else "",
            reason=now.reason.partition(";")[0] if now else "",  # without what the planner should write
            line=_track(target, readings, self.teller.day),
        )
