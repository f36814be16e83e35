"""Units of measure: what a figure counts, in each of what, and which units compare with which."""

from math import lcm

from jfp_cli.values.figures.vocabulary import MONTHS, SECONDS, TIMES
from jfp_cli.values.refusal import RefusedError

PER_CENT = "%"
POINTS = "percentage points"
POUNDS = "£"
PER = "per "
OF = "of "

NAMES = {
    **TIMES,
    PER_CENT: PER_CENT,
    "per cent": PER_CENT,
    "percent": PER_CENT,
    "pc": PER_CENT,
    **dict.fromkeys(("pp", "pps", "ppt", "ppts", "percentage point", "percentage points"), POINTS),
    **dict.fromkeys(("percentage-point", "percentage-points", "% point", "% points", "per cent points"), POINTS),
}
_PLURALS = {"person": "people", "child": "children", "woman": "women", "man": "men"}
_UNCHANGED = frozenset({*_PLURALS.values(), "staff", "wte", "fte"})


class QuantityError(RefusedError):
    """A figure that cannot be read; the help says what to write instead."""


def common_unit(one: str, other: str) -> tuple[str, int, int] | None:
    """Find the unit two figures compare in, and what to multiply each by; None where they do not compare.

    The smaller unit is taken (weeks and days compare in days), so that the arithmetic stays exact. A proportion
    compares with another and with a percentage. A bare count compares with a noun, so that "148,300" is a reading of
    "134,140 open pathways", and never with a rate, a percentage or a proportion.
    """
    if one == other:
        return one, 1, 1
    for family in (SECONDS, MONTHS):
        if one in family and other in family:
            small = min(one, other, key=family.__getitem__)
            return small, family[one] // family[small], family[other] // family[small]
    if PER_CENT in (one, other) and is_percentage(one) and is_percentage(other):
        return max(one, other, key=len), 1, 1
    share, other_share = share_of(one), share_of(other)
    if share or other_share:
        return _common_share(share, other_share) if share and other_share else None
    counted, each = _parted(one)
    other_counted, other_each = _parted(other)
    if each != other_each or (counted and other_counted):
        return None
    named = counted or other_counted
    if named.startswith((PER_CENT, POUNDS)) or named in NAMES:
        return None
    return f"{named} {each}".strip(), 1, 1


def plural(noun: str) -> str:
    """What one of something is counted in: one bed is of "beds"."""
    if not noun or noun.endswith("s") or noun in _UNCHANGED:
        return noun
    if noun.endswith(("x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and not noun.endswith(("ay", "ey", "oy", "uy")):
        return f"{noun[:-1]}ies"
    return _PLURALS.get(noun, f"{noun}s")


def _parted(unit: str) -> tuple[str, str]:
    """What is counted, and in each of what: "beds per ward" is of beds, per ward."""
    if unit.startswith(PER):
        return "", unit
    counted, per, each = unit.partition(f" {PER}")
    return counted, f"{PER}{each}" if per else ""


def share_of(unit: str) -> tuple[int, str] | None:
    """How many a proportion is of, and of what; a percentage is of 100, of anything where it does not say of what."""
    if is_percentage(unit):
        return 100, unit.removeprefix(PER_CENT).lstrip()
    if not unit.startswith(OF):
        return None
    whole, _, noun = unit.removeprefix(OF).partition(" ")
    return int(whole.replace(",", "")), noun


def is_percentage(unit: str) -> bool:
    """Whether a unit is per cent, be it of what a plan declares: "%" and "% uptake", not "% per year"."""
    return unit == PER_CENT or (unit.startswith(f"{PER_CENT} ") and not unit.startswith(f"{PER_CENT} {PER}"))


def _common_share(one: tuple[int, str], other: tuple[int, str]) -> tuple[str, int, int] | None:
    if one[1] and other[1] and one[1] != other[1]:
        return None
    whole = lcm(one[0], other[0])
    return f"{OF}{whole:,} {one[1] or other[1]}".rstrip(), whole // one[0], whole // other[0]
