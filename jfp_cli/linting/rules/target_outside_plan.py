"""JFP407 target-outside-plan."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.measures.progress import progress_in
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import long_day


def _check(subject: Subject) -> Iterator[Problem]:
    period = subject.plan.settings.period
    for target in subject.targets:
        due, start, end = target.due, period.start.first, period.end.last
        if due and due.overdue(start) and progress_in(subject.plan, target, subject.day).state != "met":
            yield Problem(
                _due(target),
                f"due {due}, but the plan starts on {long_day(start)}",
                "write its new date; if it was met, record the reading that shows it",
            )
        elif due and end and due.first > end:
            yield Problem(
                _due(target),
                f"due {due}, but the plan ends on {long_day(end)}",
                "correct the date, or promise a figure for the last year of the plan",
            )


def _due(target: Target) -> Address:
    return Address("targets", target.id, ("due",))


RULE = Rule(
    code="JFP407",
    name="target-outside-plan",
    severity=Severity.WARNING,
    what="A target is due after the plan ends, or before it starts and no reading shows that it was met.",
    why="A date from before the plan was left over from an earlier one; a date after it is promised by nobody who "
    "answers for this plan. A warning, since a target can reach further than the plan on purpose.",
    bad="""
targets:
  - id: waits-over-65-weeks
    statement: Nobody waiting more than 65 weeks
    better: lower
    target: "0"
    due: March 2025  # <--
  - id: smoking-prevalence
    statement: Fewer people who smoke
    better: lower
    target: under 5%
    due: April 2030  # <--
""",
    good="""
targets:
  - id: waits-over-65-weeks
    statement: Nobody waiting more than 65 weeks
    better: lower
    target: "0"
    due: April 2025
  - id: smoking-prevalence
    statement: Fewer people who smoke
    better: lower
    target: under 5%
    due: 2026-30
""",
    check=_check,
    by_file=True,
)
