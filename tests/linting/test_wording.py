"""The rules about wording beyond their own examples: near misses, boundaries, and what the shipped plan has."""

import json

import pytest

from jfp_cli.loading.faults.examples import read_example
from tests.linting.one_rule import findings, shipped


def underlined(code: str, text: str) -> list[str]:
    """The words that one rule underlines in an example."""
    files = read_example(text).loaded.sources.files
    words = []
    for finding in findings(code, text):
        span, file = finding.span, files[finding.span.file]
        words.append(file.text[file.offset(span.line, span.column) : file.offset(span.end_line, span.end_column)])
    return words


def in_challenges(code: str, *texts: str, before: str = "") -> list[str]:
    """The words that one rule underlines in texts of a section, which come after other files of an example."""
    lines = "".join(f"  - {json.dumps(text, ensure_ascii=False)}\n" for text in texts)
    return underlined(code, f"{before}--- sections/example.yaml\nchallenges:\n{lines}")


# Placeholders


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Waits have grown (TBC)", "TBC"),
        ("Waits have grown, figures tbc", "tbc"),
        ("Waits: TBD.", "TBD"),
        ("To be confirmed", "To be confirmed"),
        ("Our partner: to be agreed", "to be agreed"),
        ("A new clinic - to be decided", "to be decided"),
        ("The trajectory is still to be agreed.", "trajectory is still to be agreed"),
        ("Baseline to be added by March 2026", "Baseline to be added"),
        ("Dates to be confirmed once funding is known", "Dates to be confirmed"),
        ("See our overview (link to be added).", "link to be added"),
        ("See our overview \u2013 Link to be updated/added", "Link to be updated/added"),
        ("Frailty care (section to be updated in March 25): help at home", "section to be updated"),
        ("Urgent and emergency care to be updated March 25", "to be updated March 25"),
        ("Frailty and end of life \u2013 to be updated March 25", "to be updated"),
        ("More on this in the annual report, details to follow", "details to follow"),
        ("The share of XX% in £XXm is too high", "XX%"),
        ("Ask [insert name of lead] for more", "[insert name of lead]"),
    ],
)
def test_a_gap_in_a_text_is_found(text: str, words: str) -> None:
    assert in_challenges("JFP501", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Give patients to be added to the list a call",
        "Specifications, to be agreed by September 2026, so that care moves",
        "Care plans to be updated every year",
        "Ask for dates to be confirmed by text message",
        "Allow figures to be added to the record by nurses",
        "Works to be completed by March 2026",
        "Policies to be updated by March 2026",
        "Football for outbreaks of boredom",
        "Guidance that practices are to follow",
        "[Patients] wait longer",
    ],
)
def test_work_that_sounds_like_a_gap_is_not_found(text: str) -> None:
    assert in_challenges("JFP501", text) == []


def test_a_text_with_two_gaps_is_found_once() -> None:
    assert in_challenges("JFP501", "Lead TBC and date TBC") == ["TBC"]


@pytest.mark.parametrize(("owner", "words"), [("To be appointed", ["To be appointed"]), ("Vacancies lead", [])])
def test_an_owner_must_be_somebody(owner: str, words: list[str]) -> None:
    text = f"milestones:\n  - {{id: m1, activity: Open the hub, due: March 2026, owner: {owner}}}\n"
    assert underlined("JFP501", text) == words


def test_what_was_reported_at_the_time_may_have_been_open() -> None:
    text = """
milestones:
  - id: m1
    activity: Open the hub
    due: March 2026
    updates: [{date: 2025-06-01, note: Supplier to be confirmed. Date TBC}]
"""
    assert findings("JFP501", text) == []


# Gaps that are late


@pytest.mark.parametrize(
    ("day", "late"), [("2026-03-31", []), ("2026-04-01", ["1 day late"]), ("2026-04-02", ["2 days late"])]
)
def test_a_gap_is_late_from_the_day_after_its_date(day: str, late: list[str]) -> None:
    text = f"as of {day}\npending: [{{what: Section to be updated, by: March 2026}}]\n"
    assert [finding.message.rpartition(" is ")[2] for finding in findings("JFP502", text)] == late


def test_late_gaps_are_found_wherever_they_may_stand() -> None:
    gap = "pending: [{what: Figures to be added, by: March 2025}]"
    text = f"""
--- plan.yaml
{gap}
--- sections/access.yaml
{gap}
workstreams: [{{id: w1, title: Dental access, {gap}}}]
targets: [{{id: t1, statement: Shorter waits, {gap}}}]
--- milestones/dental.yaml
{gap}
--- enablers/estates.yaml
{gap}
"""
    assert {str(finding.address) for finding in findings("JFP502", text)} == {
        "plan.pending[0].by",
        "sections/access.pending[0].by",
        "workstreams/w1.pending[0].by",
        "targets/t1.pending[0].by",
        "areas/dental.pending[0].by",
        "enablers/estates.pending[0].by",
    }


# Vague wording


def vague(activity: str, status: str = "on_track") -> list[str]:
    text = f"milestones:\n  - {{id: m1, activity: {json.dumps(activity)}, due: March 2027, status: {status}}}\n"
    return underlined("JFP503", text)


@pytest.mark.parametrize(
    ("activity", "words"),
    [
        ("Improve digital capability", "Improve"),
        ("Keep improving access to diagnostics", "Keep improving"),
        ("Continue to enhance the offer", "Continue to enhance"),
        ("Work towards optimising pathways", "Work towards optimising"),
        ("Explore opportunities for new roles", "Explore"),
        ("Consider ways to manage disease", "Consider"),
        ("Look into back-office services", "Look into"),
    ],
)
def test_a_promise_that_nothing_could_break_is_found(activity: str, words: str) -> None:
    assert vague(activity) == [words]


@pytest.mark.parametrize(
    "activity",
    [
        "Improve the uptake of screening to 80%",
        "Improve access by opening the hub at weekends",
        "Enhance the portal so that patients can change appointments",
        "Strengthen discharge: a lead on each ward",
        "Explore and pilot new roles",
        "Publish the improvement plan",
        "Improvement board in place",
        "Open the unit that was considered last year",
    ],
)
def test_a_promise_that_can_be_checked_is_not_found(activity: str) -> None:
    assert vague(activity) == []


def test_what_is_done_need_not_be_reworded() -> None:
    assert vague("Improve digital capability", "cancelled") == []


def test_challenges_and_targets_promise_nothing_by_themselves() -> None:
    text = """
challenges: [Improve or decline]
targets: [{id: t1, statement: Improve access}]
"""
    assert findings("JFP503", text) == []


def test_commitments_of_enablers_are_promises() -> None:
    text = """
--- enablers/estates.yaml
commitments: [{commitment: Improve the estate}]
topics:
  - {title: Hubs, commitments: [{commitment: Optimise space}]}
"""
    assert underlined("JFP503", text) == ["Improve", "Optimise"]


# Abbreviations


def undefined(*texts: str, glossary: str = "") -> list[str]:
    return in_challenges("JFP504", *texts, before=f"--- plan.yaml\nglossary: {{{glossary}}}\n")


@pytest.mark.parametrize(
    "text",
    [
        "The ICB's board", "The ICBs' boards", "Other ICBs", "ICB-wide work", "the pan-ICB board", "ICB/PCN boards",
    ],
)  # fmt: skip
def test_a_known_abbreviation_may_be_plural_possessive_or_compound(text: str) -> None:
    assert undefined(text, glossary="ICB: integrated care board, PCN: primary care network") == []
    assert undefined(text, glossary="PCN: primary care network") == [
        text[(at := text.index("ICB")) : at + 3] + "s" * ("ICBs" in text)
    ]


@pytest.mark.parametrize("name", ["A2S", "D&G", "S136", "Core20PLUS5", "LeDeR", "DoS", "eRS", "HbA1c", "INT-1", "ICB"])
def test_an_initialism_is_known_from_the_glossary_alone(name: str) -> None:
    assert undefined(f"Waits for {name} grow") == [name]
    assert undefined(f"Waits for {name} grow", glossary=f"{name}: what it means") == []


def test_the_glossary_may_hold_a_plural_or_a_name_with_a_number() -> None:
    assert undefined("Ask INT-1 first", glossary="INT: a team") == []
    assert undefined("An AHP may treat COVID", glossary="AHPs: professionals, COVID-19: a disease") == []


@pytest.mark.parametrize(
    "text",
    [
        "It MAY rain, but we must NOT stop",
        "Get It Right First Time",
        "WorkWell, OrbisU and Oliver McGowan training",
        "Parts II, IV and XII of the Act",
        "From Q3 and H1 to Year 2",
        "Section 14Z35 of the Act",
        "Clinics at AL1 3JE and EN11",
        "A PhD at the M25",
        "KEY MILESTONES OF THE YEAR",
        "Write to HELP@EXAMPLE.ORG or see https://example.org/ABC",
        "Please take CARE of those who need care",
        "The lead is TBC",
        "24/7 and 162k",
    ],
)
def test_ordinary_capitals_are_no_abbreviations(text: str) -> None:
    assert undefined(text) == []


def test_a_short_abbreviation_is_found_although_it_reads_like_a_word() -> None:
    assert undefined("Our HIT is old, and it is hit by faults") == ["HIT"]


@pytest.mark.parametrize(
    "text",
    [
        "Our integrated neighbourhood teams (INTs) grow",
        "Our INTs (integrated neighbourhood teams) grow",
        'The Integrated Neighbourhood Team ("INT")',
        "Integrated neighbourhood teams (also called INTs)",
    ],
)
def test_a_text_may_explain_an_abbreviation_itself(text: str) -> None:
    assert undefined(text, "More INTs in each town") == []


def test_an_abbreviation_in_brackets_need_not_be_explained_by_what_stands_before() -> None:
    assert undefined("Waits for primary care (SDEC) grow") == ["SDEC"]


def test_an_abbreviation_is_found_at_its_first_use_in_each_file() -> None:
    text = """
--- sections/access.yaml
challenges: [Waits for SDEC grow, SDEC is short of staff]
workstreams:
  - {id: w1, title: More SDEC}
--- sections/dental.yaml
challenges: [SDEC has no dentist]
"""
    places = [str(finding.address) for finding in findings("JFP504", text)]
    assert places == ["sections/access.challenges[0]", "sections/dental.challenges[0]"]


@pytest.mark.parametrize(
    ("written", "meant"), [("VCSFE", "VCFSE"), ("FiT", "FIT"), ("CAMH", "CAMHS"), ("ARRs", "ARRS"), ("SDEC", None)]
)
def test_a_slip_in_an_abbreviation_is_named(written: str, meant: str | None) -> None:
    text = f"""
--- plan.yaml
glossary: {{VCFSE: a sector, FIT: a test, CAMHS: a service, ARRS: a scheme}}
--- sections/access.yaml
challenges: [Ask for {written} first]
"""
    (finding,) = findings("JFP504", text)
    assert finding.help.startswith(f'did you mean "{meant}"?') == (meant is not None)


# The glossary


@pytest.mark.parametrize(
    ("entry", "text", "unused"),
    [
        ("SDEC: same day emergency care", "Patients use SDEC", False),
        ("SDEC: same day emergency care", "Patients use SDECs", False),
        ("SDEC: same day emergency care", "Patients use same day emergency care", True),
        ("FIT: a test", "Staff are fit", True),
        ("COVID-19: a disease", "Since COVID-19 waits grow", False),
        ("virtual ward: hospital care at home", "Virtual wards are full", False),
        ("virtual ward: hospital care at home", "Wards are full", True),
        ("ACB: ACB score of a medicine", "Wards are full", True),
        ("safeguarding: protection from harm", "Safeguarding-led care/help", False),
        ("S136: section 136", "S136 suites are full", False),
    ],
)
def test_a_glossary_entry_must_be_used(entry: str, text: str, unused: bool) -> None:
    words = in_challenges("JFP505", text, before=f"--- plan.yaml\nglossary: {{{entry}}}\n")
    assert words == ([entry.partition(":")[0]] if unused else [])


def test_an_entry_may_be_used_outside_sentences_and_by_another_entry() -> None:
    text = """
--- plan.yaml
glossary: {CVD: heart disease, NHS: National Health Service, NHSE: NHS England, PCN: a network, GP: a doctor}
places: {north: North PCN}
--- sections/access.yaml
targets: [{id: t1, statement: More doctors, target: 20 GPs, owner: CVD lead}]
"""
    assert underlined("JFP505", text) == ["NHSE"]


def test_an_owner_uses_an_entry_wherever_a_promise_stands() -> None:
    text = """
--- plan.yaml
glossary: {SRO: senior responsible owner, PMO: programme office}
--- enablers/estates.yaml
topics: [{title: Rooms, commitments: [{commitment: Share them, owner: Estates SRO}]}]
"""
    assert underlined("JFP505", text) == ["PMO"]


# Page references


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See pages 13-15 and 44-45.", "pages 13-15 and 44-45"),
        ("As on page 7", "page 7"),
        ("More below (p. 12)", "p. 12"),
        ("More in pp. 13\u201315.", "pp. 13\u201315"),
        ("Waits are shown overleaf", "overleaf"),
        ("Waits are shown on the next page", "on the next page"),
        ("For waits see section 5.7.", "section 5.7"),
        ("For waits see section 3.", "see section 3"),
        ("Appendix 2 of the published plan has more", "Appendix 2"),
        ("Annex B has more", "Annex B"),
    ],
)
def test_a_place_that_moves_is_found(text: str, words: str) -> None:
    assert in_challenges("JFP506", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "A one-page summary",
        "The pages of the website",
        "Section 136 of the Mental Health Act",
        "See section 75 of the NHS Act 2006",
        "Section 5.7 of the 2023-28 plan",
        "Section 14.2 of the Care Act",
        "Shops in the annexe",
        "Up 2pp to 13%",
        "At 5 p.m. 12 patients wait",
        "Remove the appendix by keyhole surgery",
    ],
)
def test_a_place_that_stays_is_not_found(text: str) -> None:
    assert in_challenges("JFP506", text) == []


# Strategies that are over


def expired(text: str, day: str = "2026-11-21") -> list[str]:
    return in_challenges("JFP507", text, before=f"as of {day}\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Follow the Green Plan 2022-2025", "Green Plan 2022-2025"),
        ("Follow the Essex All Age Autism Strategy 2020 to 2025", "Essex All Age Autism Strategy 2020 to 2025"),
        ("The 2023-2025 People Plan sets out how", "2023-2025 People Plan"),
        ("Follow the mental health strategy 2019/24 for Essex", "strategy 2019/24"),
        ("Follow the Safeguarding Strategy (2020\u201324)", "Safeguarding Strategy (2020\u201324)"),
        ("Follow the Strategy for Carers 2020-2023.", "Strategy for Carers 2020-2023"),
        ("All is known. Follow the Dementia Plan 2020-23. Review it.", "Dementia Plan 2020-23"),
        ("Follow the Learning Disability Strategy 2020-2023 for adults", "Learning Disability Strategy 2020-2023"),
    ],
)
def test_a_strategy_whose_years_are_over_is_found(text: str, words: str) -> None:
    assert expired(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Follow the Dementia Strategy 2023-2028",
        "Replace the Green Plan 2022-2025",
        "Refresh the 2020-25 strategy",
        "Our strategy succeeds the Carers Plan 2020-2023",
        "More cases than in the activity plan for 2023/24",
        "The 2024-25 operational plan",
        "The survey of 2020 to 2022 shaped our plan",
        "We plan for growth; from 2018-2020 there was none",
    ],
)
def test_a_strategy_that_runs_or_is_known_to_be_over_is_not_found(text: str) -> None:
    assert expired(text) == []


@pytest.mark.parametrize(("day", "ended"), [("2025-12-31", []), ("2026-01-01", ["2022-2025"])])
def test_a_listed_strategy_is_over_after_its_last_day(day: str, ended: list[str]) -> None:
    text = f"""
as of {day}
--- enablers/climate.yaml
strategies: [{{title: Green Plan, years: 2022-2025}}, {{title: Digital Strategy}}]
"""
    assert underlined("JFP507", text) == ended


def test_a_milestone_that_is_complete_may_name_a_strategy_that_is_over() -> None:
    text = """
milestones:
  - {id: m1, activity: Publish the Green Plan 2019-2022, due: March 2022, status: complete, completed: 2022-03-01}
  - {id: m2, activity: Deliver the Green Plan 2019-2022, due: March 2022}
"""
    assert [str(finding.address) for finding in findings("JFP507", text)] == ["milestones/m2.activity"]


# The shipped plan


def test_the_shipped_plan_says_what_it_owes_and_is_late_with() -> None:
    late = {str(finding.address) for finding in shipped("JFP502")}
    assert {"sections/urgent-care.pending[0].by", "areas/urgent-and-emergency-care.pending[0].by"} <= late
    assert all("March 2025" in finding.message or "2025-26" in finding.message for finding in shipped("JFP502"))


def test_the_shipped_plan_refers_to_pages() -> None:
    places = {str(finding.address): finding.message for finding in shipped("JFP506")}
    assert "pages 13-15 and 44-45" in places["workstreams/frailty-transformation.introduction[0]"]
    assert not any("5.7" in message for message in places.values())


def test_the_shipped_plan_rests_on_strategies_that_are_over() -> None:
    messages = "\n".join(finding.message for finding in shipped("JFP507"))
    for name in ("Green Plan 2022-2025", "Essex All Age Autism Strategy 2020 to 2025", "2023-2025 People Plan"):
        assert f'"{name}" ended' in messages
    assert "Dementia" not in messages
    assert "Essex Children Board" not in messages


def test_the_shipped_plan_explains_all_but_a_few_abbreviations() -> None:
    assert {finding.message.split()[0] for finding in shipped("JFP504")} <= {'"HCNS"', '"THRIVE"'}


def test_the_shipped_plan_has_vague_promises_but_not_many() -> None:
    promises = {str(finding.address) for finding in shipped("JFP503")}
    assert "enablers/wider-development.commitments[1].commitment" in promises
    assert "workstreams/culture-and-inclusion.actions.2025-26[0]" in promises
    assert len(promises) < 75
