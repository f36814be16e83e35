"""JFP301 milestone-before-plan."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import long_day


def _check(subject: Subject) -> Iterator[Problem]:
    start = subject.plan.settings.period.start.first
    early: set[Address] = set()
    for at, step in subject.open_steps:
        if step.due.overdue(start) and subject.home(at) not in early:  # else a checkpoint is early with its milestone
            early.add(at)
            yield Problem(
                at.at("due"),
                f"due {step.due}, but the plan starts on {long_day(start)}",
                'if it is done, add "status: complete"; else write its new date, and the old one under "moves"',
            )


RULE = Rule(
    code="JFP301",
    name="milestone-before-plan",
    severity=Severity.WARNING,
    what="A milestone that is still open, or a checkpoint of one, is dated before the plan starts.",
    why="It was copied from an earlier plan, and is overdue on the first day of this one. A warning, since the promise "
    "may stand but its date can no longer be kept.",
    bad="""
milestones:
  - id: resilience-framework
    activity: Develop one framework for system resilience
    due: March 2025  # <--
""",
    good="""
milestones:
  - id: resilience-framework
    activity: Develop one framework for system resilience
    due: March 2026
    moves: [{from: March 2025, to: March 2026, date: 2025-02-20, because: waiting for national guidance}]
  - id: capacity-dashboard
    activity: Develop a dashboard of capacity
    due: March 2025
    status: complete
    completed: 2025-03-11
  - id: urgent-care-pathways
    activity: Open more pathways into the urgent care centre
    due: Spring 2025
""",
    check=_check,
    by_file=True,
    stronger_than=("JFP303",),
)
