"""What is said of a text that is no single figure: the figure kept, and where the rest belongs."""

from collections.abc import Sequence

from jfp_cli.values.figures.pieces import Piece, mender_for, others, pieces_of, turned
from jfp_cli.values.figures.senses import Comparison
from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.unfigured import SUCH_AS, is_compared, is_held, is_unsettled, unfigured
from jfp_cli.values.figures.units import QuantityError
from jfp_cli.values.figures.whole import LONGEST
from jfp_cli.values.mending import either
from jfp_cli.values.text import quoted
from jfp_cli.values.unclear import UnclearError

_LOWER = (Comparison.AT_LEAST, Comparison.MORE_THAN)
_UPPER = (Comparison.AT_MOST, Comparison.UNDER)
_EDGES = " ()[]:;,=-.&"
_JOINING = frozenset({"and", "but", ",", "to", "&", "or", "yet"})


def refused(tokens: Tokens, error: UnclearError) -> QuantityError:
    """Why a text is not read, after `error` was raised on reading it, and what to write instead."""
    shown = quoted(tokens.text)
    if not len(tokens):
        return QuantityError("The figure is empty", SUCH_AS)
    if len(tokens.text) > LONGEST:
        return QuantityError(f"{shown} is too long to be a figure", f"write at most {LONGEST} characters")
    texts = mender_for(tokens).mended(tokens, error)
    if texts:
        further = f", {error.further}" if error.further else ""
        return QuantityError(f"{shown} {error.problem}", f"write {either(texts)}{further}", tuple(texts))
    if error.problem and error.further:
        return QuantityError(f"{shown} {error.problem}", error.further)
    pieces = pieces_of(tokens)
    if not pieces:
        none = unfigured(tokens.words)
        return QuantityError(f"{shown} {none.problem}", none.help, none.advised)
    return _from_baseline(tokens, pieces) or _between_limits(tokens, pieces) or _with_rest(tokens, pieces)


def _from_baseline(tokens: Tokens, pieces: Sequence[Piece]) -> QuantityError | None:
    """From 70%; from 60% to 67%."""
    first = pieces[0]
    if first.start == 0 or tokens.at(first.start - 1) != "from":
        return None
    shown = quoted(tokens.text)
    to = next((k for k in range(first.start, first.end) if tokens.at(k) == "to"), -1)
    if to > 0 or len(pieces) > 1:
        start, end = (
            (tokens.written(first.start, to), tokens.written(to + 1, first.end))
            if to > 0
            else (
                first.texts[0],
                tokens.written(pieces[1].start, pieces[1].end).removeprefix("to "),
            )
        )
        target = mender_for(tokens).readable(end)
        if target:
            return QuantityError(
                f"{shown} is a baseline and a target",
                f'write {either(target)}, and put {quoted(start)} under "baseline"',
                tuple(target),
            )
    start = tokens.written(first.start, first.end)
    return QuantityError(
        f"{shown} is where something starts",
        f'put {quoted(start)} under "baseline", and write here what it is to become',
    )


def _between_limits(tokens: Tokens, pieces: Sequence[Piece]) -> QuantityError | None:
    """At least 75% and under 90%."""
    if len(pieces) != 2 or not _JOINING.issuperset(tokens.words[pieces[0].end : pieces[1].start]):
        return None
    limits = {kind: piece for piece in pieces for kind in (_LOWER, _UPPER) if _comparison(piece) in kind}
    if len(limits) != 2 or pieces[0].start or pieces[1].end < len(tokens):
        return None
    low, high = limits[_LOWER].phrase, limits[_UPPER].phrase
    if low is None or high is None:
        return None
    texts = mender_for(tokens).readable(f"between {low.core} and {high.core}")
    if not texts:
        return None
    ends = [
        f"the {name} end is included"
        for name, piece, strict in (
            ("lower", limits[_LOWER], Comparison.MORE_THAN),
            ("upper", limits[_UPPER], Comparison.UNDER),
        )
        if _comparison(piece) is strict
    ]
    said = f"; {' and '.join(ends)}" if ends else ""
    return QuantityError(f"{quoted(tokens.text)} has two limits", f"write {either(texts)}{said}", tuple(texts))


def _comparison(piece: Piece) -> object:
    return piece.phrase.comparison.meant if piece.phrase and piece.phrase.comparison else None


def _with_rest(tokens: Tokens, pieces: Sequence[Piece]) -> QuantityError:
    """A figure, or several, with words that belong elsewhere."""
    shown = quoted(tokens.text)
    rest = others(tokens, pieces)
    if len(pieces) > 1:
        texts = tuple(dict.fromkeys(text for piece in pieces for text in piece.texts))
        is_change = any(piece.phrase and piece.phrase.way for piece in pieces)
        places = "".join(_place(tokens, start, end, is_change=is_change) for start, end in rest)
        return QuantityError(
            f"{shown} has several figures", f"write {either(texts)}, each as a target of its own{places}", texts
        )
    piece = turned(tokens, pieces[0], rest)
    if any(is_unsettled(tokens.words[start:end]) for start, end in rest):
        return QuantityError(f"{shown} is not settled", f"write {either(piece.texts)} once it is agreed", piece.texts)
    is_change = piece.phrase is None or bool(piece.phrase.way)
    places = "".join(_place(tokens, start, end, is_change=is_change) for start, end in rest)
    return QuantityError(
        f"{shown} {piece.problem or 'says more than a figure'}", f"write {either(piece.texts)}{places}", piece.texts
    )


def _place(tokens: Tokens, start: int, end: int, *, is_change: bool) -> str:
    """Where in a target some words belong."""
    words, text = tokens.words[start:end], tokens.written(start, end).strip(_EDGES)
    if is_held(words):
        return ", with hold: true beside it"
    if is_compared(words, is_change=is_change):
        return f', and say under "baseline" what {quoted(text)} is'
    return f', and put {quoted(text)} under "{"due" if _is_date(text) else "measure"}"'


def _is_date(text: str) -> bool:
    from jfp_cli.values.dates import DateError, PlanDate  # noqa: PLC0415 - only needed after a mistake

    try:
        PlanDate.parse(text)
    except DateError:
        return False
    return True
