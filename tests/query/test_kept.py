"""What the filters keep where a question lists things of every kind."""

from typing import Any

import pytest

from jfp_cli.model.plan import Plan
from jfp_cli.query.coverage import coverage
from jfp_cli.query.filters import Filters, UnknownValueError
from jfp_cli.query.kept import areas_within, coverage_within, kept
from jfp_cli.query.search import search
from tests.conftest import ChangePlan
from tests.query.building import day, plan_of

TODAY = day("2026-07-01")
LIST, READ = "targets/waiting-list-size", "measures/waiting-list-size"


def found(plan: Plan, words: str, **wanted: Any) -> list[str]:
    """The things in which a search finds words among what the filters keep."""
    return [str(match.address.thing) for match in search(plan, [words], kept(plan, Filters(**wanted), TODAY))]


@pytest.mark.parametrize(
    ("words", "wanted", "things"),
    [
        ("rostering", {"areas": ("planned-care",)}, []),
        ("workforce", {"areas": ("workforce",)}, ["areas/workforce", "workstreams/staff-wellbeing"]),
        (
            "open the",
            {"areas": ("planned-care",)},
            ["milestones/elective-hub", "milestones/endoscopy-unit", LIST, READ],
        ),
        ("open", {"areas": ("workforce",)}, []),
        ("open", {"statuses": ("at_risk",)}, ["milestones/endoscopy-unit"]),
        (
            "open the",
            {"owners": ("planned care LEAD",)},
            ["milestones/elective-hub", "milestones/endoscopy-unit", LIST, READ],
        ),
        ("waiting", {"sections": ("elective-care",)}, [LIST, READ, "sections/elective-care"]),
        ("waiting", {"owners": ("Planned care lead",)}, [LIST, READ]),
        ("missed", {"workstreams": ("outpatients",)}, ["targets/missed-appointments", "workstreams/outpatients"]),
        ("missed", {"places": ("north-town",)}, ["workstreams/outpatients", "targets/missed-appointments"]),
        ("town", {"places": ("south-vale",)}, []),
        ("vale", {"places": ("south-vale",)}, ["places/south-vale"]),
        ("hubs", {"due_after": "2025"}, ["enablers/estates"]),
        ("hubs", {"due_before": "2025"}, []),
        ("hub", {"due_before": "2026"}, ["milestones/elective-hub"]),
        ("hub", {"text": "patients"}, ["milestones/elective-hub"]),
        ("hub", {"where": ("status=complete",)}, ["milestones/elective-hub"]),
        ("hub", {"where": ("title=Outpatients",)}, []),
        ("missed", {"where": ("title=Outpatients",)}, ["workstreams/outpatients"]),
        ("climate", {"text": "climate"}, ["duties/14Z44"]),
        ("climate", {"areas": ("planned-care",)}, []),
        ("turnover", {"statuses": ("not_measurable",)}, ["targets/staff-turnover"]),
    ],
)
def test_a_search_looks_through_what_the_filters_keep(
    plan: Plan, words: str, wanted: dict[str, Any], things: list[str]
) -> None:
    assert sorted(found(plan, words, **wanted)) == sorted(things)


def test_what_an_enabler_promises_has_an_owner_and_a_date(change: ChangePlan) -> None:
    plan = plan_of(change("enablers/estates.yaml", "due: 2026-30}", "due: 2026-30, owner: Estates lead}"))
    assert found(plan, "hubs", owners=("Estates lead",)) == ["enablers/estates"]
    assert found(plan, "hubs", owners=("Estates lead",), due_before="2025") == []


@pytest.mark.parametrize(
    ("wanted", "treating"),
    [
        ({"areas": ("planned-care",)}, ["elective-care", "estates"]),
        ({"sections": ("elective-care",)}, ["elective-care"]),
        ({"workstreams": ("outpatients",)}, ["elective-care"]),
        ({"places": ("north-town",)}, ["elective-care"]),
        ({"places": ("south-vale",)}, []),
        ({"owners": ("Planned care lead",)}, ["elective-care"]),
        ({"statuses": ("complete",)}, ["elective-care"]),
        ({"due_after": "2029/30"}, []),
        ({"text": "fit for purpose"}, ["estates"]),
    ],
)
def test_only_the_work_that_is_kept_treats_anything(plan: Plan, wanted: dict[str, Any], treating: list[str]) -> None:
    rows = {row.id: row for row in coverage_within(plan, Filters(**wanted), TODAY)}
    planned = rows["planned-care"]
    assert [*planned.sections, *planned.enablers] == treating
    assert rows["14Z44"].is_covered == ("estates" in treating)


def test_the_areas_that_are_asked_for_are_those_that_are_listed(plan: Plan) -> None:
    rows = coverage_within(plan, Filters(areas=("workforce",)), TODAY)
    assert [row.id for row in rows if row.kind == "areas"] == ["workforce"]
    assert [row.id for row in rows if row.kind == "duties"] == ["14Z35", "14Z44"]


def test_an_index_lists_the_areas_that_something_kept_treats(plan: Plan) -> None:
    assert [area.id for area in areas_within(plan, Filters(), TODAY)] == ["planned-care", "workforce"]
    [area] = areas_within(plan, Filters(statuses=("at_risk",)), TODAY)
    assert (area.id, area.sections, area.milestones) == ("planned-care", (), ("endoscopy-unit",))


def test_without_filters_everything_counts(plan: Plan) -> None:
    assert coverage_within(plan, Filters(), TODAY) == coverage(plan)


@pytest.mark.parametrize(
    "wanted", [{"areas": ("canser",)}, {"statuses": ("done",)}, {"owners": ("Nobody",)}, {"due_after": "soon"}]
)
def test_what_the_plan_does_not_have_is_said(plan: Plan, wanted: dict[str, Any]) -> None:
    with pytest.raises(UnknownValueError):
        kept(plan, Filters(**wanted), TODAY)
