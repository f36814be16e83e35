"""Questions about promises: which there are, which are overdue and which fall due soon."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from jfp_cli.model.kinds import KINDS
from jfp_cli.model.promise import CLOSED, Status
from jfp_cli.values.address import Address

if TYPE_CHECKING:
    from jfp_cli.model.area import Area, Checkpoint, Milestone
    from jfp_cli.model.enabler import Commitment, Enabler
    from jfp_cli.model.plan import Plan
    from jfp_cli.model.section import Action, Section, Workstream
    from jfp_cli.values.dates import PlanDate

HOMES = {"milestones": "areas", "checkpoints": "areas", "actions": "sections", "commitments": "enablers"}
"""The kinds of promise, each with the kind of file that it stands in."""
NOUNS = {KINDS[kind].noun: kind for kind in HOMES}


class Promise(NamedTuple):
    """Something with a due date, and what it stands in: `parent` is the address of the innermost of that.

    Its milestone is that of a checkpoint, or itself.
    """

    kind: str
    address: Address
    step: "Milestone | Checkpoint | Action | Commitment"
    due: "PlanDate"
    parent: Address
    area: "Area | None" = None
    milestone: "Milestone | None" = None
    section: "Section | None" = None
    workstream: "Workstream | None" = None
    enabler: "Enabler | None" = None

    @property
    def id(self) -> str | None:
        """Its id; None where it has none and is named by its address."""
        return self.step.id

    @property
    def text(self) -> str:
        """What is promised."""
        text: str = getattr(self.step, KINDS[self.kind].title)
        return text

    @property
    def status(self) -> Status | None:
        return self.step.status

    @property
    def owner(self) -> str | None:
        """Who answers for it; for a checkpoint without an owner its milestone's does."""
        return self.step.owner or (self.milestone.owner if self.milestone else None)

    @property
    def leads(self) -> tuple[str, ...]:
        """The organisations that deliver it, or its milestone."""
        return self.step.leads or (self.milestone.leads if self.milestone else ())

    @property
    def places(self) -> tuple[str, ...]:
        """The places that it is for, or its milestone."""
        return self.step.places or (self.milestone.places if self.milestone else ())

    @property
    def workstreams(self) -> tuple[str, ...]:
        """The workstreams that it belongs to, or its milestone."""
        if self.workstream is not None:
            return (self.workstream.id,)
        return self.milestone.workstreams if self.milestone else ()

    @property
    def is_open(self) -> bool:
        """It is neither complete nor cancelled, and its milestone is neither."""
        return self.status not in CLOSED and (self.milestone is None or self.milestone.status not in CLOSED)

    def days_overdue(self, day: date) -> int:
        """How many days its date is past on a day; 0 where it is not, or where it is not open."""
        return self.due.days_overdue(day) if self.is_open else 0


def promises(plan: "Plan", kinds: Iterable[str] = HOMES) -> Iterator[Promise]:
    """The promises of these kinds in the order of the plan: a milestone, then its checkpoints."""
    kinds = set(kinds)
    if kinds & {"milestones", "checkpoints"}:
        yield from (one for one in _of_areas(plan) if one.kind in kinds)
    if "actions" in kinds:
        yield from _of_sections(plan)
    if "commitments" in kinds:
        yield from _of_enablers(plan)


def _of_areas(plan: "Plan") -> Iterator[Promise]:
    for area, milestone in plan.milestones():
        at = Address("milestones", milestone.id)
        home = Address("areas", area.area)
        yield Promise("milestones", at, milestone, milestone.due, home, area=area, milestone=milestone)
        for number, step in enumerate(milestone.checkpoints):
            at_step = address_of("checkpoints", step.id, at.at("checkpoints", number))
            yield Promise("checkpoints", at_step, step, step.due, at, area=area, milestone=milestone)


def _of_sections(plan: "Plan") -> Iterator[Promise]:
    for section, stream in plan.workstreams():
        at = Address("workstreams", stream.id)
        for period, entries in stream.actions.items():
            for number, entry in enumerate(entries):
                if not isinstance(entry, str) and entry.due is not None:
                    at_entry = address_of("actions", entry.id, at.at("actions", period, number))
                    yield Promise("actions", at_entry, entry, entry.due, at, section=section, workstream=stream)


def _of_enablers(plan: "Plan") -> Iterator[Promise]:
    for enabler in plan.enablers.values():
        at = Address("enablers", enabler.id)
        homes = [(at, enabler.commitments)]
        homes += [(at.at("topics", number), topic.commitments) for number, topic in enumerate(enabler.topics)]
        for home, commitments in homes:
            for number, entry in enumerate(commitments):
                if entry.due is not None:
                    at_entry = address_of("commitments", entry.id, home.at("commitments", number))
                    yield Promise("commitments", at_entry, entry, entry.due, at, enabler=enabler)


def parents(plan: "Plan") -> Iterator[tuple[Address, Address]]:
    """The address of each checkpoint, action and commitment that has an id, and that of what it stands in."""
    for _, milestone in plan.milestones():
        yield from _inside("checkpoints", milestone.checkpoints, Address("milestones", milestone.id))
    for _, stream in plan.workstreams():
        yield from _inside("actions", chain.from_iterable(stream.actions.values()), Address("workstreams", stream.id))
    for enabler in plan.enablers.values():
        yield from _inside("commitments", enabler.promises(), Address("enablers", enabler.id))


def _inside(kind: str, entries: Iterable[Any], home: Address) -> Iterator[tuple[Address, Address]]:
    for entry in entries:
        if not isinstance(entry, str) and entry.id:
            yield Address(kind, entry.id), home


def address_of(kind: str, name: str | None, otherwise: Address) -> Address:
    """The address of a promise of a kind: by its id, or where it stands."""
    return Address(kind, name) if name else otherwise


def overdue(kept: Iterable[Promise], day: date) -> list[Promise]:
    """What should have been done before a day and is not, the longest overdue first.

    A checkpoint stands for itself only while its milestone is not among them.
    """
    late = [one for one in kept if one.days_overdue(day)]
    whole = {one.address for one in late if one.kind == "milestones"}
    alone = [one for one in late if one.kind != "checkpoints" or one.parent not in whole]
    return sorted(alone, key=lambda one: -one.days_overdue(day))


def due(kept: Iterable[Promise], day: date, until: date) -> list[Promise]:
    """What is open and ends from a day to another, both included, the soonest first."""
    coming = [one for one in kept if one.is_open and one.due.last is not None and day <= one.due.last <= until]
    return sorted(coming, key=lambda one: one.due.last or until)


def not_reported(kept: Iterable[Promise]) -> int:
    """How many have no status."""
    return sum(1 for one in kept if one.status is None)
