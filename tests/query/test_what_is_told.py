"""Answers that once left something out, or said it of something else."""

import json
from typing import Any

import pytest

from jfp_cli.loading.loader import load_strings
from jfp_cli.measures.progress import progress_in
from jfp_cli.model.needs import held_up
from jfp_cli.model.plan import Plan
from jfp_cli.query.details import links
from jfp_cli.query.filters import Filters
from jfp_cli.query.promises import overdue, promises
from jfp_cli.query.sentences import overdue_sentence
from jfp_cli.values.address import Address
from tests.query.building import day
from tests.query.test_every_promise import FILES

LATE = day("2026-11-21")


def plan_with(**files: str) -> Plan:
    loaded = load_strings(FILES | {name.replace("__", "/") + ".yaml": text for name, text in files.items()})
    assert loaded.findings == []
    assert loaded.plan is not None
    return loaded.plan


@pytest.mark.parametrize(
    "wanted", [{"owners": ("Ward lead",)}, {"text": "Beds in"}, {"places": ("south-vale",)}], ids=json.dumps
)
def test_a_late_checkpoint_is_told_where_a_filter_leaves_out_its_milestone(wanted: dict[str, Any]) -> None:
    area = FILES["milestones/planned.yaml"].replace("status: complete, owner", "owner")
    kept = Filters(**wanted).promises(plan_with(milestones__planned=area), ["checkpoints"])
    assert [str(one.address) for one in overdue(kept, LATE)] == ["milestones/hub.checkpoints[1]"]


def test_a_checkpoint_that_goes_with_its_milestone_counts() -> None:
    kept = list(promises(plan_with(), ["milestones", "checkpoints"]))
    assert [str(one.address) for one in overdue(kept, LATE)] == ["milestones/hub", "milestones/staff"]
    assert overdue_sentence(kept, LATE).startswith("2 of 3 milestones overdue as of 21 November 2026, and 1 of 2 other")


def test_what_is_done_holds_up_nothing() -> None:
    area = FILES["milestones/planned.yaml"].replace("due: March 2026\n", "due: March 2026\n    status: complete\n", 1)
    assert held_up(plan_with(milestones__planned=area)) == {"staff": 1}


MEASURE = "id: waits\ntitle: Waits\nbetter: lower\nreadings:\n"
READINGS = (
    '  - {at: 2026-05, place: north-town, value: "74,000"}\n  - {at: 2026-05, place: south-vale, value: "74,300"}\n'
)


@pytest.mark.parametrize(
    ("target", "state", "place"),
    [
        ('target: "70,000", due: March 2029, places: [north-town, south-vale]', "not_measurable", "south-vale"),
        ('target: "75,000", hold: true, places: [south-vale, north-town]', "met", "south-vale"),
        ('target: "70,000", hold: true, due: March 2029, places: [north-town]', "awaiting_reading", "north-town"),
    ],
)
def test_of_places_that_stand_alike_the_worse_is_told(target: str, state: str, place: str) -> None:
    section = FILES["sections/care.yaml"] + f"targets:\n  - {{id: w, statement: Fewer, measure: waits, {target}}}\n"
    plan = plan_with(sections__care=section, measures__waits=MEASURE + READINGS)
    now = progress_in(plan, next(plan.targets()).target, LATE)
    assert now.latest is not None
    assert (now.state, now.latest.place) == (state, place)
    assert "baseline" not in now.reason or 'add "hold: true"' in now.reason


def test_nothing_names_a_part_that_has_no_id() -> None:
    at = Address("workstreams", "outpatients", ("actions", "2025-26", 1))
    assert links(plan_with(), at).named_by == ()
    assert links(plan_with(), at.thing).named_by == (Address("milestones", "hub"),)
