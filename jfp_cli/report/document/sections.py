"""Sections and their workstreams as the document shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jfp_cli.measures.progress import State
from jfp_cli.model.plan import Plan
from jfp_cli.model.section import Section, Workstream
from jfp_cli.model.target import Target
from jfp_cli.report.document.names import Names
from jfp_cli.report.document.targets import target_view
from jfp_cli.report.document.views import SectionView, TargetView, WorkstreamView


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
