"""The plan as it was known on a day: what was reported, moved, measured or done later is taken back."""

from datetime import date
from typing import Any

from jfp_cli.model.field import Entity, Field, Shape
from jfp_cli.model.otherwise import with_values
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import walk


def known_on(plan: Plan, day: date) -> Plan:
    """The plan as it was known at the end of a day.

    What was completed later is open and nobody had reported on it; a date that was moved later is the date before;
    later updates and readings are not there. What is complete without a date stays so. A month or a year counts as the
    day of a completion when it is over, and as that of a report or a reading when it has begun.
    """
    if not any(_is_later(field, event, day) for _, field, event, _ in walk(plan, is_event)):
        return plan

    def known(_: Entity, field: Field, value: Any) -> dict[str, Any]:
        return _BACK[field.key](value, day) if value else {}

    return with_values(plan, is_event, known)


def is_event(field: Field) -> bool:
    """Says what came about on a day."""
    return field.key in _BACK


def _is_later(field: Field, event: Any, day: date) -> bool:
    """Whether an event came about after a day."""
    return bool(_BACK[field.key]((event,) if field.shape is Shape.ENTRIES else event, day))


def _completed(value: Any, day: date) -> dict[str, Any]:
    is_later = value.last is None or value.last > day
    return {"completed": None, "status": None} if is_later else {}


def _moves(value: Any, day: date) -> dict[str, Any]:
    later = [move for move in value if move.date.first > day]
    if not later:
        return {}
    first = min(later, key=lambda move: move.date.first)
    return {"moves": tuple(move for move in value if move not in later), "due": first.from_}


def _updates(value: Any, day: date) -> dict[str, Any]:
    known = tuple(update for update in value if update.date.first <= day)
    return {"updates": known} if len(known) < len(value) else {}


def _readings(value: Any, day: date) -> dict[str, Any]:
    known = tuple(reading for reading in value if reading.at.first <= day)
    return {"readings": known} if len(known) < len(value) else {}


_BACK = {"completed": _completed, "moves": _moves, "updates": _updates, "readings": _readings}
