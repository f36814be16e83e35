"""`jfp roll` in real repositories: what it does, says and refuses."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jfp_cli.source import whole_file
from tests.cli.conftest import Jfp
from tests.conftest import ChangePlan
from tests.source.test_git import Git, committed, in_folder

PLANNED, ELECTIVE, PLAN = "milestones/planned-care.yaml", "sections/elective-care.yaml", "plan.yaml"
ROLL = ("roll", "--to", "2026-31", "--on", "2026-04-20")


@pytest.fixture
def git(example: Path) -> Git:
    """The example as the only commit of a repository."""
    git = in_folder(example.parent)
    git("init", "-q")
    committed(git, "Begin", "2025-04-01")
    return git


def files(plan: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in plan.rglob("*") if path.is_file()}


def test_what_was_done_is_told_in_groups_and_how_to_go_on(jfp: Jfp, git: Git, example: Path) -> None:
    found = jfp(*ROLL, "--plan", example)
    assert found.code == 0
    assert found.lines[:3] == [
        "2025-26 is over; what is open of it stands under 2026-27",
        "2026-30 is 2027-31 now",
        "2 open actions carried over from 2025-26: none with a note, 2 as plain sentences",
    ]
    assert "1 complete promise taken out" in found.lines
    assert any(line.startswith("  milestones/elective-hub ") and "completed 2025-09-20" in line for line in found.lines)
    assert "1 cancelled promise taken out" in found.lines
    assert "1 strategy ended before 2026-04-01" in found.lines
    said = found.err.splitlines()
    assert said[0] == "rolled the plan on from 2025-30 to 2026-31"
    assert [line.partition(": ")[2].replace(f" -C {example.parent}", "").split()[:2] for line in said[3:]] == [
        ["jfp", "diff"],
        ["jfp", "lint"],
        ["git", "commit"],
        ["git", "restore"],
        ["git", "worktree"],
    ]
    assert jfp("validate", "--plan", example).code == 0
    git(*said[-2].partition("git ")[2].split())
    assert git("status", "--porcelain") == ""


def test_a_dry_run_shows_the_change_and_writes_nothing(jfp: Jfp, example: Path) -> None:
    before = files(example)
    found = jfp(*ROLL, "--plan", example, "--dry-run")
    assert (found.code, files(example)) == (0, before)
    assert "-planning_periods: [2025-26, 2026-30]" in found.lines
    assert "+planning_periods: [2026-27, 2027-31]" in found.lines
    assert found.err.startswith(
        "would have rolled the plan on from 2025-30 to 2026-31; nothing was written\n2025-26 is"
    )


def test_everything_is_told_as_json(jfp: Jfp, git: Git, example: Path) -> None:
    assert git("rev-parse", "HEAD")
    found = jfp(*ROLL, "--plan", example, "--format", "json")
    told: dict[str, Any] = json.loads(found.out)
    assert (told["from"], told["to"], told["first"], told["last"]) == ("2025-30", "2026-31", "2026-04-01", "2031-03-31")
    assert told["written"] is True
    assert told["planning_periods"] == [
        {"before": "2025-26", "after": "2026-27"},
        {"before": "2026-30", "after": "2027-31"},
    ]
    assert [(row["address"], row["planning_period"]) for row in told["carried"]] == [
        ("workstreams/outpatients.actions.2025-26[0]", "2025-26"),
        ("workstreams/staff-wellbeing.actions.2025-26[0]", "2025-26"),
    ]
    [hub] = told["complete"]
    assert (hub["id"], hub["completed"], hub["owner"]) == ("elective-hub", "2025-09-20", "Planned care lead")
    assert hub["evidence"] == ["https://example.org/hub"]
    assert [row["id"] for row in told["cancelled"]] == ["rostering"]
    assert [(row["id"], row["noted"]) for row in told["late"]] == [("endoscopy-unit", True)]
    assert [row["id"] for row in told["targets"]] == ["missed-appointments"]
    assert [row["title"] for row in told["strategies"]] == ["Green Plan"]
    assert sorted(told["files"]) == sorted(
        line.rpartition(" plan/")[2] for line in git("status", "--porcelain", "-uall").splitlines()
    )
    assert (
        json.loads(jfp("roll", "--to", "2027-32", "--plan", example, "--dry-run", "-f", "json").out)["written"] is False
    )


def test_a_note_says_what_is_carried_over_where_there_is_place_for_one(jfp: Jfp, git: Git, example: Path) -> None:
    assert git("rev-parse", "HEAD")
    jfp(*ROLL, "--plan", example)
    shown = json.loads(jfp("show", "endoscopy-unit", "--plan", example, "--format", "json").out)
    assert [(update["date"], update["note"]) for update in shown["updates"]] == [
        ("2026-04-20", "Carried over from 2025-26")
    ]
    assert shown["due"] == "Autumn 2025"


def test_what_may_still_be_done_in_time_has_no_note(jfp: Jfp, git: Git, example: Path) -> None:
    assert git("rev-parse", "HEAD")
    found = jfp("roll", "--to", "2026-31", "--on", "2025-10-01", "--plan", example, "--format", "json")
    assert [(row["id"], row["noted"]) for row in json.loads(found.out)["late"]] == [("endoscopy-unit", False)]
    assert json.loads(jfp("show", "endoscopy-unit", "--plan", example, "--format", "json").out).get("updates") is None


def test_today_is_the_day_of_the_notes(jfp: Jfp, git: Git, example: Path) -> None:
    assert git("rev-parse", "HEAD")
    jfp("roll", "--to", "2026-31", "--plan", example)
    shown = json.loads(jfp("show", "endoscopy-unit", "--plan", example, "--format", "json").out)
    assert shown["updates"][0]["date"] == date.today().isoformat()  # noqa: DTZ011 - where the user is


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ("2025-30", "the plan covers 2025-30 already: it was rolled on, or began so; what comes next is 2026-31"),
        ("2024-29", '"2024-29" does not begin a year after the plan does, which covers 2025-30; write 2026-31, or'),
        ("2027-32", "roll it on year by year, first to 2026-31"),
        (
            "2026-33",
            '"2026-33" ends otherwise than a year after the plan does, which covers 2025-30; write 2026-31, or',
        ),
        ("2026-29", '"2026-29" ends otherwise'),
        ("2026", '"2026" does not begin a year after the plan does'),
        ("next year", '--to: "next year" says no years; write 2026-31, or 2026-30 where its end stays\n'),
        ("abc", '--to: "abc" says no years; write 2026-31, or 2026-30 where its end stays\n'),
        ("2026-31x", '--to: "2026-31x" says no years; write 2026-31, or 2026-30 where its end stays\n'),
        ("", "--to is empty; write 2026-31, or 2026-30 where its end stays\n"),
    ],
)
def test_other_years_are_refused_with_those_to_write(jfp: Jfp, example: Path, years: str, told: str) -> None:
    before = files(example)
    found = jfp("roll", "--to", years, "--plan", example, "--force")
    assert (found.out, found.code, files(example)) == ("", 2, before)
    assert told in found.err


def test_a_plan_is_rolled_on_once(jfp: Jfp, git: Git, example: Path) -> None:
    assert git("rev-parse", "HEAD")
    assert jfp(*ROLL, "--plan", example).code == 0
    found = jfp(*ROLL, "--plan", example)
    assert (found.code, found.out) == (2, "")
    assert "the plan covers 2026-31 already" in found.err


def test_what_git_could_not_bring_back_is_not_changed_unless_forced(
    jfp: Jfp, git: Git, example: Path, change: ChangePlan
) -> None:
    assert git("rev-parse", "HEAD")
    change(PLANNED, "due: March 2027", "due: April 2027")
    (example / "measures" / "new.yaml").write_text("id: new\ntitle: New\n", encoding="utf-8")
    before = files(example)
    found = jfp(*ROLL, "--plan", example)
    assert (found.code, files(example)) == (2, before)
    assert found.err == (
        "jfp: there are changes that are not committed (measures/new.yaml, milestones/planned-care.yaml); commit them "
        "first, or roll it all the same with --force; --dry-run shows what would change\n"
    )
    found = jfp(*ROLL, "--plan", example, "--force")
    assert found.code == 0
    assert "git restore" not in found.err


def test_outside_a_repository_nothing_is_changed_unless_forced(jfp: Jfp, example: Path) -> None:
    found = jfp(*ROLL, "--plan", example)
    assert found.code == 2
    assert "is in no git repository" in found.err
    assert "so nothing could be brought back: commit the plan first, or roll it all the same with --force" in found.err
    assert jfp(*ROLL, "--plan", example, "--force").code == 0


def test_lines_of_windows_are_no_change(jfp: Jfp, git: Git, example: Path) -> None:
    assert git("rev-parse", "HEAD")
    for path in example.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert jfp(*ROLL, "--plan", example).code == 0


def test_a_plan_with_errors_is_not_rolled_on(jfp: Jfp, example: Path, change: ChangePlan) -> None:
    change(ELECTIVE, "areas: [planned-care]", "areas: [planed-care]")
    before = files(example)
    found = jfp(*ROLL, "--plan", example, "--force")
    assert (found.code, files(example)) == (2, before)
    assert "the plan has 1 fault, and only a valid plan is rolled on; run jfp validate and mend it first" in found.err


def test_all_of_it_is_written_or_nothing(jfp: Jfp, git: Git, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert git("rev-parse", "HEAD")
    before = files(example)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    found = jfp(*ROLL, "--plan", example)
    assert (found.code, files(example)) == (2, before)
    assert "nothing was written" in found.err
    assert whole_file.TEMPORARY not in "".join(files(example))


def test_a_comment_that_would_be_lost_is_named_and_nothing_is_written(
    jfp: Jfp, example: Path, change: ChangePlan
) -> None:
    change(PLAN, "[2025-26, 2026-30]", "[2025-26, 2026-27, 2027-30]")
    change(
        ELECTIVE,
        "      2025-26: [Cut missed appointments]\n      2026-30: [Offer one-stop clinics]\n",
        "      # of the board\n      2025-26: [Cut missed appointments]\n"
        "      # of June\n      2026-27: [Offer one-stop clinics]\n",
    )
    before = files(example)
    found = jfp(*ROLL, "--plan", example, "--force")
    assert (found.code, files(example)) == (2, before)
    assert "elective-care.yaml:22 has a comment that would be lost; put it elsewhere first" in found.err


def annual(jfp: Jfp, plan: Path) -> str:
    told = jfp("render", "annual", "--year", "2025/26", "--as-of", "2026-05-01", "--format", "md", "--plan", plan)
    return told.out + told.err


def test_the_year_is_reported_on_from_the_plan_as_it_was(jfp: Jfp, git: Git, example: Path) -> None:
    assert "Open the elective hub" in annual(jfp, example)
    line = jfp(*ROLL, "--plan", example).err.splitlines()[-1]
    assert line.startswith("  report on the year, with what was taken out, from the plan as it was: git -C ")
    told = annual(jfp, example)
    assert "Open the elective hub" not in told
    assert "the plan begins on 1 April 2026, after 2025/26: what was taken out when it was rolled on is not" in told
    _, folder, commit, *_ = line.partition(" worktree ")[2].split()
    git("worktree", "add", "-q", folder, commit.rstrip(","))
    assert line.endswith(f"jfp render annual --plan {example.parent.parent / 'as-it-was' / 'plan'}")
    told = annual(jfp, example.parent.parent / "as-it-was" / "plan")
    assert "Open the elective hub" in told
    assert "the plan begins" not in told


def test_at_the_top_of_the_repository_what_to_do_next_is_short(
    jfp: Jfp, git: Git, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert git("rev-parse", "HEAD")
    monkeypatch.chdir(example.parent)
    said = jfp(*ROLL).err.splitlines()
    assert said[-3:-1] == [
        '  keep it: git commit -m "Roll the plan on" plan',
        "  or undo it, as long as it is not committed: git restore plan",
    ]
    assert said[-1].endswith(", then jfp render annual --plan ../as-it-was/plan")


@pytest.mark.parametrize("options", [["--on", "2026-03-31"], ["--on", "2026-04-20", "--keep-done"]])
def test_what_is_done_stays_for_the_annual_report_until_the_year_is_over(
    jfp: Jfp, git: Git, example: Path, options: list[str]
) -> None:
    assert git("rev-parse", "HEAD")
    before = annual(jfp, example)
    found = jfp("roll", "--to", "2026-31", *options, "--plan", example)
    assert "2 complete or cancelled promises left, for the annual report of the year; the next roll takes them out" in (
        found.lines
    )
    assert "taken out" not in found.out.replace("the next roll takes them out", "")
    assert "worktree" not in found.err
    assert jfp("validate", "--plan", example).code == 0
    assert before.partition("\n")[2] in annual(jfp, example)
    git("commit", "-qam", "Roll")
    found = jfp("roll", "--to", "2027-32", "--on", "2026-10-01", "--take-out-done", "--plan", example)
    assert "1 complete promise taken out" in found.lines
