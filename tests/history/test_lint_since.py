"""`jfp lint --since` in real repositories."""

import json
from pathlib import Path
from typing import Any

import pytest

from jfp_cli.linting.lint import lint
from jfp_cli.linting.registry import RULES
from jfp_cli.loading.loader import load_strings
from tests.cli.conftest import Jfp, jfp
from tests.history.repository import Planner
from tests.linting.one_rule import DAY
from tests.loading.changed_plans import TEXTS

__all__ = ["jfp"]
PLANNED, WORKFORCE, ELECTIVE = (
    "milestones/planned-care.yaml",
    "milestones/workforce.yaml",
    "sections/elective-care.yaml",
)
PLAN, STAFF, ESTATES = "plan.yaml", "sections/staff-retention.yaml", "enablers/estates.yaml"
DUE, LATER = "due: March 2027", "due: June 2027"
INDICATOR = (
    "      - {id: missed-appointments, statement: Fewer missed appointments, better: lower, target: under 6%, "
    "due: March 2026}\n"
)
STOPPED = ", status: cancelled"
LOOKING_BACK = [rule.code for rule in RULES if rule.looks_back]


def found(jfp: Jfp, plan: Path, *more: str) -> list[tuple[str, str | None, int]]:
    """The codes, addresses and lines of what rules find that look back."""
    asked = jfp("lint", "--plan", plan, "--format", "json", "--as-of", "2025-06-01", "--fail-on", "never", *more)
    assert asked.code == 0
    rows: list[dict[str, Any]] = json.loads(asked.out)
    return [(row["code"], row["address"], row["line"]) for row in rows if row["code"] in LOOKING_BACK]


def test_what_became_of_the_plan_is_found_at_the_line_that_changed(jfp: Jfp, planner: Planner) -> None:
    planner.commit(
        "2025-05-01",
        (PLANNED, DUE, LATER),
        (PLANNED, "status: complete\n    completed: 2025-09-20", "status: at_risk"),
        (ELECTIVE, '"92,300"', '"99,000"'),
        (ELECTIVE, '"150,000"', '"160,000"'),
    )
    text = (planner.plan / WORKFORCE).read_text("utf-8")
    planner.write(WORKFORCE, text[text.index("  - id: exit-interviews") : text.index("  - id: rostering")], "")
    assert found(jfp, planner.plan, "--since", planner.first) == [
        ("JFP706", "milestones/elective-hub.status", 8),
        ("JFP701", "milestones/patient-portal.due", 24),
        ("JFP704", "milestones/exit-interviews", 3),
        ("JFP705", "targets/waiting-list-size.baseline.value", 32),
        ("JFP703", "targets/waiting-list-size.target", 34),
    ]
    assert found(jfp, planner.plan, "--since", "HEAD") == [("JFP704", "milestones/exit-interviews", 3)]
    assert found(jfp, planner.plan) == []


def test_a_silent_move_is_recorded_by_its_fix(jfp: Jfp, planner: Planner) -> None:
    planner.write(PLANNED, DUE, LATER)
    asked = ("lint", "--since", "HEAD", "--select", "JFP701", "--plan", planner.plan, "--as-of", "2025-06-01")
    assert "--fix --unsafe" in jfp(*asked, "--fix").err
    fixed = jfp(*asked, "--fix", "--unsafe")
    assert "fixed 1 finding in 1 file; 0 left" in fixed.err
    entry = "{from: March 2027, to: June 2027, date: 2025-06-01, because: no reason was recorded}"
    assert f"    moves:\n      - {entry}\n" in (planner.plan / PLANNED).read_text("utf-8")
    assert jfp(*asked).out == "nothing to find fault with\n"
    diff = json.loads(jfp("diff", "--plan", planner.plan, "--format", "json").out)
    assert [(row["change"], row["recorded"]) for row in diff] == [("moved", True)]


def test_the_fix_adds_to_the_moves_that_are_there(jfp: Jfp, planner: Planner) -> None:
    planner.write(PLANNED, "due: September 2025", "due: May 2026")
    asked = ("lint", "--since", "HEAD", "--select", "JFP701", "--plan", planner.plan, "--as-of", "2025-06-01")
    assert "1 finding in 1 file" in jfp(*asked, "--fix", "--unsafe").err
    line = "      - {from: September 2025, to: May 2026, date: 2025-06-01, because: no reason was recorded}\n"
    text = (planner.plan / PLANNED).read_text("utf-8")
    assert f"agreed_by: Board}}\n{line}    updates:" in text


def test_a_day_or_an_edition_says_since_when(jfp: Jfp, planner: Planner) -> None:
    planner.git("tag", "v2025")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.write(PLAN, "period:", 'editions: [{name: "2025-30", tag: v2025}]\nperiod:')
    expected = [("JFP701", "milestones/patient-portal.due", 25)]
    for state in ("last", "2025-30", "2025-04-15", "v2025", "HEAD~1"):
        assert found(jfp, planner.plan, "--since", state) == expected
    assert found(jfp, planner.plan, "--since", "2025-05-01") == []


def test_what_is_allowed_is_not_found_and_only_judged_when_it_was_looked_for(jfp: Jfp, planner: Planner) -> None:
    because = "because: agreed at the table, until: 2025-05-01"
    places = ("milestones/exit-interviews", "milestones/patient-portal.due")
    entries = "".join(
        f"    - {{rule: {rule}, at: {at}, because: agreed}}\n"
        for rule, at in zip(("promise-vanished", "JFP701"), places, strict=True)
    )
    entries += f"    - {{rule: JFP702, at: milestones/rostering, {because}}}\n"
    planner.write(PLAN, "  allow:\n", f"  allow:\n{entries}")
    text = (planner.plan / WORKFORCE).read_text("utf-8")
    planner.write(WORKFORCE, text[text.index("  - id: exit-interviews") : text.index("  - id: rostering")], "")
    planner.write(PLANNED, DUE, LATER)
    assert found(jfp, planner.plan, "--since", "HEAD") == []

    def judged(*more: str) -> list[tuple[str, str]]:
        asked = jfp("lint", "--plan", planner.plan, "--format", "json", "--as-of", "2025-06-01", *more)
        rows = [(row["code"], row["address"].partition(".at")[0]) for row in json.loads(asked.out) if row["address"]]
        return [(code, at) for code, at in rows if code in ("JFP608", "JFP609") and "[3]" not in at]

    expired, unused = ("JFP609", "plan.lint.allow[2].until"), ("JFP608", "plan.lint.allow[1]")
    assert judged() == []
    assert judged("--since", "HEAD") == [expired]
    planner.write(PLANNED, LATER, DUE)
    assert judged("--since", "HEAD") == [unused, expired]


def test_rules_that_look_back_ask_for_an_earlier_state(jfp: Jfp, planner: Planner) -> None:
    for name in ("JFP7", "silent-move", "JFP701,JFP704"):
        asked = jfp("lint", "--plan", planner.plan, "--select", name)
        assert (asked.out, asked.code) == ("", 2)
        assert "say with which: --since STATE" in asked.err
    for name in ("JFP7,JFP301", "JFP0", "JFP"):
        assert "--since" not in jfp("lint", "--plan", planner.plan, "--select", name).err
    shown = jfp("lint", "--plan", planner.plan, "--explain-settings", "--format", "json")
    settings = {row["setting"]: (row["value"], row["why"]) for row in json.loads(shown.out)}
    assert settings["JFP701 silent-move"] == ("off", "only with --since")
    asked = jfp("lint", "--plan", planner.plan, "--since", "no-such")
    assert (asked.out, asked.code) == ("", 2)
    assert 'no revision "no-such"' in asked.err


def test_what_was_done_before_it_was_taken_out_did_not_vanish(jfp: Jfp, planner: Planner) -> None:
    text = (planner.plan / WORKFORCE).read_text("utf-8")
    interviews = text[text.index("  - id: exit-interviews") : text.index("  - id: rostering")]
    done = interviews.rstrip() + "\n    status: complete\n    completed: 2025-04-20\n\n"
    planner.commit("2025-04-20", (WORKFORCE, interviews, done))
    planner.commit("2025-04-21", (WORKFORCE, "id: exit-interviews", "id: leavers"))
    planner.commit("2025-04-22", (WORKFORCE, "id: leavers", "id: exit-interviews"))
    planner.commit("2025-04-23", (WORKFORCE, done, ""))
    assert found(jfp, planner.plan, "--since", planner.first) == []
    hubs = "commitments: [{commitment: Develop neighbourhood hubs, due: 2026-30}]\n"
    planner.commit("2025-04-24", (ESTATES, hubs, hubs.replace("{commit", "{id: hubs, status: complete, commit")))
    planner.commit("2025-04-25", (ESTATES, hubs.replace("{commit", "{id: hubs, status: complete, commit"), ""))
    assert found(jfp, planner.plan, "--since", planner.first) == []
    planner.git("checkout", "-q", "--orphan", "other")
    planner.commit("2025-04-26")
    assert [code for code, *_ in found(jfp, planner.plan, "--since", planner.first)] == ["JFP704", "JFP704"]


def test_a_file_that_cannot_be_read_now_hides_no_promise(jfp: Jfp, planner: Planner) -> None:
    planner.write(WORKFORCE, "milestones:", "milestones: [")
    assert found(jfp, planner.plan, "--since", "HEAD") == []


def test_the_same_by_the_api() -> None:
    before = load_strings(TEXTS).plan
    after = load_strings(TEXTS | {PLANNED: TEXTS[PLANNED].replace(DUE, LATER)})
    assert [one.code for one in lint(after, DAY, ["JFP7"], before=before)] == ["JFP701"]
    assert lint(after, DAY, ["JFP7"]) == []


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("due: June 2026", "due: July 2026", "milestones/patient-portal.checkpoints[1].due"),
        (DUE, "due: March 2027 onwards", "milestones/patient-portal.due"),
        (DUE, "due: 2027-03", None),
        ("  - id: patient-portal", "  - id: portal", None),
    ],
)
def test_what_is_a_silent_move(old: str, new: str, at: str | None) -> None:
    before = load_strings(TEXTS).plan
    after = load_strings(TEXTS | {PLANNED: TEXTS[PLANNED].replace(old, new, 1)})
    codes = [str(one.address) for one in lint(after, DAY, ["JFP7"], before=before)]
    assert codes == ([at] if at else [])


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("due: March 2026}]", "due: June 2026}]", ["JFP703"]),
        ("due: March 2026}]", "due: January 2026}]", []),
        ('"134,140"', '"140,000"', ["JFP703"]),
        ('"134,140"', '"130,000"', []),
        ('    trajectory: [{target: "134,140", due: March 2026}]\n', "", ["JFP703"]),
        ("due: March 2029", "due: March 2030", ["JFP703"]),
        ("due: March 2029", "due: March 2028", []),
        ("    due: March 2029\n", "", ["JFP703"]),
        (", due: March 2026}\n", "}\n", ["JFP703"]),
        (INDICATOR, "", ["JFP704"]),
        ("target: under 6%", "target: under 7%", ["JFP703"]),
        ('    baseline: {value: "150,000", at: April 2025}\n', "", ["JFP705", "JFP705"]),
    ],
)
def test_what_weakens_a_target(old: str, new: str, codes: list[str]) -> None:
    text = TEXTS[ELECTIVE].replace("target: under 6%", "better: lower, target: under 6%")
    before = load_strings(TEXTS | {ELECTIVE: text}).plan
    assert old in text
    after = load_strings(TEXTS | {ELECTIVE: text.replace(old, new, 1)})
    assert [one.code for one in lint(after, DAY, ["JFP7"], before=before)] == codes


@pytest.mark.parametrize(("now", "codes"), [("", ["JFP704"]), (", due: 2026-31", ["JFP701"]), (STOPPED, [])])
def test_a_promise_whose_date_is_gone(now: str, codes: list[str]) -> None:
    before = load_strings(TEXTS).plan
    assert ", due: 2026-30}" in TEXTS[ESTATES]
    after = load_strings(TEXTS | {ESTATES: TEXTS[ESTATES].replace(", due: 2026-30}", f"{now}}}", 1)})
    assert [one.code for one in lint(after, DAY, ["JFP7"], before=before)] == codes
