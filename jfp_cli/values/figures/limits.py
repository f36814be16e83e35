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
_JOINING = frozenset({"and", "but", ",", "to", "&", "or", "yet"})


def from_baseline(tokens: Tokens, pieces: Sequence[Piece]) -> QuantityError | None:
    """From 60% to 67%, or from 70% alone; None where a text is neither."""
    first = pieces[0]
    if tokens.at(first.start - 1) != "from":
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
    rest = places(tokens, others(tokens, used, silent=("from", *CHANGING)), is_change=True)
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
