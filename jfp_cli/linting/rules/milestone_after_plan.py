"""JFP302 milestone-after-plan."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.promise import CLOSED
from jfp_cli.values.address import Address
from jfp_cli.values.dates import Precision
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import long_day


def _check(subject: Subject) -> Iterator[Problem]:
    end = subject.plan.settings.period.end.last
    for _, milestone in subject.plan.milestones():
        first, last = milestone.due.first, milestone.due.last
        if end is None or last is None or last <= end or milestone.status in CLOSED:
            continue
        # "by 2030" may be meant to end with the plan: bare-year asks.
        if first > end or milestone.due.precision is not Precision.BARE_YEAR:
            runs = "" if first > end else f", which runs to {long_day(last)}"
            yield Problem(
                Address("milestones", milestone.id, ("due",)),
                f"due {milestone.due}{runs}, but the plan ends on {long_day(end)}",
                "correct the date, or promise here the step that this plan will reach",
            )


RULE = Rule(
    code="JFP302",
    name="milestone-after-plan",
    severity=Severity.WARNING,
    what="A milestone is due after the last day of the plan.",
    why="This plan is closed before anyone can say whether it was met. A warning, since it cannot be tracked within "
    "the plan, and a mistyped year looks the same.",
    bad="""
milestones:
  - id: new-hospital
    activity: Open the new hospital
    due: June 2032  # <--
""",
    good="""
milestones:
  - id: new-hospital
    activity: Start building the new hospital
    due: March 2030
  - id: community-beds
    activity: Open the last of the community beds
    due: 2029/30
""",
    check=_check,
    by_file=True,
)
