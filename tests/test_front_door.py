"""`import jfp_cli`: what a script finds there."""

import doctest
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import jfp_cli
from jfp_cli.linting.engine import run
from jfp_cli.linting.registry import RULES
from tests.conftest import EXAMPLE, ROOT

DAY = date(2026, 11, 21)


def test_the_documented_example_says_what_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = doctest.testmod(jfp_cli)
    assert done.attempted >= 9
    assert done.failed == 0


@pytest.mark.parametrize("name", jfp_cli.__all__)
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(jfp_cli, name).__doc__
    assert name in dir(jfp_cli)


def test_what_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'lode'"):
        _ = jfp_cli.lode


def test_importing_it_loads_none_of_its_parts() -> None:
    start = "import sys, jfp_cli; print(*(name for name in sys.modules if name.startswith('jfp_cli')))"
    command = [sys.executable, "-c", start]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["jfp_cli"]


def test_lint_finds_what_every_rule_finds_on_a_day() -> None:
    loaded = jfp_cli.load(EXAMPLE)
    assert jfp_cli.lint(loaded, DAY) == run(loaded, RULES, DAY)
    assert {finding.code for finding in jfp_cli.lint(loaded, DAY, ["open-ended-date", "JFP304"])} == {
        "JFP202",
        "JFP304",
    }
    assert jfp_cli.lint(loaded, DAY, []) == []


def test_lint_says_which_rule_was_meant() -> None:
    with pytest.raises(ValueError, match='there is no rule "coarse-dates"; did you mean "coarse-date"'):
        jfp_cli.lint(jfp_cli.load(EXAMPLE), DAY, ["coarse-dates"])


def test_a_plan_that_cannot_be_read_is_findings_and_no_exception(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("title: [", encoding="utf-8")
    loaded = jfp_cli.load(tmp_path)
    assert loaded.plan is None
    assert jfp_cli.lint(loaded, DAY) == loaded.findings
    assert max(finding.severity for finding in loaded.findings) is jfp_cli.Severity.ERROR
