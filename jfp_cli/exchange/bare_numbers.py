"""A bare number that somebody typed where figures have a unit: 0.98 over 97.5% is 98%, 2500 over 2,400 homes as many.

Excel shows 0.98 as 98% where a cell is one of percentages; in a cell of text nothing does, and people type it all the
same.
"""

import re
from decimal import Decimal

from jfp_cli.exchange.excel.numbers import plain_number
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.figures import Quantity, QuantityError, is_percentage
from jfp_cli.values.text import quoted

_BARE = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_NUMBER = re.compile(r"(?:(?<![\w.])[-+])?\d[\d,]*(?:\.\d+)?")
# How much larger than a bare number the figure before it is: below the first it is of the same kind, from the second on
# the number is a share of one; what is between may be either.
_AS_IT_IS, _A_SHARE = 5, 20
_ANOTHER = 50  # times as large or as small as the figure before: it is hardly the same
_WHOLE = 100  # per cent


class NoUnitError(Exception):
    """Nobody can tell what a bare number is; the text says why, and what to write."""


def with_unit(text: str, like: str, calendar: Calendar) -> str:
    """A figure that is written as another: a bare number has the unit of that; raises NoUnitError.

    What is no bare number is itself, and so is one where the other has no unit.
    """
    if not _BARE.fullmatch(text):
        return text
    try:
        other = calendar.quantity(like)
    except QuantityError:
        return text
    if not other.unit:
        return text
    numbers = list(_NUMBER.finditer(like))
    is_first = len(numbers) == 1 or (len(numbers) > 1 and _value(numbers[0][0]) == other.value)  # the rest is its unit
    if not is_first or other.change or other.upper is not None:
        raise NoUnitError(f"{text} stands where {quoted(like)} stood, and has no unit; write it whole, with its unit")
    value, was = _value(text), _value(numbers[0][0])
    number = _as_share(value, was) if is_percentage(other.unit) else _in_scale(value, was, other, like)
    said = f"{number:,f}" if "," in text or "," in numbers[0][0] else plain_number(number)
    return f"{like[: numbers[0].start()]}{said}{like[numbers[0].end() :]}"


def _as_share(value: Decimal, was: Decimal) -> Decimal:
    """A number where percentages are: that of per cent, or a share of one."""
    size, before = abs(value), abs(was)
    if size > _WHOLE and size > _ANOTHER * before:
        raise NoUnitError(f"{plain_number(value)} stands where percentages do; write it with its unit")
    if size <= 1:
        is_clear = not size or before >= _A_SHARE * size or 0 < before <= _AS_IT_IS * size
        is_share = before >= _A_SHARE * size
    else:
        is_clear, is_share = before < _ANOTHER * size, False
    if not is_clear:
        one, other = (f"{plain_number(number)}%" for number in (value, value * 100))
        raise NoUnitError(f"{plain_number(value)} may be {one} or {other}; write it with the % sign")
    return value * 100 if is_share else value


def _in_scale(value: Decimal, was: Decimal, other: Quantity, like: str) -> Decimal:
    """A number where figures stand in thousands or millions: as many of them, where it can be no other."""
    if was and abs(other.value) != abs(was) and abs(value) >= _ANOTHER * abs(was):
        told = f"{plain_number(value)} stands where {quoted(like)} stood, and may be as many or that many times as much"
        raise NoUnitError(f"{told}; write it with its unit")
    return value


def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))
