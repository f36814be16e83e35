"""How the dates of milestones moved over time: each as it was known from one day to the next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jfp_cli.query.promises import Promise
from jfp_cli.report.document import view
from jfp_cli.report.document.past import is_by
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate

if TYPE_CHECKING:
    from jfp_cli.history.slippage import Slip

MOST = 12  # milestones that one picture has room for


class Known(NamedTuple):
    """A date as it was known from a day on, None where it was before anybody can say when; and if that is recorded."""

    day: date | None
    due: PlanDate
    recorded: bool = True

    @property
    def level(self) -> date:
        """The last day of the date; of an open one the first."""
        return self.due.last or self.due.first


@view
class TrendLine:
    """A milestone that moved, with all that is known of its date, the oldest first."""

    text: str
    known: tuple[Known, ...]

    @property
    def days(self) -> int:
        """By how many days its date is later than it was at first."""
        return (self.known[-1].level - self.known[0].level).days


@view
class Trend:
    """The milestones whose dates moved, the furthest first, by a day; `more` others did that have no line."""

    day: date
    lines: tuple[TrendLine, ...]
    more: int


def trend(kept: Iterable[Promise], slips: "Sequence[Slip] | None", day: date) -> Trend | None:
    """How milestones moved by a day, by what the plan says and what its commits do; None where none has."""
    found = {slip.promise.address: slip for slip in slips or ()}
    lines = [line for one in kept if one.kind == "milestones" and (line := _line(one, found, day))]
    lines.sort(key=lambda line: -abs(line.days))
    return Trend(day, tuple(lines[:MOST]), max(len(lines) - MOST, 0)) if lines else None


def _line(one: Promise, found: "Mapping[Address, Slip]", day: date) -> TrendLine | None:
    slip = found.get(one.address)
    moves = sorted(_moves(one, slip, day), key=lambda move: move.day or day)
    if not moves:
        return None
    entries = one.step.moves
    is_older = slip is None or any(slip.first_due in (entry.from_, entry.to) for entry in entries)
    first = entries[0].from_ if entries and is_older else slip.first_due if slip else one.due
    since = slip.since if slip and slip.since and slip.since <= (moves[0].day or day) else None
    return TrendLine(one.text, (Known(since, first), *moves))


def _moves(one: Promise, slip: "Slip | None", day: date) -> Iterator[Known]:
    """The moves of a promise by a day, those that no entry tells of among them."""
    yield from (Known(move.date.first, move.to) for move in one.step.moves)
    for move in slip.silent_moves if slip else ():
        if is_by(move, day):
            yield Known(move.day or day, move.after, recorded=False)
