"""Plain rows of milestones and their checkpoints."""

from collections.abc import Iterable

from jfp_cli.model.area import Milestone
from jfp_cli.model.field import fields_of
from jfp_cli.query.milestones import Dated
from jfp_cli.query.rows.row import Locate, Row, every_field, with_fields
from jfp_cli.values.span import Span


def milestone_rows(milestones: Iterable[Dated], locate: Locate) -> list[Row]:
    """A row for each milestone or checkpoint, with every field that milestones have.

    A checkpoint's adds `checkpoint_of`; it has its milestone's group, owner, places and workstreams, and null for what
    checkpoints do not have.
    """
    return [_row(dated, locate(dated.address)) for dated in milestones]


def _row(dated: Dated, span: Span) -> Row:
    milestone, due = dated.milestone, dated.due
    row: Row = {
        "id": dated.id,
        "area": dated.area.area,
        "group": milestone.group,
        "activity": dated.step.activity,
        "due": due.text,
        "first": due.first.isoformat(),
        "last": due.last.isoformat() if due.last else None,
        "status": dated.status,
        "owner": milestone.owner,
        "places": list(milestone.places),
        "workstreams": list(milestone.workstreams),
        "overdue": bool(dated.days_overdue),
        "days_overdue": dated.days_overdue,
        "address": str(dated.address),
        "file": span.file,
        "line": span.line,
    }
    if dated.checkpoint is not None:
        row["checkpoint_of"] = milestone.id
    return with_fields(row, dict.fromkeys(fields_of(Milestone)) | every_field(dated.step))
