"""The filters that every question shares."""

from typing import Any

import pytest

from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters, UnknownValueError
from tests.conftest import ChangePlan
from tests.query.building import plan_of


def milestones(plan: Plan, **wanted: Any) -> list[str]:
    return [own.id or "" for own in Filters(**wanted).promises(plan, ["milestones"])]


def targets(plan: Plan, **wanted: Any) -> list[str]:
    return [home.target.id for home in Filters(**wanted).targets(plan)]


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ({}, ["elective-hub", "endoscopy-unit", "patient-portal", "exit-interviews", "rostering"]),
        ({"areas": ("workforce",)}, ["exit-interviews", "rostering"]),
        ({"areas": ("workforce", "planned-care"), "statuses": ("cancelled",)}, ["rostering"]),
        ({"sections": ("elective-care",)}, ["elective-hub", "patient-portal"]),
        ({"sections": ("staff-retention",)}, []),
        ({"workstreams": ("outpatients",)}, ["elective-hub", "patient-portal"]),
        ({"sections": ("staff-retention",), "workstreams": ("outpatients",)}, []),
        ({"places": ("north-town",)}, ["elective-hub", "patient-portal"]),
        ({"owners": ("planned CARE lead",)}, ["elective-hub", "endoscopy-unit"]),
        ({"owners": ("Planned\u00a0 care lead\u200b",)}, ["elective-hub", "endoscopy-unit"]),
        ({"places": ("North-Town",)}, ["elective-hub", "patient-portal"]),
        ({"text": "units"}, ["endoscopy-unit"]),
        ({"statuses": ("not_reported",)}, ["patient-portal", "exit-interviews"]),
        ({"statuses": ("complete", "at_risk")}, ["elective-hub", "endoscopy-unit"]),
        ({"text": "OPEN unit"}, ["endoscopy-unit"]),
        ({"text": "new buildings"}, ["elective-hub", "endoscopy-unit"]),
        ({"text": "specialties"}, ["patient-portal"]),
        ({"text": "no such words"}, []),
        ({"places": ("north-town",), "text": "endoscopy"}, []),
    ],
)
def test_milestones_that_every_filter_keeps(plan: Plan, wanted: dict[str, Any], kept: list[str]) -> None:
    assert milestones(plan, **wanted) == kept


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ({}, ["missed-appointments", "waiting-list-size", "staff-turnover"]),
        ({"areas": ("workforce",)}, ["staff-turnover"]),
        ({"sections": ("elective-care",)}, ["missed-appointments", "waiting-list-size"]),
        ({"workstreams": ("outpatients",)}, ["missed-appointments"]),
        ({"owners": ("Planned care lead",)}, ["waiting-list-size"]),
        ({"text": "elective pathways"}, ["waiting-list-size"]),
    ],
)
def test_targets_that_every_filter_keeps(plan: Plan, wanted: dict[str, Any], kept: list[str]) -> None:
    assert targets(plan, **wanted) == kept


def test_an_indicator_is_for_the_places_of_its_workstream(plan: Plan) -> None:
    assert targets(plan, places=("north-town",)) == ["missed-appointments"]


def test_an_indicator_that_names_its_own_place_is_for_that_one(change: ChangePlan) -> None:
    folder = change(
        "sections/elective-care.yaml", "due: March 2026}\ntargets", "due: March 2026, places: [south-vale]}\ntargets"
    )
    assert targets(plan_of(folder), places=("south-vale",)) == ["missed-appointments"]
    assert targets(plan_of(folder), places=("north-town",)) == []


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"areas": ("plannd-care",)}, 'there is no area "plannd-care"; did you mean "planned-care"?'),
        ({"sections": ("elective",)}, 'there is no section "elective"; did you mean "elective-care"?'),
        ({"workstreams": ("outpatient",)}, 'there is no workstream "outpatient"; did you mean "outpatients"?'),
        ({"places": ("nort-town",)}, 'there is no place "nort-town"; did you mean "north-town"?'),
        ({"owners": ("Plannedcare lead",)}, 'did you mean "Planned care lead"?'),
        ({"statuses": ("at_rsk",)}, 'there is no status "at_rsk"; did you mean "at_risk"?'),
        ({"places": ("zzz",)}, "write one of: north-town, south-vale"),
        ({"owners": ("zzz",)}, "the owners are: Planned care lead"),
    ],
)
def test_an_unknown_value_is_an_error_that_says_what_was_meant(plan: Plan, wanted: dict[str, Any], said: str) -> None:
    with pytest.raises(UnknownValueError) as error:
        milestones(plan, **wanted)
    assert said in str(error.value)


def test_an_owner_of_targets_alone_is_known_to_a_question_about_both(change: ChangePlan) -> None:
    folder = change("sections/elective-care.yaml", "owner: Planned care lead", "owner: Chief nurse")
    plan = plan_of(folder)
    assert milestones(plan, owners=("Chief nurse",)) == []
    assert targets(plan, owners=("Chief nurse",)) == ["waiting-list-size"]


def test_a_question_loads_sections_only_where_a_filter_needs_them() -> None:
    assert Filters(areas=("cancer",)).files_for(["milestones"]) == {"areas"}
    assert Filters(workstreams=("outpatients",)).files_for(["milestones"]) == {"areas", "sections"}
    assert Filters(areas=("cancer",)).files_for(["commitments"]) == {"areas", "enablers"}


def test_an_owner_is_found_however_the_letters_are_made(change: ChangePlan) -> None:
    above = "    completed: 2025-09-20\n    owner: "
    folder = change("milestones/planned-care.yaml", f"{above}Planned care lead", f"{above}Sia\u0302n  \u0174yn")
    assert milestones(plan_of(folder), owners=("Siân Ŵyn",)) == ["elective-hub"]


def test_owners_are_listed_in_the_order_people_count(change: ChangePlan) -> None:
    change("sections/elective-care.yaml", "owner: Planned care lead", "owner: Team 2 lead")
    folder = change(
        "sections/staff-retention.yaml", "id: staff-turnover\n", "id: staff-turnover\n    owner: Team 10 lead\n"
    )
    with pytest.raises(UnknownValueError) as error:
        targets(plan_of(folder), owners=("zzz",))
    assert "Team 2 lead, Team 10 lead" in str(error.value)
