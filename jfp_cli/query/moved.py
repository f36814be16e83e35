"""What a date was before it moved, and how often it did."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jfp_cli.model.promise import Move
    from jfp_cli.values.dates import PlanDate

_TIMES = ("", "once", "twice")


def in_english(words: str, **more: object) -> str:
    """Words as they stand, with others in their places."""
    return words.format(**more)


class Before(NamedTuple):
    """The first date of a promise that is known, how often it moved since, and of how many moves no entry tells."""

    first: "PlanDate"
    moves: int
    silent: int = 0


def recorded(moves: "Sequence[Move]") -> Before | None:
    """What the entries of a promise say; None where it has none."""
    return Before(moves[0].from_, len(moves)) if moves else None


def with_found(moves: "Sequence[Move]", first: "PlanDate", silent: int) -> Before | None:
    """The same with what was found beside: the first date that was seen, and how many moves no entry tells of.

    Where the entries lead from that date or to it, they know more of the beginning than was seen.
    """
    if moves and any(first in (move.from_, move.to) for move in moves):
        first = moves[0].from_
    number = len(moves) + silent
    return Before(first, number, silent) if number else None


def told(
    before: Before | None,
    due: "PlanDate",
    written: "Callable[[PlanDate], str]",
    say: Callable[..., str] = in_english,
    *,
    internal: bool,
) -> str:
    """What stands beside a date that moved: "was March 2025, moved twice"; nothing beside one that did not.

    `written` is how a date is, and `say` what makes words of English ones, where those are not meant to stay.

    Of moves that nobody recorded only `internal` readers are told.
    """
    if before is None:
        return ""
    said = [say("moved {often}", often=times(before.moves, say))] if before.moves > 1 else []
    if before.first == due:
        said = [say("moved {often}, now as it was at first", often=times(before.moves, say))]
    else:
        said = [say("was {date}", date=written(before.first)), *said]
    if internal and before.silent:
        is_all = before.silent == before.moves
        often = times(before.silent, say)
        said.append(say("not recorded") if is_all else say("{often} not recorded", often=often))
    return ", ".join(said)


def times(number: int, say: Callable[..., str] = in_english) -> str:
    """How often, in words."""
    return say(_TIMES[number]) if number < len(_TIMES) else say("{number} times", number=number)
