"""JFP318 need-after-dependant."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.area import Milestone
from jfp_cli.model.promise import CLOSED
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    named = {milestone.id: milestone for _, milestone in subject.plan.milestones()}
    for milestone in named.values():
        for number, name in enumerate(milestone.needs):
            need = named.get(name)
            if need and milestone.status not in CLOSED and need.status not in CLOSED:
                late = _too_late(milestone, need)
                if late:
                    yield Problem(
                        Address("milestones", milestone.id, ("needs", number)),
                        f"{milestone.id} is due {bare(milestone.due)} and needs {name}, which is {late}",
                        "agree dates in which the one follows the other, or take out what it does not need",
                    )


def _too_late(milestone: Milestone, need: Milestone) -> str:
    """When what a milestone needs is there, where that is after it, in words; empty where it is in time."""
    last = milestone.due.last
    if last is None:
        return ""
    if need.due.first > last:
        return f"due {bare(need.due)}"
    # A milestone that is expected later itself can wait for what it needs.
    if milestone.forecast is None and need.forecast and need.forecast.first > last:
        return f"expected {bare(need.forecast)}"
    return ""


RULE = Rule(
    code="JFP318",
    name="need-after-dependant",
    severity=Severity.WARNING,
    what="A milestone needs another one that comes later.",
    why="It cannot be done by its date, and the plan says so itself. A warning: one of the two dates has to move, or "
    "the one does not need the other.",
    bad="""
milestones:
  - id: one-record
    activity: Bring the shared record to every ward
    due: March 2026
    needs: [new-network]  # <--
  - {id: new-network, activity: Lay the new network, due: June 2026}
  - id: one-list
    activity: Run one list of patients
    due: March 2026
    needs: [new-form]  # <--
  - {id: new-form, activity: Bring in the new form, due: January 2026, forecast: May 2026}
""",
    good="""
milestones:
  - id: one-record
    activity: Bring the shared record to every ward
    due: March 2026
    needs: [new-network, new-form, new-cables]
  - {id: new-network, activity: Lay the new network, due: March 2026}
  - {id: new-form, activity: Bring in the new form, due: Q4 2025/26}
  - {id: new-cables, activity: Lay cables, due: June 2026, status: complete, completed: 2025-12-01}
  - id: one-list
    activity: Run one list of patients
    due: March 2026
    forecast: June 2026
    needs: [new-lines]
  - {id: new-lines, activity: Lease the lines, due: January 2026, forecast: May 2026}
""",
    check=_check,
)
