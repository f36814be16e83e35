"""The dates among the words of a text that is not one date."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jfp_cli.values.dates.mending import mender_for
from jfp_cli.values.dates.phrases import phrase_at
from jfp_cli.values.dates.unit import NoYearError
from jfp_cli.values.dates.words import Words
from jfp_cli.values.dates.year_names import year_at
from jfp_cli.values.text import quoted
from jfp_cli.values.unclear import UnclearError

_LABELS = frozenset(
    {"phase", "stage", "step", "part", "wave", "tranche", "cohort", "lot", "level", "tier", "option", "priority"}
    | {"sprint", "gate", "milestone", "action", "version", "group", "site", "band", "section", "workstream"}
)


class Piece(NamedTuple):
    """A date among other words: the texts that may be written for it, and what is wrong with it if anything is.

    Words without a year have no texts, and are called by a `name`.
    """

    start: int
    end: int
    texts: tuple[str, ...]
    problem: str = ""
    name: str = ""


def pieces_of(words: Words) -> list[Piece]:
    """The dates of a text from left to right, those without a year joined with the one year that stands apart."""
    pieces = list(_pieces(words))
    dated = [piece for piece in pieces if piece.texts]
    lone = [piece.name for piece in pieces if piece.name]
    if len(dated) == 1 and len(lone) == 1 and _is_year(words, dated[0]):
        mender = mender_for(words)
        together = [text for year in dated[0].texts for text in mender.readable(f"{lone[0]} {year}")]
        if together:
            problem = ", and ".join(filter(None, (f"does not say which year {quoted(lone[0])} is in", mender.problem)))
            joined = dated[0]._replace(texts=tuple(together), problem=problem)
            return [joined if piece is dated[0] else piece for piece in pieces]
    return dated or pieces


def _is_year(words: Words, piece: Piece) -> bool:
    """Whether a date is a year and no more."""
    try:
        read = year_at(words, piece.start)
    except UnclearError:
        return False
    return read is not None and read[1] == piece.end


def others(words: Words, pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """The stretches of words that belong to no piece and say something."""
    start = 0
    for end, following in [*((piece.start, piece.end) for piece in pieces), (len(words), len(words))]:
        if any(word[0].isalnum() for word in words.words[start:end]):
            yield start, end
        start = following


def _pieces(words: Words) -> Iterator[Piece]:
    i = 0
    while i < len(words):
        if words.at(i) in _LABELS and words.number(i + 1) is not None:
            i += 2  # the 1 of "Phase 1 March 2026" is no day
            continue
        piece = _piece_at(words, i)
        if piece:
            yield piece
        i = piece.end if piece else i + 1


def _piece_at(words: Words, i: int) -> Piece | None:
    mender = mender_for(words)
    try:
        read = phrase_at(words, i)
    except NoYearError as error:
        return Piece(i, max(error.end, i + 1), (), name=error.name)
    except UnclearError as error:
        if error.end <= i:
            return None
        texts = mender.readable(words.written(i, error.end))
        return Piece(i, error.end, tuple(texts), mender.problem) if texts else None
    if not read:
        return None
    text = words.written(i, read[2])
    return Piece(i, read[2], (text,)) if mender.readable(text) == [text] else None
