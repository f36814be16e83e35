"""Where in a target the words beside a figure belong."""

from collections.abc import Iterable

from jfp_cli.values.figures.pieces import pieces_of
from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.unfigured import is_compared, is_unsettled, without_holding
from jfp_cli.values.text import quoted_in_full

_EDGES = " ()[]:;,=-.&"


def places(tokens: Tokens, stretches: Iterable[tuple[int, int]], *, is_change: bool) -> str:
    """What to do with these stretches of words, to go on after the figure that is advised."""
    return "".join(_place(tokens, start, end, is_change=is_change) for start, end in stretches)


def _place(tokens: Tokens, start: int, end: int, *, is_change: bool) -> str:
    words, text = tokens.words[start:end], tokens.written(start, end).strip(_EDGES)
    if tokens.is_level:
        return _place_beside_a_level(tokens, start, end, text)
    if is_unsettled(words):
        return f" once it is agreed, without {quoted_in_full(text)}"
    others = without_holding(words)
    if others is not None:
        return ", with hold: true beside it" + (f', and put {quoted_in_full(text)} under "measure"' if others else "")
    if is_compared(words, is_change=is_change):
        return f', and say under "baseline" what {quoted_in_full(text)} is'
    return f', and put {quoted_in_full(text)} under "{"due" if _is_date(text) else "measure"}"'


def _place_beside_a_level(tokens: Tokens, start: int, end: int, text: str) -> str:
    if is_unsettled(tokens.words[start:end]):
        return f" once it is known, without {quoted_in_full(text)}"
    if any(piece.texts for piece in pieces_of(tokens.same(text).of_target())):
        return f", without {quoted_in_full(text)}"  # a change
    return f""", and put {quoted_in_full(text)} under {'"at"' if _is_date(text) else 'the "measure" of the target'}"""


def _is_date(text: str) -> bool:
    from jfp_cli.values.dates import DateError, PlanDate  # noqa: PLC0415 - only needed after a mistake

    try:
        PlanDate.parse(text)
    except DateError:
        return False
    return True
