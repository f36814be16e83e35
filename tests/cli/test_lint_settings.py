"""`lint:` of plan.yaml says which rules look, what they weigh and their options; the command line goes before."""

import json
from datetime import date
from pathlib import Path

import pytest

from jfp_cli.linting.lint import lint
from jfp_cli.loading import load
from jfp_cli.values.finding import Finding, Severity
from tests.cli.conftest import AS_OF, Jfp
from tests.conftest import ChangePlan

DAY = date(2026, 11, 21)


@pytest.fixture
def with_lint(change: ChangePlan) -> ChangePlan:
    """Lint the example with lines under `lint:` of its plan.yaml."""

    def apply(*lines: str) -> Path:
        return change("plan.yaml", "lint:\n", "\n".join(["lint:", *(f"  {line}" for line in lines), ""]))

    return apply


def found(plan: Path, rules: list[str] | None = None) -> list[Finding]:
    return lint(load(plan), DAY, rules)


def codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def test_the_plan_chooses_the_rules_that_look(with_lint: ChangePlan) -> None:
    assert codes(found(with_lint("select: [JFP3, target-without-figure]"))) == (
        {"JFP303", "JFP304", "JFP309", "JFP312", "JFP316", "JFP401"}
    )


def test_what_the_plan_ignores_does_not_look(with_lint: ChangePlan) -> None:
    plan = with_lint("ignore: [JFP3]")
    assert not any(code.startswith("JFP3") for code in codes(found(plan)))
    assert "JFP401" in codes(found(plan))


def test_rules_that_are_asked_for_look_whatever_the_plan_ignores(with_lint: ChangePlan, jfp: Jfp) -> None:
    plan = with_lint("select: [JFP4]", "ignore: [JFP304]")
    assert codes(found(plan, ["JFP304"])) == {"JFP304"}
    rows = json.loads(jfp("lint", "--plan", plan, *AS_OF, "--select", "JFP3", "-f", "json").out)
    assert {row["code"] for row in rows} == {"JFP303", "JFP304", "JFP309", "JFP312", "JFP316"}


def test_what_the_command_line_ignores_is_ignored_besides(with_lint: ChangePlan, jfp: Jfp) -> None:
    plan = with_lint("ignore: [JFP304]")
    rows = json.loads(jfp("lint", "--plan", plan, *AS_OF, "--ignore", "JFP303", "-f", "json").out)
    assert {"JFP303", "JFP304"}.isdisjoint(row["code"] for row in rows)
    assert rows


def test_the_plan_says_what_a_rule_weighs_and_the_closest_name_counts(with_lint: ChangePlan, jfp: Jfp) -> None:
    plan = with_lint("severity: {JFP3: error, milestone-without-owner: advice}")
    weights = {finding.code: finding.severity for finding in found(plan)}
    assert weights["JFP304"] is Severity.ADVICE
    assert weights["JFP303"] is weights["JFP309"] is Severity.ERROR
    assert weights["JFP401"] is Severity.WARNING
    assert jfp("lint", "--plan", plan, *AS_OF).code == 1
    assert jfp("lint", "--plan", plan, *AS_OF, "--ignore", "JFP303,JFP309,JFP312,JFP316").code == 0


@pytest.mark.parametrize(("after", "is_found"), [("1 day", True), ("4 months", True), ("5m", False), ("1 year", False)])
def test_an_option_of_a_rule_is_set_by_its_name_or_code(with_lint: ChangePlan, after: str, is_found: bool) -> None:
    plan = with_lint(f"options: {{status-not-reported: {{after: {after}}}}}")
    assert ("JFP303" in codes(found(plan))) is is_found


def test_an_option_may_be_a_number(change: ChangePlan) -> None:
    change("plan.yaml", "lint:\n", "lint:\n  options: {JFP607: {shortest: 20}}\n")
    sentence = "Leavers go unheard of"
    plan = change("sections/elective-care.yaml", "challenges:\n", f"challenges:\n  - {sentence}\n  - {sentence}\n")
    assert "JFP607" in codes(found(plan))


def test_abbreviations_that_the_plan_calls_known_need_no_glossary(with_lint: ChangePlan, change: ChangePlan) -> None:
    change("sections/elective-care.yaml", "challenges:\n", "challenges:\n  - Every PCN and its PCNs are busy\n")
    plan = with_lint("known: [PCN]")
    assert "JFP504" not in codes(found(plan))
    assert "JFP504" in codes(found(change("plan.yaml", "  known: [PCN]\n", "")))


@pytest.mark.parametrize(
    ("line", "code", "message", "advice"),
    [
        ("select: [JFP33]", "JFP105", 'there is no rule "JFP33"', 'did you mean "JFP313"?'),
        ("ignore: [vague-wordings]", "JFP105", 'there is no rule "vague-wordings"', 'did you mean "vague-wording"?'),
        ('severity: {"304": advice}', "JFP105", 'there is no rule "304"', 'did you mean "JFP304"?'),
        ("severity: {JFP304: advise}", "JFP105", '"JFP304" cannot be "advise"', 'did you mean "advice"?'),
        ("ignore: [JFP101]", "JFP105", "JFP101 is found by jfp validate, which takes no settings", "delete it"),
        ("options: {JFP3: {after: 1 day}}", "JFP105", '"JFP3" means several rules', "name one rule"),
        (
            "options: {status-not-reported: {afer: 1 day}}",
            "JFP101",
            'the rule status-not-reported has no option "afer"',
            'did you mean "after"?',
        ),
        (
            "options: {bare-year: {after: 1 day}}",
            "JFP101",
            'the rule bare-year has no option "after"',
            "it has none, so delete this",
        ),
        (
            "options: {status-not-reported: {after: soon}}",
            "JFP105",
            '"soon" is no length of time',
            'write one like "14 days" or "3 months"',
        ),
        ("options: {JFP607: {shortest: long}}", "JFP105", '"long" is no whole number', "write digits alone"),
    ],
)
def test_what_there_is_not_is_an_error_at_its_place(
    with_lint: ChangePlan, jfp: Jfp, line: str, code: str, message: str, advice: str
) -> None:
    plan = with_lint(line)
    [mistake] = [finding for finding in found(plan) if finding.severity is Severity.ERROR]
    assert (mistake.code, mistake.message) == (code, message)
    assert mistake.help.startswith(advice)
    file = (plan / "plan.yaml").read_text("utf-8").splitlines()
    assert line in file[mistake.span.line - 1]
    result = jfp("validate", "--plan", plan)
    assert result.code == 1
    assert message in result.out


def test_the_rest_of_the_settings_is_in_force_beside_a_mistake(with_lint: ChangePlan) -> None:
    assert "JFP304" not in codes(found(with_lint("ignore: [JFP304, JFP33]")))


def explained(jfp: Jfp, plan: Path, *options: str) -> dict[str, dict[str, object]]:
    rows = json.loads(jfp("lint", "--plan", plan, "--explain-settings", "-f", "json", *options).out)
    return {row["setting"]: row for row in rows}


def test_settings_are_explained_with_who_says_so(with_lint: ChangePlan, jfp: Jfp) -> None:
    plan = with_lint(
        "ignore: [JFP304]",
        "severity: {JFP303: advice}",
        "options: {status-not-reported: {after: 1 month}}",
        "known: [PCN]",
    )
    rows = explained(jfp, plan, "--ignore", "JFP4")
    first = (plan / "plan.yaml").read_text("utf-8").splitlines().index("lint:") + 2
    said = {name: (row["value"], row["why"], row["line"]) for name, row in rows.items()}
    assert said["JFP201 bare-year"] == ("warning", "built in", None)
    assert said["JFP304 milestone-without-owner"] == ("off", "lint: ignore", first)
    assert said["JFP303 status-not-reported"] == ("advice", "lint: severity", first + 1)
    assert said["status-not-reported: after"] == ("1 month", "lint: options", first + 2)
    assert said["known"] == ("PCN", "lint: known", first + 3)
    assert said["JFP401 target-without-figure"] == ("off", "--ignore JFP4", None)


def test_a_choice_on_the_command_line_is_explained(with_lint: ChangePlan, jfp: Jfp) -> None:
    rows = explained(jfp, with_lint("select: [JFP4]"), "--select", "JFP3")
    assert (rows["JFP303 status-not-reported"]["value"], rows["JFP401 target-without-figure"]["value"]) == (
        "warning",
        "off",
    )
    assert rows["JFP303 status-not-reported"]["why"] == "--select JFP3"


def test_the_options_of_a_rule_are_told(jfp: Jfp) -> None:
    out = jfp("rules", "status-not-reported").out
    assert "after (usually 0 days): How long after its date a milestone may stay without a" in out
    [row] = json.loads(jfp("rules", "JFP607", "-f", "json").out)
    assert [option["name"] for option in row["options"]] == ["shortest"]
