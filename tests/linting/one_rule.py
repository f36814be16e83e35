"""What one rule finds, in an example and in the shipped plan."""

from datetime import date

from jfp_cli.linting.engine import run
from jfp_cli.linting.registry import RULES
from jfp_cli.loading.faults.examples import read_example
from jfp_cli.loading.loader import load
from jfp_cli.values.finding import Finding
from tests.conftest import SHIPPED

BY_CODE = {rule.code: rule for rule in RULES}
DAY = date(2026, 11, 21)


def findings(code: str, text: str) -> list[Finding]:
    """What one rule finds in an example."""
    example = read_example(text)
    assert example.loaded.findings == [], [finding.message for finding in example.loaded.findings]
    return run(example.loaded, [BY_CODE[code]], example.day)


def findings_now(code: str, text: str) -> list[Finding]:
    """What one rule finds in an example as of 21 November 2026."""
    return findings(code, f"as of {DAY}\n{text}")


def shipped(code: str) -> list[Finding]:
    """What one rule finds in the shipped plan."""
    return run(load(SHIPPED), [BY_CODE[code]], DAY)


def single(findings: list[Finding]) -> list[Finding]:
    """Findings without the groups in which commands show them."""
    return [finding._replace(group=None) for finding in findings]
