"""Key milestones as the document shows them on a day, by area and heading; and everything whose date has passed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from jfp_cli.model.area import Area, Checkpoint, Milestone
from jfp_cli.model.enabler import Commitment
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.section import Action
from jfp_cli.query.filters import PROMISE_STATUSES
from jfp_cli.query.promises import HOMES, Promise, due, overdue
from jfp_cli.query.sentences import counted
from jfp_cli.report.document import OfEntity, view
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
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.text import long_day, natural

Kept = list[Promise]
SOONEST = 5  # promises that a first page names


@view
class MilestoneView(OfEntity):
    """A dated deliverable; it stands as PromiseView says. `for_places` are its places, or those of its workstreams."""

    entity: Milestone
    anchor: str
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
class OverdueView(OfEntity):
    """A promise that should have been done, what it stands `within`, and the milestone that it is a step `of`.

    `anchor` is its own, or that of what it stands in.
    """

    entity: Milestone | Checkpoint | Action | Commitment
    id: str
    noun: str
    text: str
    anchor: str
    within: Named
    of: Milestone | None
    owner: str | None
    status: str
    status_words: str
    days_overdue: int
    mark: str


@view
class OverdueList:
    """Every promise whose date has passed, the longest ago first, and how many; `is_known` where that is shown."""

    rows: tuple[OverdueView, ...]
    sentence: str
    is_known: bool


@view
class Coming:
    """A promise that is due next, and the thing that it stands `within`."""

    text: str
    due: PlanDate
    anchor: str
    within: Named


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
    """Makes the views of milestones of a plan, and of what is overdue in it."""

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
            sentence=self._sentence(own, [one for one in own if one.days_overdue(self.teller.day)]),
        )

    def overdue(self, kept: Kept) -> OverdueList:
        """Everything dated that should have been done, as far as it is shown."""
        late = overdue(kept, self.teller.day) if self.teller.with_status else []
        return OverdueList(tuple(map(self._late, late)), self._sentence(kept, late), self.teller.with_status)

    def coming(self, kept: Kept) -> Iterator[Coming]:
        """The first that are still to come, those of the day itself included."""
        day = self.teller.day
        for one in due(kept, day, date.max)[:SOONEST]:
            yield Coming(one.text, one.due, self._anchor(one), self._within(one))

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
            for mark, said in ((OVERDUE, "Overdue"), (NO_UPDATE, NO_UPDATE_WORDS))
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
            **self.teller.standing(one.status, one.days_overdue(self.teller.day)),
            for_places=places,
            checkpoints=tuple(steps),
            evidence=evidence_of(milestone),
        )

    def _late(self, one: Promise) -> OverdueView:
        return OverdueView(
            entity=one.step,
            id=one.id or str(one.address),
            noun=KINDS[one.kind].noun,
            text=one.text,
            anchor=self._anchor(one),
            within=self._within(one),
            of=one.milestone if one.kind == "checkpoints" else None,
            owner=one.owner,
            **self.teller.standing(one.status, one.days_overdue(self.teller.day)),
        )

    def _within(self, one: Promise) -> Named:
        """The area, section or enabler that a promise stands in."""
        home = one.area or one.section or one.enabler
        kind = HOMES[one.kind]
        return self.names.one(kind, getattr(home, KINDS[kind].id_key))

    def _anchor(self, one: Promise) -> str:
        """Where the page has a promise: by its id, or where it stands."""
        if one.milestone:
            return self.names.one("milestones", one.milestone.id).anchor
        if one.id:
            return anchor(KINDS[one.kind].noun, one.id)
        return self.names.one(one.parent.kind, one.parent.id).anchor

    def _sentence(self, kept: Sequence[Promise], late: Sequence[Promise]) -> str:
        """How many dates there are, and of how many nothing was heard since they passed."""
        if not self.teller.with_status:
            return ""
        own = [one for one in kept if one.kind == "milestones"]
        others = len(kept) - len(own)
        every = counted(len(own), "milestone") + (f" and {counted(others, 'other dated promise')}" if others else "")
        silent = sum(1 for one in late if one.status is None)
        said = [f"{len(late) - silent} overdue"] if len(late) > silent else []
        said += [f"{silent} past the date with no update"] if silent else []
        return f"{every} as of {long_day(self.teller.day)}: {', '.join(said) or 'none is past its date'}"


def _each(found: dict[str, Named]) -> tuple[Named, ...]:
    return tuple(sorted(found.values(), key=lambda named: natural(named.title)))
