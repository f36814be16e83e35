"""The rules about what contradicts itself or ages: planted faults, near misses, and what the shipped plan has."""

import json

import pytest

from jfp_cli.linting.lint import lint
from jfp_cli.loading.faults.examples import read_example
from tests.linting.one_rule import DAY, findings_now, shipped


def of_milestone(code: str, fields: str, activity: str = "Open the service") -> bool:
    return bool(findings_now(code, f"milestones:\n  - {{id: m, activity: {json.dumps(activity)}, {fields}}}\n"))


def of_action(code: str, *actions: str) -> bool:
    lines = "".join(f"      2025-26: [{action}]\n" for action in actions)
    return bool(findings_now(code, f"workstreams:\n  - id: w\n    title: Clinics\n    actions:\n{lines}"))


def of_texts(code: str, *texts: str) -> bool:
    lines = "".join(f"  - {json.dumps(text, ensure_ascii=False)}\n" for text in texts)
    return bool(findings_now(code, f"--- sections/a.yaml\nchallenges:\n{lines}"))


def of_target(code: str, statement: str, fields: str) -> bool:
    return bool(findings_now(code, f"targets:\n  - {{id: t, statement: {json.dumps(statement)}, {fields}}}\n"))


# Dates and statuses


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Open the hub by the end of Q2", True),
        ("Begin in quarter 3 and finish in spring", True),
        ("Publish the plan in the third quarter", True),
        ("Report in the last quarter of the year", True),
        ("Open the hub in Q3 FY26", False),
        ("Open the hub in Q3 25/26", False),
        ("Q1 and Q2 of 2025/26 are for planning", False),
        ("Open the hub in Q2 of year two", False),
        ("A third of patients wait a quarter of a year", False),
        ("Report in the first quarter of each year", False),
        ("Nobody in the Latin Quarter is far from a dentist", False),
    ],
)
def test_a_quarter_needs_its_year(text: str, found: bool) -> None:
    assert of_action("JFP204", json.dumps(text)) == found


@pytest.mark.parametrize(("due", "found"), [("March 2026", False), ("2025/26", True), ("March 2026 onwards", True)])
def test_the_date_beside_a_text_says_the_year_of_its_quarter(due: str, found: bool) -> None:
    assert of_milestone("JFP204", f"due: {due}", "Open the hub in Q4") == found


def test_an_event_of_a_later_day_is_found_though_nobody_knows_it_yet() -> None:
    text = """
--- sections/a.yaml
workstreams:
  - id: w
    title: Clinics
    actions: {2026-30: [{action: Open it, due: March 2027, updates: [{date: 2026-11-22, note: Rooms found}]}]}
--- measures/waits.yaml
readings: [{at: Q3 2026/27, value: "12"}, {at: Q4 2026/27, value: "11"}]
"""
    assert [str(found.address) for found in findings_now("JFP205", text)] == [
        "measures/waits.readings[1].at",
        "workstreams/w.actions.2026-30[0].updates[0].date",
    ]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("due: October 2026, status: on_track", True),
        ("due: October 2026, status: not_started", True),
        ("due: October 2026, status: at_risk", True),
        ("due: October 2026, status: at_risk, forecast: November 2026", False),
        ("due: October 2026, status: off_track", False),
        ("due: October 2026, status: complete, completed: 2026-11-01", False),
        ("due: November 2026, status: on_track", False),
        ("due: 2026-30, status: on_track", False),
        ("due: March 2028, status: cancelled, completed: 2026-10-01", True),
        ("due: March 2028, status: on_track, forecast: April 2028", True),
        ("due: 2027/28, status: on_track, forecast: March 2028", False),
        ("due: March 2028, status: at_risk, forecast: April 2028", False),
        ("starts: October 2026, due: March 2028, status: not_started", True),
        ("starts: 2026/27, due: March 2028, status: not_started", False),
    ],
)
def test_a_status_agrees_with_the_dates_beside_it(fields: str, found: bool) -> None:
    assert of_milestone("JFP312", fields) == found


@pytest.mark.parametrize(
    ("reported", "after", "found"),
    [("2026-08-20", "", True), ("2026-08-21", "", False), ("2026-08-20", "6 months", False), ("2026-08", "", False)],
)
def test_a_status_is_stale_some_months_after_its_last_report(reported: str, after: str, found: bool) -> None:
    settings = f"--- plan.yaml\nlint: {{options: {{stale-status: {{after: {after}}}}}}}\n" if after else ""
    fields = f"due: March 2028, status: on_track, updates: [{{date: {reported}, note: Rooms found}}]"
    text = f"{settings}--- milestones/a.yaml\nmilestones: [{{id: m, activity: Open it, {fields}}}]\n"
    example = read_example(f"as of {DAY}\n{text}")
    assert bool(lint(example.loaded, example.day, ["JFP313"])) == found


def test_the_report_of_a_checkpoint_is_one_of_its_milestone() -> None:
    fields = "updates: [{date: 2026-01-20, note: Begun}]"
    step = "checkpoints: [{due: May 2027, activity: Half, updates: [{date: 2026-11-01, note: A third}]}]"
    assert of_milestone("JFP313", f"due: March 2028, status: on_track, {fields}")
    assert not of_milestone("JFP313", f"due: March 2028, status: on_track, {fields}, {step}")


@pytest.mark.parametrize(
    ("due", "found"),
    [
        ("April 2026", True),
        ("1 April 2026", False),
        ("2 April 2026", True),
        ("31 March 2025", True),
        ("2025", False),
        ("2026/27", True),
        ("Winter 2025/26", False),
        ("March 2026 onwards", False),
    ],
)
def test_an_action_is_due_in_its_period(due: str, found: bool) -> None:
    assert of_action("JFP314", f"{{action: Open it, due: {due}}}") == found


def test_the_help_names_the_period_in_which_an_action_is_due() -> None:
    text = """
workstreams:
  - id: w
    title: Clinics
    actions: {2025-26: [{action: Open it, due: June 2026}, {action: Close it, due: June 2035}]}
"""
    first, second = findings_now("JFP314", text)
    assert first.help == 'put it under "2026-30", or correct its date'
    assert second.help == "correct its date"


@pytest.mark.parametrize("status", ["", ", status: off_track", ", status: complete, completed: 2026-01-01"])
def test_a_commitment_past_its_date_is_asked_for_its_status(status: str) -> None:
    text = f"--- enablers/a.yaml\ncommitments: [{{commitment: Share rooms, due: March 2026{status}}}]\n"
    assert bool(findings_now("JFP315", text)) == (not status)


@pytest.mark.parametrize(
    ("need", "found"),
    [
        ("due: April 2027", True),
        ("due: Q4 2026/27", False),
        ("due: January 2027, forecast: May 2027", True),
        ("due: April 2027, status: cancelled", False),
        ("due: April 2027, status: complete, completed: 2026-10-10", False),
    ],
)
def test_what_is_needed_comes_first(need: str, found: bool) -> None:
    rows = f"  - {{id: a, activity: Open it, due: March 2027, needs: [b]}}\n  - {{id: b, activity: Build it, {need}}}\n"
    assert bool(findings_now("JFP318", f"milestones:\n{rows}")) == found


@pytest.mark.parametrize(
    ("activity", "found"),
    [
        ("Continue to support carers", True),
        ("Ongoing monitoring of falls", True),
        ("Continuous improvement of the booking line", True),
        ("Maintain strong links with schools", True),
        ("Keep the booking line running", True),
        ("Review complaints on a rolling basis", True),
        ("Continue to roll out the record to every ward, and finish in all of them", False),
        ("Keep the ward open until the new one is ready", False),
        ("Maintain waits at the level of March 2025", False),
        ("Continuity of care agreed by every practice", False),
        ("Continue phase two of the new wing", False),
        ("Keep-well clinics opened in four towns", False),
    ],
)
def test_a_milestone_is_something_that_is_done(activity: str, found: bool) -> None:
    assert of_milestone("JFP319", "due: March 2027", activity) == found


# Milestones and targets

_TARGETS = """
--- sections/a.yaml
targets:
  - id: stages
    statement: More cancers diagnosed at stage 1 or 2
    better: higher
    target: 75%
    trajectory: [{target: 65%, due: March 2027}]
    due: March 2028
  - {id: boosters, statement: Programme of autumn shingles boosters complete, due: end of January 2027}
"""


@pytest.mark.parametrize(
    ("activity", "due", "codes"),
    [
        ("Find 75% of cancers at stage 1 or 2 when they are diagnosed", "March 2028", ["JFP320"]),
        ("Find 75% of cancers at stage 1 or 2 when they are diagnosed", "March 2030", ["JFP317"]),
        ("Find 80% of cancers at stage 1 or 2 when they are diagnosed", "March 2028", ["JFP317"]),
        ("Find 65% of cancers at stage 1 or 2 when they are diagnosed", "March 2027", []),
        ("Train 75% of practices in the new form", "March 2027", []),
        ("Carry out the autumn shingles booster programme", "October 2026", ["JFP317"]),
        ("Carry out the autumn shingles booster programme", "January 2027", []),
        ("Carry out the spring shingles booster programme", "May 2026", []),
        ("Plan the autumn shingles booster programme", "June 2026", []),
    ],
)
def test_a_milestone_and_a_target_agree(activity: str, due: str, codes: list[str]) -> None:
    milestone = f"--- milestones/a.yaml\nmilestones: [{{id: m, activity: {activity}, due: {due}}}]\n"
    assert [code for code in ("JFP317", "JFP320") if findings_now(code, _TARGETS + milestone)] == codes


@pytest.mark.parametrize(("due", "found"), [("April 2028", True), ("2027/28", False), ("March 2027", False)])
def test_a_milestone_serves_a_target_before_it_is_due(due: str, found: bool) -> None:
    milestone = f"--- milestones/a.yaml\nmilestones: [{{id: m, activity: Open it, due: {due}, targets: [stages]}}]\n"
    assert bool(findings_now("JFP317", _TARGETS + milestone)) == found


# Wording


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The clinic is currently closed on Fridays", True),
        ("Waits are now longer than before the pandemic", True),
        ("Demand has grown over the past year", True),
        ("The latest figures show longer waits", True),
        ("The ward was recently rebuilt", True),
        ("A new hospital opens next year", True),
        ("Referrals to date are few", True),
        ("The ward was rebuilt recently, in 2024", False),
        ("Staff are kept up to date", False),
        ("Care in the last year of life", False),
        ("People who are now and then ill", False),
        ("Answer as soon as possible", False),
        ("Currency is no concern of ours", False),
        ("Check the records presented at admission", False),
    ],
)
def test_words_that_mean_another_time_each_year(text: str, found: bool) -> None:
    assert of_texts("JFP508", text) == found


@pytest.mark.parametrize(
    "words",
    [
        *("currently", "presently", "at present", "at the moment", "recently", "nowadays", "these days", "imminently"),
        *("are now", "the latest data", "in the near future", "to date", "so far", "until now", "in due course"),
        *("in the coming weeks", "this year", "last month", "next financial year", "the current quarter", "soon"),
        *("shortly", "six months ago", "over the past year", "in the last three years", "during the previous month"),
        *("for the next two years", "In due course", "Currently"),
    ],
)
def test_every_word_that_means_another_time_is_looked_for(words: str) -> None:
    assert of_texts("JFP508", f"Doors {words} open"), words


@pytest.mark.parametrize(
    ("source", "found"),
    [("Survey of residents, 2023", False), ("Survey of residents", True), ("Survey, March 2024", False)],
)
def test_what_a_survey_found_is_of_its_year(source: str, found: bool) -> None:
    voice = f"--- sections/a.yaml\nvoices: [{{source: '{source}', findings: [Most had recently been ill]}}]\n"
    assert bool(findings_now("JFP508", voice)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Our five aims are: speed, safety, kindness and thrift", True),
        ("Three priorities: falls; stroke; dementia; and frailty", True),
        ("We have four strands: homes, work and schools", True),
        ("Our three aims are: speed, safety and kindness", False),
        ("Three aims: better care, research and innovation, and thrift", False),
        ("Two priorities: children and young people, and older people", False),
        ("Our six aims, including: speed and safety", False),
        ("We met two of our five aims: speed and safety", False),
        ("At 10 places: the road is closed", False),
    ],
)
def test_a_list_is_as_long_as_it_is_announced(text: str, found: bool) -> None:
    assert of_texts("JFP512", text) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Records in EMIS Web", "Records in Emis Web", True),
        ("The Teach & Treat scheme runs", "The Teach and Treat scheme ends", True),
        ("We joined Teach & Treat", "We left Teach and Treat", True),
        ("Screening follows Core20PLUS5", "Prevention follows Core20Plus5", True),
        ("We follow the WorkWell scheme", "Few know the Workwell scheme", True),
        ("People over 75 are ill", "Adults aged 75 and over are alone", True),
        ("People over 75 are ill", "Adults aged 85 and over are alone", False),
        ("People over 75 are ill", "Adults aged 75 or over are alone", True),
        ("People over 75 are ill", "Adults aged 75 and above are alone", True),
        ("People over 75 are ill", "Adults aged 75 or above are alone", True),
        ("People over 75 are ill", "Adults aged 75 or older are alone", True),
        ("People over 75 are ill", "Adults aged 75 and older are alone", True),
        ("Take more than 10 medicines", "On 10 or more medicines", True),
        ("Take more than 10 medicines", "On 10 and more medicines", True),
        ("Take over 10 medicines", "On 10 or more medicines", True),
        ("Over 10 clinics are shut", "In 10 or more wards", False),
        ("The line is open 24/7", "The house is open 24/6", True),
        ("The line is open 24/7", "The house is open 24/7 too", False),
        ("Trust in us is low", "The trust is large", False),
    ],
)
def test_one_name_is_written_in_one_way(one: str, other: str, found: bool) -> None:
    assert of_texts("JFP511", one, other) == found


# Targets


@pytest.mark.parametrize(
    ("statement", "fields", "found"),
    [
        ("Fewer missed appointments", "measure: Missed appointments, better: higher", True),
        ("Fewer missed appointments", "measure: Missed appointments as a share of all, better: higher", True),
        ("Reduce falls on wards", "measure: Falls on wards, better: higher", True),
        ("Increase the number of checks", "better: lower", True),
        ("Fewer missed appointments", "measure: Appointments kept in time, better: higher", False),
        ("Shorter waits", "measure: Patients seen within 18 weeks, better: higher", False),
        ("More patients waiting less than 18 weeks", "better: lower", False),
        ("Reduce falls on wards", "measure: Falls on wards, better: lower", False),
        ("Better care", "better: lower", False),
    ],
)
def test_a_target_goes_the_way_its_words_go(statement: str, fields: str, found: bool) -> None:
    assert of_target("JFP415", statement, fields) == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ('target: "12"', True),
        ('target: "12", better: higher', False),
        ("target: at least 12", False),
        ("target: down 5%", False),
        ("target: 100%", False),
        ("target: 8 of 35", True),
        ("target: 35 of 35", False),
        ("target: 85% to 90%", False),
        ("due: March 2028", False),
    ],
)
def test_a_figure_needs_a_direction(fields: str, found: bool) -> None:
    assert of_target("JFP416", "Clinics", fields) == found


def test_a_measure_gives_its_direction_to_its_targets() -> None:
    target = '--- sections/a.yaml\ntargets: [{id: t, statement: Waits, measure: waits, target: "12"}]\n'
    measure = "--- measures/waits.yaml\nunit: people\n"
    assert findings_now("JFP416", target + measure)
    assert not findings_now("JFP416", f"{target}{measure}better: lower\n")


@pytest.mark.parametrize(
    ("indicator", "found"),
    [
        ("Number of referrals", True),
        ("Waiting times", True),
        ("The percentage of patients who stay", True),
        ("Number of referrals rises", False),
        ("Higher number of referrals", False),
        ("Uptake of vaccines above that of the region", False),
        ("A working decision support tool", False),
    ],
)
def test_an_indicator_says_which_way_it_goes(indicator: str, found: bool) -> None:
    text = f"workstreams: [{{id: w, title: Clinics, indicators: [{indicator}]}}]\n"
    assert bool(findings_now("JFP416", text)) == found


@pytest.mark.parametrize(
    ("statement", "fields", "found"),
    [
        ("Shorter waits for a first appointment", "target: 18 weeks", True),
        ("Faster ambulances", "measure: Category 2 response time, target: 30 minutes", True),
        ("Faster ambulances", "measure: Mean category 2 response time, target: 30 minutes", False),
        ("Nobody waits long", "measure: Wait, target: 18 weeks", False),
        ("Shorter waits", "measure: 90th percentile of waits, target: 18 weeks", False),
        ("A longer lease", "target: 12 years", False),
        ("Shorter waits", "target: 92%", False),
    ],
)
def test_many_waits_need_a_statistic(statement: str, fields: str, found: bool) -> None:
    assert of_target("JFP417", statement, f"better: lower, {fields}") == found


@pytest.mark.parametrize(
    ("statement", "fields", "found"),
    [
        ("More staff vaccinated", "target: 110%", True),
        ("Share of referrals answered", "target: 92%, baseline: {value: 880%, at: March 2025}", True),
        ("Share of referrals answered", "target: 92%, trajectory: [{target: 900%, due: March 2026}]", True),
        ("Share of referrals answered", "target: 100%", False),
        ("Activity against the plan", "target: 110%", False),
        ("Elective work, as a share of that of 2019/20", "target: 107%", False),
        ("Bed occupancy", "target: 102%", False),
        ("Fewer falls", "target: down 100%", False),
        ("Fewer falls", "target: down 101%", True),
        ("More visits", "target: up 250%", False),
    ],
)
def test_a_share_is_no_more_than_everything(statement: str, fields: str, found: bool) -> None:
    assert of_target("JFP418", statement, fields) == found


@pytest.mark.parametrize(
    ("statement", "fields", "found"),
    [
        ("Fewer falls and shorter stays", "target: down 5%", True),
        ("Less smoking, and more walking", "target: down 5%", True),
        ("Higher recruitment and retention", "target: 90%", True),
        ("More and better care", "target: 90%", False),
        ("More people with fewer than two illnesses", "target: 90%", False),
        ("Fewer falls of men and women", "target: down 5%", False),
        ("More visits in the morning and the afternoon", "target: 90%", False),
    ],
)
def test_a_target_promises_one_thing(statement: str, fields: str, found: bool) -> None:
    assert of_target("JFP419", statement, fields) == found


@pytest.mark.parametrize(
    ("readings", "at"),
    [
        ("{at: 2025-03, value: 7.1%}, {at: 2025-04, value: 7.3%}", "2025-03"),
        ("{at: 2025-03, value: 7.1%}, {at: 2025-04, value: 7.1%}", ""),
        ("{at: 2025-03, value: 7.1%, place: north}", ""),
        ("{at: 2025-03, value: 7.2%}", ""),
    ],
)
def test_a_baseline_that_was_read_once_gets_the_date_of_its_reading(readings: str, at: str) -> None:
    text = f"""
--- plan.yaml
places: {{north: North}}
--- sections/a.yaml
targets: [{{id: t, statement: Fewer, measure: missed, better: lower, baseline: {{value: 7.1%}}, target: 6%}}]
--- measures/missed.yaml
readings: [{readings}]
"""
    (finding,) = findings_now("JFP420", text)
    assert [fix.title for fix in finding.fixes] == ([f'add "at: {at}"'] if at else [])
    assert all(fix.safe and at in fix.edits[0].text for fix in finding.fixes)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("measure: Missed appointments, target: 6%, due: March 2027", True),
        ("measure: Appointments missed, target: 6%, due: 2026/27", True),
        ("measure: Missed appointments", True),
        ("measure: Missed appointments, target: 5%, due: March 2028", False),
        ("measure: Missed appointments, target: 6%, due: March 2028", False),
        ("measure: Missed appointments, target: 6%, due: March 2027, places: [south]", False),
        ("measure: Kept appointments, target: 6%, due: March 2027", False),
    ],
)
def test_a_measure_is_promised_once(other: str, found: bool) -> None:
    text = f"""
--- plan.yaml
places: {{north: North, south: South}}
--- sections/a.yaml
targets:
  - {{id: t, statement: Fewer, measure: Missed appointments, target: 6%, due: March 2027, places: [north]}}
  - {{id: u, statement: Fewer, {other}}}
"""
    if "places" not in other:
        text = text.replace(", places: [north]", "")
    assert bool(findings_now("JFP414", text)) == found


# Actions


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Keep cutting waits for autism assessments", "Reduce waits for autism assessments, and hire nurses", True),
        (
            "Deliver the county's dementia strategy for carers",
            "Carry out the dementia strategy of the county for carers",
            True,
        ),
        ("Fund core care processes in diabetes", "Fund core care processes in stroke", False),
        ("Train 40 nurses in wound care", "Train 60 nurses in wound care", False),
        ("Open clinics", "Open clinics", False),
    ],
)
def test_two_workstreams_do_not_promise_one_action(one: str, other: str, found: bool) -> None:
    streams = "".join(
        f"  - {{id: w{at}, title: Work {at}, actions: {{2025-26: [{json.dumps(text)}]}}}}\n"
        for at, text in enumerate((one, other))
    )
    assert bool(findings_now("JFP610", f"workstreams:\n{streams}")) == found


# The shipped plan

_JUDGED = {
    "JFP204": {"workstreams/end-of-life-care.actions.2025-26[3]"},
    "JFP317": {"milestones/cancer-waiting-standards.due", "milestones/flu-and-autumn-booster.due"},
    "JFP319": {"milestones/diabetes-care-processes.activity", "milestones/op-community-social-prescribing.activity"},
    "JFP320": {"milestones/early-stage-diagnosis.activity", "milestones/fit-informed-referrals.activity"},
    "JFP414": {"targets/all-community-paediatric-waits.measure"},
    "JFP415": set(),
    "JFP417": {
        "targets/community-paediatrics-wait.target",
        "targets/elective-length-of-stay.target",
        "targets/non-elective-length-of-stay.target",
    },
    "JFP418": set(),
    "JFP419": {"targets/access-to-cancer-services.statement", "targets/children-emergency-attendances.statement"},
    "JFP511": {
        "workstreams/cvd-heart-failure-and-lipids.actions.2026-30[0]",
        "workstreams/cyp-mental-health-hertfordshire.actions.2025-26[4]",
        "workstreams/falls-prevention.indicators[0]",
        "workstreams/falls-prevention.indicators[2]",
    },
    "JFP512": {"enablers/digital.topics[0].title"},
}


@pytest.mark.parametrize("code", sorted(_JUDGED))
def test_what_is_found_in_the_shipped_plan_is_a_fault(code: str) -> None:
    found = shipped(code)
    assert {str(finding.address) for finding in found if finding.code == code} <= _JUDGED[code]
