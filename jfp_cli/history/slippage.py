"""How far promises slipped: every date that moved since each was first seen, and which moves nobody recorded."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from jfp_cli.history.due_dates import Due, DueDates
from jfp_cli.history.moves import days_moved, told_by
from jfp_cli.history.tracing import Names, traced
from jfp_cli.loading.steps import Step
from jfp_cli.model.kinds import KINDS
from jfp_cli.query.happened import is_late
from jfp_cli.query.promises import Promise
from jfp_cli.query.rows import Locate, Row
from jfp_cli.query.sentences import counted
from jfp_cli.values.dates import PlanDate

if TYPE_CHECKING:
    from jfp_cli.model.promise import Move


class Moved(NamedTuple):
    """A move of a date that a commit of a day made; None where it is not committed."""

    day: date | None
    before: PlanDate
    after: PlanDate


class Slip(NamedTuple):
    """A promise with the date it had when it was first seen, and its moves since, the newest last.

    `since` is the day of the commit in which it was first seen; None where that is not known or not committed.
    """

    promise: Promise
    first_due: PlanDate
    moves: tuple[Moved, ...]
    since: date | None

    @property
    def told(self) -> "list[tuple[Moved, tuple[Move, ...]]]":
        """Its moves, each with the entries in `moves` that tell of it."""
        by = told_by(self.promise.step.moves, [(one.before, one.after) for one in self.moves])
        return list(zip(self.moves, by, strict=True))

    @property
    def silent_moves(self) -> list[Moved]:
        """Those of its moves that no entry in `moves` tells of."""
        return [one for one, by in self.told if not by]

    @property
    def silent(self) -> int:
        """How many these are."""
        return len(self.silent_moves)

    @property
    def days(self) -> int | None:
        """By how many days it is later than it was first; None where that has no number."""
        return days_moved(self.first_due, self.promise.due)

    @property
    def days_late(self) -> int | None:
        """How many days after its date it was completed, 0 where it was in time; None where it is not complete."""
        done, due = self.promise.step.completed, self.promise.due
        if self.promise.status != "complete" or done is None or due.last is None:
            return None
        return (done.first - due.last).days if is_late(self.promise) else 0


@dataclass
class _Past:
    """What was found of a promise so far, from now on back: `first` is the oldest date, None where there was none.

    `after_gap` is then the one that came on the day `since`.
    """

    first: PlanDate | None
    after_gap: PlanDate | None = None
    moves: list[Moved] = field(default_factory=list)
    since: str | None = None

    def add(self, due: Due, day: str) -> None:
        """Add an older change, but for what another branch did that did not last or that this one did too."""
        if due.after != self.first:
            return
        if due.before is None:
            self.first, self.after_gap, self.since = None, due.after, day
            return
        after = due.after or self.after_gap
        if after is not None and days_moved(due.before, after) != 0:
            self.moves.append(Moved(_day(day if due.after else self.since), due.before, after))
        self.first, self.after_gap, self.since = due.before, None, None


def slips(steps: Iterable[Step], dates: DueDates, kept: Sequence[Promise], since: str | None) -> list[Slip]:
    """The promises that are kept, in their order, each with how its date moved; `since` is when the commits begin.

    `dates` are those by which it was judged what can be read of the files.
    """
    past = {one.address: _Past(one.due) for one in kept}
    for event in traced(steps, dates.compare, Names(past)):
        last = event.last
        if last is not None:
            at = event.found.after
            commit = dates.commit_of(event.side, at) if at else event.side.commit
            past[last].add(event.change, commit.date)
    return [_slip(one, past[one.address], since) for one in kept]


def _slip(one: Promise, past: _Past, since: str | None) -> Slip:
    first = past.first or past.after_gap or one.due
    return Slip(one, first, tuple(past.moves[::-1]), _day(since if past.since is None else past.since))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def furthest_first(found: Iterable[Slip]) -> list[Slip]:
    """Slips by how much later each date is; one that has no end any more is the furthest."""
    return sorted(found, key=lambda slip: (-_distance(slip), -len(slip.moves)))


def _distance(slip: Slip) -> float:
    if slip.days is None:
        return inf if slip.promise.due.is_open else -inf
    return slip.days


def slip_rows(found: Iterable[Slip], locate: Locate) -> list[Row]:
    """A row for each promise."""
    return [_row(slip, locate) for slip in found]


def _row(slip: Slip, locate: Locate) -> Row:
    one, span = slip.promise, locate(slip.promise.address)
    completed = one.step.completed
    return {
        "id": one.id,
        "kind": KINDS[one.kind].noun,
        "address": str(one.address),
        "area": one.area.area if one.area else None,
        "owner": one.owner,
        "activity": one.text,
        "first_due": slip.first_due.text,
        "due": one.due.text,
        "days": slip.days,
        "moves": len(slip.moves),
        "silent": slip.silent,
        "since": slip.since.isoformat() if slip.since else None,
        "first": one.due.first.isoformat(),
        "last": one.due.last.isoformat() if one.due.last else None,
        "completed": completed.text if completed else None,
        "days_late": slip.days_late,
        "leads": list(one.leads),
        "file": span.file,
        "line": span.line,
    }


BY: dict[str, Callable[[Promise], Iterable[str | None]]] = {
    "area": lambda one: (one.area.area if one.area else None,),
    "owner": lambda one: (one.owner,),
    "lead": lambda one: one.leads or (None,),
}
"""What slips are told together by, and whose each promise is."""


def group_rows(found: Iterable[Slip], by: str) -> list[Row]:
    """A row for each area, owner or lead, those without one last: how far its promises slipped on average."""
    groups: dict[str | None, list[Slip]] = {}
    for slip in found:
        for name in BY[by](slip.promise):
            groups.setdefault(name, []).append(slip)
    rows = [{by: name} | _totals(slips) for name, slips in groups.items()]
    return sorted(rows, key=lambda row: (row[by] is None, -(row["average_days"] or 0), row[by]))


def _totals(found: Sequence[Slip]) -> Row:
    moved = [slip for slip in found if slip.moves]
    done = [slip.days_late for slip in found if slip.days_late is not None]
    return {
        "promises": len(found),
        "moved": len(moved),
        "silent": sum(slip.silent for slip in found),
        "average_days": _average([slip.days for slip in moved if slip.days is not None]),
        "completed": len(done),
        "late": sum(1 for days in done if days),
        "average_days_late": _average([days for days in done if days]),
    }


def _average(days: Sequence[int]) -> int | None:
    return round(sum(days) / len(days)) if days else None


def slippage_sentence(found: Sequence[Slip]) -> str:
    """How many promises moved, by how much on average and how often silently, and how late completed ones were."""
    totals = _totals(found)
    told = f"{totals['moved']:,} of {counted(len(found), 'promise')} moved{_by_days(found)}"
    if totals["silent"]:
        told += f"; {counted(totals['silent'], 'move')} without an entry in moves"
    if totals["completed"]:
        told += f"; {totals['late']:,} of {totals['completed']:,} completed late"
        told += f", by {counted(totals['average_days_late'], 'day')} on average" if totals["late"] else ""
    return told


def _by_days(found: Iterable[Slip]) -> str:
    """By how many days they moved on average, as the end of a phrase; those that are earlier apart."""
    days = [slip.days for slip in found if slip.moves and slip.days is not None]
    later, earlier = [one for one in days if one >= 0], [-one for one in days if one < 0]
    if not earlier:
        return f", by {_on_average(later)}" if later else ""
    groups = ((later, "later"), (earlier, "earlier"))
    return ": " + " and ".join(f"{len(group):,} {word} by {_on_average(group)}" for group, word in groups if group)


def _on_average(days: Sequence[int]) -> str:
    return f"{counted(_average(days) or 0, 'day')} on average"
