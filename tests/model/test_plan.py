"""Looking things up in a plan that was loaded."""

import pytest

from jfp_cli.loading import load
from jfp_cli.model.plan import NotLoadedError, Plan
from tests.conftest import EXAMPLE


@pytest.fixture(scope="module")
def plan() -> Plan:
    plan = load(EXAMPLE).plan
    assert plan is not None
    return plan


def test_sections_and_enablers_stand_in_the_order_of_the_contents(plan: Plan) -> None:
    assert list(plan.sections) == ["elective-care", "staff-retention"]
    assert list(plan.enablers) == ["estates"]


def test_a_section_has_the_number_of_its_place_in_the_contents(plan: Plan) -> None:
    assert [plan.number(section) for section in (*plan.sections, "elsewhere")] == ["1.1", "2.1", ""]


def test_milestones_come_with_their_areas(plan: Plan) -> None:
    assert [(area.area, milestone.id) for area, milestone in plan.milestones()] == [
        ("planned-care", "elective-hub"),
        ("planned-care", "endoscopy-unit"),
        ("planned-care", "patient-portal"),
        ("workforce", "exit-interviews"),
        ("workforce", "rostering"),
    ]


def test_workstreams_come_with_their_sections(plan: Plan) -> None:
    assert [(section.id, stream.id) for section, stream in plan.workstreams()] == [
        ("elective-care", "outpatients"),
        ("staff-retention", "staff-wellbeing"),
    ]


def test_targets_come_with_their_section_and_as_indicators_with_their_workstream(plan: Plan) -> None:
    homes = [(home.target.id, home.section.id, home.workstream and home.workstream.id) for home in plan.targets()]
    assert homes == [
        ("missed-appointments", "elective-care", "outpatients"),
        ("waiting-list-size", "elective-care", None),
        ("staff-turnover", "staff-retention", None),
    ]


def test_readings_are_those_of_the_measure_of_a_target(plan: Plan) -> None:
    targets = {home.target.id: home.target for home in plan.targets()}
    read = plan.readings_of(targets["waiting-list-size"])
    assert [str(reading.at) for reading in read] == ["2025-06", "2025-12", "2026-06"]
    assert plan.readings_of(targets["staff-turnover"]) == ()


def test_what_was_not_loaded_cannot_be_looked_at() -> None:
    plan = load(EXAMPLE, ["areas"]).plan
    assert plan is not None
    assert len(list(plan.milestones())) == 5
    with pytest.raises(NotLoadedError, match="sections were not loaded"):
        list(plan.sections)


def test_a_plan_never_changes(plan: Plan) -> None:
    with pytest.raises(ValueError, match="frozen"):
        plan.settings.title = "Another"


def test_every_place_that_names_a_thing_is_known(plan: Plan) -> None:
    assert [(str(found.at), found.kind, found.id) for found in plan.references] == [
        ("sections/elective-care.supports[0]", "strategy_priorities", "ageing-well"),
        ("sections/elective-care.duties[0]", "duties", "14Z35"),
        ("workstreams/outpatients.areas[0]", "areas", "planned-care"),
        ("workstreams/outpatients.places[0]", "places", "north-town"),
        ("workstreams/outpatients.actions.2025-26", "planning_periods", "2025-26"),
        ("workstreams/outpatients.actions.2026-30", "planning_periods", "2026-30"),
        ("targets/waiting-list-size.measure", "measures", "waiting-list-size"),
        ("workstreams/staff-wellbeing.areas[0]", "areas", "workforce"),
        ("workstreams/staff-wellbeing.actions.2025-26", "planning_periods", "2025-26"),
        ("milestones/elective-hub.places[0]", "places", "north-town"),
        ("milestones/elective-hub.workstreams[0]", "workstreams", "outpatients"),
        ("milestones/patient-portal.workstreams[0]", "workstreams", "outpatients"),
        ("enablers/estates.duties[0]", "duties", "14Z44"),
        ("enablers/estates.areas[0]", "areas", "planned-care"),
    ]
