"""The plan as it was known on a day."""

from typing import Any

import pytest

from jfp_cli.loading.loader import load_strings
from jfp_cli.measures.progress import progress_in
from jfp_cli.model.plan import Plan
from jfp_cli.query.on_day import known_on
from jfp_cli.query.promises import overdue, promises
from jfp_cli.values.address import Address
from tests.loading.changed_plans import ELECTIVE, READINGS, TEXTS
from tests.query.building import day
from tests.query.test_every_promise import FILES


def plan_with(**fields: str) -> Plan:
    """A plan whose milestone has these fields besides its words."""
    said = "".join(f"\n    {key}: {value}" for key, value in fields.items())
    milestones = f"area: planned\ntitle: Planned care\nmilestones:\n  - id: hub\n    activity: Open the hub{said}\n"
    loaded = load_strings(FILES | {"milestones/planned.yaml": milestones})
    assert loaded.plan is not None
    assert loaded.findings == []
    return loaded.plan


def hub(plan: Plan) -> Any:
    return plan.get(Address("milestones", "hub"))


def test_what_was_completed_later_is_open_and_overdue() -> None:
    plan = plan_with(due="31 March 2025", status="complete", completed="2025-06-20")
    known = known_on(plan, day("2025-05-01"))
    assert (hub(known).status, hub(known).completed) == (None, None)
    assert [
        one.days_overdue(day("2025-05-01")) for one in overdue(promises(known), day("2025-05-01")) if one.id == "hub"
    ] == [31]


@pytest.mark.parametrize(
    ("completed", "on", "is_complete"),
    [
        ("2025-06-20", "2025-06-19", False),
        ("2025-06-20", "2025-06-20", True),
        ("April 2025", "2025-04-29", False),
        ("April 2025", "2025-04-30", True),
    ],
)
def test_a_completion_counts_from_the_last_day_of_its_date(completed: str, on: str, is_complete: bool) -> None:
    plan = plan_with(due="March 2025", status="complete", completed=completed)
    assert (hub(known_on(plan, day(on))).status == "complete") is is_complete


def test_what_is_complete_without_a_date_stays_so() -> None:
    plan = plan_with(due="March 2025", status="complete")
    assert hub(known_on(plan, day("2024-01-01"))).status == "complete"


@pytest.mark.parametrize(
    ("on", "due", "moves"),
    [("2024-12-09", "January 2025", 0), ("2024-12-10", "April 2025", 1), ("2025-03-02", "June 2025", 2)],
)
def test_a_date_that_was_moved_later_is_the_date_before(on: str, due: str, moves: int) -> None:
    first = "{from: January 2025, to: April 2025, date: 2024-12-10, because: supplier}"
    second = "{from: April 2025, to: June 2025, date: 2025-03-02, because: snow}"
    known = hub(known_on(plan_with(due="June 2025", moves=f"[{first}, {second}]"), day(on)))
    assert (known.due.text, len(known.moves)) == (due, moves)


def test_later_updates_are_not_there() -> None:
    plan = plan_with(due="June 2025", updates="[{date: 2025-01-01, note: Begun}, {date: 2025-02-01, note: Roof on}]")
    assert [update.note for update in hub(known_on(plan, day("2025-01-31"))).updates] == ["Begun"]


def test_the_other_promises_are_known_alike() -> None:
    section = FILES["sections/care.yaml"].replace("status: on_track", "status: complete, completed: 2026-02-01")
    plan = load_strings(FILES | {"sections/care.yaml": section}).plan
    assert plan is not None
    known = known_on(plan, day("2026-01-31"))
    assert known.get(Address("workstreams", "outpatients", ("actions", "2025-26", 1))).status is None
    assert plan.get(Address("workstreams", "outpatients", ("actions", "2025-26", 1))).status == "complete"


def test_a_plan_of_which_nothing_came_later_is_the_same() -> None:
    plan = plan_with(due="June 2025", status="complete", completed="2025-05-01")
    assert known_on(plan, day("2025-05-01")) is plan


@pytest.mark.parametrize(("on", "decides"), [("2026-08-31", None), ("2026-09-01", "north-town")])
def test_before_its_places_were_measured_a_target_went_by_the_whole_system(on: str, decides: str | None) -> None:
    measured = TEXTS[READINGS] + '  - {at: 2026-09, place: north-town, value: "12,000"}\n'
    section = TEXTS[ELECTIVE].replace("due: March 2029\n", "due: March 2029\n    places: [north-town]\n")
    plan = load_strings(TEXTS | {READINGS: measured, ELECTIVE: section}).plan
    assert plan is not None
    [target] = [home.target for home in plan.targets() if home.target.id == "waiting-list-size"]
    latest = progress_in(known_on(plan, day(on)), target, day(on)).latest
    assert latest is not None
    assert latest.place == decides
