"""Every rule finds exactly what its bad example marks, and nothing in its good one."""

import re
from pathlib import Path

import pytest

from jfp_cli.linting.engine import run
from jfp_cli.linting.registry import EVERY_FAULT, RULES
from jfp_cli.linting.rule import Rule
from jfp_cli.loading.faults.examples import read_example
from jfp_cli.loading.faults.fault import Fault
from tests.conftest import ROOT

RULES_FOLDER = ROOT / "jfp_cli" / "linting" / "rules"


OF_OTHERS = {"JFP608", "JFP609"}  # which judge the allowances of the rules that run


def found(rule: Rule, text: str) -> tuple[list[tuple[str, int]], list[str]]:
    """The places that a rule finds in an example, and what is wrong with the example as a plan."""
    example = read_example(text)
    rules = RULES if rule.code in OF_OTHERS else [rule]
    findings = run(example.loaded, rules, example.day, before=example.plan_before)
    loaded = [one.loaded for one in (example.before, example) if one]
    broken = [f"{finding.span} {finding.message}" for one in loaded for finding in one.findings]
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
def test_a_finding_says_what_to_write(rule: Rule) -> None:
    example = read_example(rule.bad)
    for finding in run(example.loaded, [rule], example.day, before=example.plan_before):
        assert finding.help
        assert not finding.message.endswith(".")


@pytest.mark.parametrize("fault", EVERY_FAULT, ids=lambda fault: f"{fault.code}-{fault.name}")
def test_a_fault_says_what_it_is_and_why_it_is_that_grave(fault: Fault) -> None:
    assert re.fullmatch(r"JFP[0-8]\d\d", fault.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", fault.name)
    assert fault.what.endswith(".")
    assert fault.why.endswith(".")
    assert str(fault.severity) in fault.why.lower() or "error" in fault.why.lower()


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [fault.code for fault in EVERY_FAULT]
    assert codes == sorted(set(codes))
    assert len({fault.name for fault in EVERY_FAULT}) == len(EVERY_FAULT)


def imports(path: Path) -> set[str]:
    """The modules of linting that a module names in its imports."""
    return set(re.findall(r"^from (jfp_cli\.linting\.\S+) import", path.read_text(encoding="utf-8"), re.MULTILINE))


def test_a_rule_is_a_module_of_its_name_and_the_modules_beside_rules_are_each_for_one() -> None:
    modules = {path.stem: path for path in RULES_FOLDER.glob("[!_]*.py")}
    named = {rule.name.replace("-", "_") for rule in RULES}
    assert named < modules.keys()
    for beside in modules.keys() - named:
        users = [name for name, path in modules.items() if f"jfp_cli.linting.rules.{beside}" in imports(path)]
        assert len(users) == 1, f"{beside}.py is used by {users}"


@pytest.mark.parametrize("module", [path.stem for path in (RULES_FOLDER.parent / "prose").glob("[!_]*.py")])
def test_what_several_rules_look_at_is_looked_at_by_several_modules(module: str) -> None:
    every = RULES_FOLDER.parent.rglob("*.py")
    assert sum(f"jfp_cli.linting.prose.{module}" in imports(path) for path in every) > 1
