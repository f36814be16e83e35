"""The figures among the words of a text that is not one figure."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from jfp_cli.values.dates import find_dates
from jfp_cli.values.figures.fractions import YEARS
from jfp_cli.values.figures.numerals import numeral_at
from jfp_cli.values.figures.phrases import Phrase, phrase_at
from jfp_cli.values.figures.senses import AFTER, BEFORE, Sense
from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.unfigured import COMPARING
from jfp_cli.values.figures.units import POUNDS, is_percentage
from jfp_cli.values.figures.whole import as_change, is_by_a_year, whole
from jfp_cli.values.mending import Mender
from jfp_cli.values.unclear import UnclearError

_WAYS = (Sense.UP, Sense.DOWN)
_EITHER_SIDE = frozenset({"±", "+/-"})
_SILENT = frozenset({*"()[]:;,.&\"'-=*†^", "and", "but", "or", "of", "to", "the", "a", "an", *_EITHER_SIDE})
_DEFICIT = frozenset({"deficit", "overspend", "overspent", "shortfall", "loss"})
_LINKING = frozenset({"of", "in", "for", "with", "to", "by", "from", "on", "at", "who", "and", "or", "the", "a"})
_CHANGES = frozenset(
    {"increase", "rise", "growth", "uplift", "gain", "reduction", "decrease", "fall", "drop", "cut", "decline"}
    | {"improvement", "change", "shift"}
)
_EVERY = {"annual": "a year", "yearly": "a year", "year-on-year": "a year", "monthly": "a month", "weekly": "a week"}
_MOST_TIDIED = 3
_BELOW = {"below": -1, "under": -1, "above": 1, "over": 1}


class Piece(NamedTuple):
    """A figure among other words: the texts that may be written for it, and how it was understood."""

    start: int
    end: int
    texts: tuple[str, ...]
    phrase: Phrase | None = None
    problem: str = ""


def mender_for(tokens: Tokens) -> Mender[Tokens]:
    """Mends texts as figures of the plan that some words stand in."""
    return Mender(tokens.same, whole)


def pieces_of(tokens: Tokens) -> list[Piece]:
    """The figures of a text from left to right."""
    return list(_pieces(tokens))


def tidied(tokens: Tokens) -> tuple[Tokens, list[str]]:
    """A text with its numbers well written, 134,140 for 134 140, and what was wrong with them."""
    problems: list[str] = []
    if "->" in tokens.text:
        tokens = tokens.same(tokens.text.replace("->", "→"))
    for _ in range(_MOST_TIDIED):
        error = next((fault for i in range(len(tokens)) if (fault := _fault_at(tokens, i))), None)
        if error is None:
            break
        problems.append(error.problem)
        tokens = tokens.same(tokens.replaced(error.start, error.end, error.instead[0]))
    return tokens, problems


def _fault_at(tokens: Tokens, i: int) -> UnclearError | None:
    """What is wrong with the number at `i`, where it can only be meant as one other."""
    try:
        numeral_at(tokens, i)
    except UnclearError as error:
        return error if len(error.instead) == 1 else None
    return None


def others(tokens: Tokens, pieces: Sequence[Piece], silent: Sequence[str] = ()) -> list[tuple[int, int]]:
    """The stretches of words that belong to no figure and say something; a date is a stretch of its own."""
    dated = {i for i, start in _dated(tokens).items() if tokens.at(start - 1) != "of"}  # of 2019/20 activity
    taken = {i for piece in pieces for i in range(piece.start, piece.end)}
    sorts = ["" if i in taken else "date" if i in dated else "words" for i in range(len(tokens))]
    stretches: list[tuple[int, int]] = []
    start = 0
    for sort, group in groupby(sorts):
        end = start + len(list(group))
        if sort and stretches and stretches[-1][1] == start and tokens.at(stretches[-1][0]) in COMPARING:
            stretches[-1] = (stretches[-1][0], end)  # on 2019/20 levels
        elif sort and not _SILENT.union(silent).issuperset(tokens.words[start:end]):
            stretches.append((start, end))
        start = end
    return stretches


def _dated(tokens: Tokens) -> dict[int, int]:
    """The places of words that belong to a date, each with the place of that date's first word."""
    dates = [(start, end) for start, end, _ in find_dates(tokens.text)]
    within = ((start, i) for start, end in dates for i, place in enumerate(tokens.starts) if start <= place < end)
    firsts: dict[int, int] = {}
    found = {i: firsts.setdefault(start, i) for start, i in within}
    for first in firsts.values():
        before = first - 1
        while tokens.at(before) in {"as", "at"}:  # as at 31 March 2026
            found[before], before = first, before - 1
    return found


def turned(tokens: Tokens, piece: Piece, rest: Sequence[tuple[int, int]]) -> Piece:
    """A figure with what the words around it make of it: 5% below what was, a deficit of £2.4m, ±5%."""
    phrase = piece.phrase
    amount = phrase.amounts[0] if phrase else None
    each = _EVERY.get(tokens.at(piece.start - 1)) or _EVERY.get(tokens.at(piece.end))
    if phrase and phrase.way and each:
        rated = [text for said in piece.texts for text in mender_for(tokens).readable(f"{said} {each}")]
        return piece._replace(texts=tuple(rated) or piece.texts)
    if phrase is None or amount is None or phrase.way or amount.sign:
        return piece
    words = {word for start, end in rest for word in tokens.words[start:end]}
    before, after = tokens.at(piece.start - 1), tokens.at(piece.end)
    mender = mender_for(tokens)
    if before in _EITHER_SIDE:
        texts = mender.readable(f"between -{phrase.core} and {phrase.core}")
        return piece._replace(texts=tuple(texts), problem="is a margin on either side") if texts else piece
    if amount.unit == POUNDS and (before, after) == ("(", ")"):
        return piece._replace(texts=(*piece.texts, f"-{phrase.core}"))  # as accounts write what is owed
    texts = []
    ways = _said_before(tokens, piece) or _said_after(tokens, piece)
    if ways:
        changes = [f"{as_change(phrase, way)} {each or ''}".rstrip() for way in ways]
        texts = [text for change in changes for text in mender.readable(change)]
        return piece._replace(texts=tuple(texts))
    if amount.unit == POUNDS and words & _DEFICIT:
        texts = mender.readable(f"-{phrase.core}")
    elif is_percentage(amount.unit) and after in _BELOW:
        texts = mender.readable(as_change(phrase, _BELOW[after]))
        if tokens.is_level:
            return piece._replace(texts=())
    return piece._replace(texts=tuple(texts)) if texts else piece


def _said_before(tokens: Tokens, piece: Piece) -> tuple[int, ...]:
    """The way of a change that is said before what changes: reduce agency spend by 30%."""
    if piece.phrase is None or not any(said.words.lower() == "by" for said in piece.phrase.said):
        return ()
    ways = {BEFORE.phrases.get((word,)) for word in tokens.words[: piece.start]} & set(_WAYS)
    return tuple(1 if way is Sense.UP else -1 for way in ways) if len(ways) == 1 else ()


def _said_after(tokens: Tokens, piece: Piece) -> tuple[int, ...]:
    """The ways of a change that is said after what changes: 30% agency spend reduction, 4% productivity improvement."""
    j = piece.end
    while tokens.at(j).isalpha() and tokens.at(j) not in _LINKING:
        sense = AFTER.at(tokens, j)
        if sense and tokens.at(j) in _CHANGES:
            return (1,) if sense[0] is Sense.UP else (-1,) if sense[0] is Sense.DOWN else (1, -1)
        j += 1
    return ()


def _pieces(tokens: Tokens) -> Iterator[Piece]:
    dated = _dated(tokens)
    i = 0
    while i < len(tokens):
        if i in dated:
            i += 1
            continue
        piece = _piece_at(tokens, i)
        if piece and any(k in dated for k in range(i, piece.end)):
            piece = None  # at 31 March
        if piece and piece.texts:
            yield piece
        i = piece.end if piece else i + 1


def _piece_at(tokens: Tokens, i: int) -> Piece | None:
    mender = mender_for(tokens)
    try:
        read = phrase_at(tokens, i)
    except UnclearError as error:
        if error.end <= i:
            return None
        texts = mender.readable(tokens.written(i, error.end))
        return Piece(i, error.end, tuple(texts), None, mender.problem)
    if read is None:
        return None
    phrase, end = read
    if _is_year(phrase) or is_by_a_year(phrase):
        return Piece(i, end, ())
    text = tokens.written(i, end)
    texts = mender.readable(text)
    is_relative = phrase.way and is_percentage(phrase.amounts[-1].unit)
    if texts == [text] and is_relative and any(not said.is_before for said in phrase.said if said.meant in _WAYS):
        texts = mender.readable(as_change(phrase, phrase.way))
    return Piece(i, end, tuple(texts), phrase)


def _is_year(phrase: Phrase) -> bool:
    """Whether what reads as a bare count is the year of something: the 2028 of "75% by 2028"."""
    [amount, *more] = phrase.amounts
    is_bare = not (more or amount.unit or amount.sign or amount.scale or phrase.said)
    return is_bare and amount.value in YEARS and phrase.core.isdigit()
