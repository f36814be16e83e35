"""What the plan itself says of dates that moved, held against what was found."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from jfp_cli.query.happened import days_between
from jfp_cli.values.dates import PlanDate

if TYPE_CHECKING:
    from jfp_cli.model.promise import Move


def days_moved(was: PlanDate, now: PlanDate) -> int | None:
    """By how many days a date moved, its last day counting; an open date has none, and two have their first."""
    if was.last is None and now.last is None:
        return (now.first - was.first).days
    return days_between(was, now)


def is_one_deadline(one: PlanDate, other: PlanDate) -> bool:
    """Whether two dates promise the same, however they are written, as a season and its last month do."""
    return days_moved(one, other) == 0


def leading(moves: "Iterable[Move]", was: PlanDate, now: PlanDate) -> "tuple[Move, ...]":
    """The recorded moves that lead from one date to another, at once or on the way; none where they do not."""
    date, taken = was, list["Move"]()
    for move in moves:
        if is_one_deadline(move.from_, date):
            taken.append(move)
            date = move.to
            if is_one_deadline(date, now):
                return tuple(taken)
    return ()


def as_far_as(moves: "Iterable[Move]", was: PlanDate) -> PlanDate:
    """The date that recorded moves lead to from another; itself where none leads on."""
    for move in moves:
        if is_one_deadline(move.from_, was):
            was = move.to
    return was


def since_then(moves: "Iterable[Move]", before: "Sequence[Move]", was: PlanDate) -> "list[Move]":
    """The recorded moves but for those that led to a date as it was: each tells of one move, and of no later one."""
    spent = next((number for number in range(len(before), 0, -1) if is_one_deadline(before[number - 1].to, was)), 0)
    left = list(moves)
    for one in before[:spent]:
        same = (each for each in left if is_one_deadline(each.from_, one.from_) and is_one_deadline(each.to, one.to))
        again = next(same, None)
        left = [each for each in left if each is not again]
    return left


def told_by(moves: "Iterable[Move]", found: Sequence[tuple[PlanDate, PlanDate]]) -> "list[tuple[Move, ...]]":
    """For each of the moves that were found of a date, the oldest first, those recorded ones that tell of it, or none.

    A recorded move tells of one that was found, or of several that lead together where it does: what was only tried
    out on the way to the date that was agreed. Those that are found to be one move each come first.
    """
    left, told = list(moves), [()] * len(found)  # type: list[Move], list[tuple[Move, ...]]
    for number in range(1, len(found) + 1):
        for at in range(len(found) - number + 1):
            was, now = found[at][0], found[at + number - 1][1]
            if any(told[at : at + number]) or is_one_deadline(was, now):
                continue
            if taken := leading(left, was, now):
                told[at : at + number] = [taken] * number
                left = [each for each in left if all(each is not one for one in taken)]
    return told


def is_noted(old: object, new: object) -> bool:
    """Whether a thing that changed has an update that it did not have before."""
    before, after = (getattr(one, "updates", ()) for one in (old, new))
    return any(update not in before for update in after)
