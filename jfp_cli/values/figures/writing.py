"""How a number and its unit are written: -£6,650,000, 16.72%, 95 beds."""

from decimal import Context, Decimal
from fractions import Fraction

from jfp_cli.values.figures.units import PER_CENT, POUNDS

_EXACT = Context(prec=200)
_PLACES = 6  # of a number whose decimals have no end


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
