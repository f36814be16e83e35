"""What is due next in the document, and everything whose date has passed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from jfp_cli.model.area import Checkpoint, Milestone
from jfp_cli.model.enabler import Commitment
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.section import Action
from jfp_cli.query.promises import HOMES, Promise, due, overdue
from jfp_cli.report.document import OfEntity, view
from jfp_cli.report.document.names import Named, Names, anchor
from jfp_cli.report.document.promises import PromiseTeller
from jfp_cli.report.language import counted, say, spoken
from jfp_cli.values.dates import PlanDate

SOONEST = 5  # promises that a first page names


@view
class DatedView(OfEntity):
    """A promise with its date, what it stands `within`, and the milestone that it is a step `of`.

    `anchor` is its own, or that of what it stands in; `was` says what its date was where that moved.
    """

    entity: Milestone | Checkpoint | Action | Commitment
    id: str
    noun: str
    text: str
    anchor: str
    within: Named
    of: Milestone | None
    owner: str | None
    was: str
    status: str
    status_words: str
    days_overdue: int
    mark: str


@view
class OverdueList:
    """Every promise whose date has passed, the longest ago first, and how many; `is_known` where that is shown."""

    rows: tuple[DatedView, ...]
    sentence: str
    is_known: bool


@view
class Coming:
    """A promise that is due next, and the thing that it stands `within`.

    `ends` says by which day, where its date names no year, such as "years 1 and 2".
    """

    text: str
    due: PlanDate
    ends: str
    anchor: str
    within: Named


@dataclass(frozen=True, slots=True)
class DateWriter:
    """Makes the views of promises by their dates."""

    names: Names
    teller: PromiseTeller

    def overdue(self, kept: Sequence[Promise]) -> OverdueList:
        """Everything dated that should have been done, as far as it is shown."""
        late = overdue(kept, self.teller.day) if self.teller.with_status else []
        return OverdueList(tuple(map(self.dated, late)), sentence(self.teller, kept, late), self.teller.with_status)

    def coming(self, kept: Sequence[Promise]) -> Iterator[Coming]:
        """The first that are still to come, those of the day itself included."""
        day = self.teller.day
        for one in due(kept, day, date.max)[:SOONEST]:
            yield Coming(one.text, one.due, _ends(one.due), self._anchor(one), self._within(one))

    def dated(self, one: Promise) -> DatedView:
        """A promise in a list of dates."""
        return DatedView(
            entity=one.step,
            id=one.id or str(one.address),
            noun=say(KINDS[one.kind].noun),
            text=one.text,
            anchor=self._anchor(one),
            within=self._within(one),
            of=one.milestone if one.kind == "checkpoints" else None,
            owner=one.owner,
            was=self.teller.past.was(one.address, one.due, one.step.moves),
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


def _ends(due: PlanDate) -> str:
    if due.last is None or any(f"{day:%y}" in due.text for day in (due.first, due.last)):
        return ""
    return say("by {date}", date=spoken().day(due.last))


def sentence(teller: PromiseTeller, kept: Sequence[Promise], late: Sequence[Promise]) -> str:
    """How many dates there are, and of how many nothing was heard since they passed; nothing where that is hidden."""
    if not teller.with_status:
        return ""
    own = [one for one in kept if one.kind == "milestones"]
    others = len(kept) - len(own)
    every = counted(len(own), "milestone")
    if others:
        every = say("{some} and {others}", some=every, others=counted(others, "other dated promise"))
    silent = sum(1 for one in late if one.status is None)
    told = [say("{number} overdue", number=len(late) - silent)] if len(late) > silent else []
    told += [say("{number} past the date with no update", number=silent)] if silent else []
    how = ", ".join(told) or say("none is past its date")
    return say("{what} as of {day}: {how}", what=every, day=spoken().day(teller.day), how=how)
