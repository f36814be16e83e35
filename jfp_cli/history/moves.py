"""What the plan itself says of dates that moved, held against what was found."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
        left = _without(left, [again] if again else [])
    return left


def told_by(moves: "Iterable[Move]", found: Sequence[tuple[PlanDate, PlanDate]]) -> "list[tuple[Move, ...]]":
    """For each of the moves that were found of a date, the oldest first, those recorded ones that tell of it, or none.

    A recorded move tells of one that was found, else of several that lead together where it does: what was only tried
    out on the way to the date that was agreed.
    """
    left, told = list(moves), list["tuple[Move, ...]"]()
    for was, now in found:
        told.append(leading(left, was, now))
        left = _without(left, told[-1])
    reached = defaultdict[object, list[int]](list)
    for at, (_, now) in enumerate(found):
        reached[_deadline(now)].append(at)
    for at in reversed(range(len(found))):  # so that as few as can be are taken together
        was, _ = found[at]
        ends = [] if told[at] else [_next(reached[_deadline(date)], at) for date in _ends(left, was)]
        last = min((end for end in ends if end), default=0)
        if last and not any(told[at : last + 1]):
            taken = leading(left, was, found[last][1])
            told[at : last + 1] = [taken] * (last + 1 - at)
            left = _without(left, taken)
    return told


def _without(moves: "Iterable[Move]", taken: "Sequence[Move]") -> "list[Move]":
    return [each for each in moves if all(each is not one for one in taken)]


def _deadline(date: PlanDate) -> object:
    """What dates that are one deadline have in common."""
    return date.last or (date.first, "open")


def _next(places: Sequence[int], at: int) -> int | None:
    """The first of some ascending positions that comes after one."""
    later = bisect(places, at)
    return places[later] if later < len(places) else None


def _ends(moves: "Iterable[Move]", was: PlanDate) -> Iterator[PlanDate]:
    """Every other date that recorded moves lead to from one."""
    date = was
    for move in moves:
        if is_one_deadline(move.from_, date):
            date = move.to
            if not is_one_deadline(date, was):
                yield date


def is_noted(old: object, new: object) -> bool:
    """Whether a thing that changed has an update that it did not have before."""
    before, after = (getattr(one, "updates", ()) for one in (old, new))
    return any(update not in before for update in after)
