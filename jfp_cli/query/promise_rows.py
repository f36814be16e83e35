"""Promises as plain rows, with what follows from them on a day."""

from collections.abc import Iterable, Mapping
from datetime import date

from jfp_cli.model.field import fields_of
from jfp_cli.model.kinds import KINDS, model_of
from jfp_cli.query.promises import Promise
from jfp_cli.query.rows import Locate, Row, every_field, with_fields


def promise_rows(
    kept: Iterable[Promise], day: date, locate: Locate, held_up: Mapping[str, int] | None = None
) -> list[Row]:
    """A row for each promise: what all of them have, then every field that milestones have.

    `id` is null where a promise has none; `parent` is the address of what it stands in, and a checkpoint's row adds
    `checkpoint_of`. A checkpoint has its milestone's group, owner, leads, places and workstreams where it has none of
    its own. `holds_up` counts the milestones that wait for it, from `held_up` by id.
    """
    return [_row(one, day, locate, held_up or {}) for one in kept]


def _row(one: Promise, day: date, locate: Locate, held_up: Mapping[str, int]) -> Row:
    span, late, milestone = locate(one.address), one.days_overdue(day), one.milestone
    row: Row = {
        "id": one.id,
        "area": one.area.area if one.area else None,
        "group": milestone.group if milestone else None,
        "activity": one.text,
        "due": one.due.text,
        "first": one.due.first.isoformat(),
        "last": one.due.last.isoformat() if one.due.last else None,
        "status": one.status,
        "owner": one.owner,
        "places": list(one.places),
        "workstreams": list(one.workstreams),
        "overdue": bool(late),
        "days_overdue": late,
        "address": str(one.address),
        "file": span.file,
        "line": span.line,
        "kind": KINDS[one.kind].noun,
        "text": one.text,
        "parent": str(one.parent),
        "leads": list(one.leads),
        "holds_up": held_up.get(one.id or "", 0) if one.kind == "milestones" else 0,
    }
    if one.kind == "checkpoints" and milestone is not None:
        row["checkpoint_of"] = milestone.id
    return with_fields(row, dict.fromkeys(fields_of(model_of("milestones"))) | every_field(one.step))
