"""The mean of a stretch and the limits of its usual variation.

All is exact: values of a stretch become whole numbers by their common denominator, and every comparison is one of whole
numbers. A value that stands on the mean or on a limit is there, whatever its decimals are in binary.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

_REACH = Fraction(266, 100)
"""Three standard deviations in average moving ranges: 3 / 1.128, by Wheeler's table of d2 for ranges of two."""

_FARTHEST = Fraction(3267, 1000)
"""The upper limit of moving ranges in their average: Wheeler's D4 for ranges of two."""

_NEAR = Fraction(2, 3)


class Limits(NamedTuple):
    """The mean and, `reach` from it on both sides, the limits; a single value has no reach, and so no limits."""

    mean: Fraction
    reach: Fraction | None

    @property
    def lower(self) -> Fraction | None:
        """The lower process limit."""
        return None if self.reach is None else self.mean - self.reach

    @property
    def upper(self) -> Fraction | None:
        """The upper process limit."""
        return None if self.reach is None else self.mean + self.reach

    @property
    def near_lower(self) -> Fraction | None:
        """Two thirds of the way from the mean to the lower limit: two standard deviations."""
        return None if self.reach is None else self.mean - self.reach * _NEAR

    @property
    def near_upper(self) -> Fraction | None:
        """Two thirds of the way from the mean to the upper limit."""
        return None if self.reach is None else self.mean + self.reach * _NEAR


class Place(NamedTuple):
    """Where a value stands: above the mean (1), on it (0) or below (-1), and how far out."""

    side: int
    outside: bool
    near: bool


class Ruler(NamedTuple):
    """The limits of a stretch, and where each of its values stands.

    `screened` says of each value whether the move to it from the one before was too great to count in the average
    moving range.
    """

    limits: Limits
    places: tuple[Place, ...]
    screened: tuple[bool, ...]


def ruler(values: Sequence[int], denominator: int, fix_after: int | None, *, screen: bool) -> Ruler:
    """Limits from the first values of a stretch, in parts of a denominator, and the place of all its values.

    `screen` leaves moving ranges above 3.267 times their average out of that average, once, as NHSRplotthedots does
    and the Excel tool of Making Data Count does not. Where nothing moves, the limits are the mean.
    """
    base = values if fix_after is None else values[: max(fix_after, 1)]
    total, count = sum(base), len(base)
    moves = [abs(later - earlier) for earlier, later in pairwise(base)]
    most, scale = sum(moves) * _FARTHEST.numerator, len(moves) * _FARTHEST.denominator
    too_far = [screen and move * scale > most for move in moves]
    kept = [move for move, far in zip(moves, too_far, strict=True) if not far]
    reach = _REACH * Fraction(sum(kept), len(kept) * denominator) if kept else None
    places = tuple(_places(values, total, count, kept))
    screened = (False, *too_far, *[False] * (len(values) - count))
    return Ruler(Limits(Fraction(total, count * denominator), reach), places, screened)


def _places(values: Sequence[int], total: int, count: int, kept: Sequence[int]) -> list[Place]:
    """The place of each value, by its distance from the mean times the number of values."""
    away = [value * count - total for value in values]
    sides = [(off > 0) - (off < 0) for off in away]
    if not kept:
        return [Place(side, outside=False, near=False) for side in sides]
    scale = len(kept) * _REACH.denominator
    reach = sum(kept) * count * _REACH.numerator
    far = [abs(off) * scale for off in away]
    return [
        Place(side, off > reach, _NEAR.numerator * reach < off * _NEAR.denominator <= reach * _NEAR.denominator)
        for side, off in zip(sides, far, strict=True)
    ]
