"""What every promise may have, whether it is a milestone, a checkpoint, an action or a commitment."""

from functools import partial
from typing import Literal

from jfp_cli.model.field import OF_A_DAY, Entity, field, required
from jfp_cli.model.types import Date, Text

Status = Literal["not_started", "on_track", "at_risk", "off_track", "complete", "cancelled"]
CLOSED: tuple[Status, ...] = ("complete", "cancelled")

starts = partial(field, "When it begins.", "October 2024", may_hide=True, synonyms=("start", "start_date", "begins"))
due = partial(
    field,
    "By when, as planners write it.",
    "March 2026",
    "Autumn 2025",
    "Q3 2025/26",
    synonyms=("deadline", "by", "due_date", "end_date", "target_date"),
)
forecast = partial(
    field,
    "When it is expected now; what was promised stays in due.",
    "June 2026",
    audience="internal",
    may_hide=True,
    synonyms=("expected", "forecast_date"),
)
status = partial(
    field,
    "How it stands; leave it out where nothing was reported.",
    "on_track",
    prose=False,
    may_hide=True,
    synonyms=("rag", "rag_status", "state"),
)
completed = partial(
    field, "When it was done.", "2025-09-20", may_hide=True, synonyms=("completed_on", "date_completed", "actual")
)
moves = partial(
    field,
    "Every agreed change of its date, the newest last.",
    [{"from": "January 2026", "to": "March 2026", "date": "2026-01-31", "because": "supplier delay"}],
    default=(),
    may_hide=True,
)
updates = partial(
    field,
    "What was reported, and when.",
    [{"date": "2026-01-31", "note": "First patients seen"}],
    default=(),
    audience="internal",
    may_hide=True,
    synonyms=("notes", "comments", "note", "comment", "commentary"),
)
evidence = partial(
    field,
    "Links that show that it was done.",
    ["https://example.org/board-papers"],
    default=(),
    audience="internal",
    may_hide=True,
    prose=False,
    synonyms=("link", "links"),
)


class Move(Entity):
    """An agreed change of date."""

    from_: Date = required("The date before.", "January 2026", alias="from")
    to: Date = required("The date from now on.", "March 2026")
    date: Date = required("When the change was agreed.", "2026-01-31", formerly=OF_A_DAY)
    because: Text = required("Why.", "supplier delay", audience="internal", synonyms=("reason", "why"))
    agreed_by: Text | None = field(
        "Who agreed to it.", "Cancer board", audience="internal", prose=False, may_hide=True, synonyms=("approved_by",)
    )


class Update(Entity):
    """What was reported on a day."""

    date: Date = required("The day of the report.", "2026-01-31", formerly=OF_A_DAY)
    note: Text = required("What was reported.", "First patients seen")
