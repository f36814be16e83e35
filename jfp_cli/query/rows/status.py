"""The state of the plan as plain data."""

from datetime import date

from jfp_cli.measures.progress import STATES
from jfp_cli.query.filters import MILESTONE_STATUSES
from jfp_cli.query.rows.milestones import milestone_rows
from jfp_cli.query.rows.row import Locate, Row
from jfp_cli.query.rows.targets import target_rows
from jfp_cli.query.status import AreaStatus, PlanStatus


def status_row(status: PlanStatus, day: date, locate: Locate) -> Row:
    """Counts by area and by progress, and the rows behind them."""
    return {
        "as_of": day.isoformat(),
        "milestones": len(status.milestones),
        "overdue": len(status.overdue),
        "due_within_90_days": len(status.due_soon),
        "areas": area_rows(status.areas),
        "targets": {state: status.progress[state] for state in STATES},
        "overdue_milestones": milestone_rows(status.overdue, locate),
        "due_soon": milestone_rows(status.due_soon, locate),
        "target_progress": target_rows(status.targets, locate),
    }


def area_rows(areas: tuple[AreaStatus, ...]) -> list[Row]:
    """A row for each area: its milestones by status, how many are overdue, and what comes next."""
    return [
        {
            "area": area.area.area,
            "title": area.area.title,
            "milestones": area.statuses.total(),
            **{status: area.statuses[status] for status in MILESTONE_STATUSES},
            "overdue": area.overdue,
            "next": area.next_due.id if area.next_due else None,
            "next_due": area.next_due.due.text if area.next_due else None,
            "address": f"areas/{area.area.area}",
        }
        for area in areas
    ]
