"""How a number and its unit are written: -£6,650,000, 16.72%, 95 beds."""

import re
from decimal import Context, Decimal
from fractions import Fraction

from jfp_cli.values.figures.units import PER_CENT, POUNDS

_EXACT = Context(prec=200)
_PLACES = 6  # of a number whose decimals have no end
_DIGITS = re.compile(r"[\d,]*\d(?:\.(\d+))?")
_MAGNITUDES = {Decimal(10**places): places for places in (3, 6, 9)}  # thousand, m, bn


def in_decimals(number: Fraction) -> Decimal:
    """A number in decimals: exactly where they end, else to six places."""
    rest, places = number.denominator, 0
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest, count = rest // prime, count + 1
        places = max(places, count)
    if rest != 1:
        places = _PLACES
    scaled = Decimal(round(number * 10**places))
    return Decimal(f"{scaled.scaleb(-places, _EXACT):f}")


def written(value: Decimal, unit: str) -> str:
    """A figure in the form that is read back as itself."""
    digits = f"{abs(value):,f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    sign = "-" if value < 0 else ""
    if unit.startswith(POUNDS):
        return f"{sign}{POUNDS}{digits}{unit.removeprefix(POUNDS)}"
    return f"{sign}{digits}{unit}" if unit.startswith(PER_CENT) else f"{sign}{digits} {unit}".rstrip()


def places_of(text: str, value: Decimal) -> int:
    """The decimal places to which a figure is written, below zero where it is one in thousands or millions."""
    digits = _DIGITS.search(text)
    number = Decimal(digits[0].replace(",", "")) if digits else Decimal(0)
    magnitude = _MAGNITUDES.get(abs(value) / number, 0) if number else 0
    if digits and magnitude:
        return len(digits[1] or "") - magnitude
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
