"""Everything with a due date that is still to be done."""

from collections.abc import Iterator
from typing import Any

from jfp_cli.model.field import Field, fields_of
from jfp_cli.model.plan import Plan
from jfp_cli.model.promise import CLOSED
from jfp_cli.model.walk import below, walk
from jfp_cli.values.address import Address


def open_promises(plan: Plan) -> Iterator[tuple[Address, Any]]:
    """What has a due date, with its address: milestones, checkpoints, targets, points of trajectories, commitments.

    What is complete or cancelled is left out, with all that stands in it: its dates are history.
    """
    closed: set[int] = set()
    for at, _, promise, _ in walk(plan, is_promise):
        if isinstance(promise, str) or id(promise) in closed:
            continue
        said = vars(promise)
        if said.get("status") in CLOSED:
            closed.update(id(step) for _, _, step, _ in below(at, promise, is_promise))
        elif said.get("due") is not None:
            yield at, promise


def is_promise(field: Field) -> bool:
    """Holds what may have a due date."""
    return any("due" in fields_of(model) for model in field.models)
