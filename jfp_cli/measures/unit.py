"""The unit that the chart of a measure is in, and a reading brought to it."""

from fractions import Fraction
from functools import lru_cache

from jfp_cli.measures.spc import Level
from jfp_cli.model.measure import Measure
from jfp_cli.values.figures import PER_CENT, Quantity, common_unit
from jfp_cli.values.figures.units import share_of


def unit_of(measure: Measure) -> str:
    """The unit that a measure states, or that of its first reading where it states none that compares.

    Of proportions of several wholes, such as 21 of 35 and 18 of 36, it is per cent.
    """
    first, *others = dict.fromkeys(reading.value.unit for reading in measure.readings) or [""]
    stated = measure.read_unit
    if stated is not None and (not measure.readings or common_unit(first, stated)):
        return stated
    return PER_CENT if others and share_of(first) else first


def in_unit(figure: Quantity, unit: str) -> Level | None:
    """A reading in the unit of a chart, as it was written where that is its own; None where it does not compare."""
    if figure.upper is not None or figure.change is not None:
        return None
    if figure.unit == unit:
        return figure.value
    times = _times(figure.unit, unit)
    return figure.value if times == 1 else times and Fraction(figure.value) * times


@lru_cache(maxsize=64)
def _times(one: str, other: str) -> Fraction | None:
    """What a figure is to be multiplied by to be in another unit; None where the two do not compare."""
    units = common_unit(one, other)
    return None if units is None else Fraction(units[1], units[2])
