"""A text that is one figure and nothing else, and what it comes to."""

from fractions import Fraction

from jfp_cli.values.figures.amounts import Amount
from jfp_cli.values.figures.at_sight import Figure
from jfp_cli.values.figures.fractions import YEARS
from jfp_cli.values.figures.kinds import Change, Comparison
from jfp_cli.values.figures.phrases import Phrase, Said, phrase_at
from jfp_cli.values.figures.senses import TURNED_ROUND, Sense
from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.units import OF, PER_CENT, POINTS, is_percentage
from jfp_cli.values.figures.writing import in_decimals, written
from jfp_cli.values.text import quoted
from jfp_cli.values.unclear import UnclearError

LONGEST = 200  # characters
A_CHANGE = "is a change, and a level belongs here"
WRITE_LEVEL = "write what was measured itself"
_WORDS = {1: "up", -1: "down"}


def whole(tokens: Tokens) -> Figure:
    """The figure that all of the words name; raises UnclearError."""
    read = phrase_at(tokens, 0) if len(tokens.text) <= LONGEST else None
    if read is None or read[1] < len(tokens):
        raise UnclearError("")
    try:
        return figure_of(tokens, read[0])
    except UnclearError as error:
        raise error.at(0, len(tokens)) from None


def figure_of(tokens: Tokens, phrase: Phrase) -> Figure:
    """What a phrase comes to; raises UnclearError where it can mean several things, or none."""
    comparison = phrase.comparison
    if phrase.says(Sense.LEVEL_AFTER_CHANGE):
        raise UnclearError("names a level, not a change", _level(phrase, comparison))
    if is_by_a_year(phrase):
        further = 'if it is a figure; a date belongs under "due"'
        raise UnclearError(
            "could be a year", tokens.text.replace(phrase.core, f"{phrase.amounts[0].value:,}"), further=further
        )
    if tokens.is_level and _is_change(phrase):
        raise _no_level(phrase)
    if comparison and len(phrase.amounts) > 1:
        raise UnclearError("compares a range", phrase.core, further=f"without {quoted(comparison.words)}")
    way = _way(tokens, phrase)
    is_change = bool(way) or phrase.amounts[0].sign == "+"
    amounts = [_as_share(amount) if is_change else amount for amount in phrase.amounts]
    values = [amount.signed for amount in amounts]
    meant = comparison.meant if comparison and isinstance(comparison.meant, Comparison) else None
    if way < 0 and amounts[0].sign != "-":
        values = [-value if value else value for value in reversed(values)]
        meant = TURNED_ROUND[meant] if meant else None
    unit = amounts[-1].unit
    change = _kind_of_change(unit) if is_change else None
    return Figure(values[0], unit, meant, values[1] if len(values) > 1 else None, change, phrase.says(Sense.ABOUT))


def is_by_a_year(phrase: Phrase) -> bool:
    """Whether what reads as a change by so many is likely a date: reduction by 2028."""
    [amount, *more] = phrase.amounts
    is_bare = phrase.core.isdigit() and amount.value in YEARS and not (more or amount.unit)
    return is_bare and bool(phrase.said) and phrase.said[-1].words.lower().split()[-1:] == ["by"]


def _is_change(phrase: Phrase) -> bool:
    """Whether a phrase says how far something moved."""
    amount = phrase.amounts[0]
    return bool(phrase.way) or phrase.says(Sense.SOME_WAY) or amount.sign == "+" or phrase.amounts[-1].unit == POINTS


def _no_level(phrase: Phrase) -> UnclearError:
    """What is said of a change where a level belongs; a plus may have been written before what was measured."""
    amount, *more = phrase.amounts
    if amount.sign == "+" and amount.unit != POINTS and not (more or phrase.said):
        return UnclearError(A_CHANGE, _unsigned(phrase), further="if that is what was measured")
    return UnclearError(A_CHANGE, further=WRITE_LEVEL)


def _level(phrase: Phrase, comparison: Said | None) -> str:
    return phrase.with_only(comparison) if comparison else phrase.core


def _way(tokens: Tokens, phrase: Phrase) -> int:
    """1 for a rise, -1 for a fall, 0 for a level; raises UnclearError where it is a change that goes no way."""
    amount, way = phrase.amounts[0], phrase.way
    signed = {"+": 1, "-": -1}.get(amount.sign, 0)
    is_change = tokens.relative or phrase.says(Sense.SOME_WAY)
    if way and signed:
        ways = (way,) if way == signed else (1, -1)
        raise UnclearError("says its direction twice", *(as_change(phrase, each) for each in ways))
    if amount.unit == POINTS and not way:
        if not signed:
            raise UnclearError("does not say which way", *(as_change(phrase, each) for each in (1, -1)))
        return signed
    if way or not signed:
        if is_change and not way:
            raise UnclearError("does not say which way", *(as_change(phrase, each) for each in (-1, 1)))
        return way
    if signed > 0 and is_percentage(amount.unit) and not is_change:
        points = f"+{written(amount.value, POINTS)}"
        raise UnclearError("can be read two ways", as_change(phrase, 1), points)
    if not is_change:
        return max(signed, 0)
    if phrase.comparison and signed < 0:
        size = _unsigned(phrase)
        raise UnclearError("can be read two ways", f"down at least {size}", f"down at most {size}")
    return signed


def as_change(phrase: Phrase, way: int) -> str:
    """A phrase as a rise or a fall of its size: "down at least 5%", "+5 percentage points"."""
    amount, comparison = phrase.amounts[0], phrase.comparison
    is_plain = comparison is None and len(phrase.amounts) == 1
    if amount.unit == POINTS and is_plain:
        return f"{'+' if way > 0 else '-'}{written(amount.value, POINTS)}"
    compared = f"{comparison.words} " if comparison and comparison.is_before else ""
    after = f" {comparison.words}" if comparison and not comparison.is_before else ""
    return f"{_WORDS[way]} {compared}{_unsigned(phrase)}{after}"


def _unsigned(phrase: Phrase) -> str:
    """The words of the amounts without a sign, and without "more" or "fewer"."""
    amount = phrase.amounts[0]
    if amount.more:
        return written(amount.value, amount.unit)
    size = phrase.core.lstrip("+-\u2212\u2013")
    for sign in ("plus ", "minus "):
        size = size[len(sign) :] if size.lower().startswith(sign) else size
    return size.strip()


def _as_share(amount: Amount) -> Amount:
    """A change by a third, as per cent."""
    whole_number = amount.unit.removeprefix(OF).replace(",", "")
    if not amount.unit.startswith(OF) or not whole_number.isdigit():
        return amount
    return amount._replace(value=in_decimals(Fraction(amount.value) * 100 / int(whole_number)), unit=PER_CENT)


def _kind_of_change(unit: str) -> Change:
    if unit == POINTS:
        return Change.POINTS
    return Change.RELATIVE if unit.startswith(PER_CENT) else Change.AMOUNT
