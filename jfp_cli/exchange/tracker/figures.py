"""The figures of a tracker's cells: whether a text is one, and what number it states."""

from decimal import Decimal, InvalidOperation


def is_figure(text: str) -> bool:
    """Whether a text is a number, with signs that figures have."""
    return bool(text) and text.strip("<>\N{POUND SIGN}% ").replace(",", "").replace(".", "", 1).isdigit()


def is_bare(text: str) -> bool:
    """Whether a text is a number and no more."""
    return text.replace(",", "").replace(".", "", 1).removeprefix("-").isdecimal()


def number_in(text: str) -> Decimal:
    """The number that a figure states; 0 where it states none."""
    try:
        return Decimal(text.replace(",", "").strip("<>% "))
    except InvalidOperation:
        return Decimal()
