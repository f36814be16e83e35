"""JFP311 checkpoint-after-milestone."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for _, milestone in subject.plan.milestones():
        last = milestone.due.last
        if last is None or milestone.status == "cancelled":
            continue
        for number, checkpoint in enumerate(milestone.checkpoints):
            if checkpoint.due.first > last and checkpoint.status != "cancelled":
                yield Problem(
                    Address("milestones", milestone.id, ("checkpoints", number, "due")),
                    f"due {bare(checkpoint.due)}, after {milestone.id} itself, due {bare(milestone.due)}",
                    "correct the date that is wrong: a checkpoint is a step on the way to its milestone",
                )


RULE = Rule(
    code="JFP311",
    name="checkpoint-after-milestone",
    severity=Severity.ERROR,
    what="A checkpoint is due after the milestone that it leads to.",
    why="The milestone would be met before its own step, so one of the two dates is mistyped or was moved alone. An "
    "error, since both cannot hold.",
    bad="""
milestones:
  - id: action-plans
    activity: General practice works to agreed action plans
    due: March 2026
    checkpoints:
      - {due: June 2026, activity: Put action plans in place}  # <--
""",
    good="""
milestones:
  - id: action-plans
    activity: General practice works to agreed action plans
    due: March 2026
    checkpoints:
      - {due: June 2025, activity: Put action plans in place}
      - {due: 2025-26, activity: Review each plan once}
""",
    check=_check,
    by_file=True,
)
