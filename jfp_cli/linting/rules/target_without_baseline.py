"""JFP403 target-without-baseline."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import promises
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for target in subject.targets:
        if target.target is None or target.baseline is not None:
            continue
        # A change without a baseline is a worse fault, with a rule of its own.
        if all(promise.figure.change is None for promise in promises(target)):
            yield Problem(
                Address("targets", target.id),
                f'nothing says how far {target.id} has to go to reach "{target.target}"',
                'add where it stood, with a line such as "baseline: {value: ..., at: March 2025}"',
            )


RULE = Rule(
    code="JFP403",
    name="target-without-baseline",
    severity=Severity.WARNING,
    what="A target says where a measure is to be, but not where it was.",
    why="Without a start nobody knows whether the figure is ambitious or was reached long ago, or whether a reading is "
    "on the way. A warning: whether the target was met can be told, but its progress cannot be tracked.",
    bad="""
targets:
  - id: missed-appointments  # <--
    statement: Fewer missed appointments
    better: lower
    target: under 6%
    due: March 2026
""",
    good="""
targets:
  - id: missed-appointments
    statement: Fewer missed appointments
    better: lower
    baseline: {value: 7.1%, at: March 2025}
    target: under 6%
    due: March 2026
""",
    check=_check,
)
