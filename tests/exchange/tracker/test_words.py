"""What heads, statuses, dates and reports of trackers mean."""

from datetime import date

import pytest

from jfp_cli.exchange.tracker.days import Days
from jfp_cli.exchange.tracker.heads import meanings_of, meanings_of_measure
from jfp_cli.exchange.tracker.mapping import TrackerMap
from jfp_cli.exchange.tracker.reports import day_of_head, reports_in
from jfp_cli.exchange.tracker.statuses import Statuses, colour_of
from jfp_cli.model.area import Milestone
from jfp_cli.model.field import fields_of
from jfp_cli.model.publishing import CALLED
from jfp_cli.values.calendar import Calendar

CALENDAR = Calendar()
HEADS = {
    "activity": "Action|Activity|Activity Name|Deliverable|Task|task_name|Milestone|Description|Key milestones|TASKS:",
    "ref": "Ref|No|No.|#|Activity ID|task_code|Action ref",
    "owner": (
        "Owner (lead)|Leader|Leader (Members)|Team owner|TASK OWNER|Assigned to|Responsible|Resourcing|Team|Who"
        "|To be actioned by|From Whom|Risk Owner/Role|SRO / Lead|Lead"
        "|Action owner|Lead department|Resource names"
    ),
    "due": (
        "Deadline|Due Date|Target Date|Target checkpoint|Month|(*)Finish|FINISH & STATUS|By when?|When|Timescales End"
        "|Timeline"
    ),
    "was": "(*)BL Project Finish|Original date|Baseline Finish|Original Due Date|Dates Original",
    "forecast": "Forecast|Forecast date|Revised completion date|Expected completion|Dates Forecast",
    "completed": "Actual Finish|Actual date|Date completed|Dates Actual",
    "starts": "Start|Start date|Planned start|Timescales Start",
    "status": (
        "Status|Progress|Project status|Project Delivery Status|Delivery (RAG)|Activity Status|RAG|RAG status (BRAG)"
        "|Status at month 9"
    ),
    "updates": "Follow-up|Latest Position|Comment|Remarks|Latest update|Status comment|Update (October 2025)",
    "update_date": "Last updated|Date of update",
    "area": "Programme|Workstream|Work stream|Service area|Directorate|Theme",
    "group": "Project Name|Category|Group",
    "percent": "% complete|PCT OF TASK COMPLETE|Percentage complete",
    "needs": "Depends on|Predecessors|Dependencies",
    "evidence": "Link|Evidence",
    "nothing": "Date raised|Next review|Date added",
    "": "Contributor|Priority|Risk|Budget|A sentence that says at some length what people should write below it, if so",
}


@pytest.mark.parametrize(
    ("meaning", "head"), [(one, head) for one, heads in HEADS.items() for head in heads.split("|")]
)
def test_a_head_is_known_by_what_trackers_call_it(meaning: str, head: str) -> None:
    meant = [one.meaning for one in meanings_of(head, Milestone)]
    assert meant[:1] == ([meaning] if meaning else [])


def test_a_lead_may_be_a_person_or_an_organisation() -> None:
    assert [one.meaning for one in meanings_of("Lead", Milestone)] == ["owner", "leads"]


@pytest.mark.parametrize(
    ("head", "meaning"),
    [("KPI", "title"), ("Metric", "title"), ("Good is", "better"), ("Unit", "unit"), ("Place", "place")],
)
def test_a_head_of_measures(head: str, meaning: str) -> None:
    assert meanings_of_measure(head)[0].meaning == meaning


def statuses(said: TrackerMap = TrackerMap()) -> Statuses:  # noqa: B008 - it never changes
    return Statuses(fields_of(Milestone)["status"], CALLED, said)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *(("Not started", "not_started"), ("New", "not_started"), ("Planned", "not_started")),
        *(("On track", "on_track"), ("On-track", "on_track"), ("2. Ongoing - on track", "on_track")),
        *(("On track (some comment)", "on_track"), ("3. Ongoing - delayed", "at_risk"), ("Serious delay", "off_track")),
        *(("Not met", "off_track"), ("Complete", "complete"), ("4. Completed", "complete"), ("Met", "complete")),
        *(("Completed. See note", "complete"), ("Project complete", "complete"), ("Realised", "complete")),
        *(("Cancelled", "cancelled"), ("Started", ""), ("Ongoing", ""), ("In progress", ""), ("Delayed", "")),
        *(
            ("Plan in place", ""),
            ("Complete with caveat", ""),
            ("Not complete", ""),
            ("Unlikely to be met in full", ""),
        ),
        *(("Pending meeting 3", ""), ("Carried forward", ""), ("60%", ""), ("3", "")),
        *(("Green", ""), ("Amber/Green", ""), ("A/G", ""), ("G", ""), ("Red", "")),
    ],
)
def test_a_status_is_taken_where_it_means_one_thing(text: str, status: str) -> None:
    assert statuses().judged(text).status == status


def test_what_else_stands_beside_a_status_is_kept_apart() -> None:
    assert statuses().judged("Completed. See note").rest == "See note"


def test_a_map_says_what_words_and_colours_mean() -> None:
    said_so = TrackerMap(
        statuses={"In progress": "on_track", "3": "at_risk"}, colours={"green": "on_track", "A/G": "at_risk"}
    )
    known = statuses(said_so)
    said = {text: known.judged(text).status for text in ("in  PROGRESS", "3", "Green", "G", "A/G", "Red")}
    assert said == {
        "in  PROGRESS": "on_track",
        "3": "at_risk",
        "Green": "on_track",
        "G": "on_track",
        "A/G": "at_risk",
        "Red": "",
    }


def test_what_the_plan_calls_a_status_is_that() -> None:
    called = Statuses(fields_of(Milestone)["status"], {**CALLED, "on_track": "Green"}, TrackerMap())
    assert called.judged("Green").status == "on_track"
    assert called.judged("Red").status == ""


@pytest.mark.parametrize(("text", "colour"), [("A/G", "amber/green"), ("red", "red"), ("B", "blue"), ("Done", "")])
def test_letters_stand_for_colours(text: str, colour: str) -> None:
    assert colour_of(text) == colour


@pytest.mark.parametrize(
    ("text", "taken", "former"),
    [
        *(("31/12/2026", "31/12/2026", ""), ("2014-11-21", "2014-11-21", ""), ("1 May 2012", "1 May 2012", "")),
        *(("Summer 2012", "Summer 2012", ""), ("End 2012", "End 2012", ""), ("05-Mar-24 A", "05-Mar-24", "")),
        *(("31/12/2026 00:00:00", "31/12/2026", ""), ("Fri 27/03/2026", "27/03/2026", "")),
        *(("Summer 2012 / ongoing", "Summer 2012", ""), ("June 2026 (was March 2026)", "June 2026", "March 2026")),
        *(("TBC", "", ""), ("ongoing", "", ""), ("asap", "", ""), ("August", "", ""), ("Mid-June", "", "")),
        *(("M18", "", ""), ("[M3 -> M7 -> M8]", "", ""), ("H1 (Apr-Sep)", "", ""), ("Meeting 4 (6 Mar)", "", "")),
        *(("March 2026 or June 2026", "", ""), ("March 25", "", ""), ("Oct26", "", ""), ("Mar-25", "Mar-25", "")),
    ],
)
def test_a_date_is_taken_where_there_is_one(text: str, taken: str, former: str) -> None:
    day = Days(CALENDAR).read(text)
    assert (day.text, day.former) == (taken, former)
    assert bool(day.fault) == (not taken)


def test_one_date_of_americans_makes_all_of_a_table_so() -> None:
    assert Days(CALENDAR, ["1/2/2026", "2/16/2026"]).read("1/2/2026").text == "2 January 2026"
    assert Days(CALENDAR, ["1/2/2026", "16/2/2026"]).read("1/2/2026").text == "1/2/2026"
    assert Days(CALENDAR, ["2/16/2026", "16/2/2026"]).read("1/2/2026").text == "1/2/2026"


@pytest.mark.parametrize(
    ("texts", "are_years"),
    [
        (["Sept 27", "March 28", "Oct 26"], True),
        (["Sept 27", "March 28", "Oct 26", "Mar-27"], True),
        (["Sept 27", "March 28"], False),
        (["Sept 27", "March 28", "Oct 26", "May 31"], False),
        (["Sept 27", "March 28", "Oct 26", "May 12"], False),
    ],
)
def test_march_28_is_a_month_where_several_are_written_so_and_all_may_be_years(
    texts: list[str], are_years: bool
) -> None:
    told = Days(Calendar(plan_starts=date(2025, 4, 1)), texts).read("March 28")
    assert told.text == ("March 2028" if are_years else "")
    assert told.fault.startswith('"March 28" could be March 2028 or the day 28 March; write') != are_years


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Going well", [("Going well", "")]),
        (
            "12/03/2026: live\nand well\n1 Apr 2026 - signed",
            [("live\nand well", "2026-03-12"), ("signed", "2026-04-01")],
        ),
        ("[3 May 2026] more", [("more", "2026-05-03")]),
        ("First\nMarch 2026: begun", [("First", ""), ("begun", "March 2026")]),
        ("Oct 26: begun", [("Oct 26: begun", "")]),
        ("12/03/2026\nlive", [("live", "2026-03-12")]),
        ("Slipped from Sept 26", [("Slipped from Sept 26", "")]),
    ],
)
def test_lines_that_begin_with_a_day_are_reports_of_that_day(text: str, reports: list[tuple[str, str]]) -> None:
    assert list(reports_in(text, CALENDAR, "")) == reports


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Update (October 2025)", "2025-10-31"),
        ("Position at 5 November 2025", "2025-11-05"),
        ("Update November 2025", "2025-11-20"),
        ("Update January 2026", ""),
        ("Latest update", ""),
    ],
)
def test_a_head_may_say_the_day_of_its_reports(head: str, day: str) -> None:
    assert day_of_head(head, CALENDAR, date(2025, 11, 20)) == day
