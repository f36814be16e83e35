"""Numbers in digits and in words: 134,140, .5, 1.2m, half a million, one hundred and twenty-five."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.vocabulary import (
    FRACTIONS,
    MAGNITUDES,
    NUMBER_WORDS,
    ORDINAL_ENDINGS,
    SCALES,
    SIGNS_OF_FRACTIONS,
)
from jfp_cli.values.figures.writing import in_decimals
from jfp_cli.values.unclear import UnclearError

THOUSANDS = 3  # digits between commas
MOST_DIGITS = 20
_ARTICLES = frozenset({"a", "an"})


class Numeral(NamedTuple):
    """A number, with the word or letter that it is multiplied by where that stands apart from it: "m", "thousand"."""

    value: Decimal
    scale: str = ""


def numeral_at(tokens: Tokens, i: int) -> tuple[Numeral, int] | None:
    """A number, and the place after it."""
    if tokens.is_number(i):
        if tokens.at(i + 1) in ORDINAL_ENDINGS and tokens.touches(i + 1):
            return None  # the 85th of something
        number, j = _digits_at(tokens, i), i + 1
        if tokens.at(j) in SIGNS_OF_FRACTIONS and tokens.touches(j):  # 1½
            number, j = in_decimals(Fraction(number) + Fraction(*SIGNS_OF_FRACTIONS[tokens.at(j)])), j + 1
        if tokens.sequence(j, 3) == ("and", "a", "half"):
            number, j = number + Decimal("0.5"), j + 3
        scale = tokens.at(j) if tokens.at(j) in SCALES else ""
        return Numeral(_times(number, scale), scale), j + bool(scale)
    return part_of_a_magnitude_at(tokens, i) or _words_at(tokens, i)


def whole_number(digits: str) -> int | None:
    """A count in ASCII digits, commas between thousands or nowhere; None for anything else."""
    if not (digits.isascii() and digits.replace(",", "").isdigit()):
        return None
    first, *groups = digits.split(",")
    if groups and not (first and len(first) <= THOUSANDS and all(len(group) == THOUSANDS for group in groups)):
        return None
    return int(digits.replace(",", ""))


def count_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A whole number that nothing multiplies, and the place after it."""
    read = numeral_at(tokens, i)
    if read is None or read[0].scale or read[0].value % 1:
        return None
    return int(read[0].value), read[1]


def _digits_at(tokens: Tokens, i: int) -> Decimal:
    digits = tokens.at(i)
    if digits.count(".") > 1:
        raise UnclearError("has full stops between its thousands", f"{int(digits.replace('.', '')):,}").at(i, i + 1)
    whole, point, decimals = digits.partition(".")
    if len(digits.replace(",", "").replace(".", "")) > MOST_DIGITS:
        raise UnclearError(f"has more than {MOST_DIGITS} digits", further="write fewer, or a scale such as million").at(
            i, i + 1
        )
    number = whole_number(whole) if whole else 0
    if number is None:
        problem = "has a comma that does not part thousands"
        raise UnclearError(problem, *_well_parted(whole, point + decimals)).at(i, i + 1)
    if _is_group(tokens, i + 1) and not decimals:
        j = i + 1
        while _is_group(tokens, j):
            whole, j = whole + tokens.at(j), j + 1
        raise UnclearError("has a space inside its number", f"{int(whole.replace(',', '')):,}").at(i, j)
    return Decimal(f"{number}{point}{decimals}")


def _is_group(tokens: Tokens, i: int) -> bool:
    """Whether three digits stand at `i`, apart from what is before them."""
    return tokens.is_number(i) and len(tokens.at(i)) == THOUSANDS and tokens.at(i).isdigit() and not tokens.touches(i)


def _well_parted(whole: str, decimals: str) -> tuple[str, ...]:
    """What a number with a misplaced comma may be: 134,140 for 1,34,140, and 2.5 for 2,5."""
    start, _, end = whole.partition(",")
    parted = f"{int(whole.replace(',', '')):,}{decimals}"
    return (f"{start}.{end}",) if not decimals and end.isdigit() and len(end) < THOUSANDS else (parted,)


def _times(number: Decimal, scale: str) -> Decimal:
    return Decimal(f"{number.scaleb(SCALES[scale]):f}") if scale else number


def part_of_a_magnitude_at(tokens: Tokens, i: int) -> tuple[Numeral, int] | None:
    """Half a million, a quarter of a million, half a dozen."""
    start = i + (tokens.at(i) in _ARTICLES)
    whole = FRACTIONS.get(tokens.at(start))
    j = start + 1 + (tokens.at(start + 1) == "of")
    if whole is None or tokens.at(j) not in _ARTICLES or tokens.at(j + 1) not in MAGNITUDES:
        return None
    return Numeral(in_decimals(Fraction(MAGNITUDES[tokens.at(j + 1)], whole)), tokens.at(j + 1)), j + 2


def _words_at(tokens: Tokens, i: int) -> tuple[Numeral, int] | None:
    """One hundred and twenty-five, a million, two and a half thousand."""
    total = part = Decimal(0)
    j = i
    if tokens.at(i) in _ARTICLES and tokens.at(i + 1) in MAGNITUDES:
        part, j = Decimal(1), i + 1
    smallest = 0  # the last word's size: "twenty five" goes on, "five twenty" does not
    while True:
        word = tokens.at(j)
        if word in NUMBER_WORDS and (smallest in (0, 100) or (smallest == 10 and 0 < NUMBER_WORDS[word] < 10)):
            part += NUMBER_WORDS[word]
            smallest = 10 if NUMBER_WORDS[word] >= 20 else 1
        elif word in MAGNITUDES and part:
            if MAGNITUDES[word] <= 100:
                part, smallest = part * MAGNITUDES[word], 100
            else:
                total, part, smallest = total + part * MAGNITUDES[word], Decimal(0), 0
        elif word == "and" and j > i and tokens.at(j - 1) in MAGNITUDES and tokens.at(j + 1) in NUMBER_WORDS:
            smallest = 100 if part else 0
        elif tokens.sequence(j, 3) == ("and", "a", "half") and smallest == 1:
            part, j, smallest = part + Decimal("0.5"), j + 2, 2
        else:
            break
        j += 1
    return (Numeral(total + part), j) if j > i else None
