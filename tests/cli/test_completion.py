"""What the shell offers after Tab."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from jfp_cli.cli.completion import complete_area, complete_id, complete_place, complete_section, complete_workstream
from tests.cli.conftest import Jfp

NOWHERE = SimpleNamespace(params={})


def at(plan: Path) -> SimpleNamespace:
    return SimpleNamespace(params={"plan": plan})


def test_ids_of_the_plan_are_offered(example: Path) -> None:
    assert complete_area(at(example), "") == ["planned-care", "workforce"]
    assert complete_area(at(example), "work") == ["workforce"]
    assert complete_section(at(example), "") == ["elective-care", "staff-retention"]
    assert complete_workstream(at(example), "") == ["outpatients", "staff-wellbeing"]
    assert complete_place(at(example), "") == ["north-town", "south-vale"]


def test_every_thing_that_can_be_shown_is_offered(example: Path) -> None:
    assert complete_id(at(example), "") == [
        *("14Z35", "14Z44", "ageing-well", "best-start", "elective-care", "elective-hub", "endoscopy-unit", "estates"),
        *("exit-interviews", "missed-appointments", "north-town", "outpatients", "patient-portal", "planned-care"),
        *("rostering", "south-vale", "staff-retention", "staff-turnover", "staff-wellbeing", "waiting-list-size"),
        "workforce",
    ]


def test_what_is_offered_can_be_shown(jfp: Jfp, example: Path) -> None:
    for name in complete_id(at(example), ""):
        assert jfp("show", name, "--plan", example, "--format", "json").code == 0


@pytest.mark.parametrize(
    "written",
    [
        "places: {north-town: North Town, south-vale: South Vale}",
        "places:\n  north-town: North Town\n  south-vale: South Vale\ncontents: []",
        "places:\n  north-town: North Town\n  south-vale: South Vale",
        "places: {\n  north-town: North Town,\n  south-vale: South Vale\n}\ncontents: []",
    ],
)
def test_places_are_found_however_they_are_written(example: Path, written: str) -> None:
    (example / "plan.yaml").write_text(written, encoding="utf-8")
    assert complete_place(at(example), "") == ["north-town", "south-vale"]


def test_the_plan_above_the_working_folder_is_asked(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(example / "sections")
    assert complete_area(NOWHERE, "p") == ["planned-care"]


@pytest.mark.parametrize(
    "complete", [complete_area, complete_section, complete_workstream, complete_place, complete_id]
)
def test_without_a_plan_nothing_is_offered_and_nothing_is_said(
    complete: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(complete)
    monkeypatch.chdir(tmp_path)
    assert complete(NOWHERE, "") == []
    assert complete(at(tmp_path / "nowhere"), "") == []
    assert capsys.readouterr() == ("", "")


def test_files_that_cannot_be_read_are_passed_over(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (example / "sections" / "broken.yaml").write_bytes(b"\xff\xfe\x00 - id: \x00")
    (example / "sections" / "a-folder.yaml").mkdir()
    if os.name != "nt":
        (example / "sections" / "nowhere.yaml").symlink_to(example / "gone.yaml")
    assert complete_workstream(at(example), "") == ["outpatients", "staff-wellbeing"]
    assert capsys.readouterr() == ("", "")


def test_a_shell_is_answered(process: Jfp, example: Path) -> None:
    asked = {"_JFP_COMPLETE": "complete_bash", "COMP_WORDS": "jfp overdue --area p", "COMP_CWORD": "3"}
    found = process(cwd=example, env=asked)
    assert (found.out, found.err) == ("planned-care\n", "")
