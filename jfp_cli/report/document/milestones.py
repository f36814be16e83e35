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
    MilestoneCounts,
    MilestonesView,
    MilestoneView,
    MoveView,
    OverdueView,
    StatusCount,
    UpdateView,
)
from jfp_cli.report.document.names import MILESTONES, Names, anchor, named, pending_views, written
from jfp_cli.report.document.shape import LinkView
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
        own: dict[str, list[MilestoneView]] = {area.area: [] for area in areas}
        titles = {area.area: area for area in areas}
        for area, milestone in kept:
            own[area.area].append(self._milestone(area, milestone))
        late = overdue(kept, self.day) if self.with_status else []
        every = [view for views in own.values() for view in views]
        return MilestonesView(
            number=number,
            anchor=MILESTONES,
            areas=tuple(
                self._area(titles[name], views) for name, views in own.items() if views or titles[name].pending
            ),
            counts=self._counts(every),
            overdue=tuple(map(self._late, late)),
            sentence=overdue_sentence(kept, late, self.day) if self.with_status else "",
        )

    def _area(self, area: Area, views: list[MilestoneView]) -> AreaView:
        groups: dict[str, list[MilestoneView]] = {"": []}  # first, or they would read as part of the heading above them
        for view in views:
            groups.setdefault(view.group, []).append(view)
        return AreaView(
            id=area.area,
            anchor=anchor("area", area.area),
            title=area.title,
            pending=pending_views(area.pending),
            groups=tuple((heading, tuple(own)) for heading, own in groups.items() if own),
            milestones=tuple(views),
            counts=self._counts(views),
        )

    def _counts(self, views: list[MilestoneView]) -> MilestoneCounts:
        found = Counter(view.status for view in views)
        statuses = MILESTONE_STATUSES if self.with_status else ()
        counted = tuple(StatusCount(status, STATUS_WORDS[status], found[status]) for status in statuses)
        return MilestoneCounts(len(views), sum(1 for view in views if view.overdue), counted)

    def _milestone(self, area: Area, milestone: Milestone) -> MilestoneView:
        due = milestone.due
        late = self._days_overdue(Dated(area, milestone, None, 0))
        steps = [Dated(area, milestone, at, 0) for at in range(len(milestone.checkpoints))]
        return MilestoneView(
            id=milestone.id,
            anchor=anchor("milestone", milestone.id),
            group=milestone.group or "",
            activity=milestone.activity,
            due=due.text,
            first_iso=due.first.isoformat(),
            last_iso=due.last.isoformat() if due.last else "",
            status=self._status(milestone.status),
            status_words=self._status_words(milestone.status),
            overdue=bool(late),
            days_overdue=late,
            completed=written(milestone.completed),
            owner=milestone.owner,
            places=self.names.places(milestone.places),
            workstreams=named(milestone.workstreams, self.names.streams),
            checkpoints=tuple(map(self._checkpoint, steps)),
            moves=tuple(
                MoveView(move.from_.text, move.to.text, move.on.text, move.because, move.agreed_by or "")
                for move in milestone.moves
            ),
            updates=tuple(UpdateView(update.on.text, update.note) for update in milestone.updates),
            evidence=tuple(LinkView(text, text if text.startswith(SAFE_LINKS) else "") for text in milestone.evidence),
        )

    def _checkpoint(self, dated: Dated) -> CheckpointView:
        step = dated.step
        return CheckpointView(
            activity=step.activity,
            due=step.due.text,
            first_iso=step.due.first.isoformat(),
            last_iso=step.due.last.isoformat() if step.due.last else "",
            status=self._status(step.status),
            status_words=self._status_words(step.status),
            days_overdue=self._days_overdue(dated),
        )

    def _late(self, dated: Dated) -> OverdueView:
        milestone = dated.milestone
        return OverdueView(
            id=dated.id,
            anchor=anchor("milestone", milestone.id),
            area=self.names.areas[dated.area.area],
            activity=dated.step.activity,
            of=milestone.activity if dated.checkpoint is not None else "",
            due=dated.due.text,
            days_overdue=dated.days_overdue,
            status=self._status(dated.status),
            status_words=self._status_words(dated.status),
            owner=milestone.owner,
        )

    def _days_overdue(self, dated: Dated) -> int:
        return dated.due.days_overdue(self.day) if self.with_status and dated.is_open else 0

    def _status(self, status: str | None) -> str:
        return (status or NOT_REPORTED) if self.with_status else ""

    def _status_words(self, status: str | None) -> str:
        return STATUS_WORDS[status or NOT_REPORTED] if self.with_status else ""
