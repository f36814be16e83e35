"""The same tracker again, and the next month's: the same things change, and what is new comes."""

from typing import Any

import pytest

from tests.exchange.tracker.desk import TODAY, Desk, workbook
from tests.exchange.workbooks import texts_of

HEADS = ["Ref", "Service", "Action", "Lead", "Deadline", "Status", "Latest update", "Depends on"]
ROWS = [
    ["1.1", "Dental", "Open a practice in the square", "Jo", "September 2027", "On track", "Lease signed", ""],
    ["1.2", "Dental", "Agree the out of hours service", "Jo", "TBC", "Not started", "", "1.1"],
    ["2.1", "Cancer", "Mobilise lung health checks", "Cancer lead", "Autumn 2027", "On track", "", "1.1"],
]  # fmt: skip


def tracker(*rows: list[Any], heads: list[str] = HEADS) -> Any:
    return workbook(Tracker=[heads, *(rows or ROWS)])


def with_cell(row: int, head: str, said: Any) -> list[list[Any]]:
    rows = [list(one) for one in ROWS]
    rows[row][HEADS.index(head)] = said
    return rows


@pytest.fixture
def desk(new: Desk) -> Desk:
    """A plan into which the tracker was taken."""
    assert new.take(tracker()) == 1
    return new


def test_the_same_again_changes_nothing(desk: Desk) -> None:
    before = texts_of(desk.root)
    assert desk.take(tracker()) == 1
    assert desk.err.startswith("nothing new could be taken\n")
    assert texts_of(desk.root) == before


def test_a_field_of_its_own_keeps_the_number(desk: Desk) -> None:
    assert "ref: {about: The number that the tracker has for it, type: text}" in (desk.root / "plan.yaml").read_text()
    assert desk.told("Mobilise lung health checks") == {
        "due": "Autumn 2027",
        "status": "on_track",
        "owner": "Cancer lead",
        "needs": ["open-practice-square"],
        "ref": "2.1",
    }


def test_what_changed_is_told_by_thing(desk: Desk) -> None:
    rows = with_cell(0, "Status", "Completed")
    rows[0][6] = "Lease signed"
    rows[2][6] = "First scans done"
    assert desk.take(tracker(*rows)) == 1
    assert desk.out.splitlines() == [
        "milestones/open-practice-square: Open a practice in the square",
        "    Status: On track → Complete  (Tracker!F2)",
        "milestones/mobilise-lung-health-checks: Mobilise lung health checks",
        "    Updates (new): First scans done  (Tracker!G4)",
    ]
    assert desk.told("Mobilise lung health checks")["updates"] == [(TODAY, "First scans done")]


def test_a_reworded_row_is_known_by_its_number(desk: Desk) -> None:
    assert desk.take(tracker(*with_cell(0, "Action", "Open a new dental practice in the square"))) == 1
    assert desk.told("Open a new dental practice in the square")["ref"] == "1.1"
    assert len(desk.milestones) == 2


def test_a_number_that_is_another_thing_by_now_is_refused(desk: Desk) -> None:
    before = texts_of(desk.root)
    assert desk.take(tracker(*with_cell(0, "Action", "Buy forty bicycles"))) == 1
    assert 'Tracker!A2: "1.1" is "Open a practice in the square" in the plan' in desk.err
    assert texts_of(desk.root) == before


def test_rows_that_were_numbered_anew_are_known_by_their_words(desk: Desk) -> None:
    rows = [["1.1", *ROWS[2][1:7], "1.2"], ["1.2", *ROWS[0][1:]]]
    rows[0][1], rows[1][1] = "Cancer", "Dental"
    assert desk.take(tracker(*rows)) == 0
    assert desk.told("Mobilise lung health checks")["ref"] == "1.1"
    assert desk.told("Open a practice in the square")["ref"] == "1.2"
    assert desk.told("Mobilise lung health checks")["needs"] == ["open-practice-square"]


def test_what_has_a_date_at_last_is_no_gap_any_more(desk: Desk) -> None:
    assert [gap.what for gap in desk.plan.areas["dental"].pending] == [
        "Agree the out of hours service: when it will be done"
    ]
    assert desk.take(tracker(*with_cell(1, "Deadline", "May 2028"))) == 0
    assert desk.plan.areas["dental"].pending == ()
    assert desk.told("Agree the out of hours service") == {
        "due": "May 2028",
        "status": "not_started",
        "owner": "Jo",
        "needs": ["open-practice-square"],
        "ref": "1.2",
    }


def test_a_new_row_is_added(desk: Desk) -> None:
    row = ["2.2", "Cancer", "Publish the pathway", "Cancer lead", "June 2027", "Not started", "", "2.1"]
    assert desk.take(tracker(*ROWS, row)) == 1
    assert desk.told("Publish the pathway")["needs"] == ["mobilise-lung-health-checks"]


def test_a_date_that_moved_is_entered_in_moves_where_the_tracker_tells_of_it(desk: Desk) -> None:
    assert desk.take(tracker(*with_cell(0, "Deadline", "December 2027 (was September 2027)"))) == 1
    told = desk.told("Open a practice in the square")
    assert told["due"] == "December 2027"
    assert told["moves"] == [("September 2027", "December 2027", "not said in tracker.xlsx")]


def test_a_date_that_moved_with_a_reason(desk: Desk) -> None:
    assert desk.take(tracker(*with_cell(0, "Deadline", "December 2027")), "--because", "lease signed late") == 1
    assert desk.told("Open a practice in the square")["moves"] == [
        ("September 2027", "December 2027", "lease signed late")
    ]


def test_a_new_row_whose_date_moved_has_the_reason_too(desk: Desk) -> None:
    row = ["2.2", "Cancer", "Publish the pathway", "Jo", "June 2028 (was June 2027)", "Not started", "", ""]
    assert desk.take(tracker(*ROWS, row), "--because", "national guidance came late") == 1
    assert desk.told("Publish the pathway")["moves"] == [("June 2027", "June 2028", "national guidance came late")]


def test_a_date_that_is_not_known_any_more_stays_and_is_said(desk: Desk) -> None:
    assert desk.take(tracker(*with_cell(0, "Deadline", "TBC"))) == 1
    assert desk.told("Open a practice in the square")["due"] == "September 2027"
    assert 'Tracker!E2: "TBC" is not settled' in desk.err


def test_a_row_that_is_gone_takes_nothing_out_and_is_said(desk: Desk) -> None:
    assert desk.take(tracker(ROWS[0])) == 0
    assert "mobilise-lung" not in desk.err  # of an area that this tracker says nothing of
    row = [*ROWS[1][:2], "Sign the contract", *ROWS[1][3:]]
    assert desk.take(tracker(row)) == 1
    assert "milestones/open-practice-square (ref 1.1) is not in tracker.xlsx; it stays as it is" in desk.err
    assert len(desk.milestones) == 2


def test_an_empty_cell_empties_nothing(desk: Desk) -> None:
    before = texts_of(desk.root)
    assert desk.take(tracker(*with_cell(0, "Lead", ""))) == 1
    assert texts_of(desk.root) == before


def test_another_tracker_with_the_same_numbers_makes_other_things(desk: Desk) -> None:
    other = workbook(Estates=[["Ref", "Action", "Deadline"], ["1.1", "Mend the roof", "May 2027"]])
    assert desk.take(other) == 0
    assert desk.area_of("Mend the roof") == "estates"
    assert desk.told("Open a practice in the square")["ref"] == "1.1"


def test_without_numbers_rows_are_known_by_their_words(borough: Desk) -> None:
    rows = [["Appoint an EMPTY homes officer.", "Head of homes"], ["Fit insulation in the first 400 council homes", ""]]
    heads = ["Action", "Lead"]
    assert borough.take(workbook(Anything=[heads, *rows])) == 0
    assert borough.out.splitlines() == [
        "milestones/empty-homes-officer: Appoint an empty homes officer",
        "    Owner: (nothing) → Head of homes  (Anything!B2)",
    ]


def test_the_same_row_twice_is_taken_once(new: Desk) -> None:
    assert new.take(tracker(ROWS[0], ROWS[0])) == 1
    assert len(new.milestones) == 1
    assert "Tracker!C3: it says the same as Tracker!C2" in new.err


def test_a_dry_run_writes_nothing(new: Desk) -> None:
    assert new.take(tracker(), "--dry-run") == 1
    assert "+ areas/dental: Dental  (Tracker!B2)" in new.out
    assert "nothing was written" in new.err
    assert new.is_unchanged


def test_every_other_byte_of_the_plan_stays(borough: Desk) -> None:
    rows = [["Housing", "Start the landlord licensing scheme", "On track"]]
    assert borough.take(workbook(Any=[["Area", "Action", "Status"], *rows])) == 0
    name = "milestones/housing.yaml"
    after = texts_of(borough.root)
    assert {one for one in after if after[one] != borough.before[one]} == {name}
    changed = borough.before[name].replace(
        b"due: Autumn 2026\n    status: at_risk", b"due: Autumn 2026\n    status: on_track"
    )
    assert after[name] == changed
