"""The page of `jfp status`."""

import sys
from collections.abc import Sequence
from datetime import date

from jfp_cli.cli.milestone_columns import ACTIVITY, AREA, DAYS, DUE, ID
from jfp_cli.cli.options import Format
from jfp_cli.cli.output import Rows, safe, write_rows
from jfp_cli.cli.page import bold
from jfp_cli.cli.table import Column
from jfp_cli.measures.progress import STATES
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import MILESTONE_STATUSES
from jfp_cli.query.status import PlanStatus
from jfp_cli.report.sentences import counted, long_date
from jfp_cli.report.status_views import area_rows
from jfp_cli.report.views import Locate, milestone_rows

LONGEST_OVERDUE = 5


def write_page(plan: Plan, status: PlanStatus, day: date, locate: Locate) -> None:
    """Write the state of a plan to standard output."""
    settings = plan.settings
    _heading(f"{settings.title}, as of {long_date(day)}")
    sys.stdout.write(f"{safe(settings.organisation)}\n\n")

    _heading(f"{counted(len(status.milestones), 'milestone')} by area and status")
    used = [name for name in MILESTONE_STATUSES if any(area.statuses[name] for area in status.areas)]
    columns = (
        Column("area", "Area", essential=True, style="cyan"),
        Column("milestones", "All", essential=True, number=True),
        Column("overdue", "Overdue", essential=True, number=True, style="red"),
        *(Column(name, name.replace("_", " ").capitalize(), number=True) for name in used),
        Column("next_due", "Next due"),
        Column("next", "Next milestone"),
    )
    _table(area_rows(status.areas), columns)

    _heading(f"{len(status.overdue)} overdue" + (", the longest first" if len(status.overdue) > 1 else ""))
    _table(milestone_rows(status.overdue[:LONGEST_OVERDUE], locate), (DAYS, DUE, ID, ACTIVITY, AREA))
    if len(status.overdue) > LONGEST_OVERDUE:
        sys.stdout.write(f"and {len(status.overdue) - LONGEST_OVERDUE} more: jfp overdue\n\n")

    _heading(f"{len(status.due_soon)} due in the next 90 days")
    _table(milestone_rows(status.due_soon, locate), (DUE, ID, ACTIVITY, AREA))

    _heading(f"{counted(len(status.targets), 'target')} by progress")
    progress = status.progress
    rows = [{"progress": state, "targets": progress[state]} for state in STATES if progress[state]]
    columns = (Column("progress", "Progress", essential=True), Column("targets", "Targets", number=True))
    write_rows(rows, columns, Format.TABLE)


def _heading(text: str) -> None:
    sys.stdout.write(bold(safe(text)) + "\n")


def _table(rows: Rows, columns: Sequence[Column]) -> None:
    write_rows(rows, columns, Format.TABLE)
    if rows:
        sys.stdout.write("\n")
