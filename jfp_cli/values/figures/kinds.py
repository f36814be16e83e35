"""How a figure compares, and what a change is counted in."""

from enum import Enum


class Comparison(Enum):
    """How a value must stand to the figure; the value is the sign."""

    EXACTLY = "="
    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    UNDER = "<"


class Change(Enum):
    """What a change is counted in."""

    POINTS = "points"  # percentage points, added to a percentage
    RELATIVE = "relative"  # per cent of the baseline
    AMOUNT = "amount"  # the baseline's own unit
