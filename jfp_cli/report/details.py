"""Everything about one thing, both ends of its links included."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jfp_cli.measures.progress import progress
from jfp_cli.model.area import Milestone
from jfp_cli.model.field import Entity, fields_of
from jfp_cli.model.plan import Plan
from jfp_cli.model.settings import Settings
from jfp_cli.model.target import Target
from jfp_cli.query.links import belongs_to, links
from jfp_cli.query.milestones import as_of
from jfp_cli.report.target_views import expected_text
from jfp_cli.report.views import Locate, Row
from jfp_cli.values.address import Address
from jfp_cli.values.dates import MONTH_NAMES, PlanDate
from jfp_cli.values.figures import Quantity


def details(plan: Plan, address: Address, thing: object, day: date, locate: Locate) -> Row:
    """What the plan says of a thing as it is written there, what follows from it on a day, and what it is linked to."""
    span = locate(address)
    both = links(plan, address)
    written = plain(thing)
    said: Row = {"address": str(address), "id": address.id}
    if address.kind == "sections":
        said["number"] = plan.number(address.id)
    said |= written if isinstance(written, dict) else {"text": written}
    if isinstance(thing, Settings):
        said["year_starts"] = MONTH_NAMES[thing.year_starts - 1]
    if isinstance(thing, Milestone):
        said |= _standing(plan, thing, day)
    if isinstance(thing, Target):
        now = progress(thing, plan.readings_of(thing.id), day)
        said |= {"latest": plain(now.latest), "expected": expected_text(now), "progress": now.state}
    return said | {
        "belongs_to": [str(found) for found in belongs_to(plan, address)],
        "names": [str(found) for found in both.names],
        "named_by": [str(found) for found in both.named_by],
        "file": span.file,
        "line": span.line,
    }


def _standing(plan: Plan, milestone: Milestone, day: date) -> Row:
    area = next(area for area, found in plan.milestones() if found.id == milestone.id)
    [row] = as_of([(area, milestone)], day)
    return {
        "area": area.area,
        "status": milestone.status,
        "first": milestone.due.first.isoformat(),
        "last": milestone.due.last.isoformat() if milestone.due.last else None,
        "overdue": bool(row.days_overdue),
        "days_overdue": row.days_overdue,
    }


def plain(value: Any) -> Any:
    """A part of the plan as plain data: what was written and no more, dates and figures as text."""
    if isinstance(value, PlanDate | Quantity):
        return value.text
    if isinstance(value, Entity):
        written = value.model_fields_set
        fields = fields_of(type(value)).values()
        return {field.key: plain(getattr(value, field.attribute)) for field in fields if field.attribute in written}
    if isinstance(value, tuple):
        return [plain(entry) for entry in value]
    if isinstance(value, Mapping):
        return {key: plain(entry) for key, entry in value.items()}
    return value
