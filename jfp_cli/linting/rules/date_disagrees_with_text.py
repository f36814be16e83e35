"""JFP307 date-disagrees-with-text."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.prose.promised_dates import PromisedDate, disagrees, last_day, overlaps
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.area import Checkpoint, Milestone
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for at, step in subject.open_steps:
        promises = subject.promised_dates.get(step.activity, ())
        kept = [promise for promise in promises if overlaps(promise.date, step.due)]
        for promise in promises:
            if promise in kept or (kept and not _is_later(promise, step.due)):
                continue  # an earlier date beside the due one is a step on the way
            if disagrees(promise, step.due) and not _is_a_checkpoint(promise, step):
                yield Problem(
                    at.at("activity"),
                    f"due {bare(step.due)}, but its text says {bare(promise.date)}",
                    "correct the one that is wrong; where both are meant, make the earlier one a checkpoint",
                    words=promise.words,
                )


def _is_later(promise: PromisedDate, due: PlanDate) -> bool:
    return promise.date.first > last_day(due)


def _is_a_checkpoint(promise: PromisedDate, step: Milestone | Checkpoint) -> bool:
    return isinstance(step, Milestone) and any(
        overlaps(promise.date, checkpoint.due) for checkpoint in step.checkpoints
    )


RULE = Rule(
    code="JFP307",
    name="date-disagrees-with-text",
    severity=Severity.WARNING,
    what="The activity of a milestone promises another date than its due date.",
    why="Readers of the plan wait for the one, the tracker counts to the other. A warning, since it cannot be tracked "
    "until someone says which of them holds. A date in brackets, and one on which something goes live, opens or "
    'ends, is a promise as much as one after "by"; of whom or what the text speaks ("born before 1960") is none.',
    bad="""
milestones:
  - id: spring-booster
    activity: Finish the spring boosters by the end of June 2025  # <--
    due: July 2025
  - id: dental-contract
    activity: Review the dental contract, for a new one to start on 1 April 2026  # <--
    due: April 2027
  - id: online-booking
    activity: Bring in online booking (June 2026)  # <--
    due: March 2027
""",
    good="""
milestones:
  - id: spring-booster
    activity: Finish the spring boosters by the end of June 2025
    due: June 2025
  - id: dental-contract
    activity: Review the dental contract 2021-2026, for a new one to start on 1 April 2026
    due: September 2025
  - id: waiting-list
    activity: Cut the waiting list from the April 2024 baseline, as the strategy 2023-2028 asks
    due: March 2027
  - id: lung-checks
    activity: Invite everybody born before 1 April 1960 to a check of their lungs
    due: March 2027
""",
    check=_check,
    by_file=True,
)
