"""JFP308 several-milestones-in-one."""

from collections.abc import Iterator
from itertools import combinations

from jfp_cli.linting.messages import bare
from jfp_cli.linting.prose.promised_dates import PromisedDate
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.rules.second_promise import second_promise
from jfp_cli.linting.subject import Subject
from jfp_cli.model.promise import CLOSED
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity

_HELP = "write a milestone for each with a date of its own, or make the earlier one a checkpoint"


def _check(subject: Subject) -> Iterator[Problem]:
    for _, milestone in subject.plan.milestones():
        if milestone.status in CLOSED or milestone.checkpoints:
            continue
        at = Address("milestones", milestone.id, ("activity",))
        dates = _two_dates(subject.promised_dates.get(milestone.activity, ()))
        words = "" if dates else second_promise(milestone.activity)
        if dates:
            message = f"promises things for two dates, {bare(dates[0].date)} and {bare(dates[1].date)}"
            yield Problem(at, message, _HELP, words=dates[1].words)
        elif words:
            message = f'has one date, {bare(milestone.due)}, for two things: the second begins "{words}"'
            yield Problem(at, message, _HELP, words=words)


def _two_dates(promised: tuple[PromisedDate, ...]) -> tuple[PromisedDate, PromisedDate] | None:
    """The first two dates by which something is to be done that have no day in common."""
    for one, other in combinations([promise for promise in promised if promise.is_deadline], 2):
        spans = sorted((date.first, date.last or date.first) for date in (one.date, other.date))
        if spans[0][1] < spans[1][0]:
            return one, other
    return None


RULE = Rule(
    code="JFP308",
    name="several-milestones-in-one",
    severity=Severity.ADVICE,
    what="A milestone promises several things under one date and one status.",
    why="When one is done and the other is not, no status is true. Advice, since the milestone can be tracked as a "
    "whole and some belong together. Where its steps are checkpoints nothing is said. A board and its terms, or a plan "
    "and its priorities, are one thing.",
    bad="""
milestones:
  - id: enhanced-access
    activity: Review the enhanced access pilot and commission a service for deprived areas  # <--
    due: April 2026
  - id: primary-care-hubs
    activity: Open the first hub by June 2026 and three more by March 2027  # <--
    due: March 2027
  - id: dental-van
    activity: Buy the dental van as well as recruiting two nurses  # <--
    due: June 2026
""",
    good="""
milestones:
  - id: enhanced-access
    activity: Review the enhanced access pilot and publish it
    due: April 2026
  - id: oversight-board
    activity: Set up the oversight board and agree its terms of reference
    due: April 2026
  - id: enhanced-access-service
    activity: Scope and commission a service to reduce inequalities and improve access
    due: April 2027
  - id: primary-care-hubs
    activity: Open the first hub by June 2026 and three more by March 2027
    due: March 2027
    checkpoints: [{due: June 2026, activity: Open the first hub}]
""",
    check=_check,
    by_file=True,
)
