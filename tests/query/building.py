"""Parts of a plan for tests, from the values that a planner would type."""

from datetime import date
from pathlib import Path
from typing import Any

from jfp_cli.loading import load
from jfp_cli.model.area import Area, Milestone
from jfp_cli.model.measure import Reading
from jfp_cli.model.plan import Plan
from jfp_cli.model.target import Target
from jfp_cli.query.promises import Promise, promises
from jfp_cli.values.calendar import Calendar
from tests.conftest import EXAMPLE


def plan_of(folder: Path) -> Plan:
    plan = load(folder).plan
    assert plan is not None
    return plan


def milestone(due: str, **fields: Any) -> Milestone:
    typed = {"id": "some-milestone", "activity": "Do it", "due": due, **fields}
    return Milestone.model_validate(typed, context=Calendar())


def in_area(*milestones: Milestone, area: str = "cancer") -> list[Promise]:
    """Milestones of an area, each followed by its checkpoints."""
    home = Area.model_validate({"area": area, "title": area.title()}, context=Calendar())
    home = home.model_copy(update={"milestones": milestones})
    settings = plan_of(EXAMPLE).settings
    return list(promises(Plan(settings, areas={area: home}), ["milestones", "checkpoints"]))


def target(**fields: Any) -> Target:
    typed = {"id": "some-target", "statement": "It gets better", **fields}
    return Target.model_validate(typed, context=Calendar())


def readings(**values: str) -> list[Reading]:
    """`readings(in_2025_06="148,300")`; the names are dates with underscores."""
    return [reading(name.removeprefix("in_").replace("_", "-"), value) for name, value in values.items()]


def reading(at: str, value: str, **more: str) -> Reading:
    return Reading.model_validate({"at": at, "value": value, **more}, context=Calendar())


def day(text: str) -> date:
    return date.fromisoformat(text)


def ids(rows: list[Promise]) -> list[str]:
    """Each by its id, or where it stands in the thing that has one."""
    return [row.id or str(row.address).partition("/")[2] for row in rows]
