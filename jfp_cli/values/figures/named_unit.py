"""A unit that stands by itself, as a measure states it: "beds", "%", "£", "days"."""

from jfp_cli.values.figures.counting import is_unit
from jfp_cli.values.figures.quantity import Quantity
from jfp_cli.values.figures.units import QuantityError


def unit_named(text: str) -> str | None:
    """The unit that a text names, as figures have it; None where it names none."""
    for one in (f"1 {text}", f"1{text}", f"{text}1"):
        try:
            figure = Quantity.parse(one)
        except QuantityError:
            continue
        if figure.value == 1 and figure.upper is None and figure.unit:
            return figure.unit
    return text if is_unit(text) else None
