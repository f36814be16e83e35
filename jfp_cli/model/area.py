"""Service areas and the milestones that they own."""

from functools import partial
from typing import Literal

from jfp_cli.model import shared
from jfp_cli.model.field import OF_A_DAY, Entity, field, required
from jfp_cli.model.shared import Pending
from jfp_cli.model.types import Date, Id, Ids, Text, Texts

Status = Literal["not_started", "on_track", "at_risk", "off_track", "complete", "cancelled"]
CLOSED: tuple[Status, ...] = ("complete", "cancelled")
reported_status = partial(
    field, "How it stands; leave it out where nothing was reported.", "on_track", prose=False, may_hide=True
)


class Checkpoint(Entity):
    """A dated step towards a milestone."""

    due: Date = required("By when.", "January 2026")
    activity: Text = required("What will have been done.", "Half of practices live")
    status: Status | None = reported_status()


class Move(Entity):
    """An agreed change of date."""

    from_: Date = required("The date before.", "January 2026", alias="from")
    to: Date = required("The date from now on.", "March 2026")
    date: Date = required("When the change was agreed.", "2026-01-31", formerly=OF_A_DAY)
    because: Text = required("Why.", "supplier delay")
    agreed_by: Text | None = field("Who agreed to it.", "Cancer board", prose=False, may_hide=True)


class Update(Entity):
    """What was reported on a day."""

    date: Date = required("The day of the report.", "2026-01-31", formerly=OF_A_DAY)
    note: Text = required("What was reported.", "First patients seen")


class Milestone(Entity):
    """A dated deliverable of an area; without a status, none was reported."""

    id: Id = shared.own_id("milestone", "elective-hub")
    group: Text | None = field("The heading that it stands under, where the area has several.", "New buildings")
    activity: Text = required("What will have been done.", "Open the elective hub at St Albans")
    due: Date = required("By when, as planners write it.", "March 2026", "Autumn 2025", "Q3 2025/26")
    status: Status | None = reported_status()
    completed: Date | None = field("When it was done.", "2025-09-20", may_hide=True)
    owner: Text | None = shared.owner()
    places: Ids = shared.places()
    workstreams: Ids = field(
        "The workstreams that it delivers, by their ids.",
        ["outpatients"],
        default=(),
        names="workstreams",
        prose=False,
    )
    checkpoints: tuple[Checkpoint, ...] = field("Dated steps on the way.", default=(), may_hide=True)
    moves: tuple[Move, ...] = field("Every agreed change of its date, the newest last.", default=(), may_hide=True)
    updates: tuple[Update, ...] = field("What was reported, and when.", default=(), audience="internal", may_hide=True)
    evidence: Texts = field(
        "Links that show that it was done.",
        ["https://example.org/board-papers"],
        default=(),
        audience="internal",
        may_hide=True,
        prose=False,
    )


class Area(Entity):
    """A service area's file."""

    area: Id = required("The name of the file without its ending.", "cancer", prose=False)
    title: Text = shared.title("Cancer")
    pending: tuple[Pending, ...] = shared.pending()
    milestones: tuple[Milestone, ...] = field("What the area will have done, and by when.", default=())
