"""JFP410 target-without-owner."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Candidates, Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for target in subject.targets:
        if target.owner is None:
            yield Problem(
                Address("targets", target.id),
                f"nobody is named to answer for {target.id}",
                'add a line such as "owner: Planned care lead"',
            )


RULE = Rule(
    code="JFP410",
    name="target-without-owner",
    severity=Severity.WARNING,
    what="A target names no owner.",
    why="Nobody is asked for its readings, and nobody explains when it goes off track. A warning: the plan is not "
    "wrong, but the target cannot be chased.",
    bad="""
targets:
  - id: waits-over-52-weeks  # <--
    statement: Very few long waits
    better: lower
    target: no more than 1%
    due: March 2026
""",
    good="""
targets:
  - id: waits-over-52-weeks
    statement: Very few long waits
    better: lower
    target: no more than 1%
    due: March 2026
    owner: Planned care lead
""",
    check=_check,
    by_file=True,
    candidates=Candidates(
        lambda subject: len(subject.targets),
        "none of {of} targets names an owner",
        "{count} of {of} targets name no owner",
    ),
)
