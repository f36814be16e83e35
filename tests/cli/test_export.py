"""`jfp export`: what is written, where, and never over what is there."""

import json
from pathlib import Path

import icalendar
import pytest

from jfp_cli.cli import exporting
from jfp_cli.cli.extras import how_to_add
from tests.cli.conftest import AS_OF, Jfp
from tests.conftest import SHIPPED


def test_a_calendar_of_one_area(jfp: Jfp, tmp_path: Path) -> None:
    file = tmp_path / "out" / "cancer.ics"
    ran = jfp("export", "ics", "--area", "cancer", "--kind", "milestone", "--output", file, "--plan", SHIPPED, *AS_OF)
    rows = json.loads(jfp("milestones", "--area", "cancer", "--format", "json", "--plan", SHIPPED, *AS_OF).out)
    assert ran.code == 0
    assert ran.err.endswith(f"{len(rows)} promises in the calendar\n")
    entries = icalendar.Calendar.from_ical(file.read_bytes()).subcomponents
    assert [str(entry["summary"]) for entry in entries] == [row["activity"] for row in rows]


def test_a_document_of_the_shipped_plan(jfp: Jfp) -> None:
    ran = jfp("export", "json", "--plan", SHIPPED, *AS_OF)
    document = json.loads(ran.out)
    found = json.loads(jfp("lint", "--format", "json", "--plan", SHIPPED, *AS_OF).out)
    assert (ran.err, ran.code) == ("", 0)
    assert [row["plan"] for row in document["plans"]] == ["hertfordshire-and-west-essex-integrated-care-board"]
    assert [(row["code"], row["address"]) for row in document["findings"]] == [
        (finding["code"], finding["address"]) for finding in found
    ]


def test_the_schema_needs_no_plan(jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert json.loads(jfp("export", "json", "--schema").out)["title"] == "A plan as jfp export json writes it"


def test_parquet_of_two_plans_in_one_folder(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    for name in ("north", "south"):
        ran = jfp("export", "parquet", "--name", name, "--output", folder, "--plan", example)
        assert (ran.err, ran.code) == (f"wrote 7 tables to {folder}\n", 0)
    assert sorted(path.name for path in (folder / "promises").iterdir()) == ["plan=north", "plan=south"]
    again = jfp("export", "parquet", "--name", "north", "--output", folder, "--plan", example)
    assert again.code == 2
    assert "is there already" in again.err
    assert jfp("export", "parquet", "--name", "north", "--output", folder, "--plan", example, "--force").code == 0


def test_what_is_there_stays(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text("mine")
    ran = jfp("export", "json", "--output", file, "--plan", example)
    assert (ran.out, ran.code) == ("", 2)
    assert ran.err == f"jfp: {file} is there already; write over it with --force, or name another\n"
    assert file.read_text() == "mine"
    assert jfp("export", "json", "--output", file, "--plan", example, "--force").code == 0
    assert json.loads(file.read_text())["format"] == 1


def test_a_name_that_is_none(jfp: Jfp, example: Path) -> None:
    ran = jfp("export", "json", "--name", "North Town", "--plan", example)
    assert (ran.err, ran.code) == ('jfp: --name: "North Town" is no id; did you mean "north-town"?\n', 2)


@pytest.mark.parametrize(
    ("command", "package", "extra"),
    [(["export", "ics"], "icalendar", "office"), (["export", "parquet", "--output", "x"], "pyarrow", "data")],
)
def test_what_is_missing_is_said(
    jfp: Jfp, monkeypatch: pytest.MonkeyPatch, command: list[str], package: str, extra: str
) -> None:
    monkeypatch.setattr("jfp_cli.cli.extras.find_spec", lambda name: None if name == package else name)
    said = f"jfp: {' '.join(command[:2])} needs the package {package}; add it with: {how_to_add(extra)}\n"
    assert jfp(*command) == ("", said, 2)


def test_a_group_without_a_command_says_which_there_are(jfp: Jfp) -> None:
    assert "parquet" in jfp("export").out
    ran = jfp("export", "icl")
    assert (ran.err, ran.code) == ('jfp: there is no command "export icl"; did you mean "export ics"?\n', 2)


def test_every_edition_is_named_as_docs_say() -> None:
    assert exporting.CURRENT == "current"
