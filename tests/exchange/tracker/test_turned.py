"""Tables without a row of heads on top: months below each other, a row for each figure, and cards."""

from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document

from tests.exchange.tracker.desk import Desk, workbook

D = datetime


def readings(desk: Desk, name: str) -> list[tuple[str, str | None, str]]:
    return [(one.at.text, one.place, one.value.text) for one in desk.plan.measures[name].readings]


def test_a_row_for_each_figure(new: Desk) -> None:
    table = workbook(
        Data=[
            ["Returns 2025/26"],
            ["Month", "Measure", "Unit", "Value", "Target"],
            ["April 2025", "Falls", "falls", 4, 5],
            ["April 2025", "Waiting list", "pathways", "148,300", ""],
            ["May 2025", "Falls", "falls", 6, 5],
            ["Maay 2025", "Waiting list", "pathways", "147,000", ""],
        ]
    )
    assert new.take(table) == 1
    assert readings(new, "falls") == [("2025-04", None, "4"), ("2025-05", None, "6")]
    assert (new.plan.measures["falls"].unit, new.plan.measures["falls"].every) == ("falls", "month")
    assert ("April 2025", None, "148,300") in readings(new, "waiting-list")
    assert 'Data!A6: what stands under "Maay 2025" was not taken: "Maay 2025" is not a date' in new.err
    assert 'Data!E2: "Target" was not taken' in new.err
    again = new.root / "measures" / "falls.yaml"
    before = again.read_bytes()
    assert new.take(table) == 1
    assert again.read_bytes() == before


def test_a_row_for_each_figure_with_days_for_months_and_places_under_any_head(borough: Desk) -> None:
    rows = [[D(2025, month, 1), "Recycling", "Northgate", share] for month, share in ((4, 0.41), (5, 0.42))]
    table = workbook(Data=[["Date", "KPI", "Locality", "Actual"], *rows, [D(2025, 5, 1), "Recycling", "", 0.4]])
    assert borough.take(table) == 0
    assert [one for one in readings(borough, "recycling") if "2025" in one[0] and "Q" not in one[0]] == [
        ("April 2025", "northgate", "41%"),
        ("May 2025", "northgate", "42%"),
        ("May 2025", None, "40%"),
    ]
    assert "    April 2025, northgate: (nothing) \N{RIGHTWARDS ARROW} 41%  (Data!D2)" in borough.out


def test_a_row_for_each_month(new: Desk) -> None:
    table = workbook(
        Data=[
            ["Safety"],
            [],
            ["", "Falls", "Pressure ulcers"],
            ["Apr-25", 4, 5],
            ["May-25", 6, "n/a"],
            ["Jun-25", 6, 5],
            ["Total", 16, 10],
        ]
    )
    assert new.take(table) == 0
    assert readings(new, "falls") == [("2025-04", None, "4"), ("2025-05", None, "6"), ("2025-06", None, "6")]
    assert readings(new, "pressure-ulcers") == [("2025-04", None, "5"), ("2025-06", None, "5")]
    assert "    May 2025: (nothing) \N{RIGHTWARDS ARROW} 6  (Data!B5)" in new.out


def card(title: str, owner: str, due: Any, status: str) -> list[list[Any]]:
    return [["Project:", title], ["Project lead:", owner], ["Budget", 5], ["Due date:", due], ["Status:", status], []]


def test_cards_below_each_other(new: Desk) -> None:
    clinic, nurses = (
        card("Open the clinic", "Ann", D(2027, 5, 1), "On track"),
        card("Hire nurses", "TBC", "June 2027", ""),
    )
    assert new.take(workbook(Cards=[["Programme cards"], [], *clinic, *nurses]), name="Elective.xlsx") == 1
    assert new.told("Open the clinic") == {"due": "1 May 2027", "status": "on_track", "owner": "Ann"}
    assert new.told("Hire nurses") == {"due": "June 2027"}
    assert new.area_of("Hire nurses") == "elective"
    assert 'Cards!B10: "TBC" names nobody who answers for it' in new.err
    assert 'Cards!A5: nobody knows what "Budget" holds' in new.err


def test_a_card_with_labels_in_two_columns_and_its_title_over_it(new: Desk) -> None:
    sheet = workbook(
        Sheet1=[
            ["Open the clinic"],
            ["SRO", "Ann", "RAG", ""],
            ["Start date", "May 2026", "End date", "May 2027"],
            ["Update", "Lease signed", "Comments", "Fine"],
        ]
    )
    assert new.take(sheet, name="Elective.xlsx") == 0
    told = new.told("Open the clinic")
    assert (told["starts"], told["due"], told["owner"]) == ("May 2026", "May 2027", "Ann")
    assert [note for _, note in told["updates"]] == ["Lease signed", "Fine"]


def test_a_card_for_each_project_of_a_word_document(new: Desk) -> None:
    document = Document()
    for title, owner, due in (("Open the clinic", "Ann", "May 2027"), ("Hire nurses", "Bob", "June 2027")):
        document.add_heading(title, 2)
        rows = (("Lead", owner), ("Deadline", due), ("Progress", "Not started"))
        table = document.add_table(len(rows), 2)
        for number, row in enumerate(rows):
            for at, text in enumerate(row):
                table.cell(number, at).text = text
    file = BytesIO()
    document.save(file)
    assert new.take(file.getvalue(), name="Elective.docx") == 0
    assert {one: (new.area_of(one), new.told(one)) for one in new.milestones} == {
        "Open the clinic": ("elective", {"due": "May 2027", "status": "not_started", "owner": "Ann"}),
        "Hire nurses": ("elective", {"due": "June 2027", "status": "not_started", "owner": "Bob"}),
    }


def test_several_things_in_a_cell_in_step_with_their_dates(new: Desk) -> None:
    heads = ["Ref", "Action", "Lead", "By when", "Status"]
    rows = [
        ["1", "Open the clinic\n\nHire nurses\nTrain them", "Ann", "May 2027\nJune 2027\n\n1/7/27", "On track"],
        ["2", "Publish the pathway", "Ann\nBob", "May 2027\nJune 2027", "Complete"],
        ["3", "Design it\nBuild it", "Ann\nBob", "May 2027", "On track"],
        ["4", "Write it\nPrint it", "Ann\nBob", "May 2027\nTBC", "On track"],
    ]
    tracker = workbook(Parks=[heads, *rows])
    assert new.take(tracker) == 1
    told = {one: (new.told(one)["due"], new.told(one)["owner"], new.told(one)["ref"]) for one in new.milestones}
    assert told == {
        "Open the clinic": ("May 2027", "Ann", "1"),
        "Hire nurses": ("June 2027", "Ann", "1"),
        "Train them": ("1/7/27", "Ann", "1"),
        "Design it Build it": ("May 2027", "Ann, Bob", "3"),
        "Write it": ("May 2027", "Ann", "4"),
    }
    assert 'Parks!D5 (line 2): "TBC" is not settled' in new.err
    assert "Parks, row 2: each of its 3 lines was taken with the date beside it" in new.err
    assert "+ milestones/hire-nurses  (Parks!B2 (line 2))" in new.out
    assert 'Parks!D3: "May 2027 June 2027" names several dates; write "May 2027" or "June 2027"' in new.err
    before = new.plan
    assert new.take(tracker) == 1
    assert new.plan == before


def test_pairs_of_labels_that_say_nothing_of_a_project_are_no_card(new: Desk) -> None:
    assert new.take(workbook(About=[["Version", "2"], ["Author", "Ann"], ["Contact", "Bob"]])) == 2
    assert "has no row of heads that is known" in new.err


def test_remarks_beside_months_are_no_measure(new: Desk) -> None:
    table = workbook(
        Data=[
            ["Month", "Falls", "Notes"],
            ["Apr-25", 4, ""],
            ["May-25", 6, "two wards shut"],
            ["Jun-25", 5, ""],
        ]
    )
    assert new.take(table) == 0
    assert "falls" in new.plan.measures
    assert "notes" not in new.plan.measures
    assert 'Data!C1: "Notes" was not taken: words are no readings of a measure' in new.err
