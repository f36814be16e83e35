"""A part of the plan that is at fault still has its references checked in the same run."""

from jfp_cli.loading import load
from tests.conftest import ChangePlan


def test_a_milestone_with_a_bad_date_has_its_references_checked_too(change: ChangePlan) -> None:
    plan = change(
        "milestones/planned-care.yaml",
        "due: September 2025\n    status: complete",
        "due: Septmber 2025\n    status: complete",
    )
    change("milestones/planned-care.yaml", "places: [north-town]", "places: [north-tow]")
    loaded = load(plan)
    assert [(finding.code, finding.help) for finding in loaded.findings if finding.code != "JFP107"] == [
        ("JFP112", 'did you mean "north-town"?')
    ]
    assert [left_out.what for left_out in loaded.left_out] == ["milestones/elective-hub"]


def test_a_workstream_that_is_left_out_has_its_areas_and_periods_checked(change: ChangePlan) -> None:
    plan = change("sections/elective-care.yaml", "areas: [planned-care]", "areas: [planed-care]")
    change("sections/elective-care.yaml", "2026-30: [Offer one-stop", "2026-31: [Offer one-stop")
    change("sections/elective-care.yaml", "    title: Outpatients\n", "    titel: Outpatients\n")
    said = [finding.message for finding in load(plan).findings]
    assert 'there is no area "planed-care"' in said
    assert 'there is no planning period "2026-31"' in said


def test_what_is_right_in_a_part_that_is_left_out_is_not_reported(change: ChangePlan) -> None:
    plan = change("milestones/planned-care.yaml", "due: September 2025\n    status", "due: Septmber 2025\n    status")
    assert [finding.code for finding in load(plan).findings] == ["JFP107"]
