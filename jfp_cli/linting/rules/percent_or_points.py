"""JFP413 percent-or-points."""

import re
from collections.abc import Iterator
from dataclasses import replace

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.measure import Reading
from jfp_cli.model.target import Target
from jfp_cli.values.figures import POINTS, Change, Quantity, QuantityError, is_percentage
from jfp_cli.values.finding import Severity

_IN_PERCENT = re.compile(
    r"%|\b(share|percentage|proportion|per cent|prevalence|uptake|coverage|utilisation|occupancy)\b", re.IGNORECASE
)
_TOLD = re.compile(r"\brelative(ly)?\b|\bpoints?\b|\bof (the|its) baseline\b", re.IGNORECASE)


def _check(subject: Subject) -> Iterator[Problem]:
    for target, promised in subject.promised_figures:
        for promise in promised:
            figure = promise.figure
            if figure.change is Change.RELATIVE and _is_open(target, subject.plan.readings_of(target)):
                yield Problem(promise.figure_at, *_message_and_help(target, figure))


def _is_open(target: Target, readings: tuple[Reading, ...]) -> bool:
    """Whether the measure is in per cent, and no word tells what the change is counted in."""
    if _TOLD.search(f"{target.statement} {target.measure or ''}"):
        return False
    levels = [reading.value.unit for reading in readings]
    if target.baseline:
        levels.append(target.baseline.value.unit)
    if levels:
        return any(map(is_percentage, levels))
    return target.measure is not None and _IN_PERCENT.search(target.measure) is not None


def _message_and_help(target: Target, figure: Quantity) -> tuple[str, str]:
    """What the change can mean, with the two levels where the baseline gives them, and what to write."""
    points = replace(figure, unit=POINTS, change=Change.POINTS)
    try:
        levels = [change.against(target.baseline.value) for change in (figure, points)] if target.baseline else []
    except QuantityError:
        levels = []
    if target.baseline and levels:
        return (
            f'"{figure}" of "{target.baseline.value}" can mean "{levels[0]}", or, in percentage points, "{levels[1]}"',
            "write the level that is meant",
        )
    return (
        f'"{figure}" of a measure in per cent can mean a share of it, or percentage points',
        f'write "{figure.value:+f} percentage points", or the level, or say in the statement that it is relative',
    )


RULE = Rule(
    code="JFP413",
    name="percent-or-points",
    severity=Severity.WARNING,
    what="A measure in per cent is to change by some per cent.",
    why="Up 10% from 50% is 55% for one reader and 60% for another. A warning: the figure may be right, but nobody "
    "can be held to it.",
    bad="""
targets:
  - id: follow-up-rate
    statement: More follow-up started by patients
    better: higher
    baseline: {value: 50%, at: March 2025}
    target: up 10%  # <--
    due: March 2026
  - id: hypertension-diagnosis
    statement: More hypertension diagnosed
    measure: Prevalence of hypertension
    better: higher
    target: up 2%  # <--
    due: March 2026
""",
    good="""
targets:
  - id: follow-up-rate
    statement: More follow-up started by patients
    better: higher
    baseline: {value: 50%, at: March 2025}
    target: +10 percentage points
    due: March 2026
  - id: falls-admissions
    statement: Fewer emergency admissions for falls
    better: lower
    baseline: {value: "2,410", at: 2024-25}
    target: down 5%
    due: March 2027
""",
    check=_check,
    by_file=True,
)
