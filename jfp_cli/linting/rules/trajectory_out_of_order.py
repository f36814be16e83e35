"""JFP406 trajectory-out-of-order."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import PromisedFigure, is_worse
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for target, promised in subject.promised_figures:
        problems = [*_start(target, promised), *_dates(promised)]
        # Which figure comes after which is known once the dates are right.
        yield from problems or _values(target, promised)


def _dates(promised: Sequence[PromisedFigure]) -> Iterator[Problem]:
    for before, after in pairwise(promised):
        end, next_end = _end(before), _end(after)
        if end is None or next_end is None or end < next_end or (end == next_end and before.figure == after.figure):
            continue
        if after.at.path:
            at, order = after, f"is not after {before.due}, the date of the point above it"
        else:
            at, order = before, f"is not before {after.due}, the date of the target itself"
        yield Problem(
            at.at.at("due"), f"{at.due} {order}", "put the points in the order of their dates, and the target's last"
        )


def _values(target: Target, promised: Sequence[PromisedFigure]) -> Iterator[Problem]:
    for before, after in pairwise(promised):
        if is_worse(target, after.figure, before.figure):
            yield Problem(
                after.figure_at,
                f'"{after.figure}" is worse than the "{before.figure}" of {before.due} before it',
                "correct the figure; if it is meant to get worse for a time, allow it in plan.yaml",
            )


def _start(target: Target, promised: Sequence[PromisedFigure]) -> Iterator[Problem]:
    start = target.baseline.at if target.baseline else None
    first = promised[0] if promised else None
    end = _end(first) if first else None
    if start and first and end and start.first >= end:
        what = "first point of the trajectory" if first.at.path else "target"
        yield Problem(
            Address("targets", target.id, ("baseline", "at")),
            f"the baseline is of {start}, and not before the date of the {what}, {first.due}",
            "correct one of the two dates: a baseline is from before the work began",
        )


def _end(promise: PromisedFigure) -> date | None:
    return promise.due.last if promise.due else None


RULE = Rule(
    code="JFP406",
    name="trajectory-out-of-order",
    severity=Severity.ERROR,
    what="The points from the baseline to the target do not follow one another in date or in value.",
    why="The line that readings are held to runs through these points, and makes no sense when it runs back. An error, "
    "since it is nearly always a slip of typing.",
    bad="""
targets:
  - id: waiting-list-size
    statement: A smaller waiting list
    better: lower
    trajectory:
      - {target: "134,140", due: March 2027}
      - {target: "120,000", due: March 2026}  # <--
    target: "92,300"
    due: March 2029
  - id: waits-under-18-weeks
    statement: More patients treated in time
    better: higher
    trajectory:
      - {target: 75%, due: March 2026}
      - {target: 65%, due: March 2027}  # <--
    target: 92%
    due: March 2029
""",
    good="""
targets:
  - id: waiting-list-size
    statement: A smaller waiting list
    better: lower
    baseline: {value: "130,000", at: April 2025}
    trajectory:
      - {target: "134,140", due: March 2026}
      - {target: "120,000", due: March 2027}
    target: "92,300"
    due: March 2029
""",
    check=_check,
    by_file=True,
)
