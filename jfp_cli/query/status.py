"""The state of the whole plan on a day, counted."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from jfp_cli.model.area import Area
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import NOT_REPORTED, Filters
from jfp_cli.query.milestones import Dated, as_of, due, overdue
from jfp_cli.query.targets import Tracked, tracked

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
    def progress(self) -> Counter[str]:
        """How many targets are in each state of progress."""
        return Counter(row.progress.state for row in self.targets)


def status(plan: Plan, filters: Filters, day: date) -> PlanStatus:
    """Count the plan, or the part of it that the filters keep, as of a day; raises UnknownValueError."""
    kept = filters.milestones(plan)
    rows, late, soon = as_of(kept, day), overdue(kept, day), due(kept, day, day + SOON)
    areas: dict[str, list[Dated]] = {}
    for row in rows:
        areas.setdefault(row.area.area, []).append(row)
    late_in = Counter(row.area.area for row in late)
    coming: dict[str, Dated] = {}
    for row in due(kept, day, date.max):
        coming.setdefault(row.area.area, row)
    return PlanStatus(
        tuple(_area(own, late_in[name], coming.get(name)) for name, own in areas.items()),
        tuple(rows),
        tuple(late),
        tuple(soon),
        tuple(tracked(plan, filters.targets(plan), day)),
    )


def _area(rows: list[Dated], late: int, next_due: Dated | None) -> AreaStatus:
    return AreaStatus(rows[0].area, Counter(row.status or NOT_REPORTED for row in rows), late, next_due)
