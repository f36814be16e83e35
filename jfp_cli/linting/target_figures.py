"""What the figures of a target come to: where each stands, and which compare with which."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jfp_cli.measures.line import direction, level
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Comparison, Quantity, common_unit

if TYPE_CHECKING:
    from jfp_cli.linting.subject import Subject

# "Clinics held" are many, "uptake held at its level" is kept.
_AT_A_LEVEL = r"(?=\s*(?:$|[.,;:])| (?:at|above|below|under|over|within|to|steady|stable|level|flat|its|their|the)\b)"
_CHANGES = (
    "improve|rise|fall|grow|increase|reduce|cut|shorten|lower|raise|work|develop|decline|drop|build|expand|extend|speed"
)
_HELD = re.compile(
    rf"\b((held|holds?|holding){_AT_A_LEVEL}|continu(e|es|ed|ing) to (?!({_CHANGES})\b)|still (met?|meets?|stay|reach)"
    r"|(not|never|don't|doesn't) (fall|drop|dip|slip|rise|go|exceed|get|decline|worsen)s?|without (falling|rising)"
    r"|maintain(s|ed|ing)?|keep(s|ing)?(?! \w+ing\b)|kept|sustain(s|ed|ing)?|remains?|preserv(e|ed|ing)"
    r"|stay(s|ing)? (at|above|below|over|under|within)|at all times|no worse|current level"
    r"|no (lower|higher|fewer|more) than (now|today|it is|it was))\b",
    re.IGNORECASE,
)
# Words that are a figure: nobody is 0, every practice 100%, halving 50% less.
_FIGURE_IN_WORDS = re.compile(
    r"\b(?:nobody|no[- ]one|not (?:a single|one))\b"
    r"|^(?:none|zero|nil|no (?!(?:more|fewer|less|longer|shorter|later|worse|better|lower|higher|wrong)\b))"
    r"|\b(?:halve[sd]?|halving|double[sd]?|doubling|treble[sd]?|triple[sd]?)\b"
    r"|\b(?:by|in) (?:half|(?:a|one|two|three)[- ](?:third|quarter|fifth|tenth)s?)\b"
    r"|\b(?:half|(?:a|one|two|three)[- ](?:third|quarter|fifth|tenth)s?) (?:of|fewer|more|less|lower|higher)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(r"(?:every|all|each|both)\b", re.IGNORECASE)
_COMPARATIVE = re.compile(
    r"\b(?:more|fewer|less|better|shorter|longer|lower|higher|faster|quicker|earlier|easier|greater|closer|safer"
    r"|improv\w+|reduc\w+|increas\w+|enhanc\w+|strengthen\w*)\b(?! than\b)",
    re.IGNORECASE,
)
UPPER_LIMITS = (Comparison.AT_MOST, Comparison.UNDER)
LOWER_LIMITS = (Comparison.AT_LEAST, Comparison.MORE_THAN)


def with_figure(subject: "Subject") -> int:
    """How many targets have a figure."""
    return sum(1 for target in subject.targets if target.target is not None)


class PromisedFigure(NamedTuple):
    """A figure that a target promises, and by when; `at` is the part of the target that holds both."""

    at: Address
    figure: Quantity
    due: PlanDate | None

    @property
    def figure_at(self) -> Address:
        """The address of the figure itself."""
        return self.at.at("target")


def promised_figures(target: Target) -> Iterator[PromisedFigure]:
    """The points of the trajectory as they are written, then the target."""
    for number, point in enumerate(target.trajectory):
        yield PromisedFigure(Address("targets", target.id, ("trajectory", number)), point.target, point.due)
    if target.target is not None:
        yield PromisedFigure(Address("targets", target.id), target.target, target.due)


def compared(one: Quantity, other: Quantity) -> tuple[Decimal, Decimal] | None:
    """The lower ends of two figures in one unit; None where they do not compare."""
    units = common_unit(one.unit, other.unit) if one.change is other.change else None
    return (one.value * units[1], other.value * units[2]) if units else None


def is_rate(unit: str) -> bool:
    """Whether a unit counts in so many of something, as in "per 1,000": no count of things compares with it."""
    return unit.startswith("per ") or " per " in unit


def is_worse(target: Target, later: Quantity, earlier: Quantity) -> bool:
    """Whether going from one figure of a target to a later one goes back; False where nobody can tell."""
    pair = _in_one_unit(target, later, earlier)
    better = direction(target)
    if pair is None or better not in ("lower", "higher"):
        return False
    return pair[0] > pair[1] if better == "lower" else pair[0] < pair[1]


def _in_one_unit(target: Target, one: Quantity, other: Quantity) -> tuple[Decimal, Decimal] | None:
    levels = level(target, one), level(target, other)
    if levels[0] is None or levels[1] is None:
        return compared(one, other)
    return compared(levels[0], levels[1])


@lru_cache(maxsize=4096)
def has_figure_in_words(statement: str) -> bool:
    """Whether a statement says how much in words, as in "nobody waits" and "halve"."""
    if _FIGURE_IN_WORDS.search(statement):
        return True
    return _EVERY.match(statement) is not None and not _COMPARATIVE.search(statement)


def is_held(target: Target) -> bool:
    """Whether the statement says that what was reached is to be kept, as a standard and not by a date."""
    return target.hold or _says_held(target.statement)


@lru_cache(maxsize=4096)
def _says_held(statement: str) -> bool:
    return _HELD.search(statement) is not None


def wrong_way(target: Target, figure: Quantity) -> str | None:
    """How a figure goes against what the target calls better, in words; None where it does not."""
    if target.better not in ("lower", "higher"):
        return None
    is_lower = target.better == "lower"
    if figure.change is not None:
        if (figure.value > 0) if is_lower else (figure.value < 0):
            return f'"{figure}" is a {"rise" if is_lower else "fall"}'
    elif figure.comparison in (LOWER_LIMITS if is_lower else UPPER_LIMITS):
        return f'"{figure}" is {"a lower" if is_lower else "an upper"} limit'
    return None


def behind_baseline(target: Target) -> bool:
    """Whether the whole of a target is worse than its baseline, where it is not a floor under what was reached."""
    figure = level(target, target.target) if target.target and target.baseline else None
    if figure is None or target.baseline is None or target.better not in ("lower", "higher") or is_held(target):
        return False
    if target.better == "higher" and figure.upper is not None:
        figure = replace(figure, value=figure.upper, upper=None)
    pair = compared(figure, target.baseline.value)
    if pair is None:
        return False
    return pair[0] > pair[1] if target.better == "lower" else pair[0] < pair[1]
