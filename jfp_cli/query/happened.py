"""What came about between two days: what came due, what was completed, and which dates were moved."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from jfp_cli.query.promises import Promise
from jfp_cli.values.address import Address

if TYPE_CHECKING:
    from jfp_cli.model.promise import Move
    from jfp_cli.values.dates import PlanDate


class Time(NamedTuple):
    """From a day to another, both included."""

    first: date
    last: date

    def holds(self, when: "PlanDate | None") -> bool:
        """Whether the last day that a date can mean lies in it; an open date's never does."""
        return when is not None and when.last is not None and self.first <= when.last <= self.last

    def begins_in(self, when: "PlanDate") -> bool:
        """Whether the first day that a date can mean lies in it, from which on it was known."""
        return self.first <= when.first <= self.last


class Moved(NamedTuple):
    """A move of a promise's date; `days` are those between the last days of both dates, None where one is open."""

    promise: Promise
    move: "Move"

    @property
    def days(self) -> int | None:
        return days_between(self.move.from_, self.move.to)


class Shift(NamedTuple):
    """A date that became another one on a day."""

    day: date
    before: "PlanDate"
    after: "PlanDate"


class Slip(NamedTuple):
    """A promise whose date is later than it was when a time began, and by how many days."""

    promise: Promise
    days: int


def month_before(day: date) -> date:
    """The same day of the month before, or its last where it is shorter."""
    end = day.replace(day=1) - timedelta(days=1)
    return end.replace(day=min(day.day, monthrange(end.year, end.month)[1]))


def came_due(kept: Iterable[Promise], time: Time) -> list[Promise]:
    """What was to be done by a day of a time and was not cancelled, the soonest first."""
    come = [one for one in kept if one.status != "cancelled" and time.holds(one.due)]
    return sorted(come, key=lambda one: one.due.last or time.last)


def completed(kept: Iterable[Promise], time: Time) -> list[Promise]:
    """What was completed in a time, in the order of its completion."""
    done = [one for one in kept if one.status == "complete" and time.holds(one.step.completed)]
    return sorted(done, key=lambda one: (one.step.completed and one.step.completed.last) or time.last)


def is_late(one: Promise) -> bool:
    """Whether something was completed after every day that its date can mean."""
    done, last = one.step.completed, one.due.last
    return done is not None and last is not None and done.first > last


def moves_in(kept: Iterable[Promise], time: Time) -> list[Moved]:
    """The moves that were agreed in a time, the latest first."""
    found = [Moved(one, move) for one in kept for move in one.step.moves if time.begins_in(move.date)]
    return sorted(found, key=lambda moved: moved.move.date.first, reverse=True)


def slips(kept: Iterable[Promise], time: Time, besides: Iterable[tuple[Promise, Shift]] = ()) -> Iterator[Slip]:
    """The promises that moved in a time to a date later than the one before all these moves.

    `besides` are the moves in that time that were not agreed in it, such as those that nobody recorded.
    """
    shifts = defaultdict[Address, list[Shift]](list)
    for one, shift in besides:
        shifts[one.address].append(shift)
    for one in kept:
        agreed = [Shift(move.date.first, move.from_, move.to) for move in one.step.moves if time.begins_in(move.date)]
        moves = sorted([*shifts[one.address], *agreed], key=lambda shift: shift.day)
        days = days_between(moves[0].before, moves[-1].after) if moves else None
        if days is not None and days > 0:
            yield Slip(one, days)


def days_between(one: "PlanDate", other: "PlanDate") -> int | None:
    """Days from the last day of a date to that of another; None where one of them is open."""
    return (other.last - one.last).days if one.last is not None and other.last is not None else None
