"""What came of what was due in a time, as far as anybody reported it."""

from collections.abc import Iterable
from typing import Literal, get_args

from jfp_cli.model.promise import CLOSED
from jfp_cli.query.happened import Time, completed, is_late
from jfp_cli.query.promises import Promise

Outcome = Literal["in_time", "late", "undated", "dropped", "open", "not_reported"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


def outcome(one: Promise) -> Outcome:
    """How a promise ended: completed by its date, after it or on a day that nobody reported, dropped, or not at all.

    What no day of its date can be shown to be before counts as completed by it.
    """
    done = one.step.completed
    if one.status == "complete":
        return "undated" if done is None or done.last is None else "late" if is_late(one) else "in_time"
    if not one.is_open:
        return "dropped"
    return "open" if one.status else "not_reported"


def due_in(kept: Iterable[Promise], time: Time) -> list[Promise]:
    """What was due in a time as its date was agreed at last, the soonest first.

    A checkpoint of which nobody reported anything stands with its milestone once that is complete or cancelled.
    """
    own = [one for one in kept if time.holds(one.due) and not _is_settled_with_its_milestone(one)]
    return sorted(own, key=lambda one: one.due.last or time.last)


def completed_besides(kept: Iterable[Promise], time: Time) -> list[Promise]:
    """What was completed in a time and due in another, in the order of its completion."""
    return [one for one in completed(kept, time) if not time.holds(one.due)]


def _is_settled_with_its_milestone(one: Promise) -> bool:
    milestone = one.milestone if one.kind == "checkpoints" else None
    return one.status is None and milestone is not None and milestone.status in CLOSED
