"""One figure with its unit, or the two ends of a range: -£5m, 65 weeks, 45-minute, 8 of 35 PCNs, 4-5%."""

from decimal import Decimal
from typing import NamedTuple

from jfp_cli.values.figures.counting import declared_at, named_at, noun_at, rates_at, unit_at
from jfp_cli.values.figures.durations import LETTERS, duration_at
from jfp_cli.values.figures.fractions import YEARS, Proportion, proportion_at
from jfp_cli.values.figures.numerals import numeral_at, part_of_a_magnitude_at
from jfp_cli.values.figures.senses import BEFORE_A_NOUN
from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.units import OF, PER, PER_CENT, POUNDS
from jfp_cli.values.figures.vocabulary import FRACTIONS, TIMES
from jfp_cli.values.figures.writing import written
from jfp_cli.values.unclear import UnclearError

_GOING_ON = frozenset({":", "/", "of", "out", "in", "and", *LETTERS, *FRACTIONS})
_QUARTERS = frozenset({"half", "quarter"})
_NONE = frozenset({"none", "nil"})
_EVEN = (("break-even",), ("break", "even"), ("breakeven",))
_SIGNS = {"-": "-", "minus": "-", "+": "+", "plus": "+"}
_WEEKS = frozenset({"w", "ww"})  # week waits
_TIMES_AS_MUCH = frozenset({"times", "x", "fold", "-fold"})
_RANGE = (("to",), ("-",))
_RANGE_BETWEEN = (*_RANGE, ("and",))


class Amount(NamedTuple):
    """One figure without the words around it; `value` carries no sign.

    `more` is the word after the number that makes a change of it: the "fewer" of "20 fewer beds".
    """

    value: Decimal
    unit: str = ""
    sign: str = ""
    scale: str = ""
    more: str = ""
    is_fraction: bool = False  # written as one, and so counting nothing: "a third"

    @property
    def signed(self) -> Decimal:
        """The value with its sign."""
        return -self.value if self.sign == "-" and self.value else self.value


def amounts_at(tokens: Tokens, i: int, *, is_between: bool) -> tuple[tuple[Amount, ...], int] | None:
    """One figure, or the two ends of a range, and the place after them; `is_between`: that word stands before."""
    read = _amount_at(tokens, i)
    if read is None:
        return None
    low, j = read
    k = tokens.after(j, _RANGE_BETWEEN if is_between else _RANGE)
    second = _amount_at(tokens, k) if k > j else None
    if second is None:
        _refuse_lone_m(tokens, i, low)
        return (low,), j
    high, end = second
    try:
        return _range(low, high, tokens.written(i, j), tokens.written(k, end)), end
    except UnclearError as error:
        raise error.at(i, end) from None


def _amount_at(tokens: Tokens, i: int) -> tuple[Amount, int] | None:
    if tokens.is_number(i) and not _may_go_on(tokens, i + 1):
        return _number_at(tokens, i)
    if tokens.at(i) in {"a", "an"} and tokens.at(i + 1) in TIMES and tokens.at(i + 2) not in {"and", ",", *_QUARTERS}:
        return Amount(Decimal(1), TIMES[tokens.at(i + 1)]), i + 2
    if tokens.at(i) in _NONE:
        return Amount(Decimal(0)), i + 1
    even = tokens.after(i, _EVEN)
    if even > i:
        return Amount(Decimal(0), POUNDS), even
    if part_of_a_magnitude_at(tokens, i):
        return _number_at(tokens, i)
    duration = duration_at(tokens, i)
    if duration:
        value, unit, j = duration
        return Amount(value, unit), j
    proportion = proportion_at(tokens, i)
    return _share(tokens, *proportion) if proportion else _number_at(tokens, i)


def _may_go_on(tokens: Tokens, i: int) -> bool:
    """Whether what stands after a number may make a duration or a proportion of it, which most numbers are not."""
    if tokens.at(i) in TIMES:
        return tokens.is_number(i + 1) or tokens.at(i + 1) in {"and", ","}
    return tokens.at(i) in _GOING_ON


def _share(tokens: Tokens, proportion: Proportion, i: int) -> tuple[Amount, int]:
    """A proportion with what it is of; a fraction in words is of nothing that is not declared."""
    noun = declared_at(tokens, i) if proportion.is_word else noun_at(tokens, i)
    unit = f"{OF}{proportion.whole:,}{f' {noun[0]}' if noun else ''}"
    return Amount(proportion.part, unit, is_fraction=proportion.is_word), noun[1] if noun else i


def _number_at(tokens: Tokens, i: int) -> tuple[Amount, int] | None:
    joins = tokens.touches(i) and tokens.at(i - 1)[-1].isalnum()  # COVID-19 is nothing below zero
    sign = "" if joins else _SIGNS.get(tokens.at(i), "")
    j = i + bool(sign)
    is_money = tokens.at(j) == POUNDS
    j += is_money
    if is_money and not sign and tokens.at(j) in ("-", "+"):
        sign, j = tokens.at(j), j + 1  # £-5m
    read = numeral_at(tokens, j)
    if read is None:
        return None
    numeral, j = read
    is_single = numeral.value == 1
    more, unit = "", ""
    if is_money:
        each, j = rates_at(tokens, j)
        unit = f"{POUNDS} {each}".strip()
    elif tokens.at(j) == "-" and tokens.at(j + 1) in TIMES and tokens.glued(j - 1, 3):
        unit, j = TIMES[tokens.at(j + 1)], j + 2
    elif tokens.at(j) in BEFORE_A_NOUN and tokens.at(j + 1) != "than":
        more, j = tokens.at(j), j + 1
        named = named_at(tokens, j) or noun_at(tokens, j, is_single=is_single)
        unit, j = named or ("", j)
        each, j = rates_at(tokens, j)
        unit = f"{unit} {each}".strip()
    else:
        unit, j = unit_at(tokens, j, is_single=is_single)
    if not unit and not is_money:
        _refuse_signs_after(tokens, i, j, numeral.value)
    if tokens.touches(j) and tokens.at(j)[0].isalnum():
        return None  # 1e9 and A2S are names
    return Amount(numeral.value, unit, sign, numeral.scale, more), j


def _refuse_signs_after(tokens: Tokens, i: int, j: int, value: Decimal) -> None:
    """21+ days, 52ww and 1.5 times: a number with what is no unit after it, that can be said with one."""
    word = tokens.at(j)
    if word == "+" and tokens.touches(j) and not tokens.touches(j + 1):
        unit, end = unit_at(tokens, j + 1)
        if unit:
            counted = f"at least {tokens.written(i, j)} {tokens.written(j + 1, end)}"
            raise UnclearError("has a plus before its unit", counted).at(i, end)
    elif word in _WEEKS and tokens.touches(j):
        raise UnclearError("has a letter for its unit", f"{tokens.written(i, j)} weeks").at(i, j + 1)
    elif word in _TIMES_AS_MUCH and value > 0 and not rates_at(tokens, j + 1)[0]:
        way, more = ("up", value - 1) if value > 1 else ("down", 1 - value)
        raise UnclearError("is a multiple of what was", f"{way} {written(more * 100, PER_CENT)}").at(i, j + 1)


def _refuse_lone_m(tokens: Tokens, i: int, amount: Amount) -> None:
    """7m may be million or minutes; £7m is money, and of 7m appointments there are millions."""
    if amount.scale != "m" or (amount.unit and not amount.unit.startswith(PER)):
        return
    j = tokens.words.index("m", i)
    digits = tokens.at(j - 1)
    minutes = f"{digits} {'minute' if digits == '1' else 'minutes'}"
    raise UnclearError("could be million or minutes", f"{digits} million", minutes).at(j - 1, j + 1)


def _range(low: Amount, high: Amount, low_text: str, high_text: str) -> tuple[Amount, Amount]:
    """Two ends, of which the lower may take its unit from the other; raises UnclearError where they do not fit."""
    if low.unit.startswith(POUNDS) and not high.unit.startswith(POUNDS) and not high.sign:
        high, high_text = high._replace(unit=f"{POUNDS} {high.unit}".strip()), f"{POUNDS}{high_text}"
    if not (low.unit or high.unit or low.scale or high.scale) and _are_years(low, high, low_text, high_text):
        raise UnclearError("reads as years", further='write the figure here, and the date under "due"')
    if high.scale and not low.scale and low.value >= 1 and low_text[-1:].isdigit():
        gap = " " if len(high.scale) > 2 else ""
        problem = f"multiplies only one of its ends by {high.scale}"
        raise UnclearError(problem, f"{low_text}{gap}{high.scale} to {high_text}")
    low = low._replace(unit=low.unit or high.unit)
    if low.unit.startswith(POUNDS):
        low = low._replace(unit=high.unit)
    if low.unit != high.unit or low.more or high.more or low.is_fraction or high.is_fraction:
        raise UnclearError("has two kinds of end", further="write both in one unit")
    if high.signed < low.signed:
        raise UnclearError("has its higher figure first", f"{high_text} to {low_text}")
    if high.signed == low.signed:
        raise UnclearError("has two ends that are one", high_text)
    return low, high


def _are_years(low: Amount, high: Amount, *texts: str) -> bool:
    """Whether the ends are years, or a year and the two figures of the next: 2025-26."""
    is_short = high.value == (low.value + 1) % 100
    return low.value in YEARS and (high.value in YEARS or is_short) and not any("," in text for text in texts)
