"""What a chart is made of: readings in one unit, and the days from which they are judged anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

Level = Decimal | Fraction
"""A value in the unit of its chart, exact: as it was written, or brought from another unit."""


class Point(NamedTuple):
    """A reading: its last day, its value, why it is left out, whether it may yet change, and what is said of it.

    `written` is its value as somebody wrote it, where somebody did.
    """

    at: date
    value: Level
    excluded: str | None = None
    provisional: bool = False
    note: str | None = None
    written: str | None = None


@dataclass(frozen=True, slots=True)
class Rebase:
    """The day from which a new stretch begins, and why."""

    start: date
    because: str


def in_whole_numbers(points: Iterable[Point]) -> tuple[list[int], int]:
    """The values in parts of their common denominator, and that denominator."""
    ratios = [point.value.as_integer_ratio() for point in points]
    denominator = lcm(*(below for _, below in ratios))
    return [above * (denominator // below) for above, below in ratios], denominator
