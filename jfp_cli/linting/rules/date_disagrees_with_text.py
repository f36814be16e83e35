"""JFP307 date-disagrees-with-text."""

from collections.abc import Iterator
from datetime import date, timedelta

from jfp_cli.linting.messages import bare
from jfp_cli.linting.prose.promised_dates import PromisedDate
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.area import Checkpoint, Milestone
from jfp_cli.values.dates import PlanDate, Precision
from jfp_cli.values.finding import Severity

_ONE_DAY = timedelta(days=1)
_SHARP = (Precision.DAY, Precision.WEEK, Precision.PART_OF_MONTH, Precision.MONTH, Precision.QUARTER)


def _check(subject: Subject) -> Iterator[Problem]:
    for at, step in subject.open_steps:
        promises = subject.promised_dates.get(step.activity, ())
        if any(_overlap(promise.date, step.due) for promise in promises):
            continue  # another date beside the due one is a step on the way
        for promise in promises:
            if _disagrees(promise, step.due) and not _is_a_checkpoint(promise, step):
                yield Problem(
                    at.at("activity"),
                    f"due {bare(step.due)}, but its text says {bare(promise.date)}",
                    "correct the one that is wrong; where both are meant, make the earlier one a checkpoint",
                    words=promise.words,
                )


def _overlap(one: PlanDate, other: PlanDate) -> bool:
    return one.first <= _last(other) and other.first <= _last(one)


def _last(written: PlanDate) -> date:
    """The last day that a date can mean: "by 2026" may stand for the financial year that starts in it."""
    if written.last is None:
        return date.max
    return date(written.last.year + 1, 3, 31) if written.precision is Precision.BARE_YEAR else written.last


def _disagrees(promise: PromisedDate, due: PlanDate) -> bool:
    """Due after the text's date, or clearly before the date by which the text says that it is done."""
    if _last(promise.date) < due.first:
        return True
    if not (promise.is_deadline and promise.is_main and promise.date.precision in _SHARP):
        return False
    return _last(due) + _ONE_DAY < promise.date.first  # "by 1 April" is "in March"


def _is_a_checkpoint(promise: PromisedDate, step: Milestone | Checkpoint) -> bool:
    return isinstance(step, Milestone) and any(
        _overlap(promise.date, checkpoint.due) for checkpoint in step.checkpoints
    )


RULE = Rule(
    code="JFP307",
    name="date-disagrees-with-text",
    severity=Severity.WARNING,
    what="The activity of a milestone promises another date than its due date.",
    why="Readers of the plan wait for the one, the tracker counts to the other. A warning, since it cannot be tracked "
    "until someone says which of them holds.",
    bad="""
milestones:
  - id: spring-booster
    activity: Finish the spring boosters by the end of June 2025  # <--
    due: July 2025
  - id: dental-contract
    activity: Review the dental contract, for a new one to start on 1 April 2026  # <--
    due: April 2027
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
""",
    check=_check,
)
