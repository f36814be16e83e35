"""The figures that plans write most, read at sight: a number of per cent, pounds, time or nothing named.

A comparison, "about", or "up" and "down" may stand before it. Whatever else is written is read word by word, and what
is read here means the same when it is.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from jfp_cli.values.figures.kinds import Change, Comparison
from jfp_cli.values.figures.senses import BEFORE, Sense
from jfp_cli.values.figures.vocabulary import TIMES

_COMMON = re.compile(r"(?:([a-z ]+|[<>]=?) )?(£)?((?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,6})?)(%| [a-z]+)?", re.ASCII)


class Figure(NamedTuple):
    """What a text comes to, in the order of a quantity's own fields."""

    value: Decimal
    unit: str
    comparison: Comparison | None = None
    upper: Decimal | None = None
    change: Change | None = None
    about: bool = False


def at_sight(text: str) -> Figure | None:
    """What "134,140", "£7", "at least 19%", "under 2 weeks" or "down 5%" comes to, in the order of a quantity's fields.

    None where the words have to be read.
    """
    found = _COMMON.fullmatch(text)
    if found is None:
        return None
    before, pounds, number, unit = found.groups("")
    if unit and unit != "%":
        unit = TIMES.get(unit[1:], "")
        if not unit:
            return None
    if pounds and unit:
        return None
    value = Decimal(number.replace(",", ""))
    return _compared(before, value, pounds or unit) if before else Figure(value, pounds or unit)


def _compared(before: str, value: Decimal, unit: str) -> Figure | None:
    meant = BEFORE.phrases.get(tuple(before.split(" ")))
    if isinstance(meant, Comparison):
        return Figure(value, unit, meant)
    if meant is Sense.ABOUT:
        return Figure(value, unit, about=True)
    if unit == "%" and meant in (Sense.UP, Sense.DOWN):
        return Figure(-value if meant is Sense.DOWN and value else value, unit, change=Change.RELATIVE)
    return None
