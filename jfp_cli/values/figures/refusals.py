"""What is said of a text that is no single figure: the figure kept, and where the rest belongs."""

import re
from collections.abc import Sequence

from jfp_cli.values.figures.limits import between_limits, from_baseline, with_target
from jfp_cli.values.figures.pieces import Piece, mender_for, others, pieces_of, tidied, turned
from jfp_cli.values.figures.places import places
from jfp_cli.values.figures.telling import telling
from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.unfigured import SUCH_AS, unfigured
from jfp_cli.values.figures.units import QuantityError
from jfp_cli.values.figures.whole import A_CHANGE, LONGEST, WRITE_LEVEL
from jfp_cli.values.mending import either
from jfp_cli.values.text import quoted
from jfp_cli.values.unclear import UnclearError

_FORMULA = re.compile(r"\s*=.*[\w)]\s*[-+*/^&(]\s*[\w(]")
_DAY = re.compile(r"\s*(?:\d{4,5}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4,5})\s*", re.ASCII)
_NONE_OF = (("no", "one"), ("no",), ("nobody",), ("noone",), ("no-one",))
_NOUGHT = frozenset({"zero", "nil", "0"})
_JOINTS = frozenset({"", "and", "or", ",", "to", "-", "but", "(", "/"})
_NOT_COUNTED = frozenset(
    {"change", "increase", "reduction", "decrease", "deterioration", "worsening", "growth", "rise", "fall", "target"}
    | {"figure", "data", "plan", "baseline", "further", "worse", "longer", "later", "more", "less", "fewer"}
    | {"tolerance"}
)


def refused(tokens: Tokens, error: UnclearError) -> QuantityError:
    """Why a text is not read, after `error` was raised on reading it, and what to write instead."""
    shown = quoted(tokens.text)
    if not len(tokens):
        return QuantityError("The figure is empty", SUCH_AS)
    if len(tokens.text) > LONGEST:
        return QuantityError(f"{shown} is too long to be a figure", f"write at most {LONGEST} characters")
    if _FORMULA.match(tokens.text):
        return QuantityError(f"{shown} is a spreadsheet's formula", "write the figure that it comes to")
    if _DAY.fullmatch(tokens.text):
        return QuantityError(f"{shown} reads as a date", 'write the figure here, and the date under "due"')
    mender = mender_for(tokens)
    texts = mender.mended(tokens, error)
    if texts:
        further = f", {error.further}" if error.further else ""
        return QuantityError(f"{shown} {mender.problem}", f"write {either(texts)}{further}", tuple(texts))
    tidy, problems = tidied(tokens)
    pieces = telling(tidy, [piece for piece in pieces_of(tidy) if piece.texts])
    if error.problem and error.further and not (pieces and error.end - error.start < len(tokens)):
        return QuantityError(f"{shown} {error.problem}", error.further)
    none = _none_of(tidy, pieces)
    if none:
        return none
    if not pieces:
        if tidy.is_level and any(piece.texts for piece in pieces_of(tidy.of_target())):
            return _change(tokens)
        said = unfigured(tokens)
        return QuantityError(f"{shown} {said.problem}", said.help, said.advised)
    return (
        from_baseline(tidy, pieces)
        or with_target(tidy, pieces)
        or between_limits(tidy, pieces)
        or _with_rest(tokens, tidy, pieces, problems)
    )


def _change(tokens: Tokens) -> QuantityError:
    return QuantityError(f"{quoted(tokens.text)} {A_CHANGE}", WRITE_LEVEL, is_understood=True)


def _none_of(tokens: Tokens, pieces: Sequence[Piece]) -> QuantityError | None:
    """No 52-week waits, 0 > 65ww: what there is to be none of may hold a figure, which is not the one that is meant."""
    end = tokens.after(0, _NONE_OF) or (1 if tokens.at(0) in _NOUGHT and tokens.at(1) not in _JOINTS else 0)
    is_whole = end == len(tokens) or (bool(pieces) and pieces[0].start == 0 and pieces[0].end > end)  # no more than 1%
    if not end or is_whole or tokens.relative or tokens.at(end) in _NOT_COUNTED:
        return None
    advice = f'write "0"{places(tokens, others(tokens, [Piece(0, end, ("0",))]), is_change=False)}'
    return QuantityError(f"{quoted(tokens.text)} says more than a figure", advice, ("0",))


def _with_rest(tokens: Tokens, tidy: Tokens, pieces: Sequence[Piece], problems: Sequence[str]) -> QuantityError:
    """A figure, or several, with words that belong elsewhere."""
    rest = others(tidy, pieces)
    are_several = len(pieces) > 1
    if not are_several:
        pieces = [turned(tidy, pieces[0], rest)]
        if not pieces[0].texts:
            return _change(tokens)
    texts = tuple(dict.fromkeys(text for piece in pieces for text in piece.texts))
    faults = ["has several figures" if are_several else "", *problems, *(piece.problem for piece in pieces)]
    problem = ", and ".join(filter(None, dict.fromkeys(faults))) or "says more than a figure"
    is_change = any(piece.phrase is None or piece.phrase.way for piece in pieces)
    one_of = ", whichever was measured" if tokens.is_level else ", each as a target of its own"
    own = one_of if are_several else ""
    advice = f"write {either(texts)}{own}{places(tidy, rest, is_change=is_change)}"
    return QuantityError(f"{quoted(tokens.text)} {problem}", advice, texts)
