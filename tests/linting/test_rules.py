"""Every rule finds exactly what its bad example marks, and nothing in its good one."""

import re

import pytest

from jfp_cli.linting.examples import read_example
from jfp_cli.linting.registry import RULES
from jfp_cli.linting.rule import Rule
from jfp_cli.linting.runner import run


def found(rule: Rule, text: str) -> tuple[list[tuple[str, int]], list[str]]:
    """The places that a rule finds in an example, and what is wrong with the example as a plan."""
    example = read_example(text)
    findings = run(example.loaded, [rule], example.day)
    broken = [f"{finding.span} {finding.message}" for finding in example.loaded.findings]
    return [(finding.span.file, finding.span.line) for finding in findings if finding.code == rule.code], broken


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_the_bad_example_has_exactly_the_marked_findings(rule: Rule) -> None:
    places, broken = found(rule, rule.bad)
    assert broken == []
    assert places == sorted(read_example(rule.bad).marked)
    assert places


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_the_good_example_has_none(rule: Rule) -> None:
    assert found(rule, rule.good) == ([], [])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_a_rule_says_what_why_and_what_to_write(rule: Rule) -> None:
    assert re.fullmatch(r"JFP[2-7]\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.what.endswith(".")
    assert str(rule.severity) in rule.why.lower() or "error" in rule.why.lower()
    example = read_example(rule.bad)
    for finding in run(example.loaded, [rule], example.day):
        assert finding.help
        assert not finding.message.endswith(".")


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
