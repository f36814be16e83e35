"""The rules about coverage beyond their own examples: near misses, boundaries, and what the shipped plan has."""

import json

import pytest

from jfp_cli.linting.engine import run
from jfp_cli.loading.faults.examples import read_example
from tests.linting.one_rule import BY_CODE, findings
from tests.linting.one_rule import shipped as shipped_findings

LONG = "The elective waiting list is longer than it was before the pandemic"


def places(code: str, text: str) -> list[str]:
    return [str(finding.address) for finding in findings(code, text)]


def shipped(code: str) -> dict[str, str]:
    """What one rule says about the shipped plan, by place."""
    return {str(finding.address): finding.message for finding in shipped_findings(code) if finding.code == code}


# Indicators and targets


@pytest.mark.parametrize(
    ("fields", "untracked"),
    [
        ("title: Portals", True),
        ("title: Portals, indicators: [Portal in use]", False),
        ("title: Portals, indicators: [{id: t1, statement: Portal in use}]", False),
        ("title: Portals, pending: [{what: Key indicators to be confirmed, by: March 2020}]", False),
        ("title: Portals, pending: [{what: Key indicators to be confirmed}]", True),
        ("title: Portals, pending: [{what: Names of leads to be added, by: March 2027}]", True),
    ],
)
def test_a_workstream_needs_an_indicator_or_a_date_for_one(fields: str, untracked: bool) -> None:
    assert places("JFP601", f"workstreams:\n  - {{id: w1, {fields}}}\n") == ["workstreams/w1"] * untracked


def test_a_section_may_promise_indicators_for_its_workstreams() -> None:
    text = """
pending: [{what: Indicators of every workstream to be agreed, by: March 2027}]
workstreams:
  - {id: w1, title: Portals}
"""
    assert places("JFP601", text) == []


@pytest.mark.parametrize(
    ("fields", "without"),
    [
        ("challenges: [Waits are long]", True),
        ("targets: [{id: t1, statement: Shorter waits}]", True),
        ("targets: [{id: t1, statement: Shorter waits}, {id: t2, statement: Fewer falls, target: down 5%}]", False),
        ("targets: [{id: t1, statement: Nobody waits more than a year}]", False),
        ("targets: [{id: t1, statement: Halve the waits}]", False),
        ("workstreams: [{id: w1, title: Hub, indicators: [Hub open]}]", True),
        ("workstreams: [{id: w1, title: Hub, indicators: [{id: t1, statement: Hub open}]}]", True),
        ("workstreams: [{id: w1, title: Hub, indicators: [{id: t1, statement: Hub used, target: 80%}]}]", False),
        ("pending: [{what: Section to be written, by: March 2027}]", False),
    ],
)
def test_a_section_needs_a_figure_somewhere(fields: str, without: bool) -> None:
    assert places("JFP602", f"--- sections/access.yaml\n{fields}\n") == ["sections/access"] * without


# What the plan must treat


@pytest.mark.parametrize(
    ("code", "vocabulary", "field"),
    [("JFP603", "strategy_priorities", "supports"), ("JFP604", "duties", "duties")],
)
@pytest.mark.parametrize("treated_by", ["sections", "enablers", ""])
def test_a_priority_or_duty_must_be_treated_by_a_section_or_an_enabler(
    code: str, vocabulary: str, field: str, treated_by: str
) -> None:
    text = f"--- plan.yaml\n{vocabulary}: {{ageing-well: Ageing well}}\n"
    text += f"--- {treated_by or 'sections'}/frailty.yaml\n{field if treated_by else 'challenges'}: [ageing-well]\n"
    assert places(code, text) == [f"{vocabulary}/ageing-well"] * (not treated_by)


def test_an_area_may_be_treated_through_any_of_its_milestones() -> None:
    text = """
--- milestones/cancer.yaml
milestones:
  - {id: m1, activity: Open the clinic, due: March 2026}
  - {id: m2, activity: Open the next clinic, due: March 2027, workstreams: [w1]}
--- sections/access.yaml
workstreams: [{id: w1, title: Breast pain}]
"""
    assert places("JFP605", text) == []


@pytest.mark.parametrize(("count", "said"), [(1, "1 milestone"), (2, "2 milestones")])
def test_an_area_without_workstream_says_how_much_it_promises(count: int, said: str) -> None:
    milestones = ", ".join(f"{{id: m{at}, activity: Open clinic {at}, due: March 2026}}" for at in range(count))
    (finding,) = findings("JFP605", f"--- milestones/cancer.yaml\nmilestones: [{milestones}]\n")
    assert finding.message.endswith(said)


# Planning periods


def periods(*workstreams: str, also: str = "") -> list[str]:
    lines = "".join(f"  - {{id: w{at}, title: Work, {fields}}}\n" for at, fields in enumerate(workstreams, 1))
    return places("JFP606", f"--- sections/access.yaml\n{also}workstreams:\n{lines}")


BOTH = "actions: {2025-26: [Build], 2026-30: [Open]}"


@pytest.mark.parametrize(
    ("workstreams", "empty"),
    [
        ([BOTH], []),
        (["actions: {2025-26: [Build]}", "actions: {2026-30: [Open]}"], []),
        ([BOTH, "actions: {}"], ["workstreams/w2"]),
        ([BOTH, "actions: {2025-26: [], 2026-30: []}"], ["workstreams/w2"]),
        ([BOTH, "actions: {2025-26: [Build], 2026-30: []}"], ["workstreams/w2.actions.2026-30"]),
        ([BOTH, "pending: [{what: Actions to be agreed, by: March 2027}]"], []),
        (["actions: {2025-26: [Build]}"], ["plan.planning_periods[1]"]),
    ],
)
def test_a_planning_period_without_actions_is_found_where_it_is_empty(workstreams: list[str], empty: list[str]) -> None:
    assert periods(*workstreams) == empty


def test_a_section_that_leaves_out_a_period_of_the_others_is_found() -> None:
    text = f"""
--- sections/access.yaml
workstreams: [{{id: w1, title: Work, {BOTH}}}]
--- sections/finance.yaml
workstreams: [{{id: w2, title: Work, actions: {{2026-30: [Save]}}}}]
--- sections/wellbeing.yaml
challenges: [Nobody walks]
"""
    assert [finding.message for finding in findings("JFP606", text)] == ['"Finance" has no action for 2025-26']


# Repeated text


def repeated(first: str, second: str, fields: tuple[str, str] = ("challenges", "challenges")) -> list[str]:
    one, other = json.dumps(first, ensure_ascii=False), json.dumps(second, ensure_ascii=False)
    return places(
        "JFP607",
        f"--- sections/access.yaml\n{fields[0]}: [{one}]\n--- sections/finance.yaml\n{fields[1]}: [{other}]\n",
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LONG, LONG),
        (LONG, f"{LONG}."),
        (LONG, LONG.upper()),
        (LONG, LONG.replace("than it", "than, it").replace("before", "\u201cbefore\u201d")),
        (f"Few know this. {LONG}.", f"{LONG}. Many know this."),
    ],
)
def test_the_same_sentence_is_found_whatever_its_marks_and_capitals(first: str, second: str) -> None:
    assert repeated(first, second) == ["sections/finance.challenges[0]"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LONG, LONG.replace("pandemic", "war")),
        (LONG, f"{LONG} of 2020"),
        ("Waits are too long in every town", "Waits are too long in every town"),
    ],
)
def test_other_and_short_sentences_are_not_repeated(first: str, second: str) -> None:
    assert repeated(first, second) == []


def test_an_ambition_may_not_repeat_a_challenge() -> None:
    assert repeated(LONG, LONG, fields=("challenges", "ambitions")) == ["sections/finance.ambitions[0]"]


def test_a_sentence_is_found_once_however_often_it_stands() -> None:
    text = "".join(f"--- sections/s{at}.yaml\nchallenges: [{LONG}]\n" for at in range(4))
    (finding,) = findings("JFP607", text)
    assert finding.message == "the same words stand at sections/s0.challenges[0], and at 2 more places"


def test_the_same_action_of_two_workstreams_is_found() -> None:
    text = "".join(
        f"  - {{id: w{at}, title: Work, actions: {{2025-26: [{LONG}], 2026-30: [{LONG}]}}}}\n" for at in (1, 2)
    )
    assert places("JFP607", f"workstreams:\n{text}") == ["workstreams/w2.actions.2025-26[0]"]


@pytest.mark.parametrize(
    "text",
    [
        f"""
voices:
  - {{source: {LONG}, findings: [{LONG}]}}
  - {{source: {LONG}, findings: [{LONG}]}}
""",
        f"""
ambitions:
  - {{ambition: Shorter waits, voices: [{{source: {LONG}, findings: [{LONG}]}}]}}
  - {{ambition: Earlier help, voices: [{{source: {LONG}, findings: [{LONG}]}}]}}
""",
        f"""
targets:
  - {{id: t1, statement: Shorter waits, measure: {LONG}}}
  - {{id: t2, statement: Even shorter waits, measure: {LONG}}}
""",
        f"""
workstreams:
  - {{id: w1, title: Work, indicators: [{LONG}]}}
  - {{id: w2, title: More work, indicators: [{LONG}]}}
""",
        f"""
--- plan.yaml
places: {{north: North Town, south: South Vale}}
--- sections/access.yaml
targets:
  - {{id: t1, statement: {LONG}, places: [north]}}
  - {{id: t2, statement: {LONG}, places: [south]}}
""",
        f"""
--- milestones/dental.yaml
milestones: [{{id: m1, activity: {LONG}, due: March 2026}}]
--- sections/access.yaml
workstreams: [{{id: w1, title: Work, actions: {{2025-26: [{LONG}]}}}}]
""",
    ],
    ids=[
        "a survey",
        "a survey of ambitions",
        "a measure",
        "an indicator",
        "a target of another place",
        "a milestone of an action",
    ],
)
def test_what_is_meant_to_repeat_is_not_found(text: str) -> None:
    assert places("JFP607", text) == []


# Allowances


def allowed(at: str, until: str = "") -> list[str]:
    """Which findings are left of a target without a figure and of what is allowed for it."""
    text = f"""
as of 2026-11-21
--- plan.yaml
lint: {{allow: [{{rule: JFP501, at: "{at}", because: agreed{until and f", until: {until}"}}}]}}
--- sections/access.yaml
challenges: [Waits grew (TBC), Lists grew (TBC)]
"""
    example = read_example(text)
    rules = [BY_CODE[code] for code in ("JFP501", "JFP608", "JFP609")]
    return [f"{finding.code} {finding.address}" for finding in run(example.loaded, rules, example.day)]


@pytest.mark.parametrize(
    ("at", "left"),
    [
        ("sections/access", []),
        ("sections/access.challenges", []),
        ("sections/access.challenges[0]", ["JFP501 sections/access.challenges[1]"]),
        (
            "sections/acc",
            [
                "JFP608 plan.lint.allow[0].at",
                "JFP501 sections/access.challenges[0]",
                "JFP501 sections/access.challenges[1]",
            ],
        ),
    ],
)
def test_an_allowance_covers_its_place_and_what_is_part_of_it(at: str, left: list[str]) -> None:
    assert allowed(at) == left


@pytest.mark.parametrize(
    ("until", "codes"), [("21 November 2026", []), ("20 November 2026", ["JFP609", "JFP501", "JFP501"])]
)
def test_an_allowance_holds_to_the_end_of_its_last_day(until: str, codes: list[str]) -> None:
    assert [line.split()[0] for line in allowed("sections/access", until)] == codes


# The shipped plan


def test_the_shipped_plan_has_workstreams_that_nothing_tracks() -> None:
    found = shipped("JFP601")
    assert {"workstreams/cvd-stroke", "workstreams/patient-portals"} <= set(found)
    assert "workstreams/outpatients" not in found


@pytest.mark.parametrize(
    ("code", "judged"),
    [
        (
            "JFP602",
            {
                f"sections/{name}"
                for name in ("best-start-in-life", "workforce-reform", "workforce-retain", "workforce-train")
            },
        ),
        ("JFP603", set()),
        ("JFP604", {"duties/14Z52-wellbeing-strategies"}),
        ("JFP605", set()),
        ("JFP606", {"sections/financial-sustainability", "workstreams/frailty-transformation"}),
        ("JFP607", {"targets/local-workforce-pipeline.statement"}),
    ],
)
def test_what_is_found_in_the_shipped_plan_is_a_fault(code: str, judged: set[str]) -> None:
    assert set(shipped(code)) <= judged
