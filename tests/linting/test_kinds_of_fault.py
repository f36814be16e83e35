"""Planted faults and near misses in the words of planners: of each kind some that are found and some that are not."""

import json

import pytest

from jfp_cli.linting.engine import run
from jfp_cli.linting.registry import RULES
from jfp_cli.loading.faults.examples import read_example
from tests.linting.one_rule import BY_CODE


def places(code: str, text: str) -> list[str]:
    """Where one rule finds a fault in an example, whatever else is wrong with it."""
    example = read_example(text)
    found = run(example.loaded, RULES if code == "JFP608" else [BY_CODE[code]], example.day)
    return [str(finding.address) for finding in found if finding.code == code]


def milestone(code: str, activity: str, due: str = "March 2027", more: str = "") -> bool:
    text = f"milestones:\n  - {{id: m, activity: {json.dumps(activity)}, due: {due}{more}}}\n"
    return bool(places(code, text))


def target(code: str, statement: str, fields: str) -> bool:
    text = f"--- sections/a.yaml\ntargets:\n  - {{id: t, statement: {json.dumps(statement)}, {fields}}}\n"
    return bool(places(code, text))


def challenge(code: str, *texts: str, day: str = "2026-11-21") -> bool:
    lines = "".join(f"  - {json.dumps(text)}\n" for text in texts)
    return bool(places(code, f"as of {day}\n--- sections/a.yaml\nchallenges:\n{lines}"))


# Dates in the text


@pytest.mark.parametrize(
    ("activity", "due"),
    [
        ("Open the eye clinic (June 2026)", "March 2027"),
        ("Open the eye clinic (expected June 2026)", "March 2027"),
        ("Order the scanner (by 3 May 2026) and install it", "March 2027"),
        ("Bring in text reminders, June 2026", "March 2027"),
        ("Bring in text reminders, which go live on 4 May 2026", "March 2027"),
        ("The new record goes live in Spring 2026", "March 2027"),
        ("Go-live of the new record in May 2026", "March 2027"),
        ("Put the app in place, going live from June 2026", "March 2027"),
        ("Give every resident of a care home the booster in Autumn 2026", "January 2027"),
        ("Run the falls pilot until June 2026", "March 2027"),
        ("Open by May 2026 and be fully staffed by June 2027", "May 2026"),
        ("Close the old ward before the end of May 2026", "March 2027"),
    ],
)
def test_a_text_names_its_date_in_many_ways(activity: str, due: str) -> None:
    assert milestone("JFP307", activity, due)


@pytest.mark.parametrize(
    "activity",
    [
        "Open the eye clinic (March 2027)",
        "Invite everybody born before 1 April 1960 to a lung check",
        "Offer checks to patients diagnosed before March 2024",
        "Clear the backlog of referrals received before April 2025",
        "Do not move the ward before 1 June 2026",
        "Carry out the Oral Health Strategy (June 2025)",
        "Act on the inspection (June 2025)",
        "Offer a check to people who moved here in June 2025",
        "Review the lease that runs until March 2026",
        "Publish the results of the survey of June 2025",
        "Train every nurse in 2025/26",
    ],
)
def test_of_whom_or_what_a_text_speaks_is_no_date_of_its_own(activity: str) -> None:
    assert not milestone("JFP307", activity)


# Two things in one


@pytest.mark.parametrize(
    "activity",
    [
        "Buy the dental van as well as recruiting two nurses",
        "Review the pilot clinics as well as commission a service out of hours",
        "Build the new hub, then open a clinic in it",
        "Review the pilot clinics and then publish the results",
    ],
)
def test_a_second_thing_is_joined_in_many_ways(activity: str) -> None:
    assert milestone("JFP308", activity)


@pytest.mark.parametrize(
    "activity",
    [
        "Set up the oversight board and agree its terms of reference",
        "Establish the steering group and agree terms of reference",
        "Set up the falls forum and appoint its chair",
        "Write the dental strategy and agree its priorities",
        "Treat adults as well as children in the new clinic",
    ],
)
def test_a_board_and_its_terms_are_one_thing(activity: str) -> None:
    assert not milestone("JFP308", activity)


# Milestones without workstream


def test_the_help_names_first_the_workstreams_in_the_places_of_a_milestone() -> None:
    text = """
--- plan.yaml
places: {north: North, south: South}
--- milestones/dental.yaml
milestones:
  - {id: van, activity: Buy a van, due: March 2027, places: [south]}
--- sections/access.yaml
workstreams:
  - {id: w-north, title: Clinics, areas: [dental], places: [north]}
  - {id: w-all, title: Posters, areas: [dental]}
  - {id: w-south, title: Vans, areas: [dental], places: [south]}
"""
    example = read_example(text)
    (finding,) = [f for f in run(example.loaded, [BY_CODE["JFP309"]], example.day) if f.code == "JFP309"]
    assert finding.help.endswith("those of dental are w-south, w-all")


# Targets


@pytest.mark.parametrize(
    ("code", "statement", "fields", "found"),
    [
        # a figure in words
        ("JFP401", "Nobody waits more than 18 weeks", "measure: Waits, better: lower, due: March 2028", False),
        ("JFP401", "No child sent out of the area", "measure: Placements, better: lower", False),
        ("JFP401", "Every practice offers the check", "measure: Practices, better: higher", False),
        ("JFP401", "Halve the number of falls", "measure: Falls, better: lower", False),
        ("JFP401", "Every practice offers more checks", "measure: Practices, better: higher", True),
        ("JFP401", "No longer waits than before", "measure: Waits, better: lower", True),
        # what is held is due at every reading
        ("JFP402", "Uptake held at its level", "better: higher, target: 52%", False),
        ("JFP402", "Continue to meet the standard", "better: higher, target: 95%", False),
        ("JFP402", "Vacancies do not rise above 5%", "better: lower, target: 5%", False),
        ("JFP402", "More clinics held in schools", "better: higher, target: 40 clinics", True),
        ("JFP402", "Continue to reduce waits", "better: lower, target: 5 weeks", True),
        ("JFP412", "Continue to meet the standard", "better: higher, baseline: {value: 95%}, target: 95%", False),
        ("JFP412", "Uptake never falls below 95%", "better: higher, baseline: {value: 95%}, target: 95%", False),
        ("JFP412", "More clinics held in schools", "better: higher, baseline: {value: 40}, target: 40", True),
        ("JFP412", "Continue to raise uptake", "better: higher, baseline: {value: 95%}, target: 95%", True),
        # counts that begin at nought
        ("JFP403", "New diagnostic hubs opened", "better: higher, target: 12", False),
        ("JFP403", "Recruit community nurses", "better: higher, target: 40 nurses", False),
        ("JFP403", "Dental practices that take new patients", "better: higher, target: 18", True),
        ("JFP403", "New clinics with a scanner", "measure: Share of clinics, better: higher, target: 40%", True),
        ("JFP403", "Clinics opened each month", "better: higher, target: 5", True),
        # a count and a rate
        ("JFP409", "Fewer visits", 'better: lower, baseline: {value: "100"}, target: 2.5 per 1,000', True),
        ("JFP409", "Fewer visits", "better: lower, baseline: {value: 3 per 1,000}, target: 2.5 per 1,000", False),
        # what the statement says
        ("JFP411", "Raise visits to 130 a day", "better: higher, target: 120", True),
        ("JFP411", "Halve the share who wait", "better: lower, baseline: {value: 60%}, target: 40%", True),
        ("JFP411", "Halve the share who wait", "better: lower, baseline: {value: 60%}, target: 30%", False),
        ("JFP411", "Cut falls by a third", "better: lower, baseline: {value: 100}, target: 67", False),
        ("JFP411", "Cut falls by a third", "better: lower, baseline: {value: 100}, target: 80", True),
        ("JFP411", "Double the number of vans", "better: higher, baseline: {value: 4}, target: 6", True),
        ("JFP411", "Three quarters of residents seen", "better: higher, target: 70%", True),
        ("JFP411", "Three quarters of residents seen", "better: higher, target: 75%", False),
        ("JFP411", "Fall in the poorest fifth of areas", "better: lower, target: 40%", False),
        ("JFP411", "Reach 70% by March 2026", "better: higher, target: 70%, due: March 2028", True),
        ("JFP411", "Reach 70% by March 2028", "better: higher, target: 70%, due: March 2028", False),
        (
            "JFP411",
            "Treatment reached within at most 18 weeks",
            "measure: Longest wait over 18 weeks, better: lower, target: 2 weeks",
            False,
        ),
    ],
)
def test_a_target_is_read_as_planners_word_it(code: str, statement: str, fields: str, found: bool) -> None:
    assert target(code, statement, fields) == found


@pytest.mark.parametrize(
    ("one", "other", "figures", "conflict"),
    [
        ("Share of hours in which chairs are used", "Percentage of hours that chairs are used", ("80%", "85%"), True),
        ("Proportion of patients seen", "Patients seen, as a share", ("80%", "85%"), True),
        ("Rate of falls", "Rates of fall", ("80", "70"), True),
        ("Number of falls", "Falls", ("80", "70"), True),
        ("Falls", "Rate of falls", ("80", "7"), False),
        ("Falls among residents", "Falls among residents", ("80", "7 per 1,000"), False),
        ("Share of patients seen", "Rate of patients seen", ("80%", "85%"), False),
        ("Placements in the area", "Placements out of the area", ("80", "70"), False),
    ],
)
def test_measures_are_compared_by_what_they_count(
    one: str, other: str, figures: tuple[str, str], conflict: bool
) -> None:
    rows = "".join(
        f'  - {{id: t{at}, statement: Better, measure: "{measure}", better: lower, target: "{figure}"}}\n'
        for at, (measure, figure) in enumerate(zip((one, other), figures, strict=True))
    )
    assert bool(places("JFP408", f"--- sections/a.yaml\ntargets:\n{rows}")) == conflict


# Wording


@pytest.mark.parametrize(
    "action",
    [
        "Improve care for people with dementia by 2027",
        "Support people with a learning disability",
        "Embed prevention across the system",
        "Champion the voice of carers",
        "Foster a culture of learning",
        "Drive improvements in the quality of records",
        "Raise the profile of oral health",
        "Improved communication between wards",
        "Access to dentists will be improved",
        "We will work closely with partners to improve outcomes",
        "Improve outcomes through collaboration",
        "Improve quality with a focus on safety",
        "Improve mental health services for 16-25 year olds",
        "Look at options for the estate",
    ],
)
def test_what_no_reader_could_tell_is_vague(action: str) -> None:
    assert milestone("JFP503", action)


@pytest.mark.parametrize(
    "action",
    [
        "Strengthen the ward's fire doors",
        "Improve the lighting in car parks",
        "Investigate every complaint",
        "Investigate falls within ten working days",
        "Family support workers trained",
        "Enhanced access hubs opened in two towns",
        "Open a hub to be supported by volunteers",
        "Publish how access will be improved",
        "Support practices with a new booking tool",
        "Promote Pharmacy First",
        'Promote "call before convey" to ambulance crews',
        "Improve response times to under two hours",
        "Consider the case for a hub and decide on it",
        "Strengthen links, appoint a lead",
        "Support teams for carers open",
    ],
)
def test_what_a_reader_could_tell_is_not_vague(action: str) -> None:
    assert not milestone("JFP503", action)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A&E is crowded, and MRI and HIV tests are late since COVID-19", False),
        ("Nurses use a tool called EMIS", False),
        ('The "EMIS" teams are short of staff', False),
        ("We follow the principles of THRIVE", False),
        ("ARFID clinics are short of staff", True),
        ("HMHLDA teams are short of staff", True),
        ("The SDEC unit is hard to reach", True),
    ],
)
def test_an_abbreviation_that_every_reader_knows_and_a_name_need_no_words(text: str, found: bool) -> None:
    assert challenge("JFP504", text) == found


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("We follow the Oral Health Strategy, which runs to March 2024", "2026-11-21", True),
        ("We follow the Dental Plan, in force until the end of 2025", "2026-11-21", True),
        ("We follow the Dental Plan, in force until March 2027", "2026-11-21", False),
        ("We replace the Oral Health Strategy, which ran to March 2024", "2026-11-21", False),
        ("We follow the Dental Plan 2022-2025", "2025-12-31", False),
        ("We follow the Dental Plan 2022-2025", "2026-01-01", True),
    ],
)
def test_a_strategy_is_over_when_its_words_say_so(text: str, day: str, found: bool) -> None:
    assert challenge("JFP507", text, day=day) == found


def test_no_month_is_invented_for_the_end_of_a_strategy() -> None:
    example = read_example(
        "as of 2026-11-21\n--- enablers/a.yaml\nstrategies: [{title: Green Plan, years: 2022-2025}]\n"
    )
    (finding,) = [f for f in run(example.loaded, [BY_CODE["JFP507"]], example.day) if f.code == "JFP507"]
    assert finding.message == '"Green Plan 2022-2025" ended in 2025'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The number of waits is awaiting confirmation", True),
        ("Waits have grown (awaiting figures)", True),
        ("Reopen the practice by ??? 2027", True),
        ("Patients awaiting confirmation of a diagnosis are many", False),
        ("Who is to open it?", False),
    ],
)
def test_a_gap_is_also_awaited_or_a_row_of_question_marks(text: str, found: bool) -> None:
    assert challenge("JFP501", text) == found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Too few of the residents in the poorest streets have ever been offered a check of their teeth.", True),
        ("Too few residents in the poorest streets, have ever been offered a check of teeth", True),
        ("Too few residents in the richest streets have ever been offered a check of their teeth", False),
        ("Too few residents in the poorest streets have never been offered a check of their teeth", False),
    ],
)
def test_a_sentence_is_repeated_whatever_its_little_words(other: str, found: bool) -> None:
    one = "Too few residents in the poorest streets have ever been offered a check of their teeth"
    assert challenge("JFP607", one, other) == found


def test_a_hyphen_after_a_prefix_sets_no_promise_apart() -> None:
    rows = (
        "  - {id: a, activity: Publish the refreshed co-ordination strategy for urgent care, due: June 2027}\n"
        "  - {id: b, activity: Refresh and publish the urgent care coordination strategy, due: July 2027}\n"
    )
    assert places("JFP306", f"milestones:\n{rows}") == ["milestones/a.activity"]


# Coverage


@pytest.mark.parametrize(
    ("title", "others", "statement", "found"),
    [
        ("Dental hygiene", 1, "More dental hygiene visits", False),
        ("Patient-initiated follow-up", 1, "More follow-up initiated by patients", False),
        ("Dental hygiene", 1, "Nobody waits more than a year", True),
        ("Dental hygiene", 0, "Nobody waits more than a year", False),  # all of the section's work
    ],
)
def test_a_target_of_the_section_may_measure_a_workstream(title: str, others: int, statement: str, found: bool) -> None:
    streams = f"  - {{id: w, title: {title}}}\n" + "  - {id: o, title: Eyes, indicators: [Open]}\n" * others
    text = f"--- sections/a.yaml\nworkstreams:\n{streams}targets:\n  - {{id: t, statement: {statement}}}\n"
    assert bool(places("JFP601", text)) == found


@pytest.mark.parametrize("status", ["complete", "cancelled", "on_track"])
def test_an_area_with_nothing_left_to_do_needs_no_workstream(status: str) -> None:
    row = f"{{id: m, activity: Open it, due: March 2026, status: {status}}}"
    assert bool(places("JFP605", f"--- milestones/a.yaml\nmilestones: [{row}]\n")) == (status == "on_track")
    assert places("JFP605", "--- milestones/a.yaml\nmilestones: []\n") == []


@pytest.mark.parametrize("fault", ["targets: [{id: t, statement: Fewer, due: sometime}]", "challenges: [a"])
@pytest.mark.parametrize("code", ["JFP505", "JFP601", "JFP602", "JFP603", "JFP604", "JFP605", "JFP606", "JFP608"])
def test_what_could_not_be_read_is_not_said_to_be_missing(code: str, fault: str) -> None:
    text = """
--- plan.yaml
glossary: {FIT: a test}
strategy_priorities: {best-start: Best start}
duties: {14Z35: Reducing inequalities}
lint: {allow: [{rule: JFP410, at: targets/u, because: agreed}]}
--- milestones/dental.yaml
milestones: [{id: m, activity: Open it, due: March 2026}]
--- sections/access.yaml
workstreams: [{id: w, title: Clinics}]
"""
    assert places(code, text)
    assert places(code, f"{text}{fault}\n") == []
