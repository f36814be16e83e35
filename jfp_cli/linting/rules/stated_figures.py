"""The figures that a target's statement promises, of the kind that the target itself is of."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jfp_cli.linting.target_figures import LOWER_LIMITS, UPPER_LIMITS
from jfp_cli.measures.line import direction
from jfp_cli.model.target import Target
from jfp_cli.values.figures import NAMES, PER_CENT, POINTS, POUNDS, Quantity, common_unit

_LINKED = re.compile(
    r"\b(to|at|reach(es|ing)?|achiev(e|es|ing)|hits?|meets?|(rate|level|target|share|average|uptake|coverage) of) $",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_PER_CENT = re.compile(r"%|per ?cent|pp", re.IGNORECASE)
_NEXT_WORD = re.compile(r" ([a-z-]+)", re.IGNORECASE)
_NO_NOUN = frozenset(
    (
        *(
            "by",
            "in",
            "from",
            "at",
            "for",
            "on",
            "and",
            "or",
            "before",
            "until",
            "across",
            "within",
            "to",
            "of",
            "than",
        ),
        *("a", "an", "per", "each", "every", "daily", "weekly", "monthly", "yearly", "annually"),
    )
)


class Stated(NamedTuple):
    """A figure in a statement, as it is written there, and whether the words around it promise it.

    "To 20%" is promised; "the most deprived 20%" is part of what is counted.
    """

    words: str
    figure: Quantity
    is_promised: bool


def stated_figures(target: Target) -> Iterator[Stated]:
    """The figures of the statement that are of the target's kind: levels for a level, changes for a change."""
    figure, text = target.target, target.statement
    if figure is None or not _may_hold(text, figure):
        return
    from jfp_cli.values.figures import find_quantities  # noqa: PLC0415 - slow to load, and few statements hold a figure

    for start, end, found in find_quantities(text):
        if (
            found.change is figure.change
            and common_unit(found.unit, figure.unit)
            and _counts(target, text[end:], found)
        ):
            yield Stated(text[start:end], found, _is_promised(target, text[:start], text[end:], found))


def _may_hold(text: str, figure: Quantity) -> bool:
    """Whether it is worth looking; a target of none is stated without a figure, as in "nobody waits"."""
    if figure.value == 0 or (figure.unit in (PER_CENT, POINTS) and not _PER_CENT.search(text)):
        return False
    return _DIGIT.search(text) is not None


def _counts(target: Target, after: str, found: Quantity) -> bool:
    """Whether a number without a unit, such as the 12 of "12 hubs", counts what the target counts."""
    if found.unit in NAMES or found.unit.startswith((PER_CENT, POUNDS)):
        return True
    word = _NEXT_WORD.match(after)
    noun = word[1].lower() if word else ""
    counted = f"{target.measure or ''} {target.target.unit if target.target else ''}".lower().split()
    return not noun or noun in _NO_NOUN or noun in counted


def _is_promised(target: Target, before: str, after: str, found: Quantity) -> bool:
    if found.change is not None:
        return True
    if target.measure and re.search(rf"(?<![\d.,]){re.escape(f'{found.value:,f}')}(?![\d.])", target.measure):
        return False  # "within 18 weeks" is what is counted
    if found.comparison in UPPER_LIMITS:
        return direction(target) != "higher"
    if found.comparison in LOWER_LIMITS:
        return direction(target) != "lower"
    return _LINKED.search(before) is not None or (not before and after.startswith(" of "))
