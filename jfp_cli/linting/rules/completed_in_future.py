"""JFP310 completed-in-future."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import long_day


def _check(subject: Subject) -> Iterator[Problem]:
    for _, milestone in (subject.as_written or subject.plan).milestones():
        if milestone.completed is not None and milestone.completed.first > subject.day:
            yield Problem(
                Address("milestones", milestone.id, ("completed",)),
                f"said to be completed {bare(milestone.completed)}, which on {long_day(subject.day)} is still to come",
                'correct the date; a date that is only expected belongs in "due"',
            )


RULE = Rule(
    code="JFP310",
    name="completed-in-future",
    severity=Severity.ERROR,
    what="A milestone was completed on a day that has not come yet.",
    why="The date is mistyped, or the milestone is not complete, and the plan reports as done what is not. An error, "
    "since it cannot be true.",
    bad="""
as of 2026-11-21
milestones:
  - id: referral-form
    activity: Bring in the new referral form
    due: December 2026
    status: complete
    completed: 2026-12-04  # <--
""",
    good="""
as of 2026-11-21
milestones:
  - id: referral-form
    activity: Bring in the new referral form
    due: December 2026
    status: complete
    completed: November 2026
""",
    check=_check,
    by_file=True,
)
