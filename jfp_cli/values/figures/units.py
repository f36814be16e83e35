"""Units of measure: what a figure counts, and which units compare with which."""

from jfp_cli.values.refusal import RefusedError

PER_CENT = "%"
POINTS = "percentage points"
POUNDS = "£"

_TIMES = {
    "seconds": ("second", "secs", "sec"),
    "minutes": ("minute", "mins", "min"),
    "hours": ("hour", "hrs", "hr"),
    "days": ("day",),
    "weeks": ("week", "wks", "wk"),
    "months": ("month", "mths", "mth"),
    "years": ("year", "yrs", "yr"),
}
# Months are not a whole number of days, so the two families never meet.
_FAMILIES = (
    {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400, "weeks": 604_800},
    {"months": 1, "years": 12},
)
NAMES = {
    **{spelling: unit for unit, spellings in _TIMES.items() for spelling in (unit, *spellings)},
    PER_CENT: PER_CENT,
    **dict.fromkeys(("pp", "pps", "ppt", "ppts", "percentage point", "percentage points"), POINTS),
    **dict.fromkeys(("% point", "% points"), POINTS),
}
_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
# A noun never holds these: they begin a second statement ("19 by March", "5 fewer beds").
_LINKS = (
    "a an the and or to by at on in from for with within as is are was than before after until each every "
    "least most more less fewer over under above below up down higher lower about around minus plus "
    "reduction decrease increase rise fall drop cut growth"
)
_MONTH_NAMES = frozenset(_MONTHS.split())
_NEVER_IN_A_NOUN = frozenset(_LINKS.split())
_LONGEST_NOUN = 6
THOUSANDS = 3  # digits between commas
_PLURALS = {"person": "people", "child": "children", "woman": "women", "man": "men"}
_UNCHANGED = frozenset({*_PLURALS.values(), "staff", "wte", "fte"})


class QuantityError(RefusedError):
    """A figure that cannot be read; the message is one sentence saying what to write instead."""


def unit_named(name: str, *, single: bool) -> str:
    """Give the canonical unit for lower-case words; `single`, a figure of one, makes "bed" "beds"."""
    for spelling in ("per cent", "percent"):
        if name == spelling or name.startswith(f"{spelling} "):
            name = PER_CENT + name[len(spelling) :]
    if name in NAMES:
        return NAMES[name]
    words = name.split()
    if any(word in _MONTH_NAMES for word in words):
        raise QuantityError(f'"{name}" makes this a date: write the figure alone, and the date under "due".')
    head, per, tail = _around_per(words)
    if head[:1] == [PER_CENT] and len(head) > 1:
        raise QuantityError(f'"{name}" says too much: write "%" alone, and what it is of under "measure".')
    if per and not tail:
        raise QuantityError(f'"{name}" does not say per what: write it in full, such as "per 1,000".')
    if tail and (whole := whole_number(tail[0])) is not None:
        tail[0] = f"{whole:,}"
    nouns = [*head, *(tail[1:] if tail and whole_number(tail[0]) is not None else tail)]
    if len(words) > _LONGEST_NOUN or not all(_is_noun(word) for word in nouns if word != PER_CENT):
        raise QuantityError(f'"{name}" is not a unit: write one figure and what it counts, such as "65 weeks".')
    counted = " ".join(head)
    counted = NAMES.get(counted) or (_plural(counted) if single else counted)
    return " ".join([counted, *per, *tail]).lstrip()


def whole_number(digits: str) -> int | None:
    """Read a count in ASCII digits, commas between thousands or nowhere; None for anything else."""
    if not (digits.isascii() and digits.replace(",", "").isdigit()):
        return None
    first, *groups = digits.split(",")
    if groups and not (first and len(first) <= THOUSANDS and all(len(group) == THOUSANDS for group in groups)):
        return None
    return int(digits.replace(",", ""))


def common_unit(one: str, other: str) -> tuple[str, int, int] | None:
    """Find the unit two figures compare in, and what to multiply each by; None where they do not compare.

    The smaller unit is taken (weeks and days compare in days), so that the arithmetic stays exact.
    A bare count compares with a noun: "148,300" is a reading of "134,140 open pathways".
    """
    if one == other:
        return one, 1, 1
    for family in _FAMILIES:
        if one in family and other in family:
            small = min(one, other, key=family.__getitem__)
            return small, family[one] // family[small], family[other] // family[small]
    named = one or other
    if (one and other) or named.startswith((PER_CENT, POUNDS)) or named in NAMES:
        return None
    return named, 1, 1


def _around_per(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    at = words.index("per") if "per" in words else len(words)
    return words[:at], words[at : at + 1], words[at + 1 :]


def _is_noun(word: str) -> bool:
    return word not in _NEVER_IN_A_NOUN and word.replace("-", "").replace("'", "").isalpha()


def _plural(noun: str) -> str:
    if not noun or noun.endswith("s") or noun in _UNCHANGED:
        return noun
    if noun.endswith(("x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and not noun.endswith(("ay", "ey", "oy", "uy")):
        return f"{noun[:-1]}ies"
    return _PLURALS.get(noun, f"{noun}s")
