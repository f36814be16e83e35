"""JFP412 target-met-at-baseline."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import behind_baseline, is_held, wrong_way
from jfp_cli.measures.line import direction, level
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for target in subject.targets:
        if target.target and target.baseline and _met(target):
            yield Problem(
                Address("targets", target.id, ("target",)),
                f'"{target.target}" was met already at the baseline, "{target.baseline.value}"',
                'write a figure that asks for more; if it is to be held, say so in the statement: "held at ..."',
            )


def _met(target: Target) -> bool:
    figure = level(target, target.target) if target.target else None
    if figure is None or target.baseline is None or is_held(target):
        return False
    # A target on the wrong side of its baseline is found as that, a worse fault.
    if behind_baseline(target) or wrong_way(target, figure):
        return False
    return figure.is_met_by(target.baseline.value, direction(target)) is True


RULE = Rule(
    code="JFP412",
    name="target-met-at-baseline",
    severity=Severity.WARNING,
    what="A target asks for no more than the baseline had.",
    why="It was met before any work began, and counts as a success for nothing. A warning, since what was reached may "
    "be worth holding: then the statement says so.",
    bad="""
targets:
  - id: crisis-response
    statement: More urgent referrals answered within 24 hours
    better: higher
    baseline: {value: 67%, at: March 2025}
    target: 67%  # <--
    due: March 2026
""",
    good="""
targets:
  - id: crisis-response
    statement: More urgent referrals answered within 24 hours
    better: higher
    baseline: {value: 67%, at: March 2025}
    target: more than 67%
    due: March 2026
  - id: vaccine-uptake
    statement: Uptake of vaccines held at its current level
    better: higher
    baseline: {value: 52%, at: June 2024}
    target: 52%
    due: March 2026
""",
    check=_check,
    by_file=True,
)
