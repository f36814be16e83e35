"""Key milestones as the document shows them on a day, by area and heading."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from jfp_cli.model.area import Area, Checkpoint, Milestone
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import PROMISE_STATUSES
from jfp_cli.query.promises import Promise
from jfp_cli.report.document import OfEntity, view
from jfp_cli.report.document.dated import sentence
from jfp_cli.report.document.names import MILESTONES, Named, Names, anchor
from jfp_cli.report.document.promises import (
    NO_UPDATE,
    NO_UPDATE_WORDS,
    OVERDUE,
    Link,
    PromiseTeller,
    PromiseView,
    evidence_of,
)
from jfp_cli.report.language import say
from jfp_cli.values.text import natural

Kept = list[Promise]


@view
class MilestoneView(OfEntity):
    """A dated deliverable; it stands as PromiseView says, and is `new` as other things of the document are.

    `for_places` are its places, or those of its workstreams.
    """

    entity: Milestone
    anchor: str
    new: str
    was: str
    status: str
    status_words: str
    days_overdue: int
    mark: str
    for_places: tuple[Named, ...]
    checkpoints: tuple[PromiseView, ...]
    evidence: tuple[Link, ...]


@view
class StatusCount:
    """How many milestones have a status, or a mark."""

    status: str
    words: str
    number: int


@view
class MilestoneCounts:
    """How many milestones there are, of each status in a fixed order with those of none, and of each mark."""

    total: int
    overdue: int
    statuses: tuple[StatusCount, ...]
    marks: tuple[StatusCount, ...]


@view
class AreaView(OfEntity):
    """A service area's milestones; `groups` has its headings in their order, an empty one for those without."""

    entity: Area
    anchor: str
    groups: tuple[tuple[str, tuple[MilestoneView, ...]], ...]
    milestones: tuple[MilestoneView, ...]
    counts: MilestoneCounts


@view
class Choices:
    """What the milestones can be chosen by, beside their areas and statuses."""

    places: tuple[Named, ...]
    leads: tuple[Named, ...]
    owners: tuple[str, ...]


@view
class MilestonesView:
    """The key milestones by area; `sentence` says how they stand."""

    number: str
    anchor: str
    areas: tuple[AreaView, ...]
    counts: MilestoneCounts
    choices: Choices
    sentence: str


@dataclass(frozen=True, slots=True)
class MilestoneWriter:
    """Makes the views of milestones of a plan."""

    plan: Plan
    names: Names
    teller: PromiseTeller

    def chapter(self, number: str, kept: Kept, areas: Iterable[Area]) -> MilestonesView:
        """All that are kept, by area."""
        by_area: dict[str, list[MilestoneView]] = {area.area: [] for area in areas}
        steps: dict[str, list[PromiseView]] = {}
        for one in kept:
            if isinstance(one.step, Checkpoint) and one.milestone:
                steps.setdefault(one.milestone.id, []).append(self.teller.checkpoint(one, one.step))
        streams = {stream.id: stream for _, stream in self.plan.workstreams()}
        for one in kept:
            if isinstance(one.step, Milestone) and one.area:
                of_streams = [
                    place for name in one.step.workstreams if name in streams for place in streams[name].places
                ]
                places = self.names.all("places", dict.fromkeys(one.step.places or of_streams))
                by_area[one.area.area].append(self._milestone(one, one.step, steps.get(one.step.id, ()), places))
        views = [view for of_area in by_area.values() for view in of_area]
        own = [one for one in kept if one.kind == "milestones"]
        return MilestonesView(
            number=number,
            anchor=MILESTONES,
            areas=tuple(
                self._area(self.plan.areas[name], of_area)
                for name, of_area in by_area.items()
                if of_area or self.plan.areas[name].pending
            ),
            counts=self._counts(views),
            choices=self._choices(views),
            sentence=sentence(self.teller, own, [one for one in own if one.days_overdue(self.teller.day)]),
        )

    def _area(self, area: Area, views: list[MilestoneView]) -> AreaView:
        groups = groupby(views, key=lambda made: made.entity.group or "")
        return AreaView(
            entity=area,
            anchor=anchor("area", area.area),
            groups=tuple((heading, tuple(found)) for heading, found in groups),
            milestones=tuple(views),
            counts=self._counts(views),
        )

    def _counts(self, views: Sequence[MilestoneView]) -> MilestoneCounts:
        called = self.teller.called
        statuses, marks = Counter(view.status for view in views), Counter(view.mark for view in views)
        order = PROMISE_STATUSES if self.teller.with_status else ()
        late = [
            StatusCount(mark, said, marks[mark])
            for mark, said in ((OVERDUE, say("Overdue")), (NO_UPDATE, say(NO_UPDATE_WORDS)))
            if order
        ]
        return MilestoneCounts(
            total=len(views),
            overdue=sum(1 for view in views if view.days_overdue),
            statuses=tuple(StatusCount(status, called(status), statuses[status]) for status in order),
            marks=(*late, *(StatusCount(status, called(status), marks[status]) for status in order)),
        )

    def _choices(self, views: Sequence[MilestoneView]) -> Choices:
        owners = {view.entity.owner for view in views if view.entity.owner}
        return Choices(
            places=_each({place.id: place for view in views for place in view.for_places}),
            leads=_each({lead: self.names.one("organisations", lead) for view in views for lead in view.entity.leads}),
            owners=tuple(sorted(owners, key=natural)),
        )

    def _milestone(
        self, one: Promise, milestone: Milestone, steps: Iterable[PromiseView], places: tuple[Named, ...]
    ) -> MilestoneView:
        return MilestoneView(
            entity=milestone,
            anchor=self.names.one("milestones", milestone.id).anchor,
            new=self.teller.past.mark(one.address),
            was=self.teller.past.was(one.address, one.due, milestone.moves),
            **self.teller.standing(one.status, one.days_overdue(self.teller.day)),
            for_places=places,
            checkpoints=tuple(steps),
            evidence=evidence_of(milestone),
        )


def _each(found: dict[str, Named]) -> tuple[Named, ...]:
    return tuple(sorted(found.values(), key=lambda named: natural(named.title)))
