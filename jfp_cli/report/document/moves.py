"""Moves of dates as a paper shows them: those that were agreed, and those that nobody recorded."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from jfp_cli.history.moves import days_moved
from jfp_cli.query.happened import Moved, Time
from jfp_cli.query.promises import Promise
from jfp_cli.report.document import view
from jfp_cli.report.document.dated import DatedView, DateWriter
from jfp_cli.report.language import say, spoken
from jfp_cli.values.dates import PlanDate

if TYPE_CHECKING:
    from jfp_cli.history.slippage import Moved as Found
    from jfp_cli.history.slippage import Slip

NOT_COMMITTED = "Not committed yet"


@view
class MoveView:
    """A move of a promise's date; `days` are negative where it comes earlier, None where a date is open.

    `agreed` is None for a move that nobody recorded; of that `seen` says when it was found.
    """

    promise: DatedView
    before: PlanDate
    after: PlanDate
    days: int | None
    agreed: PlanDate | None
    seen: str
    because: str
    agreed_by: str


def move_view(dates: DateWriter, moved: Moved) -> MoveView:
    """A move that was agreed, with what its reader sees of why, and by whom."""
    move = moved.move
    return MoveView(
        promise=dates.dated(moved.promise),
        before=move.from_,
        after=move.to,
        days=moved.days,
        agreed=move.date,
        seen="",
        because=move.because or "",
        agreed_by=move.agreed_by or "",
    )


def silent_in(kept: Iterable[Promise], slips: "Iterable[Slip]", time: Time) -> "list[tuple[Promise, Found]]":
    """The moves in a time that nobody recorded; what is not committed was moved on its last day."""
    own = {one.address: one for one in kept}
    return [
        (own[slip.promise.address], move)
        for slip in slips
        if slip.promise.address in own
        for move in reversed(slip.silent_moves)
        if _is_in(move, time)
    ]


def written_down_in(kept: Iterable[Promise], slips: "Iterable[Slip]", time: Time) -> "list[tuple[Moved, Found]]":
    """The moves that were agreed before a time and came into the plan in it: no earlier paper could tell them."""
    own = {one.address: one for one in kept}
    written = (
        (Moved(own[slip.promise.address], move), found)
        for slip in slips
        if slip.promise.address in own
        for found, by in slip.told
        if _is_in(found, time)
        for move in by
        if move.date.first < time.first
    )
    return list({id(moved.move): (moved, found) for moved, found in written}.values())


def _is_in(found: "Found", time: Time) -> bool:
    """Whether a move was made in a time; what is not committed was made on its last day."""
    return time.first <= (found.day or time.last) <= time.last


def all_moves(
    dates: DateWriter, agreed: Iterable[Moved], silent: "Iterable[tuple[Promise, Found]]", until: date
) -> tuple[MoveView, ...]:
    """Both together, the latest first."""
    found = [(moved.move.date.first, move_view(dates, moved)) for moved in agreed]
    found += [(move.day or until, silent_view(dates, promise, move)) for promise, move in silent]
    return tuple(view for _, view in sorted(found, key=lambda each: each[0], reverse=True))


def silent_view(dates: DateWriter, promise: Promise, move: "Found") -> MoveView:
    """A move that nobody recorded."""
    return MoveView(
        promise=dates.dated(promise),
        before=move.before,
        after=move.after,
        days=days_moved(move.before, move.after),
        agreed=None,
        seen=spoken().day(move.day) if move.day else say(NOT_COMMITTED),
        because="",
        agreed_by="",
    )
