"""The state of the whole plan on a day, counted; and as plain data."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from jfp_cli.measures.progress import STATES
from jfp_cli.model.area import Area
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import MILESTONE_STATUSES, NOT_REPORTED, Filters
from jfp_cli.query.kept import dated_and_measured
from jfp_cli.query.milestones import Dated, as_of, due, milestone_rows, overdue
from jfp_cli.query.rows import Locate, Row
from jfp_cli.query.targets import Tracked, target_rows

SOON = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class AreaStatus:
    """One area's milestones: how many of each status, what is overdue with checkpoints, and when the next one ends."""

    area: Area
    statuses: Counter[str]
    overdue: int
    next_due: Dated | None


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """Everything the status page shows."""

    areas: tuple[AreaStatus, ...]
    milestones: tuple[Dated, ...]
    overdue: tuple[Dated, ...]
    due_soon: tuple[Dated, ...]
    targets: tuple[Tracked, ...]

    @property
    def statuses(self) -> list[str]:
        """The statuses that any milestone has, in their order."""
        return [name for name in MILESTONE_STATUSES if any(area.statuses[name] for area in self.areas)]

    @property
    def progress(self) -> Counter[str]:
        """How many targets are in each state of progress."""
        return Counter(row.progress.state for row in self.targets)


def status(plan: Plan, filters: Filters, day: date) -> PlanStatus:
    """Count the plan, or the part of it that the filters keep, as of a day; raises UnknownValueError.

    A status may be one of milestones or the progress of targets, or both.
    """
    kept, measured = dated_and_measured(plan, filters, day)
    rows, late, soon = as_of(kept, day), overdue(kept, day), due(kept, day, day + SOON)
    areas: dict[str, list[Dated]] = {}
    for row in rows:
        areas.setdefault(row.area.area, []).append(row)
    late_in = Counter(row.area.area for row in late)
    coming: dict[str, Dated] = {}
    for row in due(kept, day, date.max):
        coming.setdefault(row.area.area, row)
    return PlanStatus(
        tuple(
            AreaStatus(
                rows_of_area[0].area,
                Counter(row.status or NOT_REPORTED for row in rows_of_area),
                late_in[name],
                coming.get(name),
            )
            for name, rows_of_area in areas.items()
        ),
        tuple(rows),
        tuple(late),
        tuple(soon),
        tuple(measured),
    )


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
