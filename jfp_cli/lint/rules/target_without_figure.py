"""JFP401 target-without-figure."""

from collections.abc import Iterator

from jfp_cli.lint.rule import Problem, Rule
from jfp_cli.lint.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for target in subject.targets:
        if target.target is None:
            yield Problem(
                Address("targets", target.id),
                f'"{target.statement}" has no figure',
                'say how much with a line such as "target: 92%", or what would show it',
            )


RULE = Rule(
    code="JFP401",
    name="target-without-figure",
    severity=Severity.WARNING,
    what="A target says what becomes better, but not how much.",
    why="Without a figure nobody can say later whether it was met. A warning: the commitment stands, but it cannot be "
    "tracked.",
    bad="""
targets:
  - id: staff-turnover  # <--
    statement: Lower staff turnover
    better: lower
""",
    good="""
targets:
  - id: staff-turnover
    statement: Lower staff turnover
    measure: Leavers in twelve months, as a share of all staff
    better: lower
    target: 9%
    due: March 2028
""",
    check=_check,
)
