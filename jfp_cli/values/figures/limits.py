"""Texts that hold two figures which belong together: a baseline and a target, or two limits."""

from collections.abc import Sequence

from jfp_cli.values.figures.kinds import Comparison
from jfp_cli.values.figures.pieces import Piece, mender_for, others
from jfp_cli.values.figures.places import places
from jfp_cli.values.figures.senses import CHANGING
from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.units import QuantityError
from jfp_cli.values.mending import either
from jfp_cli.values.text import quoted, quoted_in_full

_LOWER = (Comparison.AT_LEAST, Comparison.MORE_THAN)
_UPPER = (Comparison.AT_MOST, Comparison.UNDER)
_STRICT = {Comparison.MORE_THAN: "the lower end is included", Comparison.UNDER: "the upper end is included"}
_ARROWS = frozenset("→➔⇒➜")
_TO_TARGETS = _ARROWS | {"rising", "growing", "falling", "dropping", "moving"}
_STARTS = frozenset({"baseline", "was", "currently", "current", "now", "previously"})
_TARGETS = frozenset({"target", "trajectory", "ambition", "goal"})
_BESIDE_TARGETS = (*_TARGETS, *_TO_TARGETS, *_STARTS, "v", "vs", "versus", "against")
_JOINING = frozenset({"and", "but", ",", "to", "&", "or", "yet"})


def from_baseline(tokens: Tokens, pieces: Sequence[Piece]) -> QuantityError | None:
    """From 60% to 67%, or from 70% alone; None where a text is neither."""
    first = pieces[0]
    if tokens.at(first.start - 1) != "from" and tokens.sequence(first.start - 4, 4) != ("from", "a", "baseline", "of"):
        return None
    to = next((k for k in range(first.start, first.end) if tokens.at(k) == "to"), None)
    if to is not None:
        ends = (tokens.written(first.start, to), tokens.written(to + 1, first.end), pieces[:1])
    elif len(pieces) > 1:
        second = pieces[1]
        ends = (tokens.written(first.start, first.end), tokens.written(second.start, second.end), pieces[:2])
    else:
        ends = (tokens.written(first.start, first.end), "", pieces)
    start, end, used = ends
    target = mender_for(tokens).readable(end.removeprefix("to ")) if end else []
    rest = places(tokens, others(tokens, used, silent=("from", "baseline", *CHANGING)), is_change=True)
    shown = quoted(tokens.text)
    if tokens.is_level:
        levels = [*mender_for(tokens).readable(start), *target]
        advice = f"write {either(levels)}{', whichever was measured' if target else ''}{rest}"
        return QuantityError(f"{shown} is where something starts", advice, tuple(levels)) if levels else None
    if not target:
        become = f'put {quoted_in_full(start)} under "baseline", and write here what it is to become{rest}'
        return QuantityError(f"{shown} is where something starts", become)
    advice = f'write {either(target)}, and put {quoted_in_full(start)} under "baseline"{rest}'
    return QuantityError(f"{shown} is a baseline and a target", advice, tuple(target))


def with_target(tokens: Tokens, pieces: Sequence[Piece]) -> QuantityError | None:
    """67.4% against a target of 75%, 67.4% → 75%: where something stands, and what it is to become."""
    if len(pieces) != 2:
        return None
    goals = [piece for piece in pieces if _is_target(tokens, piece)]
    if _TO_TARGETS.intersection(tokens.words[pieces[0].end : pieces[1].start]):
        goals = [pieces[1]]
    starts = [piece for piece in pieces if _STARTS.intersection(_before(tokens, piece))]
    if not goals and len(starts) == 1:
        goals = [piece for piece in pieces if piece is not starts[0]]
    if len(goals) != 1:
        return None
    [goal] = goals
    [start] = [piece for piece in pieces if piece is not goal]
    wanted, other = (start, goal) if tokens.is_level else (goal, start)
    stated = quoted_in_full(tokens.written(other.start, other.end))
    besides = f"without {stated}" if tokens.is_level else f'and put {stated} under "baseline"'
    rest = places(tokens, others(tokens, pieces, silent=_BESIDE_TARGETS), is_change=False)
    advice = f"write {either(wanted.texts)}, {besides}{rest}"
    return QuantityError(f"{quoted(tokens.text)} is a figure and its target", advice, wanted.texts)


def _is_target(tokens: Tokens, piece: Piece) -> bool:
    """Whether words beside a figure say that it is to be reached: target of 75%, 75% target."""
    return not _TARGETS.isdisjoint((*_before(tokens, piece), tokens.at(piece.end)))


def _before(tokens: Tokens, piece: Piece) -> list[str]:
    """The word before a figure, be it joined to it: target of 75%, baseline: 10%."""
    at = piece.start - 1
    return [tokens.at(at - (tokens.at(at) in {"of", ":"}))]


def between_limits(tokens: Tokens, pieces: Sequence[Piece]) -> QuantityError | None:
    """At least 75% and under 90%; None where a text has no two limits."""
    if len(pieces) != 2 or pieces[0].start or pieces[1].end < len(tokens):
        return None
    if not _JOINING.issuperset(tokens.words[pieces[0].end : pieces[1].start]):
        return None
    low, high = (next((piece for piece in pieces if _comparison(piece) in sort), None) for sort in (_LOWER, _UPPER))
    if low is None or high is None or low.phrase is None or high.phrase is None:
        return None
    texts = mender_for(tokens).readable(f"between {low.phrase.core} and {high.phrase.core}")
    if not texts:
        return None
    included = [_STRICT[compared] for piece in (low, high) if (compared := _comparison(piece)) in _STRICT]
    said = f"; {' and '.join(included)}" if included else ""
    return QuantityError(f"{quoted(tokens.text)} has two limits", f"write {either(texts)}{said}", tuple(texts))


def _comparison(piece: Piece) -> Comparison | None:
    said = piece.phrase.comparison if piece.phrase else None
    return said.meant if said and isinstance(said.meant, Comparison) else None
