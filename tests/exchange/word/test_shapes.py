"""Shapes of tables and headings that plans have here and there, each alone in a document."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from docx import Document

from jfp_cli.exchange.word.package import read_docx
from jfp_cli.model.plan import Plan
from tests.exchange.word.documents import Rows, bold, listed, put_table, saved
from tests.exchange.word.imported import imported, lost_of, plan_in


def plan_with(write: Callable[[Any], object]) -> Plan:
    """The plan of a document with one section, Cancer, and what is written under it; no letter is lost of it."""
    document = Document()
    document.add_heading("Wold Joint Forward Plan 2026-31", 0)
    document.add_heading("Cancer", 1)
    write(document)
    data = saved(document)
    made = imported(data)
    assert lost_of(read_docx(data, "plan.docx").blocks, made) == []
    return plan_in(made)


def plan_of_table(rows: Rows, merged: Sequence[tuple[int, int, int, int]] = ()) -> Plan:
    return plan_with(lambda document: put_table(document, rows, merged))


def milestones(plan: Plan) -> list[tuple[str | None, str, str]]:
    return [(one.group, one.activity, str(one.due)) for area in plan.areas.values() for one in area.milestones]


@pytest.mark.parametrize("heads", [("Deliverable", "By when"), ("Milestone", "Due"), ("Action", "Timescale")])
@pytest.mark.parametrize("is_turned", [False, True])
def test_common_heads_of_milestones_are_known_in_any_order(heads: tuple[str, str], is_turned: bool) -> None:
    rows = [heads, ("Open the clinic", "May 2027"), ("Train the staff", "Q3 2027/28")]
    plan = plan_of_table([row[::-1] if is_turned else row for row in rows])
    assert milestones(plan) == [(None, "Open the clinic", "May 2027"), (None, "Train the staff", "Q3 2027/28")]


def test_a_column_of_areas_names_them_in_a_section_too() -> None:
    plan = plan_of_table(
        [["Service area", "Activity", "Date for completion"], ["Dental", "Open the clinic", "May 2027"]]
    )
    assert [area.title for area in plan.areas.values()] == ["Dental"]


def test_a_subject_that_is_left_empty_is_the_one_above() -> None:
    plan = plan_of_table(
        [["Project", "Milestone", "Due"], ["Vans", "Bought", "May 2027"], ["", "Driving", "July 2027"]]
    )
    assert milestones(plan) == [("Vans", "Bought", "May 2027"), ("Vans", "Driving", "July 2027")]


def test_heads_in_two_rows_are_read_together() -> None:
    rows = [
        ["Workstream", "What we will do", "", "Measures"],
        ["", "2026/27", "2027-31", ""],
        ["Vans", "Buy two", "Buy ten", "120 beds"],
    ]
    (stream,) = plan_of_table(rows, [(0, 1, 0, 2), (0, 0, 1, 0), (0, 3, 1, 3)]).sections["cancer"].workstreams
    assert (stream.title, stream.actions) == ("Vans", {"2026/27": ("Buy two",), "2027-31": ("Buy ten",)})


def test_heads_that_come_again_are_no_row() -> None:
    rows = [["Milestone", "Due"], ["Open", "May 2027"], ["Milestone", "Due"], ["Close", "May 2028"]]
    assert [activity for _, activity, _ in milestones(plan_of_table(rows))] == ["Open", "Close"]


def test_a_line_across_the_table_is_the_group_of_what_stands_under_it() -> None:
    rows = [["Milestone", "Due"], ["Vans", ""], ["Bought", "May 2027"]]
    assert milestones(plan_of_table(rows, [(1, 0, 1, 1)])) == [("Vans", "Bought", "May 2027")]


def test_quarters_that_are_ticked_give_the_last_of_them() -> None:
    rows = [["Objective", "Action", "Q1 2026/27", "Q2 2026/27", "2027/28"], ["Vans", "Buy two", "✓", "✓", ""]]
    assert milestones(plan_of_table(rows)) == [("Vans", "Buy two", "Q2 2026/27")]


def test_quarters_with_texts_under_them_give_each_its_quarter() -> None:
    rows = [["Q1 2026/27", "Q2 2026/27"], ["Buy vans", "Hire drivers\nStart"]]
    assert milestones(plan_of_table(rows)) == [
        (None, "Buy vans", "Q1 2026/27"),
        (None, "Hire drivers", "Q2 2026/27"),
        (None, "Start", "Q2 2026/27"),
    ]


def test_periods_that_are_ticked_are_those_of_the_action() -> None:
    rows = [["Deliverable", "2026/27", "2027/28"], ["Vans", "", "X"]]
    (stream,) = plan_of_table(rows).sections["cancer"].workstreams
    assert stream.actions == {"2027/28": ("Vans",)}


def test_a_table_without_heads_in_which_dates_stand_beside_texts_is_one_of_milestones() -> None:
    rows = [["May 2027", "Open the clinic"], ["June 2028", "Open another"]]
    assert milestones(plan_of_table(rows)) == [
        (None, "Open the clinic", "May 2027"),
        (None, "Open another", "June 2028"),
    ]


def test_heads_that_run_over_the_end_of_a_row_tell_how_the_cells_go_on() -> None:
    rows = [
        ["Our ambition", "Our challenges:"],
        ["What our residents say:", "Nobody waits"],
        ["Few doctors", "It takes too long"],
    ]
    section = plan_of_table(rows).sections["cancer"]
    assert (section.ambitions, section.challenges) == (("Nobody waits",), ("Few doctors",))
    assert section.voices[0].findings == ("It takes too long",)


def test_a_card_holds_ambition_periods_and_measures() -> None:
    rows = [
        ["Our ambition", "Nobody waits"],
        ["Year 1", "* Hire\n* Open"],
        ["Years 2-5", "Review"],
        ["Measures", "Waits under 18 weeks"],
    ]
    section = plan_of_table(rows).sections["cancer"]
    assert section.ambitions == ("Nobody waits",)
    (stream,) = section.workstreams
    assert (stream.title, stream.actions) == ("Cancer", {"Year 1": ("Hire", "Open"), "Years 2-5": ("Review",)})


def test_a_table_of_where_we_are_and_what_we_do_is_read_by_its_questions() -> None:
    rows = [
        ["Where are we now?", "Where do we want to be?", "How will we get there?", "How will we know?"],
        ["One in seven smokes", "One in twenty smokes", "Hire advisers", "Smoking falls to 5%"],
    ]
    section = plan_of_table(rows).sections["cancer"]
    assert (section.introduction, section.ambitions) == (("One in seven smokes",), ("One in twenty smokes",))
    assert section.workstreams[0].actions == {"2026-31": ("Hire advisers",)}
    assert str(section.targets[0].target) == "5%"


def test_several_dates_in_words_give_the_last_and_the_words_are_left_over() -> None:
    document = Document()
    document.add_heading("Wold Joint Forward Plan 2026-31", 0)
    put_table(document, [["Area", "Activity", "Date"], ["Dental", "Open both clinics", "June 2027 and March 2028"]])
    made = imported(saved(document))
    (milestone,) = plan_in(made).areas["dental"].milestones
    assert str(milestone.due) == "March 2028"
    assert "text: June 2027 and March 2028" in made.left_over
    assert [doubt.what for doubt in made.doubts] == ["milestones/open-both-clinics"]


def test_whoever_is_still_to_be_found_is_no_owner() -> None:
    document = Document()
    document.add_heading("Wold Joint Forward Plan 2026-31", 0)
    rows = [["Area", "Activity", "Owner", "Date"], ["Dental", "Open a clinic", "Vacant post (TBC)", "June 2027"]]
    put_table(document, rows)
    made = imported(saved(document))
    (milestone,) = plan_in(made).areas["dental"].milestones
    assert milestone.owner is None
    assert "why: it names nobody who answers for it\n    text: Vacant post (TBC)" in made.left_over


def test_actions_without_dates_have_their_owners_and_the_whole_plan_for_period() -> None:
    rows = [["Action", "Lead", "Status"], ["Hire advisers", "Chief nurse", "On track"]]
    (stream,) = plan_of_table(rows).sections["cancer"].workstreams
    (action,) = stream.actions["2026-31"]
    assert not isinstance(action, str)
    assert (action.action, action.owner, action.status) == ("Hire advisers", "Chief nurse", "on_track")


def test_headings_below_a_section_name_workstreams() -> None:
    def write(document: Any) -> None:
        document.add_heading("Screening", 2)
        document.add_heading("Year 1", 3)
        listed(document, ["Text everybody"])
        document.add_heading("Outcomes", 2)
        listed(document, ["75% of cancers found early by 2028"])

    section = plan_with(write).sections["cancer"]
    (stream,) = section.workstreams
    assert (stream.title, stream.actions) == ("Screening", {"Year 1": ("Text everybody",)})
    assert str(section.targets[0].target) == "75%"


def test_a_chapter_of_text_under_what_supports_the_plan_is_an_enabler() -> None:
    def write(document: Any) -> None:
        document.add_heading("Enabling programmes", 1)
        document.add_heading("Estates", 2)
        document.add_paragraph("Our buildings are old.")

    plan = plan_with(write)
    assert plan.enablers["estates"].points == ("Our buildings are old.",)
    assert [part.enablers for part in plan.settings.contents] == [(), ("estates",)]


def test_lines_in_capitals_are_headings_where_nothing_else_is() -> None:
    document = Document()
    for text in ("WOLD JOINT FORWARD PLAN 2026-31", "URGENT CARE", "Ambulances wait outside.", "KEY ACTIONS"):
        document.add_paragraph(text)
    listed(document, ["Open a hub by June 2027"])
    plan = plan_in(imported(saved(document)))
    (section,) = plan.sections.values()
    assert section.title == "URGENT CARE"
    assert list(section.workstreams[0].actions) == ["2026-31"]


def test_bold_lines_of_one_size_are_sections_where_a_label_or_a_table_follows() -> None:
    document = Document()
    bold(document, "Wold Joint Forward Plan 2026-31")
    for title in ("Planned care", "Maternity"):
        bold(document, title)
        bold(document, "What we will do")
        bold(document, "Buildings")
        listed(document, ["Open a new ward"])
        bold(document, "How will we know?")
        listed(document, ["Fewer people wait"])
    plan = plan_in(imported(saved(document)))
    assert [section.title for section in plan.sections.values()] == ["Planned care", "Maternity"]
    assert [stream.title for stream in plan.sections["maternity"].workstreams] == ["Buildings"]


def test_a_bold_beginning_of_a_cell_is_the_title_of_its_workstream() -> None:
    def write(document: Any) -> None:
        table = put_table(document, [["2026/27", "2027-31"], ["", "Go on"]])
        paragraph = table.cell(1, 0).paragraphs[0]
        paragraph.add_run("Robots ").bold = True
        paragraph.add_run("buy a second one")

    (stream,) = plan_with(write).sections["cancer"].workstreams
    assert (stream.title, stream.actions["2026/27"]) == ("Robots", ("buy a second one",))


def test_a_title_across_a_table_with_a_line_under_it_is_that_of_the_workstream_below() -> None:
    rows = [["2026/27", "2027-31", "Measures"], ["Vans\nPlanned care", "", ""], ["Buy two", "Buy ten", "120 beds"]]
    (stream,) = plan_of_table(rows, [(1, 0, 1, 2)]).sections["cancer"].workstreams
    assert (stream.title, stream.introduction) == ("Vans", ("Planned care",))
    assert stream.actions == {"2026/27": ("Buy two",), "2027-31": ("Buy ten",)}


def test_a_table_under_a_heading_of_targets_is_one_of_them_though_it_has_dates() -> None:
    def write(document: Any) -> None:
        document.add_heading("How will we know?", 2)
        put_table(
            document, [["What we want", "From", "To", "Due"], ["Shorter waits", "61 weeks", "40 weeks", "May 2027"]]
        )

    (target,) = plan_with(write).sections["cancer"].targets
    assert target.baseline is not None
    assert (target.statement, str(target.baseline.value), str(target.target), str(target.due)) == (
        "Shorter waits",
        "61 weeks",
        "40 weeks",
        "May 2027",
    )


def test_abbreviations_are_read_from_a_list_too() -> None:
    def write(document: Any) -> None:
        document.add_heading("Glossary", 1)
        document.add_paragraph("UEC: urgent and emergency care")
        paragraph = document.add_paragraph()
        paragraph.add_run("Hub").bold = True
        paragraph.add_run(" a place with several services")

    assert plan_with(write).settings.glossary == {
        "UEC": "urgent and emergency care",
        "Hub": "a place with several services",
    }


def test_abbreviations_are_read_from_a_table_without_heads_too() -> None:
    def write(document: Any) -> None:
        document.add_heading("Abbreviations", 1)
        put_table(document, [["EV", "Electric vehicle"], ["GPs", "General practitioners"]])

    assert plan_with(write).settings.glossary == {"EV": "Electric vehicle", "GPs": "General practitioners"}


def test_an_enabler_has_what_it_says_its_parts_and_its_promises() -> None:
    def write(document: Any) -> None:
        document.add_heading("Supporting change", 1)
        document.add_heading("Estates", 2)
        document.add_paragraph("Our buildings are old.")
        document.add_paragraph("We will:")
        listed(document, ["Replace three by March 2030"])
        document.add_heading("New hospitals", 3)
        document.add_paragraph("One is planned.")

    estates = plan_with(write).enablers["estates"]
    assert estates.points == ("Our buildings are old.",)
    assert [(promise.commitment, str(promise.due)) for promise in estates.commitments] == [
        ("Replace three by March 2030", "March 2030")
    ]
    assert [(topic.title, topic.points) for topic in estates.topics] == [("New hospitals", ("One is planned.",))]


def test_the_title_of_a_plan_is_told_from_the_name_of_its_board() -> None:
    document = Document()
    document.add_paragraph("Wold Integrated Care Board", style="Subtitle")
    document.add_paragraph("Joint Forward Plan 2026-31", style="Title")
    document.add_heading("Cancer", 1)
    document.add_paragraph("The Wold Integrated Care System and the Wold Integrated Care System work as one.")
    settings = plan_in(imported(saved(document))).settings
    assert (settings.title, settings.organisation) == ("Joint Forward Plan 2026-31", "Wold Integrated Care Board")


@pytest.mark.parametrize(
    ("cover", "organisation"),
    [
        ("Wold Borough Council", "Wold Borough Council"),
        ("City of Wold Council", "City of Wold Council"),
        ("Wold and Fen Combined Authority", "Wold and Fen Combined Authority"),
        ("Wold Integrated Care Board", "Wold Integrated Care Board"),
    ],
)
def test_a_cover_says_whose_plan_it_is_and_below_what_it_is_called(cover: str, organisation: str) -> None:
    document = Document()
    document.add_paragraph(cover, style="Title")
    document.add_paragraph("Corporate Delivery Plan 2026 to 2030")
    document.add_heading("Homes", 1)
    document.add_paragraph("We work with other councils, and Fen District Council and Mere District Council lead.")
    settings = plan_in(imported(saved(document))).settings
    assert (settings.title, settings.organisation) == ("Corporate Delivery Plan 2026 to 2030", organisation)


def test_a_council_that_is_named_in_a_plan_alone_is_not_whose_plan_it_is() -> None:
    document = Document()
    document.add_paragraph("Borough Council Delivery Plan 2026-30", style="Title")
    document.add_heading("Homes", 1)
    document.add_paragraph("Fen District Council leads.")
    assert plan_in(imported(saved(document))).settings.organisation == "Not named in the document"


def test_the_board_that_a_council_works_with_is_not_whose_plan_it_is() -> None:
    document = Document()
    document.add_paragraph("Wold Borough Council: delivery plan 2026-30", style="Title")
    document.add_heading("Homes", 1)
    document.add_paragraph("Fen Integrated Care Board pays for half of it.")
    settings = plan_in(imported(saved(document))).settings
    assert (settings.title, settings.organisation) == (
        "Wold Borough Council: delivery plan 2026-30",
        "Wold Borough Council",
    )


def test_how_the_document_came_about_is_no_milestone() -> None:
    rows = [["Version", "Date", "Description"], ["1.0", "March 2026", "First draft"]]
    assert milestones(plan_of_table(rows)) == []


def test_headings_as_high_as_that_of_their_section_belong_to_it() -> None:
    document = Document()
    document.add_heading("Wold Joint Forward Plan 2026-31", 0)
    for title in ("Cancer", "Stroke"):
        document.add_heading(title, 1)
        document.add_heading("What we will do", 1)
        listed(document, ["Open a clinic"])
        document.add_heading("Milestones", 1)
        put_table(document, [["Milestone", "Due"], [f"{title} clinic opens", "May 2027"]])
    plan = plan_in(imported(saved(document)))
    assert [section.title for section in plan.sections.values()] == ["Cancer", "Stroke"]
    assert {area.title: len(area.milestones) for area in plan.areas.values()} == {"Cancer": 1, "Stroke": 1}


def test_a_heading_over_actions_that_names_a_period_says_when_they_are_done() -> None:
    def write(document: Any) -> None:
        bold(document, "What we will do in 2026/27")
        listed(document, ["Open a clinic"])
        bold(document, "What we will do in 2027-2031")
        listed(document, ["Open another"])
        bold(document, "What we will do")
        listed(document, ["Keep both open"])

    (stream,) = plan_with(write).sections["cancer"].workstreams
    assert stream.actions == {
        "2026/27": ("Open a clinic",),
        "2027-2031": ("Open another",),
        "2026-31": ("Keep both open",),
    }


@pytest.mark.parametrize(
    ("heads", "first"),
    [(("Milestones", ""), "Action plan agreed"), (("Key milestones", "By when"), "First hub open")],
    ids=["across", "two heads"],
)
def test_milestones_on_a_card_are_those_of_its_subject(heads: tuple[str, str], first: str) -> None:
    rows = [
        ["Project", "Family hubs"],
        ["Senior responsible owner", "Director of children"],
        ["What we will do", "Open hubs in every district"],
        heads,
        [first, "May 2027"],
        ["Lease signed", "not known yet"],
        ["All hubs open", "March 2030"],
    ]
    plan = plan_of_table(rows, [] if heads[1] else [(3, 0, 3, 1)])
    assert milestones(plan) == [
        ("Family hubs", first, "May 2027"),
        ("Family hubs", "All hubs open", "March 2030"),
    ]
    (stream,) = plan.sections["cancer"].workstreams
    assert stream.title == "Family hubs"
    assert [str(getattr(action, "action", action)) for action in stream.actions["2026-31"]] == [
        "Open hubs in every district"
    ]


def test_a_date_on_a_card_that_nothing_calls_a_milestone_is_none() -> None:
    rows = [["Project", "Family hubs"], ["Actions", "Open hubs"], ["Last reviewed", "May 2026"]]
    assert milestones(plan_of_table(rows)) == []


def test_a_bold_line_over_smaller_ones_is_a_chapter_though_no_table_follows() -> None:
    document = Document()
    bold(document, "Wold Joint Forward Plan 2026-31", 22)
    bold(document, "Start well", 16)
    put_table(document, [["Milestone", "Due"], ["Open the clinic", "May 2027"]])
    bold(document, "Supporting change", 16)
    bold(document, "Digital", 13)
    document.add_paragraph("We will:")
    listed(document, ["Join up records by March 2029"])
    plan = plan_in(imported(saved(document)))
    assert [section.title for section in plan.sections.values()] == ["Start well"]
    assert [enabler.title for enabler in plan.enablers.values()] == ["Digital"]


def test_a_period_that_goes_on_is_called_so() -> None:
    rows = [["Objective", "Key actions 2026/27", "Key actions 2027/28 onwards"], ["Vans", "Buy two", "Buy ten"]]
    (stream,) = plan_of_table(rows).sections["cancer"].workstreams
    assert stream.actions == {"2026/27": ("Buy two",), "2027/28 onwards": ("Buy ten",)}


def test_actions_of_a_list_that_begin_with_their_period_are_of_that() -> None:
    def write(document: Any) -> None:
        bold(document, "What we will do")
        listed(document, ["Year 1: Open a hub (October 2026)", "Years 2-5: Review theatres", "March 2029: Close it"])

    plan = plan_with(write)
    (stream,) = plan.sections["cancer"].workstreams
    said = {
        period: [(getattr(action, "action", action), str(getattr(action, "due", ""))) for action in actions]
        for period, actions in stream.actions.items()
    }
    assert said == {
        "Year 1": [("Open a hub", "October 2026")],
        "Years 2-5": [("Review theatres", "")],
        "2026-31": [("Close it", "March 2029")],
    }


def test_milestones_of_an_appendix_are_those_of_the_areas_that_a_column_names() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("Too many people wait for their teeth.")
        document.add_heading("Timeline", 1)
        put_table(document, [["Milestone", "Due"], ["Agree the plan", "May 2026"]])
        document.add_heading("Governance", 1)
        document.add_paragraph("The board meets every month.")
        document.add_heading("Appendix A: Milestones", 1)
        put_table(document, [["Priority", "Milestone", "End"], ["Dental", "Open the clinic", "May 2027"]])

    assert {area.title for area in plan_with(write).areas.values()} == {"Cancer", "Dental"}


def test_a_table_of_amounts_by_year_is_no_table_of_actions() -> None:
    rows = [["£m", "2026/27", "2027/28"], ["Income", "1,200", "1,230"], ["Spending", "1,190", "1,230"]]
    assert plan_of_table(rows).sections["cancer"].workstreams == ()


def test_a_table_of_several_columns_that_nobody_knows_is_left_over_whole() -> None:
    rows = [["Risk", "Likelihood", "Mitigation"], ["Few doctors", "4", "Hire abroad"], ["Money", "3", "Save"]]
    assert plan_of_table(rows).sections["cancer"].introduction == ()


def test_a_baseline_with_its_year_is_no_figure_on_the_way() -> None:
    rows = [["Measure", "Baseline (2024/25)", "2026/27", "2030/31"], ["Smoking at delivery", "9.8%", "8%", "5%"]]
    (target,) = plan_of_table(rows).sections["cancer"].targets
    assert target.baseline is not None
    assert (str(target.baseline.value), str(target.baseline.at)) == ("9.8%", "2024/25")
    assert [(str(step.target), str(step.due)) for step in target.trajectory] == [("8%", "2026/27")]
    assert (str(target.target), str(target.due)) == ("5%", "2030/31")


def test_whoever_answers_for_a_measure_is_the_owner_of_its_target() -> None:
    rows = [
        ["Measure", "2026/27", "2030/31", "Owner"],
        ["Smoking at delivery", "8%", "5%", "Fen Maternity Trust"],
        ["Stillbirths", "4%", "3%", "Head of midwifery"],
        ["Births at home", "2%", "3%", "TBC"],
    ]
    targets = plan_of_table(rows).sections["cancer"].targets
    assert [target.owner for target in targets] == ["Fen Maternity Trust", "Head of midwifery", None]


def test_the_column_without_a_head_before_years_says_what_rows_are_about() -> None:
    rows = [["", "Year one", "Year two"], ["Access", "More slots", "New practices"], ["Staff", "", "A school"]]
    streams = plan_of_table(rows).sections["cancer"].workstreams
    assert [(stream.title, list(stream.actions)) for stream in streams] == [
        ("Access", ["Year one", "Year two"]),
        ("Staff", ["Year two"]),
    ]


def test_commitments_of_a_year_are_actions_of_it() -> None:
    def write(document: Any) -> None:
        document.add_heading("Our commitments for 2026/27", 2)
        listed(document, ["Hire ten nurses"])

    (stream,) = plan_with(write).sections["cancer"].workstreams
    assert stream.actions == {"2026/27": ("Hire ten nurses",)}
