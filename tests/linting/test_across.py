"""Rules across plans: what they find in their own examples, and what ties things of different names."""

import pytest

from jfp_cli.linting.across.rule import RuleAcross, Ties, look_across
from jfp_cli.linting.across.said import said_in
from jfp_cli.linting.registry import RULES_ACROSS
from jfp_cli.loading.faults.examples import read_example
from jfp_cli.values.finding import Finding

NO_TIES: Ties = {}


def found(rule: RuleAcross, text: str, ties: Ties = NO_TIES) -> list[Finding]:
    example = read_example(text)
    assert example.before is not None
    plans = {}
    for name, one in (("north", example.before), ("south", example)):
        assert one.loaded.findings == []
        assert one.loaded.plan is not None
        plans[name] = said_in(one.loaded.plan, one.loaded.sources.span)
    return look_across([rule], plans, ties)


@pytest.mark.parametrize("rule", RULES_ACROSS, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_the_bad_example_has_exactly_the_marked_findings(rule: RuleAcross) -> None:
    findings = found(rule, rule.bad)
    assert [(finding.span.file, finding.span.line) for finding in findings] == sorted(read_example(rule.bad).marked)
    assert all(finding.help and "north" in finding.message for finding in findings)


@pytest.mark.parametrize("rule", RULES_ACROSS, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_the_good_example_has_none(rule: RuleAcross) -> None:
    assert found(rule, rule.good) == []


SHARED = """
--- one plan
milestones:
  - {id: shared-record, activity: Share one care record, due: March 2027}
--- another plan
milestones:
  - {id: record, activity: Share one care record, due: June 2027}
"""


def test_what_is_called_otherwise_is_held_against_the_other_only_where_it_is_tied() -> None:
    rule = next(rule for rule in RULES_ACROSS if rule.code == "JFP802")
    assert found(rule, SHARED) == []
    ties = {("north", "milestones/shared-record"): "it", ("south", "milestones/record"): "it"}
    (finding,) = found(rule, SHARED, ties)
    assert finding.message.startswith(
        'the due of the milestone record, there called shared-record, is "June 2027" here and "March 2027" in north,'
    )


def test_words_for_other_days_in_each_plan_are_told_with_their_days() -> None:
    rule = next(rule for rule in RULES_ACROSS if rule.code == "JFP802")
    milestones = (
        "--- milestones/cancer.yaml\nmilestones:\n  - {id: record, activity: Share one care record, due: year 2}\n"
    )
    year = "--- plan.yaml\nperiod: {start: 2025-01-01, end: 2030-12-31}\nyear_starts: January\n"
    (finding,) = found(rule, f"--- one plan\n{milestones}--- another plan\n{year}{milestones}")
    assert finding.message.startswith(
        'the due of the milestone record is "year 2", or 2026, here and "year 2", or 2026-27, in north,'
    )
