"""JFP303 status-not-reported."""

from collections.abc import Iterator

from jfp_cli.linting.due_dates import bare, open_checkpoints
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.area import CLOSED, Checkpoint, Milestone
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity

_HELP = 'add "status: complete" and when it was completed, or the status it has, such as "status: off_track"'


def _check(subject: Subject) -> Iterator[Problem]:
    for _, milestone in subject.plan.milestones():
        at = Address("milestones", milestone.id)
        if milestone.completed is not None and milestone.status is None:
            yield Problem(
                at.at("completed"),
                f"completed {bare(milestone.completed)}, but without a status it still counts as open",
                'add "status: complete"',
            )
        elif _is_silent(milestone, subject):
            yield _problem(at, milestone, subject)
        elif milestone.status not in CLOSED:
            for place, checkpoint in open_checkpoints(at, milestone):
                if _is_silent(checkpoint, subject):
                    yield _problem(place, checkpoint, subject)


def _is_silent(step: Milestone | Checkpoint, subject: Subject) -> bool:
    return step.status is None and step.due.overdue(subject.day)


def _problem(at: Address, step: Milestone | Checkpoint, subject: Subject) -> Problem:
    days = step.due.days_overdue(subject.day)
    ago = "1 day" if days == 1 else f"{days} days"
    return Problem(at.at("due"), f"due {bare(step.due)}, {ago} ago, and no status is reported", _HELP)


RULE = Rule(
    code="JFP303",
    name="status-not-reported",
    severity=Severity.WARNING,
    what="A milestone's date has passed and nobody has said how it stands.",
    why="It may be long done or forgotten, and the board cannot tell which. A warning, since the plan is not wrong, "
    "but it cannot be tracked. Of a silent milestone the checkpoints are not asked for as well.",
    bad="""
as of 2026-11-21
milestones:
  - id: travel-strategy
    activity: Deliver the travel and transport strategy
    due: January 2026  # <--
""",
    good="""
as of 2026-11-21
milestones:
  - id: travel-strategy
    activity: Deliver the travel and transport strategy
    due: January 2026
    status: off_track
  - id: digital-passport
    activity: Bring in the digital staff passport
    due: November 2026
""",
    check=_check,
)
