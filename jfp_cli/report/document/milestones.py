"""Key milestones as the document shows them on a day: by area and heading, and those that are overdue."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from jfp_cli.model.area import Area, Checkpoint, Milestone
from jfp_cli.query.filters import NOT_REPORTED, PROMISE_STATUSES
from jfp_cli.query.promises import Promise, overdue
from jfp_cli.query.sentences import overdue_sentence
from jfp_cli.report.document import OfEntity, view
from jfp_cli.report.document.names import MILESTONES, Names, anchor
from jfp_cli.values.text import is_link

Kept = list[Promise]


@view
class Link:
    """Somewhere else; `href` is empty where the text is not an address on the web or of mail."""

    text: str
    href: str


@view
class CheckpointView(OfEntity):
    """A dated step towards a milestone."""

    entity: Checkpoint
    status: str
    status_words: str
    days_overdue: int


@view
class MilestoneView(OfEntity):
    """A dated deliverable; what nobody reported on has the status `not_reported`, and a hidden status is empty."""

    entity: Milestone
    anchor: str
    status: str
    status_words: str
    days_overdue: int
    checkpoints: tuple[CheckpointView, ...]
    evidence: tuple[Link, ...]


@view
class StatusCount:
    """How many milestones have a status."""

    status: str
    words: str
    number: int


@view
class MilestoneCounts:
    """How many milestones there are, each status in a fixed order with those of none, and how many are overdue."""

    total: int
    overdue: int
    statuses: tuple[StatusCount, ...]


@view
class AreaView(OfEntity):
    """A service area's milestones, in its order; `groups` has those without a heading first, then those of each."""

    entity: Area
    anchor: str
    groups: tuple[tuple[str, tuple[MilestoneView, ...]], ...]
    milestones: tuple[MilestoneView, ...]
    counts: MilestoneCounts


@view
class OverdueView(OfEntity):
    """A milestone, or a checkpoint `of` one, that should have been done."""

    entity: Milestone | Checkpoint
    id: str
    anchor: str
    area: Area | None
    of: Milestone | None
    owner: str | None
    status: str
    status_words: str
    days_overdue: int


@view
class MilestonesView:
    """The key milestones by area, and those that are overdue, the longest first; `sentence` says how many."""

    number: str
    anchor: str
    areas: tuple[AreaView, ...]
    counts: MilestoneCounts
    overdue: tuple[OverdueView, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class MilestoneWriter:
    """Makes the views of milestones on a day, in which `called` says what statuses are called.

    Without `with_status` nobody sees a status, nor what follows from it.
    """

    day: date
    names: Names
    called: Callable[[str], str]
    with_status: bool

    def chapter(self, number: str, kept: Kept, areas: Iterable[Area]) -> MilestonesView:
        """All that are kept, by area."""
        by_area: dict[str, list[MilestoneView]] = {area.area: [] for area in areas}
        titles = {area.area: area for area in areas}
        steps: dict[str, list[Promise]] = {}
        for one in kept:
            if one.kind == "checkpoints" and one.milestone:
                steps.setdefault(one.milestone.id, []).append(one)
        for one in kept:
            if one.kind == "milestones" and one.area and one.milestone:
                by_area[one.area.area].append(self._milestone(one, one.milestone, steps.get(one.milestone.id, [])))
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
        for made in views:
            groups.setdefault(made.entity.group or "", []).append(made)
        return AreaView(
            entity=area,
            anchor=anchor("area", area.area),
            groups=tuple((heading, tuple(found)) for heading, found in groups.items() if found),
            milestones=tuple(views),
            counts=self._counts(views),
        )

    def _counts(self, views: list[MilestoneView]) -> MilestoneCounts:
        found = Counter(view.status for view in views)
        statuses = PROMISE_STATUSES if self.with_status else ()
        counted = tuple(StatusCount(status, self.called(status), found[status]) for status in statuses)
        return MilestoneCounts(len(views), sum(1 for view in views if view.days_overdue), counted)

    def _milestone(self, one: Promise, milestone: Milestone, steps: Iterable[Promise]) -> MilestoneView:
        return MilestoneView(
            entity=milestone,
            anchor=self.names.one("milestones", milestone.id).anchor,
            **self._standing(one),
            checkpoints=tuple(map(self._checkpoint, steps)),
            evidence=tuple(Link(text, text if is_link(text) else "") for text in milestone.evidence),
        )

    def _checkpoint(self, one: Promise) -> CheckpointView:
        return CheckpointView(entity=one.step, **self._standing(one))  # type: ignore[arg-type]  # a checkpoint's own

    def _late(self, one: Promise) -> OverdueView:
        above = one.milestone if one.kind == "checkpoints" else None
        within = one.milestone.id if one.milestone else ""
        return OverdueView(
            entity=one.step,  # type: ignore[arg-type]  # the document keeps no others
            id=one.id or str(one.address),
            anchor=self.names.one("milestones", within).anchor,
            area=one.area,
            of=above,
            owner=one.owner,
            **self._standing(one),
        )

    def _standing(self, one: Promise) -> dict[str, Any]:
        """How something dated stands, as far as it is shown."""
        if not self.with_status:
            return {"status": "", "status_words": "", "days_overdue": 0}
        status = one.status or NOT_REPORTED
        return {"status": status, "status_words": self.called(status), "days_overdue": one.days_overdue(self.day)}
