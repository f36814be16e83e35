"""The state of the whole plan on a day."""

from typing import Any

import pytest

from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters
from jfp_cli.query.promises import due, overdue, promises
from jfp_cli.query.status import PlanStatus, status
from jfp_cli.query.targets import tracked
from tests.conftest import SHIPPED
from tests.query.building import day, ids, plan_of


def on(plan: Plan, date: str, **wanted: Any) -> PlanStatus:
    return status(plan, Filters(**wanted), day(date))


def test_milestones_are_counted_by_area_and_status(plan: Plan) -> None:
    found = on(plan, "2026-11-21")
    assert {area.area.area: dict(area.statuses) for area in found.areas} == {
        "planned-care": {"complete": 1, "at_risk": 1, "not_reported": 1},
        "workforce": {"cancelled": 1, "not_reported": 1},
    }


def test_overdue_counts_what_the_question_about_overdue_lists(plan: Plan) -> None:
    found = on(plan, "2026-11-21")
    assert ids(list(found.overdue)) == ["endoscopy-unit", "patient-portal.checkpoints[1]"]
    assert {area.area.area: area.overdue for area in found.areas} == {"planned-care": 2, "workforce": 0}


@pytest.mark.parametrize(("date", "soon"), [("2026-12-30", []), ("2026-12-31", ["patient-portal"])])
def test_due_soon_reaches_ninety_days_ahead(plan: Plan, date: str, soon: list[str]) -> None:
    assert ids(list(on(plan, date).due_soon)) == soon


def test_what_comes_next_in_an_area_is_the_first_that_is_still_to_end(plan: Plan) -> None:
    first = {area.area.area: area.next_due.id if area.next_due else None for area in on(plan, "2025-10-01").areas}
    assert first == {"planned-care": "endoscopy-unit", "workforce": None}
    later = {area.area.area: area.next_due.id if area.next_due else None for area in on(plan, "2026-11-21").areas}
    assert later == {"planned-care": "patient-portal", "workforce": None}


def test_targets_are_counted_by_progress(plan: Plan) -> None:
    assert dict(on(plan, "2026-11-21").progress) == {"off_track": 1, "no_reading": 1, "not_measurable": 1}
    assert dict(on(plan, "2025-05-01").progress) == {"no_reading": 2, "not_measurable": 1}


def test_filters_narrow_every_part_of_it(plan: Plan) -> None:
    found = on(plan, "2026-11-21", areas=("workforce",))
    assert [area.area.area for area in found.areas] == ["workforce"]
    assert found.overdue == ()
    assert [row.home.target.id for row in found.targets] == ["staff-turnover"]


def test_targets_are_kept_by_their_progress(plan: Plan) -> None:
    every = list(plan.targets())
    found = tracked(plan, every, day("2026-11-21"), ("off_track", "no_reading"))
    assert [row.home.target.id for row in found] == ["missed-appointments", "waiting-list-size"]


def test_parts_of_the_shipped_plan_add_up() -> None:
    plan = plan_of(SHIPPED)
    found = on(plan, "2026-11-21")
    kept, today = list(promises(plan)), day("2026-11-21")
    assert len(found.milestones) == sum(area.statuses.total() for area in found.areas) == 91
    assert len(found.overdue) == len(overdue(kept, today))
    assert sum(area.overdue for area in found.areas) == sum(1 for one in found.overdue if one.area) == 76
    assert len(found.due_soon) == len(due(kept, today, day("2027-02-19")))
    assert found.progress.total() == len(list(plan.targets()))
