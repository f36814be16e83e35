"""The number of a figure and its unit: digits, thousands, scales, pounds, proportions and ranges."""

import re
from decimal import Decimal
from typing import NamedTuple

from jfp_cli.values.figures.units import POUNDS, THOUSANDS, QuantityError, unit_named, whole_number
from jfp_cli.values.text import quoted

SUCH_AS = 'write one such as "19%", "134,140", "£7m" or "65 weeks"'
_MOST_DIGITS = 20
_COUNTED = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBER_WORDS = {word: str(number) for number, word in enumerate(_COUNTED.split())}
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
# Patterns stay text until a figure needs one: compiling them all would slow every start.
_FIGURE = r"([+-]?) ?(£?) ?([\d,]*\d(?:\.\d+)?) ?(?:(k|mn?|bn|thousand|million|billion)(?![\w'-]))? ?(.*)"
_PART_OF = r"(/|of|out of|in) ?([\d,]*\d|[a-z]+)((?: .*)?)"
_RANGE_DASH = r"(?<=[\w%]) ?- ?(?=£?\d)"
_YEARS = range(1900, 2101)
_ENDS = 2


class Amount(NamedTuple):
    """One figure without the words around it; `value` carries no sign."""

    sign: str
    value: Decimal
    unit: str
    scaled: bool
    or_more: bool  # "19%+"

    @property
    def signed(self) -> Decimal:
        return -self.value if self.sign == "-" and self.value else self.value


def amounts_of(figure: str) -> list[Amount]:
    """Read the one figure of a lower-case text, or the two ends of its range."""
    ends = _ends(figure)
    if len(ends) == 1:
        return [_amount(figure)]
    low = _amount(ends[0])
    high = _amount(POUNDS + ends[1] if low.unit == POUNDS and ends[1][:1].isdigit() else ends[1])
    years = low.value in _YEARS and high.value in _YEARS
    if not low.unit and not high.unit and years and "," not in figure:
        raise QuantityError(f'{quoted(figure)} reads as years: write the figure alone, and the date under "due".')
    if not low.unit:
        low = low._replace(unit=high.unit)
    if low.unit != high.unit or low.scaled != high.scaled or low.or_more or high.or_more:
        raise QuantityError(f'{quoted(figure)} has two kinds of end: write both in full, such as "£1m to £2m".')
    return [low, high]


def _ends(figure: str) -> list[str]:
    if figure.startswith("from "):
        raise QuantityError(
            f'{quoted(figure)} is a baseline and a target: write each on its own, such as "60%" and "67%".'
        )
    if figure.startswith("between "):
        ends = figure.removeprefix("between ").split(" and ")
        if len(ends) == 1:
            ends = _split_at_dash(ends[0])
        if len(ends) != _ENDS:
            raise QuantityError(f'{quoted(figure)} is no range: write it such as "between 1% and 2%".')
        return ends
    for ends in (figure.split(" to "), _split_at_dash(figure)):
        if len(ends) == _ENDS:
            return ends
    return [figure]


def _split_at_dash(figure: str) -> list[str]:
    return re.split(_RANGE_DASH, figure, flags=re.ASCII) if "-" in figure[1:] else [figure]


def _amount(figure: str) -> Amount:
    first, gap, others = figure.partition(" ")
    if first in _NUMBER_WORDS:
        figure = _NUMBER_WORDS[first] + gap + others
    found = re.fullmatch(_FIGURE, figure, re.ASCII)
    if found is None:
        raise QuantityError(f"{quoted(figure)} is not a figure: {SUCH_AS}.")
    sign, pounds, digits, scale, rest = found.groups()
    value = _number(digits)
    if scale:
        if scale == "m" and not pounds:
            raise QuantityError(
                f'"{digits}m" could be million or minutes: write "{digits} million" or "{digits} minutes".'
            )
        value = Decimal(f"{value.scaleb(_SCALES[scale]):f}")
    part = re.fullmatch(_PART_OF, rest, re.ASCII) if rest.startswith(("/", "o", "in")) else None
    if part and (whole := whole_number(_NUMBER_WORDS.get(part[2], part[2]))) is not None:
        if sign or pounds or scale or value % 1 or value > whole or (part[1] == "in" and whole in _YEARS):
            raise QuantityError(f'{quoted(figure)} is no proportion: write it such as "8 of 35" or "1 in 5".')
        return Amount("", value, _joined(f"of {whole:,}", part[3]), scaled=False, or_more=False)
    or_more = rest.startswith("+") or rest.endswith("+")
    rest = rest.strip("+ ") if or_more else rest
    if rest[:3].isdigit() and rest.isascii():
        raise QuantityError(f'{quoted(figure)} has a space inside: write a comma between thousands: "134,140".')
    unit = unit_named(rest, single=value == 1) if rest else ""
    if pounds:
        if unit and not unit.startswith("per "):
            raise QuantityError(f'{quoted(figure)} says too much: write the pounds alone, such as "£7m".')
        unit = f"{POUNDS} {unit}".rstrip()
    return Amount(sign, value, unit, bool(scale), or_more)


def _joined(part: str, noun: str) -> str:
    return f"{part} {unit_named(noun.strip(), single=False)}" if noun.strip() else part


def _number(digits: str) -> Decimal:
    whole, point, decimals = digits.partition(".")
    if len(digits.replace(",", "").replace(".", "")) > _MOST_DIGITS:
        raise QuantityError(f"A figure has at most {_MOST_DIGITS} digits: write fewer, or a scale such as £7m.")
    number = whole_number(whole)
    if number is None:
        bare = whole.replace(",", "")
        right = f"{int(bare):,}{point}{decimals}"
        start, _, end = whole.partition(",")
        if not decimals and start.isdigit() and len(end) < THOUSANDS and end.isdigit():
            right = f"{start}.{end}"
        raise QuantityError(f'"{digits}" has a comma that does not part thousands: write "{right}".')
    return Decimal(f"{number}{point}{decimals}")
