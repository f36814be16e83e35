"""Every date by which the plan promises something that is still to be done."""

import re
from collections.abc import Iterator

from jfp_cli.model.area import CLOSED, Checkpoint, Milestone
from jfp_cli.model.enabler import Commitment
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate

_BEFORE_A_DATE = re.compile(
    r"(?:(?:by|in|on|for|from|during|due|no later than|not later than)\s+)+(?:the\s+)?", re.IGNORECASE
)


def due_dates(plan: Plan) -> Iterator[tuple[Address, PlanDate]]:
    """The due dates of milestones, checkpoints, targets, trajectory points and commitments, with their addresses.

    What is complete or cancelled is left out: its date is history.
    """
    for at, step in open_steps(plan):
        yield at.at("due"), step.due
    for home in plan.targets():
        at = Address("targets", home.target.id)
        for number, point in enumerate(home.target.trajectory):
            yield at.at("trajectory", number, "due"), point.due
        if home.target.due:
            yield at.at("due"), home.target.due
    for name, enabler in plan.enablers.items():
        yield from _of_commitments(Address("enablers", name), enabler.commitments)
        for number, topic in enumerate(enabler.topics):
            yield from _of_commitments(Address("enablers", name, ("topics", number)), topic.commitments)


def _of_commitments(at: Address, commitments: tuple[Commitment, ...]) -> Iterator[tuple[Address, PlanDate]]:
    for number, commitment in enumerate(commitments):
        if commitment.due:
            yield at.at("commitments", number, "due"), commitment.due


def open_steps(plan: Plan) -> Iterator[tuple[Address, Milestone | Checkpoint]]:
    """Milestones that are neither complete nor cancelled, each followed by those of its checkpoints that are not."""
    for _, milestone in plan.milestones():
        if milestone.status not in CLOSED:
            at = Address("milestones", milestone.id)
            yield at, milestone
            yield from open_checkpoints(at, milestone)


def open_checkpoints(at: Address, milestone: Milestone) -> Iterator[tuple[Address, Checkpoint]]:
    """The checkpoints of a milestone that are neither complete nor cancelled."""
    for number, checkpoint in enumerate(milestone.checkpoints):
        if checkpoint.status not in CLOSED:
            yield at.at("checkpoints", number), checkpoint


def bare(written: PlanDate) -> str:
    """A date as written but for the words before it: of "by the end of June 2025" it is "end of June 2025"."""
    text = " ".join(written.text.split())
    before = _BEFORE_A_DATE.match(text)
    return text[before.end() :] if before else text
