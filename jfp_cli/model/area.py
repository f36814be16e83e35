"""Service areas and the milestones that they own."""

from typing import Literal

from pydantic import Field

from jfp_cli.model.fields import Date, Entity, Id, Ids, Pending, Text, Texts

Status = Literal["not_started", "on_track", "at_risk", "off_track", "complete", "cancelled"]
CLOSED: tuple[Status, ...] = ("complete", "cancelled")


class Checkpoint(Entity):
    """A dated step towards a milestone."""

    due: Date
    activity: Text
    status: Status | None = None


class Move(Entity):
    """An agreed change of date."""

    from_: Date = Field(alias="from")
    to: Date
    on: Date
    because: Text
    agreed_by: Text | None = None


class Update(Entity):
    """What was reported on a day."""

    on: Date
    note: Text


class Milestone(Entity):
    """A dated deliverable of an area; without a status, none was reported."""

    id: Id
    group: Text | None = None
    activity: Text
    due: Date
    status: Status | None = None
    completed: Date | None = None
    owner: Text | None = None
    places: Ids = ()
    workstreams: Ids = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    moves: tuple[Move, ...] = ()
    updates: tuple[Update, ...] = ()
    evidence: Texts = ()


class Area(Entity):
    """A service area's file."""

    area: Id
    title: Text
    pending: tuple[Pending, ...] = ()
    milestones: tuple[Milestone, ...] = ()
