"""What the plan itself says of dates that moved, held against what was found."""

from collections.abc import Iterable
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


def leading(moves: "Iterable[Move]", was: PlanDate, now: PlanDate) -> "tuple[Move, ...]":
    """The recorded moves that lead from one date to another, at once or on the way; none where they do not."""
    date, taken = was, list["Move"]()
    for move in moves:
        if move.from_ == date:
            taken.append(move)
            date = move.to
            if date == now:
                return tuple(taken)
    return ()


def as_far_as(moves: "Iterable[Move]", was: PlanDate) -> PlanDate:
    """The date that recorded moves lead to from another; itself where none leads on."""
    for move in moves:
        if move.from_ == was:
            was = move.to
    return was


def tell(moves: "Iterable[Move]", was: PlanDate, now: PlanDate) -> bool:
    """Whether moves that were recorded lead from one date to another."""
    return bool(leading(moves, was, now))
