"""Which of several figures of a text it is about, and which only say what is counted: 75% within 62 days."""

from collections.abc import Sequence

from jfp_cli.values.figures.pieces import Piece
from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.vocabulary import MONTHS, SECONDS

_JOINING = frozenset({"and", "or", ",", ";", "&", "but"})
_LABELS = frozenset(
    {"age", "aged", "ages", "phase", "band", "tier", "type", "stage", "step", "cohort", "wave", "priority", "section"}
    | {"level", "grade", "category", "cat", "covid", "year", "yr", "quarter", "month", "week", "appendix"}
)


def telling(tokens: Tokens, pieces: Sequence[Piece]) -> list[Piece]:
    """The figures that a text states, without those in the name of what it counts."""
    stated = [piece for piece in pieces if not _is_name(tokens, piece)]
    after_colon = [piece for piece in stated if ":" in tokens.words[: piece.start]]
    if len(after_colon) == 1 and after_colon[0].end == len(tokens):
        return after_colon  # 12 hour waits: 0
    if all(map(_is_duration, stated)):
        return stated
    return [piece for piece in stated if not _is_duration(piece) or _is_joined(tokens, piece)]


def _is_joined(tokens: Tokens, piece: Piece) -> bool:
    return tokens.at(piece.start - 1) in _JOINING or tokens.at(piece.end) in _JOINING


def _is_duration(piece: Piece) -> bool:
    unit = piece.phrase.amounts[-1].unit if piece.phrase else ""
    return unit in SECONDS or unit in MONTHS


def _is_name(tokens: Tokens, piece: Piece) -> bool:
    """Whether a figure numbers something: age 5, phase 2, a footnote [1]."""
    if piece.phrase is None or piece.phrase.said or piece.phrase.amounts[0].unit:
        return False
    before, after = tokens.at(piece.start - 1), tokens.at(piece.end)
    return before in _LABELS or (before, after) == ("[", "]")
