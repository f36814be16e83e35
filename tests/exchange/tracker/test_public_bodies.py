"""Trackers as they lie in public bodies: a key of colours, a card over a table, decisions beside actions, returns."""

from datetime import datetime
from typing import Any

import pytest
from openpyxl.styles import PatternFill

from jfp_cli.exchange.tracker.days import Days
from jfp_cli.exchange.tracker.heads import meanings_of
from jfp_cli.model.area import Milestone
from jfp_cli.values.calendar import Calendar
from tests.exchange.tracker.desk import TODAY, Desk, workbook

D = datetime
HEADS = (
    "No.|Workstream|Key action / deliverable|Exec SRO|Operational lead|Start date|Planned completion date"
    "|Revised completion date|BRAG|Progress this month|Risks / issues"
)


FRONT = "1. Front door"


def improvement_plan(*said: str) -> Any:
    said = said or ("31/12/2026", "Amber", "Estates works 60% done")
    return workbook(
        Sheet1=[
            ["NHS North Town - Urgent Care Improvement Plan"],
            ["Version 3.2", "", "Last updated: 14/11/2026"],
            [],
            HEADS.split("|"),
            [1.1, FRONT, "Move the treatment centre", "COO", "JS", D(2026, 4, 1), D(2026, 9, 30), *said, "Staff"],
            [1.2, FRONT, "Streaming nurse 24/7", "CNO", "A Patel", "", "30/06/2026", "", "Blue", "Done - embedded"],
            [2.1, "2. Discharge", "Lounge opens at 7am", "vacant", "", "", "Q4 2026/27", "tbc", "Green"],
            ["Key:", "Blue = complete, Green = on track, Amber = at risk, Red = off track"],
        ]
    )  # fmt: skip


def test_a_plan_with_a_key_of_its_colours(new: Desk) -> None:
    plan = improvement_plan()
    plan["Sheet1"].row_dimensions[6].hidden = True
    assert new.take(plan, name="Urgent care.xlsx") == 1
    assert new.told("Move the treatment centre") == {
        "starts": "1 April 2026",
        "due": "30 September 2026",
        "forecast": "31/12/2026",
        "status": "at_risk",
        "owner": "COO",
        "updates": [(TODAY, "Estates works 60% done")],
        "ref": "1.1",
    }
    assert new.told("Streaming nurse 24/7")["status"] == "complete"
    assert new.told("Streaming nurse 24/7")["updates"] == [(TODAY, "Done - embedded")]
    assert new.told("Lounge opens at 7am") == {"due": "Q4 2026/27", "status": "on_track", "ref": "2.1"}
    assert new.area_of("Lounge opens at 7am") == "discharge"
    assert '1 row of the sheet "Sheet1" is hidden, and was read like the others' in new.err
    assert (
        "row 8 says what colours mean: blue is complete, green is on_track, amber is at_risk, red is off_track"
        in new.err
    )
    assert "at_risk" not in new.err.partition("--map can say otherwise")[2]


def test_the_same_plan_a_month_later(new: Desk) -> None:
    new.take(improvement_plan(), name="Urgent care.xlsx")
    later = improvement_plan("31/03/2027", "Red", "Contractor left")
    assert new.take(later, name="Urgent care.xlsx") == 1
    assert new.out.splitlines() == [
        "milestones/move-treatment-centre: Move the treatment centre",
        "    Forecast: 31/12/2026 \N{RIGHTWARDS ARROW} 31/03/2027  (Sheet1!H5)",
        "    Status: At risk \N{RIGHTWARDS ARROW} Off track  (Sheet1!I5)",
        "    Updates (new): Contractor left  (Sheet1!J5)",
    ]
    assert new.take(later, name="Urgent care.xlsx") == 1
    assert new.err.startswith("nothing new could be taken")


@pytest.mark.parametrize(
    "key",
    [
        [["", "On track"], ["", "At risk"], ["", "Off track"]],
        [["Green", "On track"], ["Amber", "At risk"], ["Red", "Off track"]],
        [["G = on track; A = at risk; R = off track"]],
        [["Green: on track"], ["Amber: at risk"], ["Red: off track"]],
    ],
)
def test_a_key_says_what_fills_mean_too(new: Desk, key: list[list[str]]) -> None:
    rows = [["Open the clinic", "Ann", "May 2027"], ["Hire nurses", "Ann", "May 2027"], ["Move", "Ann", "May 2027"]]
    book = workbook(Ward=[["Action", "Lead", "By when", "RAG"], *rows, [], *key])
    colours = ("00B050", "FFC000", "FF0000")
    for number, colour in enumerate(colours):
        book["Ward"].cell(2 + number, 4).fill = PatternFill("solid", fgColor=colour)
        if not key[0][0]:
            book["Ward"].cell(6 + number, 1).fill = PatternFill("solid", fgColor=colour)
    assert new.take(book) == 0
    assert [new.told(row[0])["status"] for row in rows] == ["on_track", "at_risk", "off_track"]
    assert new.take(book, "--map", new.map("colours: {green: complete}")) == 0
    assert new.told("Open the clinic")["status"] == "complete"


def test_rows_that_name_a_colour_beside_their_status_are_no_key(new: Desk) -> None:
    rows = [["Dig", "May 2027", "Green - on track"], ["Plant", "May 2027", "Red - off track"]]
    assert new.take(workbook(Parks=[["Action", "Due", "Status"], *rows])) == 0
    assert {one: new.told(one)["status"] for one in new.milestones} == {"Dig": "on_track", "Plant": "off_track"}


def test_a_highlight_report_with_a_card_over_its_milestones(new: Desk) -> None:
    report = workbook(
        Highlight=[
            ["Highlight report"],
            ["Project", "Digital front door", "", "Reporting period", "October 2026"],
            ["SRO", "Ann Lee", "", "Overall RAG", "A"],
            [],
            ["Milestones"],
            ["Milestone", "Baseline date", "Forecast date", "Actual date", "Status"],
            ["Business case approved", D(2026, 3, 31), D(2026, 3, 31), D(2026, 4, 2), "Complete"],
            ["Contract signed", D(2026, 6, 30), D(2026, 9, 15), None, "On track"],
        ]
    )
    assert new.take(report) == 0
    assert new.told("Contract signed") == {"due": "30 June 2026", "forecast": "15 September 2026", "status": "on_track"}
    assert new.area_of("Contract signed") == "digital-front-door"
    assert len(new.milestones) == 2
    assert 'Highlight, row 2: the card over the table says that it is about "Digital front door"' in new.err


def test_decisions_beside_actions_lend_them_no_date(new: Desk) -> None:
    board = workbook(
        Board=[
            ["Decision", "Date", "", "Action", "Owner", "By", "Status"],
            ["Approve the budget", "12/05/2026", "", "Write to the trust", "Chair", "30/06/2026", "Done"],
        ]
    )
    assert new.take(board) == 0
    assert new.told("Write to the trust") == {"due": "30/06/2026", "status": "complete", "owner": "Chair"}
    assert "Board, row 1: no head says what is to be done" in new.err


def test_what_a_cell_says_was_completed_on_a_day(new: Desk) -> None:
    rows = [["Dig", "Ann", "May 2026", "Completed 12/06/26"], ["Plant", "Ann", "Completed June 2026", "Completed"]]
    assert new.take(workbook(Parks=[["Action", "Lead", "Due", "Status"], *rows])) == 0
    assert new.told("Dig") == {"due": "May 2026", "status": "complete", "completed": "12/06/26", "owner": "Ann"}
    assert new.told("Plant") == {"due": "June 2026", "status": "complete", "completed": "June 2026", "owner": "Ann"}


def test_a_return_with_the_year_before_in_a_column(new: Desk) -> None:
    heads = ["Ref", "Indicator", "Polarity", "2025/26 outturn", "Target 2026/27", "Q1 2026/27", "Q2 2026/27"]
    rows: list[list[Any]] = [
        ["H1", "Homes let", "Bigger is better", "78%", "85%", "80%", "82.5%"],
        ["H2", "Arrears", "\u2193", 61, 50, 58.2, ""],
    ]
    assert new.take(workbook(KPIs=[["Corporate Plan"], heads, *rows])) == 0
    homes, arrears = (new.plan.measures[name] for name in ("homes-let", "arrears"))
    assert (homes.better, homes.every, arrears.better) == ("higher", "quarter", "lower")
    assert [(one.at.text, one.value.text) for one in homes.readings] == [
        ("2025/26", "78%"),
        ("Q1 2026/27", "80%"),
        ("Q2 2026/27", "82.5%"),
    ]


@pytest.mark.parametrize(
    ("text", "taken", "former", "left"),
    [
        ("31/3/27 (was 30/6/26)", "31/3/27", "30/6/26", False),
        ("31/03/2027 subject to funding", "31/03/2027", "", True),
        ("2/16/2026 8:00:00 AM", "16 February 2026", "", False),
    ],
)
def test_nothing_behind_a_day_is_lost(text: str, taken: str, former: str, left: bool) -> None:
    day = Days(Calendar(), [text, "2/16/2026"] if "AM" in text else [text]).read(text)
    assert (day.text, day.former, bool(day.left)) == (taken, former, left)


@pytest.mark.parametrize(
    ("head", "meaning"), [("Progress this month", "status"), ("RAG last month", ""), ("Status in period", "status")]
)
def test_a_head_may_say_of_when_it_is(head: str, meaning: str) -> None:
    assert [one.meaning for one in meanings_of(head, Milestone)][:1] == ([meaning] if meaning else [])


def test_a_completion_date_beside_a_baseline_and_a_revised_one_is_the_actual_one(new: Desk) -> None:
    table = workbook(
        Plan=[
            ["Milestone", "Directorate", "Baseline date", "Revised date", "Completion date"],
            ["Agree the model", "Children", "31/03/2026", "", "28/03/2026"],
            ["Recruit the team", "Children", "30/06/2026", "30/09/2026", ""],
        ]
    )
    assert new.take(table) == 0
    agreed, recruited = new.plan.areas["children"].milestones
    assert (agreed.due.text, agreed.completed and agreed.completed.text) == ("31/03/2026", "28/03/2026")
    assert (recruited.due.text, recruited.forecast and recruited.forecast.text) == ("30/06/2026", "30/09/2026")
    assert recruited.completed is None
