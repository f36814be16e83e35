"""Texts that tell of a date and of the one that it replaced: March 2026 (was December 2025)."""

from collections.abc import Sequence

from jfp_cli.values.dates.mending import mender_for
from jfp_cli.values.dates.pieces import Piece
from jfp_cli.values.dates.words import Words

_MOVED = frozenset(
    {
        "was",
        "revised",
        "originally",
        "original",
        "previously",
        "formerly",
        "moved",
        "slipped",
        "rescheduled",
        "extended",
    }
    | {"delayed", "rebaselined", "deferred", "postponed"}
)
_BEFORE_THE_FORMER = frozenset({"was", "from", "originally", "original", "previously", "formerly"})
_ARROWS = ("->", "→", "=>", "⇒")
_FROM = "from "


def moved_date(words: Words, pieces: Sequence[Piece]) -> tuple[tuple[str, ...], str] | None:
    """The texts of the date as it is now, and the former one; None where a text tells of no move."""
    dated = [piece for piece in pieces if piece.texts]
    if len(dated) == 1 and not _MOVED.isdisjoint(words.words[: dated[0].start]):
        return _from_and_to(words, dated[0].texts[0])
    if len(dated) != 2:
        return None
    first, second = dated
    between = words.text[words.ends[first.end - 1] : words.starts[second.start]]
    if any(arrow in between for arrow in _ARROWS):
        former = first
    elif not _MOVED.isdisjoint(words.words):
        formers = [piece for piece, start in ((first, 0), (second, first.end)) if _is_former(words, piece, start)]
        if len(formers) != 1:
            return None
        [former] = formers
    else:
        return None
    [now] = [piece for piece in dated if piece is not former]
    return now.texts, former.texts[0].removeprefix(_FROM)


def _from_and_to(words: Words, text: str) -> tuple[tuple[str, ...], str] | None:
    """Moved from March 2026 to June 2026."""
    former, to, now = text.removeprefix(_FROM).partition(" to ")
    mender = mender_for(words)
    is_moved = text.startswith(_FROM) and to and mender.readable(former) == [former] and mender.readable(now) == [now]
    return ((now,), former) if is_moved else None


def _is_former(words: Words, piece: Piece, start: int) -> bool:
    """Whether words before a date, from `start`, or its first one say that it was another's place."""
    return not _BEFORE_THE_FORMER.isdisjoint(words.words[start : piece.start + 1])
