"""Plan files that a command line names: what is wrong in them is listed, and decides."""

from pathlib import Path

import pytest

from tests.cli.conftest import Jfp
from tests.conftest import ChangePlan


@pytest.fixture
def faulty(change: ChangePlan) -> Path:
    """A plan with a fault in one file, and one that lint finds in another."""
    return change("milestones/planned-care.yaml", "area: planned-care", "area: planned-care\nownr: Somebody")


@pytest.mark.parametrize("command", ["validate", "lint"])
def test_what_is_wrong_in_a_named_file_is_listed_and_decides(jfp: Jfp, faulty: Path, command: str) -> None:
    found = jfp(command, faulty / "milestones" / "planned-care.yaml", "--format", "json")
    assert found.code == 1
    assert '"JFP101"' in found.out
    assert "sections/" not in "".join(line for line in found.lines if '"file"' in line)


@pytest.mark.parametrize("command", ["validate", "lint"])
def test_what_is_wrong_elsewhere_is_counted_and_decides_nothing(jfp: Jfp, faulty: Path, command: str) -> None:
    found = jfp(command, faulty / "enablers" / "estates.yaml")
    assert found.code == 0
    assert "JFP101" not in found.out
    assert found.err.endswith("in other files of the plan\n")


def test_where_all_is_well_elsewhere_too_the_plan_is_valid(jfp: Jfp, example: Path) -> None:
    found = jfp("validate", example / "enablers" / "estates.yaml", example / "plan.yaml")
    assert (found.err, found.code) == ("", 0)
    assert found.out.startswith("the plan is valid: ")


def test_a_plan_that_cannot_be_read_is_wrong_whatever_was_named(jfp: Jfp, change: ChangePlan) -> None:
    root = change("plan.yaml", "{")
    assert jfp("validate", root / "enablers" / "estates.yaml").code == 1


@pytest.mark.parametrize("command", ["validate", "lint", "fmt"])
def test_the_plan_is_that_of_the_files(
    jfp: Jfp, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    (tmp_path / "here").mkdir()
    assert jfp(command, example.rename(tmp_path / "here" / "plan") / "enablers" / "estates.yaml").code == 0
    assert jfp(command).code == 2


@pytest.mark.parametrize("command", ["validate", "lint"])
def test_what_is_no_plan_file_is_said(jfp: Jfp, example: Path, command: str) -> None:
    assert f"there is no file {example.as_posix()}/plan.yml" in jfp(command, example / "plan.yml").err
    (example / "templates").mkdir()
    (example / "templates" / "words.yaml").touch()
    found = jfp(command, example / "templates" / "words.yaml")
    assert found.code == 0
    assert "is no file of the plan in" in found.err
