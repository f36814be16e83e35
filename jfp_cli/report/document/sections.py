"""Sections and their workstreams as the document shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jfp_cli.measures.progress import Progress
from jfp_cli.model.plan import Plan
from jfp_cli.model.section import Section, Workstream
from jfp_cli.model.target import Target
from jfp_cli.report.document.names import Names, anchor, named, pending_views, voice_views
from jfp_cli.report.document.section_views import IndicatorView, SectionView, TargetView, WorkstreamView
from jfp_cli.report.document.targets import target_view


@dataclass(frozen=True, slots=True)
class SectionWriter:
    """Makes the views of sections of a plan on a day; `standing` has the progress of each target to be shown."""

    plan: Plan
    day: date
    names: Names
    standing: Mapping[str, Progress]

    def section(self, section: Section) -> SectionView:
        """One section."""
        own = self.names.sections[section.id]
        return SectionView(
            id=section.id,
            anchor=own.anchor,
            number=own.number,
            title=section.title,
            supports=self.names.supports(section.supports),
            duties=self.names.duties(section.duties),
            introduction=section.introduction,
            ambitions=section.ambitions,
            challenges=section.challenges,
            voices=voice_views(section.voices),
            pending=pending_views(section.pending),
            periods=self.plan.settings.planning_periods,
            workstreams=tuple(self._workstream(stream) for stream in section.workstreams),
            targets=tuple(self._target(target) for target in section.targets),
        )

    def _workstream(self, stream: Workstream) -> WorkstreamView:
        return WorkstreamView(
            id=stream.id,
            anchor=anchor("workstream", stream.id),
            title=stream.title,
            introduction=stream.introduction,
            areas=named(stream.areas, self.names.areas),
            places=self.names.places(stream.places),
            pending=pending_views(stream.pending),
            actions=tuple((period, stream.actions.get(period, ())) for period in self.plan.settings.planning_periods),
            indicators=tuple(map(self._indicator, stream.indicators)),
            milestones=tuple(self.names.milestones_of.get(stream.id, ())),
        )

    def _indicator(self, indicator: str | Target) -> IndicatorView:
        if isinstance(indicator, str):
            return IndicatorView(indicator, None)
        return IndicatorView(indicator.statement, self._target(indicator))

    def _target(self, target: Target) -> TargetView:
        readings = self.plan.readings_of(target.id)
        return target_view(target, self.standing.get(target.id), readings, self.day, self.names)
