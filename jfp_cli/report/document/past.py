"""What a document tells of earlier states of its plan: how dates moved, and what is new."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from jfp_cli.model.plan import Plan
from jfp_cli.model.promise import Move
from jfp_cli.query.moved import recorded, told, with_found
from jfp_cli.report.document.audience import Hidden
from jfp_cli.report.document.dates import in_words
from jfp_cli.report.language import say
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate

if TYPE_CHECKING:
    from jfp_cli.history.slippage import Moved, Slip


class Memory(NamedTuple):
    """What is remembered of a plan: an earlier state with its name, and how its commits moved dates.

    `slips` are None where nobody asked, or where git cannot tell. `ended` is what of that state was done or cancelled,
    and then taken out.
    """

    name: str = ""
    before: Plan | None = None
    slips: "tuple[Slip, ...] | None" = None
    ended: frozenset[Address] = frozenset()


NO_MEMORY = Memory()


@dataclass(frozen=True, slots=True)
class Past:
    """What is told of the past: `since` names the earlier state that things are `new` since.

    `found` has the first date of a promise that was seen, and how many moves no entry tells of.
    """

    is_internal: bool = False
    since: str = ""
    new: frozenset[Address] = frozenset()
    found: Mapping[Address, tuple[PlanDate, int]] = field(default_factory=dict)

    def was(self, at: Address, due: PlanDate | None, moves: tuple[Move, ...]) -> str:
        """What is said beside a date that moved, such as "was March 2025, moved twice"; else nothing."""
        if due is None:
            return ""
        before = with_found(moves, *self.found[at]) if at in self.found else recorded(moves)
        return told(before, due, in_words, say, internal=self.is_internal)

    def mark(self, at: Address) -> str:
        """What stands beside a thing that is new; beside others nothing."""
        return say("New since {edition}", edition=self.since) if at in self.new else ""


def found_by(day: date, slips: "Iterable[Slip]") -> Iterator[tuple[Address, tuple[PlanDate, int]]]:
    """What the commits up to a day say of dates that moved."""
    for slip in slips:
        silent = sum(1 for move in slip.silent_moves if is_by(move, day))
        yield slip.promise.address, (slip.first_due, silent)


def is_by(move: "Moved", day: date) -> bool:
    """Whether a move was made by a day; what is not committed was made today."""
    return move.day is None or move.day <= day


def past_of(
    hidden: Hidden,
    day: date,
    memory: Memory,
    since: Mapping[Address, tuple[PlanDate, int]] = MappingProxyType({}),
    new: Iterable[Address] = (),
) -> Past:
    """What an audience is told of the past on a day; `since` has the dates that moved since the earlier state.

    A date that stood only in commits, and in no state that was published, is for internal readers alone.
    """
    found: Mapping[Address, tuple[PlanDate, int]] = {}
    is_internal = hidden.audience == "internal"
    if "moves" not in hidden.names:
        found = dict(found_by(day, memory.slips)) if is_internal and memory.slips is not None else since
    return Past(is_internal, memory.name, frozenset(new), found)
