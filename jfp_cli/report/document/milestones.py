"""Key milestones as the document shows them: by area and heading, and those that are overdue."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jfp_cli.model.area import Area, Milestone
from jfp_cli.query.filters import MILESTONE_STATUSES, NOT_REPORTED
from jfp_cli.query.milestones import Dated, overdue
from jfp_cli.query.sentences import overdue_sentence
from jfp_cli.report.document.milestone_views import (
    AreaView,
    CheckpointView,
    Link,
    MilestoneCounts,
    MilestonesView,
    MilestoneView,
    OverdueView,
    StatusCount,
)
from jfp_cli.report.document.names import MILESTONES, Names, anchor
from jfp_cli.report.pages.prose import SAFE_LINKS

STATUS_WORDS = {name: name.replace("_", " ").capitalize() for name in MILESTONE_STATUSES}
Kept = list[tuple[Area, Milestone]]


@dataclass(frozen=True, slots=True)
class MilestoneWriter:
    """Makes the views of milestones on a day; without `with_status` nobody sees a status, nor what follows from it."""

    day: date
    names: Names
    with_status: bool

    def chapter(self, number: str, kept: Kept, areas: Iterable[Area]) -> MilestonesView:
        """All that are kept, by area."""
        by_area: dict[str, list[MilestoneView]] = {area.area: [] for area in areas}
        titles = {area.area: area for area in areas}
        for area, milestone in kept:
            by_area[area.area].append(self._milestone(area, milestone))
        late = overdue(kept, self.day) if self.with_status else []
        return MilestonesView(
            number=number,
            anchor=MILESTONES,
            areas=tuple(
                self._area(titles[name], views) for name, views in by_area.items() if views or titles[name].pending
            ),
            counts=self._counts([view for views in by_area.values() for view in views]),
            overdue=tuple(map(self._late, late)),
            sentence=overdue_sentence(kept, late, self.day) if self.with_status else "",
        )

    def _area(self, area: Area, views: list[MilestoneView]) -> AreaView:
        groups: dict[str, list[MilestoneView]] = {"": []}  # first, or they would read as part of the heading above them
        for view in views:
            groups.setdefault(view.entity.group or "", []).append(view)
        return AreaView(
            entity=area,
            anchor=anchor("area", area.area),
            groups=tuple((heading, tuple(found)) for heading, found in groups.items() if found),
            milestones=tuple(views),
            counts=self._counts(views),
        )

    def _counts(self, views: list[MilestoneView]) -> MilestoneCounts:
        found = Counter(view.status for view in views)
        statuses = MILESTONE_STATUSES if self.with_status else ()
        counted = tuple(StatusCount(status, STATUS_WORDS[status], found[status]) for status in statuses)
        return MilestoneCounts(len(views), sum(1 for view in views if view.days_overdue), counted)

    def _milestone(self, area: Area, milestone: Milestone) -> MilestoneView:
        steps = (Dated(area, milestone, at, 0) for at in range(len(milestone.checkpoints)))
        return MilestoneView(
            entity=milestone,
            anchor=self.names.one("milestones", milestone.id).anchor,
            status=self._status(milestone.status),
            status_words=self._status_words(milestone.status),
            days_overdue=self._days_overdue(Dated(area, milestone, None, 0)),
            checkpoints=tuple(map(self._checkpoint, steps)),
            evidence=tuple(Link(text, text if text.startswith(SAFE_LINKS) else "") for text in milestone.evidence),
        )

    def _checkpoint(self, dated: Dated) -> CheckpointView:
        return CheckpointView(
            entity=dated.milestone.checkpoints[dated.checkpoint or 0],
            status=self._status(dated.status),
            status_words=self._status_words(dated.status),
            days_overdue=self._days_overdue(dated),
        )

    def _late(self, dated: Dated) -> OverdueView:
        milestone = dated.milestone
        return OverdueView(
            entity=dated.step,
            id=dated.id,
            anchor=self.names.one("milestones", milestone.id).anchor,
            area=dated.area,
            of=None if dated.checkpoint is None else milestone,
            owner=milestone.owner,
            status=self._status(dated.status),
            status_words=self._status_words(dated.status),
            days_overdue=dated.days_overdue,
        )

    def _days_overdue(self, dated: Dated) -> int:
        return dated.due.days_overdue(self.day) if self.with_status and dated.is_open else 0

    def _status(self, status: str | None) -> str:
        return (status or NOT_REPORTED) if self.with_status else ""

    def _status_words(self, status: str | None) -> str:
        return STATUS_WORDS[status or NOT_REPORTED] if self.with_status else ""
