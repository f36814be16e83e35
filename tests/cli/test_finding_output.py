"""Findings for programs: the same formats of both commands, and files named from the top of the repository."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import AS_OF, Jfp
from tests.conftest import ChangePlan

PLANNED = "milestones/planned-care.yaml"


@pytest.fixture
def repository(change: ChangePlan) -> Path:
    """A repository whose plan stands in a folder of it, with an error and a warning more than the example."""
    plan = change(PLANNED, "due: Autumn 2025", "due: Autum 2025")
    top = plan.parent / "top"
    (top / ".git").mkdir(parents=True)
    (top / "north").mkdir()
    plan.rename(top / "north" / "plan")
    return top


@pytest.mark.parametrize("command", [("validate",), ("lint", *AS_OF)], ids=["validate", "lint"])
@pytest.mark.parametrize("folder", [".", "north", "north/plan/sections", ".."])
def test_files_are_named_from_the_top_whatever_the_folder(
    jfp: Jfp, repository: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], folder: str
) -> None:
    monkeypatch.chdir(repository / folder)
    plan = ("--plan", str(repository / "north" / "plan"))
    where = f"north/plan/{PLANNED}"

    def run(form: str) -> str:
        return jfp(*command, *plan, "--format", form).out

    assert where in {row["file"] for row in json.loads(run("json"))}
    assert any(line.startswith(f"{where}:20:10: error: ") for line in run("concise").splitlines())
    assert f"::error file={where},line=20," in run("github")
    assert where in {row["location"]["path"] for row in json.loads(run("gitlab"))}
    assert where in {suite.get("name") for suite in ET.fromstring(run("junit").encode())}  # noqa: S314 - our own
    [log] = json.loads(run("sarif"))["runs"]
    assert log["originalUriBaseIds"]["%SRCROOT%"]["uri"] == f"{repository.resolve().as_uri()}/"
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in log["results"]]
    assert {"uri": where, "uriBaseId": "%SRCROOT%"} in places


def test_where_there_is_no_repository_files_are_named_from_the_working_folder(
    jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example.parent)
    rows = json.loads(jfp("lint", *AS_OF, "-f", "json").out)
    assert f"plan/{PLANNED}" in {row["file"] for row in rows}


def test_text_names_files_as_somebody_in_the_folder_would(
    jfp: Jfp, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "north")
    assert f"\nplan/{PLANNED}:20:10: error: " in "\n" + jfp("validate").out


@pytest.fixture
def many(change: ChangePlan) -> Path:
    lines = "".join(f"  - {{id: step-{number}, activity: Step {number}, due: soon}}\n" for number in range(14))
    return change("milestones/dental.yaml", f"area: dental\ntitle: Dental\nmilestones:\n{lines}")


def test_the_summary_of_a_job_gets_what_github_does_not_show(
    jfp: Jfp, many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("## Before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = jfp("validate", "--plan", many, "--format", "github")
    assert result.out.count("::error ") == 10
    assert result.err == ""
    text = summary.read_text("utf-8")
    assert text.startswith(
        "## Before\n### 14 errors in 1 file\n\n<details><summary>4 of them are not annotated</summary>"
    )
    assert text.count("| error | JFP107 |") == 4


def test_without_a_summary_the_rest_is_counted(jfp: Jfp, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert "4 more findings: GitHub shows ten of a level" in jfp("validate", "--plan", many, "-f", "github").err


def test_a_summary_that_cannot_be_written_to_is_said(
    jfp: Jfp, many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    result = jfp("validate", "--plan", many, "-f", "github")
    assert result.code == 1
    assert result.out.count("::error ") == 10
    assert "the summary of the job could not be written" in result.err


def test_a_valid_plan_is_nothing_for_programs(jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    said = {form: jfp("validate", "--plan", example, "-f", form) for form in ("json", "concise", "github", "gitlab")}
    assert {form: result.out.strip() for form, result in said.items()} == {
        "json": "[]",
        "concise": "",
        "github": "",
        "gitlab": "[]",
    }
    assert all(result.code == 0 and result.err == "" for result in said.values())
