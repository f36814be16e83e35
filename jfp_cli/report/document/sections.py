"""Sections, their workstreams and their targets as the document shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jfp_cli.measures.line import direction, line
from jfp_cli.measures.progress import Progress
from jfp_cli.model.enabler import Commitment, Enabler
from jfp_cli.model.measure import Reading
from jfp_cli.model.plan import Plan
from jfp_cli.model.section import Action, Section, Workstream
from jfp_cli.model.target import Target
from jfp_cli.report.document.dates import begins
from jfp_cli.report.document.names import Names
from jfp_cli.report.document.promises import PromiseTeller, PromiseView
from jfp_cli.report.document.views import EnablerView, SectionView, TargetView, TopicView, Track, WorkstreamView
from jfp_cli.report.language import say
from jfp_cli.values.address import Address

BETTER = {"lower": "lower is better", "higher": "higher is better", "exactly": "exactly this figure"}


def _asked(target: Target) -> str:
    """How a target is judged that is not simply to be reached by its date."""
    if target.hold:
        return say("Must hold at every reading") + (f" {begins(target.due)}" if target.due else "")
    return say("To be reached in each financial year") if target.each else ""


def _of_one_place(readings: Iterable[Reading], now: Progress | None) -> list[Reading]:
    """The readings of the place by which a target is judged, or of all places."""
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
            new=self.teller.past.mark(Address("sections", section.id)),
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
        named, at = self.names.one("enablers", enabler.id), Address("enablers", enabler.id)
        topics = enumerate(enabler.topics)
        return EnablerView(
            entity=enabler,
            anchor=named.anchor,
            new=self.teller.past.mark(at),
            number=named.number,
            commitments=self._commitments(enabler.commitments, at),
            topics=tuple(TopicView(one, self._commitments(one.commitments, at.at("topics", n))) for n, one in topics),
        )

    def _commitments(self, every: Iterable[Commitment], at: Address) -> tuple[PromiseView, ...]:
        return tuple(self.teller.commitment(one, at.at("commitments", n)) for n, one in enumerate(every))

    def _workstream(self, stream: Workstream) -> WorkstreamView:
        at = Address("workstreams", stream.id)
        indicators = (entry if isinstance(entry, str) else self._target(entry) for entry in stream.indicators)
        return WorkstreamView(
            entity=stream,
            anchor=self.names.one("workstreams", stream.id).anchor,
            new=self.teller.past.mark(at),
            actions=tuple(
                (period, self._actions(stream.actions.get(period, ()), at.at("actions", period)))
                for period in self.plan.settings.planning_periods
            ),
            indicators=tuple(indicators),
            milestones=self.names.milestones_of.get(stream.id, ()),
        )

    def _actions(self, every: Iterable[str | Action], at: Address) -> tuple[str | PromiseView, ...]:
        return tuple(one if isinstance(one, str) else self.teller.action(one, at.at(n)) for n, one in enumerate(every))

    def _target(self, target: Target) -> TargetView:
        target = self.plan.as_measured(target)
        now = self.states.get(target.id)
        better, measure = direction(target), self.plan.measure_of(target)
        readings = _of_one_place(self.plan.readings_of(target), now)
        return TargetView(
            entity=target,
            anchor=self.names.one("targets", target.id).anchor,
            new=self.teller.past.mark(Address("targets", target.id)),
            measured=measure.title if measure else target.measure or "",
            better=say(BETTER[better]) if better else "",
            asked=_asked(target),
            breaches=now.breaches if now else 0,
            latest=now.latest if now else None,
            progress=now.state if now else "",
            progress_words=self.teller.called(now.state) if now else "",
            reason=say(now.cause) if now and now.cause else "",
            line=_track(target, readings, self.teller.day),
        )
