"""The rules about milestones beyond their own examples: near misses, boundaries, and what the shipped plan has."""

import pytest

from jfp_cli.values.finding import Finding
from tests.linting.one_rule import findings_now, shipped


def of_milestones(code: str, *milestones: str) -> list[Finding]:
    """What one rule finds in milestones m1, m2 … of one area, each given as the inside of YAML's braces."""
    lines = []
    for number, fields in enumerate(milestones, 1):
        activity = "" if fields.startswith("activity:") else f"activity: Open service {number}, "
        lines.append(f"  - {{id: m{number}, {activity}{fields}}}\n")
    return findings_now(code, "milestones:\n" + "".join(lines))


def found(code: str, *milestones: str) -> list[str]:
    """Where one rule finds a fault in such milestones: `m1.due`."""
    return [str(finding.address).removeprefix("milestones/") for finding in of_milestones(code, *milestones)]


# The plan's own period


@pytest.mark.parametrize("due", ["31 March 2025", "March 2025", "2024/25", "Q4 2024/25", "before April 2025"])
def test_what_ends_before_the_first_day_is_before_the_plan(due: str) -> None:
    assert found("JFP301", f"due: {due}") == ["m1.due"]


@pytest.mark.parametrize("due", ["1 April 2025", "Spring 2025", "2025", "March 2025 to June 2025", "June 2024 onwards"])
def test_what_reaches_into_the_plan_is_not(due: str) -> None:
    assert found("JFP301", f"due: {due}") == []


def test_a_checkpoint_before_the_plan_is_found_unless_its_milestone_is() -> None:
    checkpoint = "checkpoints: [{due: March 2025, activity: Find a building}]"
    assert found("JFP301", f"due: March 2026, {checkpoint}") == ["m1.checkpoints[0].due"]
    assert found("JFP301", f"due: March 2025, {checkpoint}") == ["m1.due"]
    assert found("JFP301", f"due: March 2026, status: complete, {checkpoint}") == []
    assert found("JFP301", "due: March 2026, checkpoints: [{due: March 2025, activity: Go, status: complete}]") == []


def test_the_plans_first_day_is_said() -> None:
    (finding,) = of_milestones("JFP301", "due: June 2024")
    assert finding.message == "due June 2024, but the plan starts on 1 April 2025"


@pytest.mark.parametrize("due", ["1 April 2030", "2030/31", "Spring 2030", "2026-31", "2031", "by June 2030"])
def test_what_ends_after_the_last_day_is_after_the_plan(due: str) -> None:
    assert found("JFP302", f"due: {due}") == ["m1.due"]


@pytest.mark.parametrize("due", ["31 March 2030", "2029/30", "Q4 2029/30", "by 2030", "2029 onwards"])
def test_what_may_end_with_the_plan_is_not(due: str) -> None:
    assert found("JFP302", f"due: {due}") == []


def test_how_far_a_date_runs_past_the_plan_is_said() -> None:
    (finding,) = of_milestones("JFP302", "due: Spring 2030")
    assert finding.message == "due Spring 2030, which runs to 31 May 2030, but the plan ends on 31 March 2030"


# Status


def test_the_last_day_itself_has_not_passed() -> None:
    assert found("JFP303", "due: 21 November 2026") == []
    assert found("JFP303", "due: 20 November 2026") == ["m1.due"]
    assert found("JFP303", "due: 2024 onwards") == []


def test_how_long_ago_is_said() -> None:
    one, two = of_milestones("JFP303", "due: by end of October 2026", "due: 20 November 2026")
    assert one.message == "due end of October 2026, 21 days ago, and no status is reported"
    assert two.message == "due 20 November 2026, 1 day ago, and no status is reported"


@pytest.mark.parametrize("status", ["not_started", "on_track", "at_risk", "off_track", "cancelled"])
def test_any_status_is_a_report(status: str) -> None:
    assert found("JFP303", f"due: March 2026, status: {status}") == []


def test_completed_without_a_status_counts_as_open() -> None:
    assert found("JFP303", "due: March 2027, completed: 2026-05-02") == ["m1.completed"]
    assert found("JFP303", "due: March 2027, completed: 2026-05-02, status: complete") == []


def test_checkpoints_are_asked_for_while_their_milestone_is_reported_or_not_due() -> None:
    checkpoint = "checkpoints: [{due: June 2025, activity: Find a building}]"
    assert found("JFP303", f"due: March 2027, {checkpoint}") == ["m1.checkpoints[0].due"]
    assert found("JFP303", f"due: March 2026, status: off_track, {checkpoint}") == ["m1.checkpoints[0].due"]
    assert found("JFP303", f"due: March 2026, {checkpoint}") == ["m1.due"]
    assert found("JFP303", f"due: March 2026, status: complete, {checkpoint}") == []


def test_only_what_is_open_needs_an_owner() -> None:
    assert found("JFP304", "due: March 2027") == ["m1"]
    assert found("JFP304", "due: March 2027, owner: Cancer lead") == []
    assert found("JFP304", "due: March 2025, status: cancelled") == []


def test_only_what_is_complete_needs_the_day_of_it() -> None:
    assert found("JFP305", "due: March 2026, status: complete") == ["m1.status"]
    assert found("JFP305", "due: March 2026, status: complete, completed: 2026") == []
    assert found("JFP305", "due: March 2026, status: on_track") == []


@pytest.mark.parametrize(
    ("completed", "future"),
    [
        ("21 November 2026", False),
        ("22 November 2026", True),
        ("November 2026", False),
        ("December 2026", True),
        ("2026/27", False),
        ("2027", True),
    ],
)
def test_completed_in_the_future_is_what_cannot_have_been_yet(completed: str, future: bool) -> None:
    assert found("JFP310", f"due: March 2027, status: complete, completed: {completed}") == (
        ["m1.completed"] if future else []
    )


# Checkpoints


@pytest.mark.parametrize(
    ("due", "step", "after"),
    [
        ("March 2026", "April 2026", True),
        ("30 March 2026", "31 March 2026", True),
        ("March 2026", "31 March 2026", False),
        ("15 March 2026", "March 2026", False),
        ("March 2026", "2025-26", False),
        ("October 2025", "Autumn 2025", False),
        ("by end March 2026", "from April 2026", True),
        ("March 2026 onwards", "June 2026", False),
    ],
)
def test_a_checkpoint_is_after_its_milestone_where_no_reading_of_the_dates_helps(
    due: str, step: str, after: bool
) -> None:
    fields = f"due: {due}, checkpoints: [{{due: June 2025, activity: Find rooms}}, {{due: {step}, activity: Rent}}]"
    assert found("JFP311", fields) == (["m1.checkpoints[1].due"] if after else [])


def test_both_dates_are_said_and_what_was_cancelled_is_left_alone() -> None:
    fields = "due: by March 2026, checkpoints: [{due: June 2026, activity: Rent rooms}]"
    (finding,) = of_milestones("JFP311", fields)
    assert finding.message == "due June 2026, after m1 itself, due March 2026"
    assert found("JFP311", f"{fields}, status: cancelled") == []
    assert found("JFP311", fields.replace("}]", ", status: cancelled}]")) == []
    assert found("JFP311", fields.replace("}]", ", status: complete}]")) == ["m1.checkpoints[0].due"]


# Workstreams


def test_the_help_names_the_workstreams_of_the_area() -> None:
    text = "--- milestones/dental.yaml\nmilestones:\n  - {id: m, activity: Open a clinic, due: March 2027}\n"
    streams = "".join(f"  - {{id: w{n}, title: Work {n}, areas: [dental]}}\n" for n in range(1, 6))
    for count, said in [
        (0, "no workstream names the area dental"),
        (1, "workstreams: [w1]"),
        (5, "w1, w2, w3 and 2 more"),
    ]:
        kept = "workstreams:\n" + "".join(streams.splitlines(keepends=True)[:count]) if count else ""
        (finding,) = findings_now("JFP309", f"{text}--- sections/access.yaml\nid: access\n{kept}")
        assert str(finding.address) == "milestones/m"
        assert said in finding.help


def test_what_is_over_needs_no_workstream() -> None:
    assert found("JFP309", "due: March 2025, status: complete, completed: 2025-03-04", "due: June 2025") == ["m2"]


# The same promise twice


def duplicates(*milestones: str) -> list[Finding]:
    """What JFP306 finds in milestones m1, m2 … of areas of their own."""
    return findings_now(
        "JFP306",
        "".join(
            f"--- milestones/area-{number}.yaml\nmilestones:\n  - {{id: m{number}, {fields}}}\n"
            for number, fields in enumerate(milestones, 1)
        ),
    )


def test_the_same_promise_is_found_once_with_all_its_dates() -> None:
    activity = "activity: Write and ratify the refreshed Green Plan"
    dues = ["July 2025", "by March 2026", "2026/27", "June 2027", "July 2027"]
    (finding,) = duplicates(*(f"{activity}, due: {due}" for due in dues))
    assert str(finding.address) == "milestones/m1.activity"
    assert finding.message == (
        '"Write and ratify the refreshed Green Plan" is promised for July 2025 here and March 2026 in milestones/m2, '
        "2026/27 in milestones/m3, June 2027 in milestones/m4 and 1 more"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Write and ratify the refreshed ICS Green Plan", "Ratify the refreshed green plans of the ICS"),
        ("Ratify the refreshed Green Plan by July 2025", "Ratify the refreshed Green Plan by March 2026"),
        (
            "Assess young people for autism or ADHD in one clinic",
            "Run a new clinic that assesses children and young people with autism and ADHD, overseen across the county",
        ),
        (
            "Extend the inpatient pathway for tobacco dependency to every acute specialty",
            "Acute specialties all offer the inpatient tobacco dependency pathway to their patients",
        ),
    ],
)
def test_other_words_for_one_promise_are_seen_across_areas(one: str, other: str) -> None:
    (finding,) = duplicates(f'activity: "{one}", due: July 2025', f'activity: "{other}", due: March 2026')
    assert "is promised for July 2025 here and" in finding.message
    assert finding.message.endswith("March 2026 in milestones/m2")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Evaluate the pilot", "Evaluate the pilot"),  # of another thing, in another area
        (
            "Start delivering the Integrated Delivery Plans for 2025-26",
            "Start delivering the Delivery Plans for 2026-27",
        ),
        ("Finish the spring booster programme in care homes", "Finish the autumn booster programme in care homes"),
        ("Reach 80% of eligible people with screening", "Reach 90% of eligible people with screening"),
        (
            "Improve access to dental services for people with learning disabilities",
            "Improve access to primary care services for people with learning disabilities",
        ),
        ("Open the St Albans diagnostic centre for imaging", "Open the Epping diagnostic centre for imaging"),
        ("Carry out year 2 of the mental health strategy", "Carry out year 3 of the mental health strategy"),
        ("Shorten waits for elective surgery in hospital", "Shorten waits for non-elective surgery in hospital"),
        (
            "Support the University of Hertfordshire Medical School",
            "Recruit for the University of Hertfordshire Medical School",
        ),
        (
            "Bring the voluntary, community, faith and social enterprise (VCFSE) sector into neighbourhood teams",
            "Fund volunteers of the voluntary, community, faith and social enterprise (VCFSE) sector",
        ),
    ],
)
def test_what_only_sounds_alike_is_no_duplicate(one: str, other: str) -> None:
    assert duplicates(f'activity: "{one}", due: July 2025', f'activity: "{other}", due: March 2026') == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Develop an integrated model of diabetes care", "Put the integrated model of diabetes care in place"),
        ("Put the inpatient tobacco pathway in place", "Put the outpatient tobacco pathway in place"),
        ("Extend shared care records to all providers", "Cover all pathways with shared care records"),
        (
            "Assess young people for autism or ADHD in one clinic",
            "Run a new clinic that assesses children and young people with autism and ADHD in schools",
        ),
    ],
)
def test_steps_of_one_work_in_one_area_are_no_duplicates(one: str, other: str) -> None:
    assert found("JFP306", f"activity: {one}, due: July 2025", f"activity: {other}, due: March 2026") == []


def test_in_one_area_a_short_text_said_twice_is_found_unless_its_group_differs() -> None:
    fields = "activity: Evaluate the pilot, due: July 2025"
    assert found("JFP306", fields, fields) == ["m1.activity"]
    assert found("JFP306", f"{fields}, group: Dental vans", f"{fields}, group: Dental hubs") == []


def test_a_promise_for_two_places_or_one_that_is_over_is_no_duplicate() -> None:
    activity = "activity: Open a same day access hub beside the hospital"
    places = "--- plan.yaml\nplaces: {north: North, south: South}\n--- milestones/a.yaml\nmilestones:\n"
    lines = "  - {{id: m1, {0}, due: July 2025, places: [north]}}\n  - {{id: m2, {0}, due: March 2026{1}}}\n"
    assert findings_now("JFP306", places + lines.format(activity, ", places: [south]")) == []
    assert len(findings_now("JFP306", places + lines.format(activity, ", places: [north]"))) == 1
    assert len(findings_now("JFP306", places + lines.format(activity, ""))) == 1
    assert findings_now("JFP306", places + lines.format(activity, ", status: cancelled")) == []


def test_a_long_activity_is_shortened_at_a_word() -> None:
    fields = "activity: Put the new and integrated model of community diabetes care in place in every neighbourhood"
    (finding,) = duplicates(f"{fields}, due: July 2025", f"{fields}, due: July 2025")
    assert '"Put the new and integrated model of community diabetes care\u2026"' in finding.message
    assert finding.span.end_column - finding.span.column == len(
        "Put the new and integrated model of community diabetes care"
    )


# A date in the text


@pytest.mark.parametrize(
    ("activity", "due", "said"),
    [
        ("Finish the spring boosters by the end of June 2025", "July 2025", "end of June 2025"),
        ("Review the contract, for a new one to start on 1 April 2026", "April 2027", "1 April 2026"),
        ("The full service is expected to go live in Autumn 2025", "January 2026", "Autumn 2025"),
        ("The service goes live from April 2026", "June 2026", "April 2026"),
        ("All practices migrated by June 2025", "July 2025", "June 2025"),
        ("Recruitment to be completed by March 2026", "June 2025", "March 2026"),
        ("Agree a plan to end long waits by March 2026", "June 2026", "March 2026"),
        ("No later than 31/03/2026, sign the lease", "by June 2026", "31/03/2026"),
        ("Cut waits by 5% by March 2026", "March 2027", "March 2026"),
        ("Vaccinate residents before winter 2025", "December 2025", "before winter 2025"),
        ("Publish the strategy by Q3 2025/26 (draft)", "March 2026", "Q3 2025/26"),
        ("Complete it by 2026", "June 2027", "2026"),
        ("Start by Sept 2025", "October 2025", "Sept 2025"),
    ],
)
def test_a_promise_in_the_text_for_another_date_is_found(activity: str, due: str, said: str) -> None:
    (finding,) = of_milestones("JFP307", f'activity: "{activity}", due: {due}')
    assert finding.message == f"due {due.removeprefix('by ')}, but its text says {said}"


@pytest.mark.parametrize(
    ("activity", "due"),
    [
        ("Finish it by the end of June 2025", "June 2025"),
        ("Finish it by the end of the 2025/26 financial year", "March 2026"),
        ("Have the service in place by April 2026", "March 2026"),
        ("Have the service in place by 1 April 2026", "31 March 2026"),
        ("Review the contract, for a new one to start on 1 April 2026", "September 2025"),
        ("Cut waits from the April 2024 baseline", "March 2026"),
        ("Cut waits by the August 2024 baseline", "March 2026"),
        ("Cut waits against levels by March 2024 cohort", "March 2026"),
        ("Start delivering the plans for 2025-26", "June 2027"),
        ("Deliver the dementia strategy 2023-2028", "March 2026"),
        ("Keep the service running through the 3-year plan 2024-2027", "March 2026"),
        ("Train all staff in 2025/26", "June 2026"),
        ("Develop the pathway, which started in Q4 2024/25", "March 2026"),
        ("Evaluate the service that starts in April 2026", "March 2027"),
        ("Review progress made by March 2025", "June 2025"),
        ("Evaluate the services commissioned by March 2025", "June 2025"),
        ("Respond to the report published by March 2025", "March 2026"),
        ("Improve diagnosis so that 75% of cancers are found early by 2028", "March 2026"),
        ("Agree a plan to end long waits by March 2026", "June 2025"),
        ("Finish it by 2026", "March 2027"),
        ("Roll it out by autumn 2026", "June 2026"),
        ("Vaccinate residents before winter 2025", "August 2025"),
        ("Support flu vaccination in late 2025", "Autumn 2025"),
        ("Reach 2,026 people by phone", "March 2025"),
        ("Review the plan by March 2026 and beyond", "June 2026"),
        ("Open the first hub by June 2025 and the last by March 2026", "March 2026"),
        ("Finish it by June 2025", "from April 2025"),
    ],
)
def test_a_date_that_is_no_such_promise_is_not(activity: str, due: str) -> None:
    assert found("JFP307", f'activity: "{activity}", due: {due}') == []


def test_the_words_of_the_date_are_underlined_where_the_text_is_folded() -> None:
    text = (
        "milestones:\n  - id: m\n    activity: >-\n      Finish the spring boosters by the end of\n      June 2025, "
        "including care homes\n    due: July 2025\n"
    )
    (finding,) = findings_now("JFP307", text)
    span = finding.span
    assert (span.line, span.column, span.end_line, span.end_column) == (4, 34, 5, 16)


def test_an_earlier_date_may_be_a_checkpoint_and_checkpoints_have_texts_too() -> None:
    activity = "activity: Pilot it by June 2025 and finish it, due: March 2026"
    assert found("JFP307", activity) == ["m1.activity"]
    assert found("JFP307", f"{activity}, checkpoints: [{{due: 30 June 2025, activity: Pilot it}}]") == []
    assert found("JFP307", "due: March 2026, checkpoints: [{due: July 2025, activity: Pilot it by June 2025}]") == [
        "m1.checkpoints[0].activity"
    ]
    assert found("JFP307", f"{activity}, status: complete") == []


# Several in one


@pytest.mark.parametrize(
    ("activity", "second"),
    [
        ("Review the enhanced access pilot and commission a service", "commission a service"),
        ("Complete the recruitment toolkit and carry out the actions it leads to", "carry out the actions"),
        ("Build the hub. Open a clinic in it", "Open a clinic"),
        ("Sign the new lease; recruit nurses", "recruit nurses"),
        ("Develop the model to shorten waits, and publish the results", "publish the results"),
        ("Fully digitise", ""),
        (
            "Completion of the overhauled recruitment toolkit and implementation of its actions",
            "implementation of its actions",
        ),
        (
            "Improve contract oversight in general practice, and tackle unwarranted variation",
            "tackle unwarranted variation",
        ),
    ],
)
def test_a_second_result_in_one_milestone_is_found(activity: str, second: str) -> None:
    messages = [finding.message for finding in of_milestones("JFP308", f'activity: "{activity}", due: March 2026')]
    assert messages == ([f'has one date, March 2026, for two things: the second begins "{second}"'] if second else [])


@pytest.mark.parametrize(
    "activity",
    [
        "Write and ratify the refreshed Green Plan",
        "Scope and commission a service out of hours",
        "Design, develop and test the new digital front door",
        "Keep developing, and approve, a combined clinical pathway",
        "Pilot the new referral service and evaluate it with patients",
        "Pilot the new referral services and evaluate them",
        "Do more prevention and training for the armed forces community",
        "Develop the model to shorten waits and improve access",
        "Improve governance so that teams share data and reduce errors",
        "Open a service that people trust and recommend the",
        "Provide level 1 endodontic services and open access clinics",
        "Strengthen the local offer and support for carers",
        "Teams assess the patients they share and agree care plans",
        "Extend the pathway to every ward and publish the results",
        "Keep improving the health checks and their quality",
        "Extend annual health checks and improve their quality",
        "Open the hub (St. Albans). It is the first of three",
        "Develop the plan for patients, carers and staff",
    ],
)
def test_one_result_in_several_words_is_not(activity: str) -> None:
    assert found("JFP308", f'activity: "{activity}", due: March 2026') == []


def test_two_dates_are_two_milestones_or_a_checkpoint() -> None:
    activity = "activity: The first hub is open by June 2026 and three more by March 2027, due: March 2027"
    (finding,) = of_milestones("JFP308", activity)
    assert finding.message == "promises things for two dates, June 2026 and March 2027"
    assert found("JFP308", activity.replace("June 2026", "the end of March 2027")) == []
    assert found("JFP308", f"{activity}, checkpoints: [{{due: June 2026, activity: The first hub}}]") == []
    assert found("JFP308", f"{activity}, status: complete") == []


# The shipped plan


def test_the_shipped_plan_promises_the_green_plan_and_the_autism_pathway_twice() -> None:
    messages = {str(finding.address): finding.message for finding in shipped("JFP306")}
    assert messages.keys() == {
        "milestones/green-plan-ratified.activity",
        "milestones/single-entry-autism-adhd-pathway.activity",
    }
    assert messages["milestones/green-plan-ratified.activity"].endswith(
        "is promised for July 2025 here and March 2026 in milestones/refreshed-green-plan"
    )
    assert messages["milestones/single-entry-autism-adhd-pathway.activity"].endswith(
        "for 31 January 2025 here and nearly the same for Autumn 2025 in milestones/combined-autism-adhd-pathway"
    )


def test_two_milestones_of_the_shipped_plan_contradict_their_texts() -> None:
    assert {str(finding.address): finding.message for finding in shipped("JFP307")} == {
        "milestones/special-care-dental-contracts.activity": "due April 2027, but its text says 1 April 2026",
        "milestones/spring-covid-booster.activity": "due July 2025, but its text says end of June 2025",
    }


def test_milestones_of_the_shipped_plan_are_dated_before_it_starts() -> None:
    where = {str(finding.address) for finding in shipped("JFP301")}
    assert {"milestones/access-to-the-stack.due", "milestones/single-entry-autism-adhd-pathway.due"} <= where
    assert "milestones/urgent-care-centre-pathways.due" not in where  # Spring 2025 reaches into the plan


def test_every_silent_milestone_of_the_shipped_plan_that_is_overdue_is_asked_for() -> None:
    assert len(shipped("JFP303")) == 76
    assert len(shipped("JFP304")) == 91


@pytest.mark.parametrize("code", ["JFP302", "JFP305", "JFP310", "JFP311"])
def test_what_the_shipped_plan_does_not_have(code: str) -> None:
    assert shipped(code) == []
