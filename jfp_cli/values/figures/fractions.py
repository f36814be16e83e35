"""Proportions: a quarter, two thirds, 3 in 4, 8 of 35, 7.2 out of 10, all 35."""

from decimal import Decimal
from typing import NamedTuple

from jfp_cli.values.figures.numerals import count_at, is_part_of_one, numeral_at
from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.vocabulary import FRACTIONS, SIGNS_OF_FRACTIONS
from jfp_cli.values.unclear import UnclearError

_LINKS = (
    ("out", "of", "every"),
    ("out", "of", "the"),
    ("out", "of"),
    ("of", "the"),
    ("of", "our"),
    ("of", "all"),
    ("of",),
    ("in", "every"),
    ("in",),
    ("/",),
)
YEARS = range(1900, 2101)


class Proportion(NamedTuple):
    """So many of so many; `is_word`: it is written as a fraction, which counts nothing by itself."""

    part: Decimal
    whole: int
    is_word: bool = False


def proportion_at(tokens: Tokens, i: int) -> tuple[Proportion, int] | None:
    """A proportion, and the place after it."""
    return _fraction_at(tokens, i) or _all_at(tokens, i) or _part_of_whole_at(tokens, i)


def _fraction_at(tokens: Tokens, i: int) -> tuple[Proportion, int] | None:
    """Half, a third, two thirds."""
    if is_part_of_one(tokens, i):
        return None
    if tokens.at(i) in SIGNS_OF_FRACTIONS:
        part, whole = SIGNS_OF_FRACTIONS[tokens.at(i)]
        return Proportion(Decimal(part), whole, is_word=True), i + 1
    article = tokens.at(i) in {"a", "an"}
    counted = None if article or tokens.at(i) in FRACTIONS else count_at(tokens, i)
    count, j = (1, i + article) if counted is None else counted
    whole_named = FRACTIONS.get(tokens.at(j))
    if whole_named is None or not 1 <= count < whole_named:
        return None
    return Proportion(Decimal(count), whole_named, is_word=True), j + 1


def _all_at(tokens: Tokens, i: int) -> tuple[Proportion, int] | None:
    """All 35 PCNs."""
    j = i + 1 + (tokens.at(i + 1) in {"the", "our", "of"})
    counted = count_at(tokens, j) if tokens.at(i) == "all" else None
    if counted is None or counted[0] < 1 or tokens.at(counted[1]) in {"%", "per", "percent"}:
        return None
    return Proportion(Decimal(counted[0]), counted[0]), counted[1]


def _part_of_whole_at(tokens: Tokens, i: int) -> tuple[Proportion, int] | None:
    part = numeral_at(tokens, i)
    if part is None:
        return None
    j = tokens.after(part[1], _LINKS)
    whole = count_at(tokens, j) if j > part[1] else None
    if whole is None or (tokens.at(part[1]) == "in" and whole[0] in YEARS):
        return None
    if tokens.at(part[1]) == "/" and part[0].value in YEARS and whole[0] < part[0].value:
        raise UnclearError("reads as a year", further='write the figure here, and the date under "due"').at(i, whole[1])
    if part[0].scale or not 0 <= part[0].value <= whole[0] or whole[0] < 1:
        raise UnclearError("is no proportion", further="write the part first, as in 8 of 35").at(i, whole[1])
    return Proportion(part[0].value, whole[0]), whole[1]
