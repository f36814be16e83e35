"""Figures as planners write them, exact, with their unit and what they are meant as.

Each name is loaded when it is first asked for: a question about milestones reads no figure, and only rules about
wording find figures in prose.
"""

from typing import TYPE_CHECKING

from jfp_cli.values.door import door

if TYPE_CHECKING:
    from jfp_cli.values.figures.counting import is_unit
    from jfp_cli.values.figures.kinds import Change, Comparison
    from jfp_cli.values.figures.prose import find_quantities
    from jfp_cli.values.figures.quantity import Better, Quantity
    from jfp_cli.values.figures.units import NAMES, PER_CENT, POINTS, POUNDS, QuantityError, common_unit, is_percentage

__all__ = [
    "NAMES",
    "PER_CENT",
    "POINTS",
    "POUNDS",
    "Better",
    "Change",
    "Comparison",
    "Quantity",
    "QuantityError",
    "common_unit",
    "find_quantities",
    "is_percentage",
    "is_unit",
]

_HOMES = {
    **dict.fromkeys(("Change", "Comparison"), "kinds"),
    **dict.fromkeys(
        ("NAMES", "PER_CENT", "POINTS", "POUNDS", "QuantityError", "common_unit", "is_percentage"), "units"
    ),
    **dict.fromkeys(("Better", "Quantity"), "quantity"),
    "find_quantities": "prose",
    "is_unit": "counting",
}

if not TYPE_CHECKING:  # to a type checker a module with this has every name
    __getattr__ = door(__name__, _HOMES)
