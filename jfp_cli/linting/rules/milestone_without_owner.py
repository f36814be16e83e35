"""JFP304 milestone-without-owner."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Candidates, Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.promise import CLOSED
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for _, milestone in subject.plan.milestones():
        if milestone.owner is None and milestone.status not in CLOSED:
            yield Problem(
                Address("milestones", milestone.id),
                f"due {bare(milestone.due)}, and nobody is named to deliver it",
                'add a line such as "owner: Cancer programme lead"',
            )


RULE = Rule(
    code="JFP304",
    name="milestone-without-owner",
    severity=Severity.WARNING,
    what="A milestone that is still open names no owner.",
    why="A date that nobody answers for is nobody's to move or to miss. A warning: the plan is not wrong, but the "
    "milestone cannot be chased.",
    bad="""
milestones:
  - id: fit-informed-referrals  # <--
    activity: 80% of referrals carry a test result
    due: April 2026
""",
    good="""
milestones:
  - id: fit-informed-referrals
    activity: 80% of referrals carry a test result
    due: April 2026
    owner: Cancer programme lead
  - id: smart-referral-form
    activity: Bring in the new referral form
    due: April 2025
    status: complete
    completed: 2025-04-20
""",
    check=_check,
    by_file=True,
    candidates=Candidates(
        lambda subject: subject.open_milestones,
        "none of {of} open milestones names an owner",
        "{count} of {of} open milestones name no owner",
    ),
)
