"""JFP407 target-outside-plan."""

from collections.abc import Iterator

from jfp_cli.lint.rule import Problem, Rule
from jfp_cli.lint.subject import Subject
from jfp_cli.lint.target_figures import promises
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    period = subject.plan.settings.period
    for target in subject.targets:
        at = Address("targets", target.id)
        dates = {promise.at: promise.due for promise in promises(target)} | {at: target.due}
        for place, due in dates.items():
            side = _outside(due, period.start, period.end)
            if side:
                yield Problem(place.at("due"), f"{due} is {side}", "correct the date, or take out what is past")


def _outside(due: PlanDate | None, start: PlanDate, end: PlanDate) -> str:
    if due and due.last is not None and due.last < start.first:
        return f"before the plan starts ({start})"
    if due and end.last is not None and due.first > end.last:
        return f"after the plan ends ({end})"
    return ""


RULE = Rule(
    code="JFP407",
    name="target-outside-plan",
    severity=Severity.WARNING,
    what="A target is due before the plan starts or after it ends.",
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
)
