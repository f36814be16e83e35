"""Plans of three boards whose documents have little in common: each becomes what a careful person would make of it."""

from collections.abc import Callable

import pytest

from jfp_cli.exchange.word.package import read_docx
from jfp_cli.model.plan import Plan
from tests.exchange.word import documents
from tests.exchange.word.imported import imported, lost_of, plan_in

LAYOUTS = (documents.bold_lines, documents.project_cards, documents.numbered_lists)


def made_of(layout: str) -> Plan:
    return plan_in(imported(getattr(documents, layout)()))


def dated(plan: Plan) -> dict[str, str]:
    return {milestone.activity: milestone.due.text for area in plan.areas.values() for milestone in area.milestones}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_every_letter_is_in_the_plan_or_left_over(layout: Callable[[], bytes]) -> None:
    data = layout()
    assert lost_of(read_docx(data, "plan.docx").blocks, imported(data)) == []


def test_bold_lines_with_numbers_are_parts_and_sections() -> None:
    plan = made_of("bold_lines")
    settings = plan.settings
    assert settings.title == "Our five-year joint forward plan, April 2026 to March 2031 (2026-31)"
    assert settings.organisation == "Fenland and Wash Integrated Care Board"
    assert (str(settings.period.start), str(settings.period.end)) == ("2026-04-01", "2031-03-31")
    assert [(part.part, [plan.sections[name].title for name in part.sections]) for part in settings.contents] == [
        ("What matters most", ["Planned operations", "Living well at home"]),
        ("What makes it possible", ["Our people"]),
    ]


def test_years_of_the_plan_are_planning_periods() -> None:
    plan = made_of("bold_lines")
    assert list(plan.settings.planning_periods) == ["Year 1", "Year 2", "Years 2-5", "Years 3-5"]
    hubs, clinics = plan.sections["planned-operations"].workstreams
    assert (hubs.title, clinics.title) == ("Surgical hubs", "Clinics")
    assert hubs.actions["Year 1"] == ("Open a hub in Wisbech", "Recruit 12 theatre staff")
    assert clinics.actions == {
        "Year 1": ("Send reminders to everyone",),
        "Years 3-5": ("Move follow-up online", "Close paper diaries"),
    }


def test_an_action_with_a_deadline_is_dated() -> None:
    (action,) = made_of("bold_lines").sections["planned-operations"].workstreams[0].actions["Year 2"]
    assert not isinstance(action, str)
    assert (action.action, str(action.due)) == ("Open a second hub by June 2027", "June 2027")


def test_a_title_before_a_colon_is_that_of_the_workstream() -> None:
    (falls,) = made_of("bold_lines").sections["living-well-home"].workstreams
    assert falls.title == "Falls"
    assert falls.actions["Year 1"] == ("train 40 carers in every district",)


def test_what_success_looks_like_becomes_targets() -> None:
    targets = {target.statement: target for target in made_of("bold_lines").sections["planned-operations"].targets}
    cut = targets["Cut the waiting list from 48,000 to 31,500 by March 2029"]
    assert cut.baseline is not None
    assert (cut.better, str(cut.baseline.value), str(cut.target), str(cut.due)) == (
        "lower",
        "48,000",
        "31,500",
        "March 2029",
    )
    assert targets["Patients tell us that they were kept informed"].target is None


def test_columns_of_milestones_stand_in_any_order() -> None:
    plan = made_of("bold_lines")
    assert dated(plan) == {
        "Hub in Wisbech opens": "30 September 2026",
        "Second hub opens": "June 2027",
        "One booking system": "Q4 2027/28",
    }
    first, second, third = plan.areas["planned-operations"].milestones
    assert (first.owner, first.status) == ("Director of Surgery", "on_track")
    assert (second.owner, second.leads, second.status) == (None, ("wash-hospitals-nhs-trust",), "not_started")
    assert third.status is None


def test_a_colour_and_what_has_no_date_are_left_over() -> None:
    left_over = imported(documents.bold_lines()).left_over
    assert "text: Amber" in left_over
    assert "Patient panel set up" in left_over
    assert "1.1 Planned operations > Milestones > table 2, row 5" in left_over


def test_a_table_for_each_project_gives_groups_of_milestones() -> None:
    plan = made_of("project_cards")
    assert dated(plan) == {
        "Agree the clinical model": "31/05/2027",
        "Train 300 paramedics": "Autumn 2027",
        "First 40 beds open": "2027/28 Q3",
        "120 beds open": "March 2029",
        "Therapists visit all 64 nurseries": "July 2028",
    }
    groups = [milestone.group for milestone in plan.areas["urgent-care"].milestones]
    assert groups == ["Project 1: Call before convey"] * 2 + ["Project 2: Virtual wards"] * 2


def test_a_cell_over_several_rows_counts_in_each() -> None:
    beds = made_of("project_cards").areas["urgent-care"].milestones[2:]
    assert [milestone.owner for milestone in beds] == ["Community director", "Community director"]
    assert [milestone.status for milestone in beds] == ["complete", None]


def test_a_card_with_heads_at_its_side_is_read() -> None:
    (visit,) = made_of("project_cards").areas["children"].milestones
    assert (visit.group, visit.owner) == ("Speech in nurseries", "Head of therapies")


def test_a_table_of_measures_gives_targets_with_a_way_to_them() -> None:
    handover = made_of("project_cards").sections["urgent-care"].targets[0]
    assert handover.statement == "Average ambulance handover"
    assert handover.baseline is not None
    assert str(handover.baseline.value) == "58 minutes"
    assert [(str(point.target), str(point.due)) for point in handover.trajectory] == [
        ("40 minutes", "2027/28"),
        ("30 minutes", "2029/30"),
    ]
    assert (str(handover.target), str(handover.due)) == ("15 minutes", "2031/32")


def test_ambitions_challenges_voices_and_abbreviations_are_found_by_their_headings() -> None:
    plan = made_of("project_cards")
    assert plan.sections["urgent-care"].challenges == ("Ambulances wait outside our hospitals for an hour on average.",)
    children = plan.sections["children"]
    assert children.ambitions == ("Every child on the moor starts school ready to learn.",)
    assert [(voice.source, voice.findings) for voice in children.voices] == [
        (
            "Parents at eleven family hubs, spring 2026",
            ("Speech therapy is too far away", "Letters are hard to understand"),
        )
    ]
    assert plan.settings.glossary["UEC"] == "Urgent and emergency care"


def test_lists_under_years_are_actions_of_those() -> None:
    plan = made_of("numbered_lists")
    (stop,) = plan.sections["stopping-smoking"].workstreams
    assert stop.actions == {
        "2026/27": ("Offer help in every hospital ward", "Train pharmacists in 30 villages"),
        "2027/28": ("Reach every pregnant smoker",),
    }


def test_a_list_of_dates_is_one_of_milestones() -> None:
    assert dated(made_of("numbered_lists")) == {
        "ward advisers in post": "June 2026",
        "Village pharmacies trained": "December 2026",
        "Stop smoking app live by Spring 2027": "Spring 2027",
    }


def test_what_is_to_come_is_pending() -> None:
    practice = made_of("numbered_lists").sections["general-practice"]
    assert [(gap.what, str(gap.by)) for gap in practice.pending] == [("(to be updated in May 2026)", "May 2026")]


def test_the_priorities_that_a_sentence_names_in_quotes_are_those_that_a_section_supports() -> None:
    plan = made_of("numbered_lists")
    assert plan.settings.strategy_priorities == {"healthy-longer": "Healthy for longer"}
    assert plan.sections["moving-more"].supports == ("healthy-longer",)
    assert plan.sections["moving-more"].introduction


def test_years_that_no_title_names_are_those_of_the_dates() -> None:
    made = imported(documents.numbered_lists())
    period = plan_in(made).settings.period
    assert (str(period.start), str(period.end)) == ("2026-04-01", "2031-03-31")
    assert made.read_as == ["the years of the plan were read from the dates in it"]
