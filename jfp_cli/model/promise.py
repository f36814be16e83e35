"""What every promise may have, whether it is a milestone, a checkpoint, an action or a commitment."""

from collections.abc import Mapping
from functools import partial
from typing import Literal

from jfp_cli.model.field import OF_A_DAY, Entity, field, required
from jfp_cli.model.types import Date, Text

Status = Literal["not_started", "on_track", "at_risk", "off_track", "complete", "cancelled"]
NOT_REPORTED = "not_reported"
"""The word for a promise of which nobody has said how it stands."""
COLOURS = ("green", "amber", "yellow", "red", "blue", "grey", "gray")
"""Words of trackers that stand for a judgement which only their writers know."""
MEANT: Mapping[str, tuple[Status, ...]] = {
    **dict.fromkeys(("done", "finished", "completed", "closed", "achieved", "delivered", "met"), ("complete",)),
    **dict.fromkeys(("fully_met", "realised", "implemented", "project_complete", "signed_off"), ("complete",)),
    **dict.fromkeys(
        ("in_progress", "ongoing", "on_going", "underway", "under_way", "started", "initial_stages"),
        ("on_track", "at_risk"),
    ),
    **dict.fromkeys(("planned", "pending", "to_do", "todo", "not_yet_started", "not_begun"), ("not_started",)),
    **dict.fromkeys(("new", "not_yet_due", "yet_to_start"), ("not_started",)),
    **dict.fromkeys(("delayed", "late", "behind", "behind_schedule", "slipped", "slipping"), ("off_track", "at_risk")),
    **dict.fromkeys(("overdue", "missed", "failed", "not_met", "serious_delay", "severely_delayed"), ("off_track",)),
    **dict.fromkeys(("minor_delay", "slight_delay", "some_delay", "some_risk"), ("at_risk",)),
    **dict.fromkeys(("on_plan", "on_schedule", "on_target"), ("on_track",)),
    **dict.fromkeys(("on_hold", "paused", "deferred"), ("off_track", "cancelled")),
    **dict.fromkeys(("canceled", "stopped", "withdrawn", "dropped", "abandoned", "superseded"), ("cancelled",)),
    **dict.fromkeys(("green", "amber", "yellow", "red"), ("on_track", "at_risk", "off_track")),
    "blue": ("complete", "on_track"),
    **dict.fromkeys(("grey", "gray"), ("not_started", "cancelled")),
}
"""Words for how work stands that planners write elsewhere, and the statuses that each may mean."""
MEANINGS: Mapping[Status, str] = {
    "not_started": "Work has not begun.",
    "on_track": "Work is under way and will be done by its date.",
    "at_risk": "It may miss its date unless something is done.",
    "off_track": "It will miss its date, or has missed it.",
    "complete": "It is done; `completed` says when.",
    "cancelled": "It will not be done, and is no longer overdue.",
}
CLOSED: tuple[Status, ...] = ("complete", "cancelled")

activity = partial(
    required,
    "What will have been done.",
    synonyms=(
        *("title", "name", "description", "deliverable", "milestone", "action", "task"),
        *(
            "activity_name",
            "task_name",
            "action_name",
            "milestone_name",
            "key_deliverable",
            "key_milestone",
            "key_action",
        ),
        *("output", "recommendation", "commitment", "what"),
    ),
)
starts = partial(
    field,
    "When it begins.",
    "October 2024",
    may_hide=True,
    synonyms=("start", "start_date", "begins", "from", "starts_on", "start_month", "planned_start", "commencement"),
)
due = partial(
    field,
    "By when, as planners write it.",
    "March 2026",
    "Autumn 2025",
    "Q3 2025/26",
    synonyms=(
        *("deadline", "by", "due_date", "due_by", "by_when", "when", "date", "target_date", "end_date", "end"),
        *("completion_date", "delivery_date", "finish", "finish_date", "timescale", "timescales"),
        *("completion", "month", "target_month", "target_checkpoint", "target_completion", "target_completion_date"),
        *("timeline", "timelines", "timeframe", "time_frame", "required_by", "due_on", "target_by"),
        *("planned_finish", "planned_end_date", "milestone_date", "to_be_completed_by", "complete_by", "agreed_date"),
    ),
)
forecast = partial(
    field,
    "When it is expected now; what was promised stays in due.",
    "June 2026",
    audience="internal",
    may_hide=True,
    synonyms=(
        *("expected", "expected_date", "forecast_date", "forecast_completion", "revised_date", "revised_due"),
        *("revised", "projected", "projected_date", "anticipated", "anticipated_date", "estimated", "estimated_date"),
        *("new_date", "latest_date", "current_forecast", "revised_deadline"),
    ),
)
status = partial(
    field,
    "How it stands; leave it out where nothing was reported.",
    "on_track",
    prose=False,
    may_hide=True,
    synonyms=(
        *("rag", "rag_status", "rag_rating", "brag", "brag_rating", "state", "delivery_status", "progress"),
        *("current_status", "overall_status", "brag_status"),
    ),
    means=MEANT,
    meanings=MEANINGS,
)
completed = partial(
    field,
    "When it was done.",
    "2025-09-20",
    may_hide=True,
    synonyms=(
        *("completed_on", "completed_date", "date_completed", "actual_completion_date", "actual", "actual_date"),
        *("done", "done_on", "finished", "closed", "achieved", "actual_finish", "date_closed", "date_achieved"),
    ),
)
moves = partial(
    field,
    "Every agreed change of its date, the newest last.",
    [{"from": "January 2026", "to": "March 2026", "date": "2026-01-31", "because": "supplier delay"}],
    default=(),
    may_hide=True,
    synonyms=("changes", "date_changes", "change_history", "slippage"),
)
updates = partial(
    field,
    "What was reported, and when.",
    [{"date": "2026-01-31", "note": "First patients seen"}],
    default=(),
    audience="internal",
    may_hide=True,
    synonyms=(
        *("notes", "note", "comments", "comment", "commentary", "remarks", "narrative"),
        *("progress_notes", "progress_update", "latest_update", "update", "latest_position", "current_position"),
        *("position", "follow_up", "status_update", "progress_to_date", "latest_progress", "progress_report"),
    ),
)
evidence = partial(
    field,
    "Links that show that it was done.",
    ["https://example.org/board-papers"],
    default=(),
    audience="internal",
    may_hide=True,
    prose=False,
    synonyms=("link", "links", "url", "urls", "proof", "source", "sources", "documents"),
)


_OF_UPDATES = ("update_date", "date_of_update", "date_of_last_update", "last_updated", "date_updated", "updated")


class Move(Entity):
    """An agreed change of date."""

    from_: Date = required(
        "The date before.",
        "January 2026",
        alias="from",
        synonyms=(
            *("was", "old", "old_date", "before", "original", "original_date", "first_date", "initial", "initial_date"),
            *("baseline", "baseline_date", "base", "bl", "previous_date"),
        ),
    )
    to: Date = required("The date from now on.", "March 2026", synonyms=("new", "new_date", "now", "after"))
    date: Date = required(
        "When the change was agreed.", "2026-01-31", formerly=OF_A_DAY, synonyms=("agreed", "agreed_on", "when")
    )
    because: Text = required("Why.", "supplier delay", audience="internal", synonyms=("reason", "why", "rationale"))
    agreed_by: Text | None = field(
        "Who agreed to it.",
        "Cancer board",
        audience="internal",
        prose=False,
        may_hide=True,
        synonyms=("approved_by", "agreed_with"),
    )


class Update(Entity):
    """What was reported on a day."""

    date: Date = required(
        "The day of the report.", "2026-01-31", formerly=OF_A_DAY, synonyms=("day", "when", *_OF_UPDATES)
    )
    note: Text = required("What was reported.", "First patients seen", synonyms=("text", "comment", "update", "what"))
