"""Milestones, checkpoints, actions and commitments are asked about alike."""

from typing import Any

import pytest

from jfp_cli.loading.loader import load_strings
from jfp_cli.model.needs import held_up
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters
from jfp_cli.query.promise_rows import promise_rows
from jfp_cli.query.promises import due, overdue, promises
from jfp_cli.values.address import Address
from jfp_cli.values.span import Span
from tests.query.building import day

FILES = {
    "plan.yaml": """
title: Our plan
organisation: Our council
period: {start: 2025-04-01, end: 2030-03-31}
planning_periods: [2025-26, 2026-30]
places: {north-town: North Town, south-vale: South Vale}
organisations: {trust: North Town Trust}
contents:
  - {part: Our priorities, sections: [care], enablers: [estates]}
""",
    "sections/care.yaml": """
id: care
title: Care
workstreams:
  - id: outpatients
    title: Outpatients
    areas: [planned]
    places: [north-town]
    actions:
      2025-26:
        - Cut missed appointments
        - {action: Clear the backlog, due: January 2026, owner: Outpatient lead, status: on_track}
        - {id: letters, action: Send letters, due: June 2026}
        - {action: Nothing dated, owner: Somebody}
""",
    "milestones/planned.yaml": """
area: planned
title: Planned care
milestones:
  - id: hub
    activity: Open the hub
    due: March 2026
    leads: [trust]
    workstreams: [outpatients]
    checkpoints:
      - {id: roof, due: January 2026, activity: Roof on}
      - {due: February 2026, activity: Beds in, status: complete, owner: Ward lead, places: [south-vale]}
  - {id: staff, activity: Staff the hub, due: May 2026, needs: [hub]}
  - {id: open, activity: See patients, due: May 2027, needs: [staff]}
""",
    "enablers/estates.yaml": """
id: estates
title: Estates
areas: [planned]
commitments:
  - Not dated at all
topics:
  - title: New hospitals
    commitments:
      - {commitment: Buy the land, due: December 2025}
""".replace("  - Not dated at all\n", "  - {commitment: Not dated at all}\n"),
}


@pytest.fixture(scope="module")
def plan() -> Plan:
    loaded = load_strings(FILES)
    assert loaded.findings == []
    assert loaded.plan is not None
    return loaded.plan


def nowhere(_: Address) -> Span:
    return Span("plan.yaml", 1, 1, 1, 1)


def addresses(found: Any) -> list[str]:
    return [str(one.address) for one in found]


def test_what_has_a_date_is_a_promise_wherever_it_stands(plan: Plan) -> None:
    assert addresses(promises(plan)) == [
        "milestones/hub",
        "checkpoints/roof",
        "milestones/hub.checkpoints[1]",
        "milestones/staff",
        "milestones/open",
        "workstreams/outpatients.actions.2025-26[1]",
        "actions/letters",
        "enablers/estates.topics[0].commitments[0]",
    ]


def test_all_that_is_late_is_overdue_the_longest_first(plan: Plan) -> None:
    assert addresses(overdue(promises(plan), day("2026-02-15"))) == [
        "enablers/estates.topics[0].commitments[0]",
        "checkpoints/roof",
        "workstreams/outpatients.actions.2025-26[1]",
    ]


def test_all_that_falls_due_is_listed_the_soonest_first(plan: Plan) -> None:
    assert addresses(due(promises(plan), day("2026-02-15"), day("2026-06-30"))) == [
        "milestones/hub",
        "milestones/staff",
        "actions/letters",
    ]


@pytest.mark.parametrize("at", ["actions/letters", "workstreams/outpatients.actions.2025-26[2]"])
def test_a_promise_with_an_id_is_found_by_it_and_by_where_it_stands(plan: Plan, at: str) -> None:
    assert plan.get(Address.parse(at)).action == "Send letters"


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ({"areas": ("planned",)}, 8),
        ({"sections": ("care",)}, 5),
        ({"workstreams": ("outpatients",)}, 5),
        ({"places": ("south-vale",)}, 1),
        ({"places": ("north-town",)}, 4),
        ({"leads": ("trust",)}, 3),
        ({"owners": ("outpatient lead",)}, 1),
        ({"owners": ("ward lead",)}, 1),
        ({"statuses": ("complete",)}, 1),
        ({"text": "hub"}, 4),
        ({"due_before": "2026"}, 1),
        ({"where": ("owner=Ward lead",)}, 1),
        ({"where": ("needs=hub",)}, 1),
        ({"where": ("owner=",)}, 6),
        ({"where": ("places=south-vale", "status=Complete")}, 1),
    ],
)
def test_the_filters_are_the_same_for_all(plan: Plan, wanted: dict[str, Any], kept: int) -> None:
    assert len(Filters(**wanted).promises(plan)) == kept


def test_a_row_says_what_kind_of_promise_it_is_and_what_it_stands_in(plan: Plan) -> None:
    rows = promise_rows(promises(plan), day("2026-02-15"), nowhere, held_up(plan))
    assert [(row["kind"], row["id"], row["parent"], row["text"]) for row in rows] == [
        ("milestone", "hub", "areas/planned", "Open the hub"),
        ("checkpoint", "roof", "milestones/hub", "Roof on"),
        ("checkpoint", None, "milestones/hub", "Beds in"),
        ("milestone", "staff", "areas/planned", "Staff the hub"),
        ("milestone", "open", "areas/planned", "See patients"),
        ("action", None, "workstreams/outpatients", "Clear the backlog"),
        ("action", "letters", "workstreams/outpatients", "Send letters"),
        ("commitment", None, "enablers/estates", "Buy the land"),
    ]
    assert [row["holds_up"] for row in rows] == [2, 0, 0, 1, 0, 0, 0, 0]
    assert rows[1]["leads"] == ["trust"]
    assert rows[2]["owner"] == "Ward lead"
    assert all(row["activity"] == row["text"] for row in rows)
