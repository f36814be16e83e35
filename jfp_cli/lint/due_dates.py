"""Every date by which the plan promises something."""

from collections.abc import Iterator

from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate


def due_dates(plan: Plan) -> Iterator[tuple[Address, PlanDate]]:
    """The due dates of milestones, checkpoints, targets, trajectory points and commitments, with their addresses."""
    yield from milestone_dates(plan)
    for home in plan.targets():
        at = Address("targets", home.target.id)
        for number, point in enumerate(home.target.trajectory):
            yield at.at("trajectory", number, "due"), point.due
        if home.target.due:
            yield at.at("due"), home.target.due
    for name, enabler in plan.enablers.items():
        at = Address("enablers", name)
        for number, commitment in enumerate(enabler.commitments):
            if commitment.due:
                yield at.at("commitments", number, "due"), commitment.due
        for topic_number, topic in enumerate(enabler.topics):
            for number, commitment in enumerate(topic.commitments):
                if commitment.due:
                    yield at.at("topics", topic_number, "commitments", number, "due"), commitment.due


def milestone_dates(plan: Plan) -> Iterator[tuple[Address, PlanDate]]:
    """The due dates of milestones and of their checkpoints."""
    for _, milestone in plan.milestones():
        at = Address("milestones", milestone.id)
        yield at.at("due"), milestone.due
        for number, checkpoint in enumerate(milestone.checkpoints):
            yield at.at("checkpoints", number, "due"), checkpoint.due
