"""Which plan a command asks: the first above the working folder, or the one named with --plan."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Jfp


@pytest.mark.parametrize("below", ["", "plan", "plan/milestones", "notes/2026/march"])
def test_the_plan_is_found_from_anywhere_below_its_folder(
    jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    folder = example.parent / below
    folder.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(folder)
    found = jfp("overdue", *AS_OF)
    assert (found.err, found.code) == ("", 0)
    assert found.lines[-1].endswith("; 2 have no status reported")


def test_the_nearest_plan_wins(jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    near = example.parent / "other"
    (near / "plan").mkdir(parents=True)
    (near / "plan" / "plan.yaml").write_text("title: [", encoding="utf-8")
    monkeypatch.chdir(near)
    assert jfp("overdue").code == 2
    monkeypatch.chdir(example.parent)
    assert jfp("overdue").code == 0


@pytest.mark.parametrize("named", ["plan", "."])
def test_plan_names_the_folder_itself_or_the_one_around_it(
    jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.chdir(example.parent)
    assert jfp("overdue", *AS_OF, "--plan", named).code == 0


def test_files_are_named_from_the_working_folder_where_that_is_above_them(
    jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example.parent)
    rows = json.loads(jfp("milestones", *AS_OF, "--format", "json").out)
    assert {row["file"] for row in rows} == {"plan/milestones/planned-care.yaml", "plan/milestones/workforce.yaml"}


@pytest.mark.parametrize("command", ["overdue", "validate", "status"])
def test_without_a_plan_a_sentence_says_what_to_do(
    jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    found = jfp(command)
    assert (found.out, found.code) == ("", 2)
    assert found.err.startswith(f"jfp: there is no plan/plan.yaml in {tmp_path} or above it; ")
    assert found.err.endswith("name it with --plan DIR\n")


@pytest.mark.parametrize("named", ["nowhere", "empty", "a-file"])
def test_plan_must_name_a_folder_with_a_plan(
    jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    found = jfp("overdue", "--plan", named)
    assert (found.out, found.code) == ("", 2)
    assert found.err.startswith("jfp: there is no ")
    assert "--plan takes the folder that holds" in found.err


def test_a_plan_with_nothing_in_it_has_nothing_overdue(jfp: Jfp, example: Path) -> None:
    for kind in ("sections", "milestones", "enablers", "measures"):
        for path in (example / kind).iterdir():
            path.unlink()
    (example / "plan.yaml").write_text(
        "title: T\norganisation: O\nperiod: {start: 2025-04-01, end: 2030-03-31}\nplanning_periods: [2025-26]\n"
        "contents: [{part: One}]\n",
        encoding="utf-8",
    )
    found = jfp("overdue", *AS_OF, "--plan", example)
    assert found == ("0 of 0 milestones overdue as of 21 November 2026; 0 have no status reported\n", "", 0)
    assert jfp("status", *AS_OF, "--plan", example).code == 0
