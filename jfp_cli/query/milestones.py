"""Questions about milestones: which there are, which are overdue, which are due soon; and their plain rows."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from jfp_cli.model.area import Area, Checkpoint, Milestone
from jfp_cli.model.field import fields_of
from jfp_cli.model.promise import CLOSED, Status
from jfp_cli.query.rows import Locate, Row, every_field, with_fields
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.span import Span


class Dated(NamedTuple):
    """A milestone, or one of its checkpoints, as of a day; `days_overdue` is 0 where it is not overdue."""

    area: Area
    milestone: Milestone
    checkpoint: int | None
    days_overdue: int

    @property
    def step(self) -> Milestone | Checkpoint:
        return self.milestone if self.checkpoint is None else self.milestone.checkpoints[self.checkpoint]

    @property
    def id(self) -> str:
        return self.milestone.id if self.checkpoint is None else f"{self.milestone.id}.checkpoints[{self.checkpoint}]"

    @property
    def address(self) -> Address:
        address = Address("milestones", self.milestone.id)
        return address if self.checkpoint is None else address.at("checkpoints", self.checkpoint)

    @property
    def due(self) -> PlanDate:
        return self.step.due

    @property
    def status(self) -> Status | None:
        return self.step.status

    @property
    def is_open(self) -> bool:
        """It is neither complete nor cancelled, and its milestone is neither."""
        return self.status not in CLOSED and self.milestone.status not in CLOSED


def as_of(milestones: Iterable[tuple[Area, Milestone]], day: date) -> list[Dated]:
    """Milestones as they stand on a day, in the order given."""
    return [_dated(area, milestone, None, day) for area, milestone in milestones]


def overdue(milestones: Iterable[tuple[Area, Milestone]], day: date) -> list[Dated]:
    """What should have been done before a day and is not, the longest overdue first.

    A checkpoint stands for itself only while its milestone is not overdue.
    """
    rows = []
    for area, milestone in milestones:
        whole = _dated(area, milestone, None, day)
        steps = [whole] if whole.days_overdue else _checkpoints(area, milestone, day)
        rows += [step for step in steps if step.days_overdue]
    return sorted(rows, key=lambda row: -row.days_overdue)


def due(milestones: Iterable[tuple[Area, Milestone]], day: date, until: date) -> list[Dated]:
    """What is open and ends from a day to another, both included, the soonest first; checkpoints too."""
    rows = [
        step
        for area, milestone in milestones
        for step in (_dated(area, milestone, None, day), *_checkpoints(area, milestone, day))
        if step.is_open and step.due.last is not None and day <= step.due.last <= until
    ]
    return sorted(rows, key=lambda row: row.due.last or until)


def _checkpoints(area: Area, milestone: Milestone, day: date) -> list[Dated]:
    return [_dated(area, milestone, at, day) for at in range(len(milestone.checkpoints))]


def _dated(area: Area, milestone: Milestone, checkpoint: int | None, day: date) -> Dated:
    row = Dated(area, milestone, checkpoint, 0)
    late = (day - row.due.last).days if row.due.last is not None and row.is_open else 0
    return Dated(area, milestone, checkpoint, late) if late > 0 else row


def not_reported(milestones: Iterable[tuple[Area, Milestone]]) -> int:
    """How many milestones have no status."""
    return sum(1 for _, milestone in milestones if milestone.status is None)


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
