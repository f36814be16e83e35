"""The state of the whole plan on a day, counted; and as plain data."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from jfp_cli.measures.progress import STATES
from jfp_cli.model.area import Area
from jfp_cli.model.needs import held_up
from jfp_cli.model.plan import Plan
from jfp_cli.model.promise import NOT_REPORTED
from jfp_cli.query.filters import PROMISE_STATUSES, Filters
from jfp_cli.query.kept import promised_and_measured
from jfp_cli.query.promise_rows import promise_rows
from jfp_cli.query.promises import Promise, due, overdue
from jfp_cli.query.rows import Locate, Row
from jfp_cli.query.targets import Tracked, target_rows

if TYPE_CHECKING:
    from jfp_cli.measures.series import Series

SOON = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class AreaStatus:
    """One area's milestones: how many of each status, what is overdue with checkpoints, and when the next one ends."""

    area: Area
    statuses: Counter[str]
    overdue: int
    next_due: Promise | None


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """Everything the status page shows; what is overdue or due soon is any promise."""

    areas: tuple[AreaStatus, ...]
    promises: tuple[Promise, ...]
    overdue: tuple[Promise, ...]
    due_soon: tuple[Promise, ...]
    targets: tuple[Tracked, ...]
    held_up: Mapping[str, int]

    @property
    def milestones(self) -> list[Promise]:
        """The milestones among the promises."""
        return [one for one in self.promises if one.kind == "milestones"]

    @property
    def statuses(self) -> list[str]:
        """The statuses that any milestone has, in their order."""
        return [name for name in PROMISE_STATUSES if any(area.statuses[name] for area in self.areas)]

    @property
    def progress(self) -> Counter[str]:
        """How many targets are in each state of progress."""
        return Counter(row.progress.state for row in self.targets)


def status(plan: Plan, filters: Filters, day: date) -> PlanStatus:
    """Count the plan, or the part of it that the filters keep, as of a day; raises UnknownValueError.

    A status may be one of promises or the progress of targets, or both.
    """
    kept, measured = promised_and_measured(plan, filters, day)
    late, soon = overdue(kept, day), due(kept, day, day + SOON)
    areas: dict[str, list[Promise]] = {}
    for one in kept:
        if one.area and one.kind == "milestones":
            areas.setdefault(one.area.area, []).append(one)
    late_in = Counter(one.area.area for one in late if one.area)
    coming: dict[str, Promise] = {}
    for one in due(kept, day, date.max):
        if one.area:
            coming.setdefault(one.area.area, one)
    return PlanStatus(
        tuple(
            AreaStatus(
                plan.areas[name],
                Counter(one.status or NOT_REPORTED for one in of_area),
                late_in[name],
                coming.get(name),
            )
            for name, of_area in areas.items()
        ),
        tuple(kept),
        tuple(late),
        tuple(soon),
        tuple(measured),
        held_up(plan),
    )


def status_row(status: PlanStatus, day: date, locate: Locate, judged: "Mapping[str, Series]") -> Row:
    """Counts by area and by progress, and the rows behind them."""
    own = [one for one in status.overdue if one.area]
    others = [one for one in status.overdue if not one.area]
    return {
        "as_of": day.isoformat(),
        "milestones": len(status.milestones),
        "promises": len(status.promises),
        "overdue": len(status.overdue),
        "due_within_90_days": len(status.due_soon),
        "areas": area_rows(status.areas),
        "targets": {state: status.progress[state] for state in STATES},
        "overdue_milestones": promise_rows(own, day, locate, status.held_up),
        "overdue_others": promise_rows(others, day, locate),
        "due_soon": promise_rows(status.due_soon, day, locate, status.held_up),
        "target_progress": target_rows(status.targets, locate, judged),
    }


def area_rows(areas: tuple[AreaStatus, ...]) -> list[Row]:
    """A row for each area: its milestones by status, how many are overdue, and what comes next."""
    return [
        {
            "area": area.area.area,
            "title": area.area.title,
            "milestones": area.statuses.total(),
            **{status: area.statuses[status] for status in PROMISE_STATUSES},
            "overdue": area.overdue,
            "next": (area.next_due.id or str(area.next_due.address)) if area.next_due else None,
            "next_due": area.next_due.due.text if area.next_due else None,
            "address": f"areas/{area.area.area}",
        }
        for area in areas
    ]
