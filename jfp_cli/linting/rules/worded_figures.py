"""The figures that a target's statement promises in words: "halve", "by a third", "three quarters of"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from jfp_cli.measures.line import direction
from jfp_cli.model.target import Target
from jfp_cli.values.figures import Change, is_percentage

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_MANY = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_TIMES = {"halv": Decimal("0.5"), "doubl": Decimal(2), "trebl": Decimal(3), "tripl": Decimal(3)}
_PART = r"(?:(?P<many{0}>a|one|two|three|four)[- ])?(?P<part{0}>half|third|quarter|fifth|tenth)s?"
_WORDED = re.compile(
    r"\b(?P<times>halv|doubl|trebl|tripl)(?:es?|ed|ing)\b(?! of\b)"
    rf"|\bby {_PART.format(1)}\b"
    rf"|\b{_PART.format(2)} (?P<less>fewer|less|lower|shorter)\b|\b{_PART.format(3)} (?P<more>more|higher|longer)\b"
    r"|\b(?P<some>half|(?:a|one|two|three|four)[- ](?:third|quarter|fifth|tenth)s?) of (?!20\d\d|the year)",
    re.IGNORECASE,
)
_HINTS = ("half", "halv", "doubl", "trebl", "tripl", "third", "quarter", "fifth", "tenth")
_NEAR = Decimal("0.02")  # of the level: "by a third" of 100 may be written as 67
_DOWN = re.compile(
    r"\b(?:cut|reduc\w*|lower\w*|fall\w*|fell|down|shorten\w*|drop\w*|decreas\w*|shrink\w*)\b", re.IGNORECASE
)


class Worded(NamedTuple):
    """What is said in words, and the share of the baseline, or of everything, that it comes to."""

    words: str
    times: Decimal
    of_baseline: bool


def worded_figure(target: Target) -> Worded | None:
    """The one figure that a statement gives in words; None where it gives none, or several."""
    statement = target.statement.lower()
    if not any(hint in statement for hint in _HINTS):
        return None
    found = list(_WORDED.finditer(target.statement))
    return _read(found[0], target) if len(found) == 1 else None


def agrees(worded: Worded, target: Target) -> bool:
    """Whether a target asks for what its statement says in words; True where nobody can tell."""
    return all(_is_near(one, other) for one, other in _compared(worded, target))


def _read(found: re.Match[str], target: Target) -> Worded:
    if found["times"]:
        return Worded(found[0], _TIMES[found["times"].lower()], of_baseline=True)
    if found["some"]:
        many, _, part = found["some"].lower().replace("-", " ").rpartition(" ")
        return Worded(found["some"], _part(many, part), of_baseline=False)
    number = next(number for number in range(1, 4) if found[f"part{number}"])
    part = _part((found[f"many{number}"] or "").lower(), found[f"part{number}"].lower())
    is_down = bool(found["less"]) or (
        not found["more"] and (direction(target) == "lower" or _DOWN.search(target.statement) is not None)
    )
    return Worded(found[0], 1 - part if is_down else 1 + part, of_baseline=True)


def _part(many: str, part: str) -> Decimal:
    """How much "two", "thirds" are."""
    return Decimal(_MANY[many or "a"]) / _PARTS[part.removesuffix("s")]


def _compared(worded: Worded, target: Target) -> Iterator[tuple[Decimal, Decimal]]:
    """What is said and what the target has, where both are of one kind."""
    figure = target.target
    if figure is None or figure.upper is not None:
        return
    if not worded.of_baseline:
        if is_percentage(figure.unit) and figure.change is None:
            yield worded.times * 100, figure.value
    elif figure.change is Change.RELATIVE:
        yield worded.times * 100, 100 + figure.value
    elif figure.change is None and target.baseline and target.baseline.value.unit == figure.unit:
        yield worded.times * target.baseline.value.value, figure.value


def _is_near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= _NEAR * max(abs(one), abs(other))
