"""Trackers laid out as those of public bodies are, each as different from the others as they are from one another."""

from datetime import date, datetime
from typing import Any

import pytest
from openpyxl.styles import PatternFill

from tests.exchange.tracker.desk import TODAY, Desk, workbook

D = datetime
HISTORY = "12/02/2026: drafted\n3 March 2026 - sent"
MACHINES = ["task_code", "task_name", "start_date", "base_end_date", "end_date", "act_end_date", "pct", "preds"]
PEOPLE = (
    "Activity ID|Activity Name|Start|(*)BL Project Finish|(*)Finish|Actual Finish|PCT OF TASK COMPLETE|Predecessors"
)
FIVE, WORKS = " 5:00:00 PM", ("2/16/2026", "2/16/2026", "3/2/2026")


def test_an_action_log_with_its_history_in_one_cell(new: Desk) -> None:
    log = workbook(
        Action_log=[
            ["Health and wellbeing board: action log"],
            ["Owner: board secretary"],
            [],
            ["No", "Date raised", "Action", "Owner (lead)", "Deadline", "Status", "Latest Position", "Priority"],
            [1, D(2026, 1, 5), "Write to the trust", "OB", D(2026, 3, 31), "2. Ongoing - on track", HISTORY, "High"],
            [2, D(2026, 1, 5), "Map community beds", "Policy team / Met Office", D(2026, 6, 1), "3. Ongoing - delayed"],
            [3, D(2026, 1, 5), "Agree the winter plan", "(none assigned)", "asap", "Not started"],
            [4, D(2026, 2, 5), "Close the old ward", "IM/TK", "30 June 2026", "4. Completed", "Completed. See note"],
            [5, D(2026, 2, 5), "< Select >", "", "", "< Select >"],
            [],
            ["Notes: actions are closed by the chair."],
        ]
    )  # fmt: skip
    assert new.take(log, name="Winter.xlsx") == 1
    assert new.told("Write to the trust") == {
        "due": "31 March 2026",
        "status": "on_track",
        "owner": "OB",
        "updates": [("2026-02-12", "drafted"), ("2026-03-03", "sent")],
        "ref": "1",
    }
    assert new.told("Map community beds")["status"] == "at_risk"
    assert new.told("Map community beds")["owner"] == "Policy team / Met Office"
    assert new.told("Close the old ward")["status"] == "complete"
    assert list(new.milestones) == ["Write to the trust", "Map community beds", "Close the old ward"]
    area = new.plan.areas["winter"]
    assert [gap.what for gap in area.pending] == ["Agree the winter plan: when it will be done"]
    assert 'Action log!E7: "asap" cannot be tracked' in new.err
    assert 'Action log!B4: "Date raised" was not taken' in new.err
    assert 'Action log!H4: nobody knows what "Priority" holds' in new.err
    assert 'Action log!A9: nothing stands under "Action" in this row' in new.err
    assert "row 11" in new.err


def test_a_project_export_with_a_row_for_machines_and_american_dates(new: Desk) -> None:
    export = workbook(
        TASK=[
            MACHINES,
            PEOPLE.split("|"),
            ["A1000", "Enabling works", "1/13/2026 8:00:00 AM", *(f"{day}{FIVE}" for day in WORKS), 1, ""],
            ["A1010", "Steel frame up", "3/3/2026 8:00:00 AM", "6/1/2026", "7/1/2026 5:00:00 PM", "", 0.4, "A1000"],
            ["A1020", "Roof on", "7/2/2026 8:00:00 AM", "9/1/2026", "10/1/2026", "", 0, "A1010, A1000"],
        ]
    )  # fmt: skip
    assert new.take(export, name="Hospital build.xlsx") == 0
    assert new.told("Enabling works") == {
        "starts": "13 January 2026",
        "due": "16 February 2026",
        "completed": "2 March 2026",
        "status": "complete",
        "ref": "A1000",
    }
    assert new.told("Roof on") == {
        "starts": "2 July 2026",
        "due": "1 September 2026",
        "forecast": "1 October 2026",
        "needs": ["steel-frame-up", "enabling-works"],
        "ref": "A1020",
    }
    assert new.area_of("Roof on") == "hospital-build"
    assert "a plan says how something stands, not how much of it is done" in new.err


def test_tables_on_top_of_each_other_with_sections_totals_and_notes(new: Desk) -> None:
    board = workbook(
        Workplan=[
            ["School board workplan 2026"],
            ["Activity", "Who", "When", "Progress"],
            ["Attendance"],
            ["Ring every absent pupil's home", "Heads", "Sept 2026", "Started"],
            ["Publish attendance each week", "Board clerk", "October 2026", "Planned"],
            ["Buildings"],
            ["Mend the gym roof", "Caretaker", "Summer 2027", "Serious delay"],
            ["Activity", "Who", "When", "Progress"],
            ["Fit smoke alarms", "Caretaker", "December 2026", "Done"],
            ["Total", 4],
            [],
            ["Task", "Assigned to", "Due Date", "Activity Status"],
            ["Order books", "Librarian", "15 January 2027", "Not started"],
            ["END"],
            ["Source: board minutes, which are kept by the clerk."],
        ]
    )
    assert new.take(board, name="school.xlsx") == 1
    areas = {one: new.area_of(one) for one in new.milestones}
    assert areas == {
        "Ring every absent pupil's home": "attendance",
        "Publish attendance each week": "attendance",
        "Mend the gym roof": "buildings",
        "Fit smoke alarms": "buildings",
        "Order books": "school",
    }
    assert new.told("Mend the gym roof")["status"] == "off_track"
    assert new.told("Fit smoke alarms") == {"due": "December 2026", "status": "complete", "owner": "Caretaker"}
    assert "status" not in new.told("Ring every absent pupil's home")
    assert 'Workplan!D4: "Started" may be on_track or at_risk' in new.err
    for row, what in ((8, "the heads again"), (10, "a total"), (14, "an example, or the end"), (15, "a note")):
        [told] = [line for line in new.err.splitlines() if line.startswith(f"Workplan, row {row},")]
        assert what in told


def test_heads_of_two_rows_and_three_dates(new: Desk) -> None:
    tracker = workbook(
        Milestones=[
            ["", "", "Dates", "", "", "Responsible", "RAG"],
            ["Ref", "Milestone", "Original", "Forecast", "Actual", "", ""],
            ["D5.1.1", "Portal in test", "March 2026", "June 2026", "", "Digital lead", "A/G"],
            ["D5.1.2", "Portal live", D(2026, 9, 30), D(2026, 12, 31), None, "Digital lead", "R"],
            ["D5.1.3", "Old portal off", "May 2026", "May 2026", "2026-05-28", "Digital lead", "Complete"],
        ]
    )
    tracker["Milestones"].merge_cells("C1:E1")
    assert new.take(tracker, name="Digital.xlsx") == 1
    assert new.told("Portal in test") == {
        "due": "March 2026",
        "forecast": "June 2026",
        "owner": "Digital lead",
        "ref": "D5.1.1",
    }
    assert new.told("Portal live")["forecast"] == "31 December 2026"
    assert new.told("Old portal off") == {
        "due": "May 2026",
        "status": "complete",
        "completed": "2026-05-28",
        "owner": "Digital lead",
        "ref": "D5.1.3",
    }
    assert 'Milestones!G3: "A/G" was not taken; colours differ between bodies' in new.err
    assert 'Milestones!G4: "R" was not taken; ' in new.err
    assert "as in: colours: {R: off_track} in a file" in new.err


def coloured() -> Any:
    book = workbook(
        Cancer=[
            ["Action", "Lead", "By when", "RAG"],
            ["Open the clinic", "Cancer lead", D(2026, 4, 1)],
            ["Hire two nurses", "Cancer lead", "Q2 2026/27"],
        ],
        Dental=[["Action", "Lead", "By when", "RAG"], ["Sign the lease", "Estates lead", "June 2026"]],
    )
    for sheet, cell, colour in (("Cancer", "D2", "00B050"), ("Cancer", "D3", "FF0000"), ("Dental", "D2", "FFC000")):
        book[sheet][cell].fill = PatternFill("solid", fgColor=colour)
    return book


def test_a_sheet_for_each_service_and_colours_that_say_it_alone(new: Desk) -> None:
    assert new.take(coloured()) == 1
    assert {one: new.area_of(one) for one in new.milestones} == {
        "Open the clinic": "cancer",
        "Hire two nurses": "cancer",
        "Sign the lease": "dental",
    }
    assert "status" not in new.told("Open the clinic")
    assert "Cancer!D2: it is filled green and says nothing" in new.err
    assert "as in: colours: {green: on_track} in a file" in new.err
    assert "as in: colours: {red: off_track} in a file" in new.err
    colours = new.map("colours: {green: on_track, red: off_track, amber: at_risk}")
    assert new.take(coloured(), "--map", colours) == 0
    assert new.told("Open the clinic")["status"] == "on_track"
    assert new.told("Hire two nurses")["status"] == "off_track"
    assert new.told("Sign the lease")["status"] == "at_risk"


def test_a_side_bar_with_moved_dates_and_two_facts_in_a_cell(borough: Desk) -> None:
    tracker = workbook(
        Plan=[
            ["Theme", "Project Name", "Milestone", "Target Date", "Project Delivery Status", "Comments"],
            ["Housing", "Retrofit", "Survey every home", "June 2026 (was March 2026)", "Green", "Fine"],
            ["", "Retrofit", "Fit the first boilers", "March 2027 (maintenance ongoing)", "Complete with caveat"],
            ["", "Advice", "Open the advice line", "M18", "[M3 -> M7]"],
            ["Safe streets", "Lighting", "[Done] New lamps in the harbour", "Mid-June 2026"],
        ]
    )
    tracker["Plan"].merge_cells("A2:A4")
    assert borough.take(tracker) == 1
    assert borough.area_of("Survey every home") == "housing"
    assert borough.told("Survey every home") == {
        "group": "Retrofit",
        "due": "June 2026",
        "status": "on_track",  # the plan itself calls it Green
        "moves": [("March 2026", "June 2026", "not said in tracker.xlsx")],
        "updates": [(TODAY, "Fine")],
    }
    assert borough.told("Fit the first boilers") == {"group": "Retrofit", "due": "March 2027"}
    assert borough.told("New lamps in the harbour")["status"] == "complete"
    assert borough.area_of("New lamps in the harbour") == "safe-streets"
    assert 'Plan!D3: "March 2027 (maintenance ongoing)": "March 2027" was taken for its date' in borough.err
    assert 'Plan!E3: "Complete with caveat" is no status of a plan' in borough.err
    assert 'Plan!D4: "M18" names month 18' in borough.err


def test_lists_side_by_side(new: Desk) -> None:
    lists = workbook(
        Parks=[
            ["Action", "Owner", "Due", "", "Action", "Owner", "Due"],
            ["Paint", "Ann", "May 2026", "", "Dig", "Bob", "June 2026"],
            ["Plant", "Ann", "May 2027", "", "Dig more", "Bob", "June 2027"],
        ]
    )
    assert new.take(lists) == 0
    assert {one: new.told(one) for one in new.milestones} == {
        "Paint": {"due": "May 2026", "owner": "Ann"},
        "Plant": {"due": "May 2027", "owner": "Ann"},
        "Dig": {"due": "June 2026", "owner": "Bob"},
        "Dig more": {"due": "June 2027", "owner": "Bob"},
    }


def test_months_as_columns_become_readings(borough: Desk) -> None:
    report = workbook(
        Performance=[
            ["Performance report 2025/26"],
            ["Measure", "Place", "Unit", "Good is", "Apr", "May", "Jun", "YTD"],
            ["Fly-tips cleared in a day", "", "%", "High", 91, 92, "n/a", 91.5],
            ["Household waste recycled", "Northgate", "%", "High", 0.41, 0.42, 0.43, 0.42],
            ["Lamps mended", "Atlantis", "lamps", "High", 4, 5, 6, 15],
        ]
    )
    assert borough.take(report) == 1
    plan = borough.plan
    new = plan.measures["fly-tips-cleared-day"]
    assert (new.title, new.better, new.every) == ("Fly-tips cleared in a day", "higher", "month")
    assert [(one.at.text, one.value.text) for one in new.readings] == [("2025-04", "91%"), ("2025-05", "92%")]
    of_place = {one.at.first.month: one.value.text for one in plan.measures["recycling"].readings if one.place}
    assert [of_place[month] for month in (4, 5, 6)] == ["41%", "42%", "43%"]
    assert 'Performance!B5: the plan has no place called "Atlantis"' in borough.err
    assert 'Performance!H2: "YTD" was not taken' in borough.err


def test_months_that_cannot_be_read_are_not_taken(new: Desk) -> None:
    report = workbook(KPIs=[["KPI", "Oct-25", "Novembr 2025", "Dec", "Dec 2025 target"], ["Falls", 4, 5, 6, 7]])
    assert new.take(report) == 1
    assert [one.at.text for one in new.plan.measures["falls"].readings] == ["2025-10"]
    assert 'KPIs!C1, D1: what stands under "Novembr 2025", "Dec" was not taken: ' in new.err
    assert 'KPIs!E1: "Dec 2025 target" was not taken: here months become readings' in new.err


def test_one_month_is_enough_where_the_heads_say_that_measures_stand_there(new: Desk) -> None:
    report = workbook(KPIs=[["Indicator", "Unit", "Target", "April 2025"], ["Falls", "falls", 5, 4]])
    assert new.take(report) == 0
    assert [(one.at.text, one.value.text) for one in new.plan.measures["falls"].readings] == [("2025-04", "4")]


def test_months_of_no_year_are_not_taken(new: Desk) -> None:
    report = workbook(KPIs=[["KPI", "Apr", "May", "Jun", "Jul"], ["Falls", 4, 5, 6, 7]])
    assert new.take(report) == 1
    assert (
        'KPIs!B1, C1, D1, E1: what stands under "Apr", "May", "Jun" and 1 more was not taken: "Apr" has no' in new.err
    )
    assert new.is_unchanged


def test_of_plan_and_actual_under_months_the_actual_are_readings(new: Desk) -> None:
    report = workbook(
        KPIs=[
            ["KPI", "Apr 2025", None, "May 2025", None],
            [None, "Plan", "Actual", "Plan", "Actual"],
            ["Falls", 4, 5, 6, 7],
        ]
    )
    for cells in ("A1:A2", "B1:C1", "D1:E1"):
        report["KPIs"].merge_cells(cells)
    assert new.take(report) == 0
    assert [(one.at.text, one.value.text) for one in new.plan.measures["falls"].readings] == [
        ("2025-04", "5"),
        ("2025-05", "7"),
    ]


def test_shares_that_nobody_can_tell_from_percentages_are_not_taken(new: Desk) -> None:
    report = workbook(KPIs=[["KPI", "Unit", "Apr 2025", "May 2025", "Jun 2025"], ["Calls lost", "%", 0.4, 0.5, 0.6]])
    assert new.take(report) == 1
    assert new.plan.measures["calls-lost"].readings == ()
    assert "KPIs!C2: 0.4 may be a share or a percentage" in new.err


def test_ticks_under_quarters(new: Desk) -> None:
    chart = workbook(
        Works=[
            ["Activity", "Lead", "Q1 2026/27", "Q2 2026/27", "Q3 2026/27", "Q4 2026/27"],
            ["Dig", "Ann", "x", "x", "", ""],
            ["Build", "Bob", "", "", "", "\u2713"],
            ["Rest", "Bob", "", "", "", ""],
        ]
    )
    assert new.take(chart) == 1
    assert new.told("Dig") == {"starts": "Q1 2026/27", "due": "Q2 2026/27", "owner": "Ann"}
    assert new.told("Build") == {"due": "Q4 2026/27", "owner": "Bob"}
    assert list(new.milestones) == ["Dig", "Build"]


def test_a_report_for_each_month(new: Desk) -> None:
    tracker = workbook(
        Parks=[
            ["Action", "Lead", "Deadline", "Update Sept 2026", D(2026, 10, 1)],
            ["Dig", "Ann", "May 2027", "begun", "half done"],
        ]
    )
    tracker["Parks"]["E1"].number_format = "mmm-yy"
    assert new.take(tracker) == 0
    assert new.told("Dig")["updates"] == [("2026-09-30", "begun"), ("2026-10-31", "half done")]


def test_headings_left_out_below_the_first(new: Desk) -> None:
    plan = workbook(
        People=[
            ["Objective", "Key actions", "Responsible", "Timescale", "Evidence", "Dependencies"],
            ["Grow the workforce", "Recruit 20 nurses", "Jo", "By March 2027", "https://x.example/a", "None"],
            ["", "Train 5 leads", "Jo", "By June 2027", "minutes", "Recruit 20 nurses"],
            ["Good buildings", "Fix the roof", "ALL", "2026/27", "", "the moon"],
        ]
    )  # fmt: skip
    assert new.take(plan) == 1
    assert new.told("Recruit 20 nurses")["evidence"] == ["https://x.example/a"]
    assert new.told("Train 5 leads") == {
        "group": "Grow the workforce",
        "due": "By June 2027",
        "owner": "Jo",
        "needs": ["recruit-20-nurses"],
    }
    assert new.told("Fix the roof") == {"group": "Good buildings", "due": "2026/27"}
    assert 'People!E3: "minutes": only links are evidence' in new.err
    assert 'People!C4: "ALL" names nobody who answers for it' in new.err
    assert 'People!F4: no row and no milestone is called "the moon"' in new.err


@pytest.mark.parametrize("said", ["n/a", "-", "TBC", "Vacant post", "To be recruited", "(none assigned)", "?"])
def test_whoever_is_still_to_be_found_is_no_owner(new: Desk, said: str) -> None:
    rows = [["Dig", said, "May 2027"], ["Plant", said, "May 2027"], ["Water", "Ann", "May 2027"]]
    assert new.take(workbook(Parks=[["Action", "Owner", "Due"], *rows])) == 1
    assert new.told("Dig") == {"due": "May 2027"}
    assert new.told("Water") == {"due": "May 2027", "owner": "Ann"}
    assert f'Parks!B2, B3: "{said}" names nobody who answers for it' in new.err


@pytest.mark.parametrize("typed", ["word " * 6_500, "word" * 8_000])
def test_a_very_long_text_is_told_in_short(new: Desk, typed: str) -> None:
    heads = ["Ref", "Area", "Action", "Owner", "Due", "Status", "Update", "Depends on", "Place", "Evidence"]
    whole = ["1", "Parks", "Dig", "Ann", "May 2027", "On track", "begun", "", "", ""]
    rows = [[*whole[:at], typed, *whole[at + 1 :]] for at in range(len(heads))]
    rows = [[f"{row[0]}{number}", *row[1:2], f"{row[2]} {number}", *row[3:]] for number, row in enumerate(rows)]
    assert new.take(workbook(Parks=[heads, *rows, [typed], [f"Total {typed}"]])) == 1
    assert max(map(len, (new.out + new.err).splitlines())) < 600
    assert len(new.milestones) == len(heads) - 1


def test_sections_that_each_have_their_heads(new: Desk) -> None:
    plan = workbook(
        Plan=[
            ["Board plan"],
            [],
            ["Grow the workforce"],
            ["Action", "Who", "By when"],
            ["Hire nurses", "Ann", "May 2027"],
            [],
            ["Good buildings"],
            ["Action", "Who", "By when"],
            ["Mend the roof", "Bob", "June 2027"],
        ]
    )
    assert new.take(plan) == 0
    assert {one: new.area_of(one) for one in new.milestones} == {
        "Hire nurses": "grow-workforce",
        "Mend the roof": "good-buildings",
    }


def test_a_matrix_of_what_is_done_by_each_quarter(new: Desk) -> None:
    matrix = workbook(
        Plan=[
            ["Workstream", "Lead", "Q1 2026/27", "Q2 2026/27", "Q3 2026/27"],
            ["Frailty", "Ann", "Hub designed", "Hub built", "Hub open"],
            ["Stroke", "Bob", "", "Gym let", "-"],
        ]
    )
    assert new.take(matrix) == 0
    assert {one: (new.area_of(one), new.told(one)["due"], new.told(one)["owner"]) for one in new.milestones} == {
        "Hub designed": ("frailty", "Q1 2026/27", "Ann"),
        "Hub built": ("frailty", "Q2 2026/27", "Ann"),
        "Hub open": ("frailty", "Q3 2026/27", "Ann"),
        "Gym let": ("stroke", "Q2 2026/27", "Bob"),
    }


def test_heads_over_two_rows_with_guidance_below_and_a_box_for_done(new: Desk) -> None:
    tracker = workbook(
        Parks=[
            ["Ref", "Action", "Lead", "Timescales", None, "Done?"],
            [None, None, None, "Start", "End", None],
            ["", "(what to do)", "(who)", "DD/MM/YYYY", "DD/MM/YYYY", ""],
            ["1", "Dig", "Ann\nBob", "May 2026", "June 2026", "Yes"],
            ["2", "Plant", "Bob", "May 2026", "June 2027", "No"],
            ["Sub-total", 2],
        ]
    )
    for cells in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"):
        tracker["Parks"].merge_cells(cells)
    assert new.take(tracker) == 0
    assert new.told("Dig") == {
        "starts": "May 2026",
        "due": "June 2026",
        "status": "complete",
        "owner": "Ann, Bob",
        "ref": "1",
    }
    assert "status" not in new.told("Plant")
    assert "it is guidance on what to write" in new.err


def test_the_csv_of_a_project_program(new: Desk) -> None:
    tasks = (
        "ID,Task Name,Duration,Start,Finish,Predecessors,Resource Names,% Complete\n"
        "1,Design,20 days,Mon 02/03/26,Fri 27/03/26,,Ann,100%\n"
        "2,Build,40 days,Mon 30/03/26,Fri 22/05/26,1FS+2 days,Bob,10%\n"
        '3,Hand over,0 days,Fri 22/05/26,Fri 22/05/26,"1,2",Ann,0%\n'
    )
    assert new.take(tasks.encode(), name="Depot.csv") == 0
    assert new.told("Build") == {
        "starts": "30/03/26",
        "due": "22/05/26",
        "owner": "Bob",
        "needs": ["design"],
        "ref": "2",
    }
    assert new.told("Hand over")["needs"] == ["design", "build"]


def test_a_status_for_each_month_of_which_the_latest_counts(new: Desk) -> None:
    tracker = workbook(
        Parks=[
            ["Action", "Lead organisation", "Due", "Apr-26", "May-26", "Jun-26"],
            ["Dig", "Council", "May 2027", "On track", "Not started", "Off track"],
            ["Plant", "Council", "May 2027", "On track", "Not started", "Complete"],
        ]
    )
    assert new.take(tracker) == 0
    assert new.told("Dig") == {"due": "May 2027", "status": "off_track", "owner": "Council"}
    assert new.told("Plant")["status"] == "complete"
    assert 'Parks!D1: "Apr-26" was not taken: of statuses by period the latest counts' in new.err


def test_a_risk_register_is_no_tracker_of_promises(new: Desk) -> None:
    register = workbook(
        Risks=[
            ["Risk ID", "Risk description", "Mitigation", "Risk owner", "Review date", "Score"],
            ["R1", "Staff leave", "Hire", "Ann", D(2026, 5, 1), 12],
        ]
    )
    assert new.take(register) == 1
    assert new.is_unchanged
    assert 'Risks!B2: the table has no column of dates; "Staff leave" is no milestone without a date' in new.err


def test_a_group_ends_with_its_area(new: Desk) -> None:
    plan = workbook(
        Plan=[
            ["Service", "Project", "Action", "Due"],
            ["Parks", "Paths", "Dig", "May 2027"],
            ["", "", "Pave", "June 2027"],
            ["Homes", "", "Mend", "July 2027"],
        ]
    )
    assert new.take(plan) == 0
    assert new.told("Pave") == {"group": "Paths", "due": "June 2027"}
    assert new.told("Mend") == {"due": "July 2027"}


def test_months_without_a_year_are_of_the_year_over_them(new: Desk) -> None:
    plan = workbook(
        Plan=[
            ["Works programme 2027/28"],
            ["Activity", "Lead", "Apr", "May", "Jun", "Jan"],
            ["Dig", "Ann", "x", "x", "", ""],
            ["Build", "Bob", "", "", "", "x"],
        ]
    )
    assert new.take(plan) == 0
    calendar = new.plan.settings.calendar
    assert calendar.date(new.told("Dig")["due"]).last == date(2027, 5, 31)
    assert calendar.date(new.told("Build")["due"]).last == date(2028, 1, 31)
