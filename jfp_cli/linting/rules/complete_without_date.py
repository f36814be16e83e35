"""JFP305 complete-without-date."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for _, milestone in subject.plan.milestones():
        if milestone.status == "complete" and milestone.completed is None:
            yield Problem(
                Address("milestones", milestone.id, ("status",)),
                f"complete, but not since when; it was due {milestone.due}",
                'add a line such as "completed: 2025-04-20"',
            )


RULE = Rule(
    code="JFP305",
    name="complete-without-date",
    severity=Severity.WARNING,
    what="A milestone is complete, but the plan does not say when it was completed.",
    why="Whether it came on time is lost. A warning, since its slippage cannot be tracked.",
    bad="""
milestones:
  - id: referral-form
    activity: Bring in the new referral form
    due: April 2025
    status: complete  # <--
""",
    good="""
milestones:
  - id: referral-form
    activity: Bring in the new referral form
    due: April 2025
    status: complete
    completed: May 2025
  - id: paper-forms
    activity: Withdraw the paper forms
    due: June 2025
    status: cancelled
""",
    check=_check,
    by_file=True,
)
