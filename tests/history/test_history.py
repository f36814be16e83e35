"""`jfp history` in real repositories."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Jfp, jfp
from tests.cli.test_formats import read_csv, read_markdown
from tests.history.repository import Planner
from tests.source.test_git import committed, in_folder

__all__ = ["jfp"]
PLANNED, WORKFORCE, ELECTIVE = (
    "milestones/planned-care.yaml",
    "milestones/workforce.yaml",
    "sections/elective-care.yaml",
)
PLAN, PORTAL = "plan.yaml", "milestones/patient-portal"
DUE, LATER, LATEST = "due: March 2027", "due: June 2027", "due: May 2028"
Told = list[tuple[Any, ...]]


def rows_of(jfp: Jfp, name: str, plan: Path) -> list[dict[str, Any]]:
    found = jfp("history", name, "--plan", plan, "--format", "json")
    assert (found.err, found.code) == ("", 0)
    rows: list[dict[str, Any]] = json.loads(found.out)
    return rows


def told(jfp: Jfp, name: str, plan: Path) -> Told:
    return [(row["date"], row["change"], row["before"], row["after"]) for row in rows_of(jfp, name, plan)]


def test_a_row_says_what_changed_and_who_did_it_when(jfp: Jfp, planner: Planner) -> None:
    commit = planner.commit("2025-05-01", (PLANNED, DUE, LATER), message="Say when: the supplier is late")
    first, last = rows_of(jfp, "patient-portal", planner.plan)[:2]
    assert first == {
        "date": "2025-05-01",
        "commit": commit,
        "author": "jfp AUTHOR",
        "subject": "Say when: the supplier is late",
        "change": "moved",
        "kind": "milestone",
        "id": "patient-portal",
        "address": PORTAL,
        "area": "planned-care",
        "section": None,
        "field": "due",
        "before": "March 2027",
        "after": "June 2027",
        "days": 91,
        "recorded": False,
        "file": f"{planner.plan.as_posix()}/{PLANNED}",
        "line": 25,
    }
    assert (last["change"], last["date"], last["commit"]) == ("added", "2025-04-01", planner.first)


def test_what_is_not_committed_comes_first_and_has_no_commit(jfp: Jfp, planner: Planner) -> None:
    planner.write(PLANNED, DUE, LATER)
    row = rows_of(jfp, PORTAL, planner.plan)[0]
    assert [row[key] for key in ("change", "date", "commit", "author", "subject")] == ["moved", None, None, None, None]


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("period: {start: 2025-04-01, end: 2030-03-31}", "period: {start: 2026-04-01, end: 2031-03-31}"),
        ("year_starts: April", "year_starts: April\nunits: [beds]"),
    ],
)
@pytest.mark.parametrize("is_committed", [False, True])
def test_a_plan_yaml_that_reads_files_otherwise_makes_nothing_new(
    jfp: Jfp, planner: Planner, written: str, instead: str, is_committed: bool
) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    before = told(jfp, PORTAL, planner.plan)
    planner.write(PLAN, written, instead)
    if is_committed:
        committed(planner.git, "Roll on", "2025-06-01")
    assert told(jfp, PORTAL, planner.plan) == before
    found = json.loads(jfp("slippage", "--plan", planner.plan, "--format", "json").out)
    [row] = [row for row in found if row["address"] == PORTAL]
    assert (row["first_due"], row["moves"], row["since"]) == ("March 2027", 1, "2025-04-01")


def test_what_stands_in_a_thing_belongs_to_it(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, "due: June 2026", "due: July 2026"))
    planner.commit("2025-06-01", (ELECTIVE, "under 6%", "under 7%"))
    step = ("2025-05-01", "moved", "June 2026", "July 2026")
    assert told(jfp, PORTAL, planner.plan)[0] == step
    assert step in told(jfp, "areas/planned-care", planner.plan)
    assert told(jfp, "milestones/patient-portal.checkpoints[1]", planner.plan)[0] == step
    assert ("2025-06-01", "weaker", "under 6%", "under 7%") in told(jfp, "sections/elective-care", planner.plan)
    assert step not in told(jfp, "milestones/endoscopy-unit", planner.plan)


def test_a_thing_is_followed_through_other_names_and_files(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.commit("2025-06-01", (PLANNED, "id: patient-portal", "id: portal"))
    text = (planner.plan / PLANNED).read_text("utf-8")
    milestone = text[text.index("  - id: portal") :]
    planner.write(WORKFORCE, "milestones:\n", f"milestones:\n{milestone}")
    planner.commit("2025-07-01", (PLANNED, milestone, ""))
    planner.commit("2025-08-01", (WORKFORCE, LATER, "due: May 2028"))
    sorts = [row[:2] for row in told(jfp, "portal", planner.plan)]
    assert sorts[:4] == [
        ("2025-08-01", "moved"),
        ("2025-07-01", "changed"),
        ("2025-06-01", "renamed"),
        ("2025-05-01", "moved"),
    ]
    assert {"added"} == {sort for day, sort in sorts[4:]}
    found = jfp("history", "patient-portal", "--plan", planner.plan, "--format", "json")
    assert found.err == "jfp: milestones/patient-portal was renamed to milestones/portal\n"
    assert len(json.loads(found.out)) == len(sorts)


def test_an_id_that_is_used_again_is_another_thing(jfp: Jfp, planner: Planner) -> None:
    text = (planner.plan / WORKFORCE).read_text("utf-8")
    rostering = text[text.index("  - id: rostering") :]
    planner.commit("2025-05-01", (WORKFORCE, rostering, ""))
    other = "  - {id: rostering, activity: Publish the duty list of doctors, due: May 2027}\n"
    planner.commit("2025-06-01", (WORKFORCE, "onwards\n", f"onwards\n{other}"))
    assert told(jfp, "rostering", planner.plan) == [
        ("2025-06-01", "added", None, "Publish the duty list of doctors"),
    ]


def test_what_was_taken_out_and_put_back_is_the_same_thing(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (WORKFORCE, "due: 31 January 2026", "due: May 2026"))
    text = (planner.plan / WORKFORCE).read_text("utf-8")
    rostering = text[text.index("  - id: rostering") :]
    planner.commit("2025-06-01", (WORKFORCE, rostering, ""))
    planner.commit("2025-07-01", (WORKFORCE, "onwards\n", f"onwards\n{rostering.rstrip()}\n"))
    planner.commit("2025-08-01", (WORKFORCE, "due: May 2026", "due: July 2026"))
    found = [row[:2] for row in told(jfp, "rostering", planner.plan)]
    assert found == [
        ("2025-08-01", "moved"),
        ("2025-07-01", "added"),
        ("2025-06-01", "removed"),
        ("2025-05-01", "moved"),
        ("2025-04-01", "added"),
    ]


def test_a_plan_that_was_taken_out_and_put_back_is_the_same_plan(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.git("rm", "-q", "-r", "plan")
    planner.git("commit", "-q", "-m", "Take out", day="2025-06-01")
    planner.git("checkout", "-q", "HEAD~1", "--", "plan")
    planner.commit("2025-07-01", (PLANNED, LATER, LATEST))
    found = [row[:2] for row in told(jfp, PORTAL, planner.plan) if row[1] == "moved" or row[3] is None]
    assert ("2025-05-01", "moved") in found
    assert {day for day, sort in found if sort == "removed"} == {"2025-06-01"}


def test_what_is_gone_has_a_history_too(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (WORKFORCE, "due: 31 January 2026", "due: May 2026"))
    text = (planner.plan / WORKFORCE).read_text("utf-8")
    planner.commit("2025-06-01", (WORKFORCE, text[text.index("  - id: rostering") :], ""))
    planner.commit("2025-07-01", (PLANNED, DUE, LATER))
    for name in ("rostering", "milestones/rostering"):
        assert [row[:2] for row in told(jfp, name, planner.plan)] == [
            ("2025-06-01", "removed"),
            ("2025-05-01", "moved"),
            ("2025-04-01", "added"),
        ]


def test_what_never_was_is_said(jfp: Jfp, planner: Planner) -> None:
    found = jfp("history", "milestones/patient-portl", "--plan", planner.plan)
    assert (found.out, found.code) == ("", 2)
    assert 'did you mean "milestones/patient-portal"?; no commit had it either' in found.err


def test_moves_that_are_recorded_are_held_against_those_that_commits_made(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.commit("2025-06-01", (PLANNED, LATER, "due: May 2028"))
    move = "moves: [{from: March 2027, to: June 2027, date: 2025-04-20, because: late}]"
    planner.commit("2025-07-01", (PLANNED, "due: May 2028", f"due: May 2028\n    {move}"))
    rows = [row for row in rows_of(jfp, PORTAL, planner.plan) if row["change"] == "moved"]
    assert [(row["date"], row["recorded"]) for row in rows] == [("2025-06-01", False), ("2025-05-01", True)]
    found = jfp("history", PORTAL, "--plan", planner.plan)
    assert found.lines[-1].endswith("2 moves of a date, 1 of them without an entry in moves")


def test_a_recorded_move_that_no_commit_made_has_the_day_of_its_agreement(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-06-01", (PLANNED, "completed: 2025-09-20", "completed: 2025-09-21"))
    rows = rows_of(jfp, "elective-hub", planner.plan)
    assert [(row["date"], row["change"], row["commit"] is None, row["recorded"]) for row in rows] == [
        ("2025-06-01", "changed", False, None),
        ("2025-05-10", "moved", True, True),
        ("2025-04-01", "added", False, None),
    ]
    assert (rows[1]["before"], rows[1]["after"], rows[1]["line"]) == ("June 2025", "September 2025", 14)
    found = jfp("history", "elective-hub", "--plan", planner.plan)
    assert found.lines[-1].endswith("1 move of a date, each with an entry in moves, 1 known from moves alone")


def test_every_format_has_the_same_rows(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER), message="=Out|of <b>")
    rows = rows_of(jfp, PORTAL, planner.plan)

    def written(form: str) -> str:
        return jfp("history", PORTAL, "--plan", planner.plan, "--format", form).out

    assert [row["subject"] for row in read_csv(written("csv"))] == ["'=Out|of <b>", *["Begin"] * (len(rows) - 1)]
    assert written("ids").splitlines() == [row["address"] for row in rows]
    header, _, *lines = read_markdown(written("markdown"))
    assert [line[header.index("Date")] for line in lines] == [row["date"] for row in rows]
    assert rows[0]["commit"][:10] in written("table")
    assert rows[0]["commit"] not in written("table")


def test_a_merge_that_lost_a_date_is_told(jfp: Jfp, planner: Planner) -> None:
    git = planner.git
    git("checkout", "-q", "-b", "side")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    git("checkout", "-q", "main")
    planner.commit("2025-05-02", (WORKFORCE, "title: Workforce", "title: The workforce"))
    git("merge", "-q", "--no-commit", "--no-ff", "side")
    git("checkout", "-q", "HEAD", "--", f"plan/{PLANNED}")
    committed(git, "Merge and lose", "2025-06-01")
    assert told(jfp, PORTAL, planner.plan)[:2] == [
        ("2025-06-01", "moved", "June 2027", "March 2027"),
        ("2025-05-01", "moved", "March 2027", "June 2027"),
    ]


def test_a_merge_that_loses_nothing_tells_nothing(jfp: Jfp, planner: Planner) -> None:
    git = planner.git
    git("checkout", "-q", "-b", "side")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    git("checkout", "-q", "main")
    planner.commit("2025-05-02", (PLANNED, "status: at_risk", "status: off_track"))
    git("merge", "-q", "--no-ff", "-m", "Merge", "side", day="2025-06-01")
    for name, day, change in ((PORTAL, "2025-05-01", "moved"), ("endoscopy-unit", "2025-05-02", "status")):
        assert [row[:2] for row in told(jfp, name, planner.plan)][:2] == [(day, change), ("2025-04-01", "added")]


def test_a_merge_that_writes_a_third_date_is_told_once(jfp: Jfp, planner: Planner) -> None:
    git = planner.git
    git("checkout", "-q", "-b", "side")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-commit", "--no-ff", "side")
    planner.write(PLANNED, LATER, "due: May 2028")
    committed(git, "Merge and decide", "2025-06-01")
    assert told(jfp, PORTAL, planner.plan)[:2] == [
        ("2025-06-01", "moved", "June 2027", "May 2028"),
        ("2025-05-01", "moved", "March 2027", "June 2027"),
    ]


def test_a_merge_that_chooses_one_of_two_dates_overrides_the_other(jfp: Jfp, planner: Planner) -> None:
    git = planner.git
    git("checkout", "-q", "-b", "side")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    git("checkout", "-q", "main")
    planner.commit("2025-05-02", (PLANNED, DUE, LATEST))
    git("merge", "-q", "--no-ff", "--strategy-option", "ours", "-m", "Merge", "side", day="2025-06-01")
    assert sorted(told(jfp, PORTAL, planner.plan))[-3:] == [
        ("2025-05-01", "moved", "March 2027", "June 2027"),
        ("2025-05-02", "moved", "March 2027", "May 2028"),
        ("2025-06-01", "moved", "June 2027", "May 2028"),
    ]


@pytest.mark.parametrize(
    ("on_main", "moves"),
    [
        ((PLANNED, DUE, LATER), "1 move of a date, 1 of them without an entry in moves"),
        ((PLANNED, DUE, "due: 2027-06"), "1 move of a date, 1 of them without an entry in moves"),
        ((PLANNED, "due: June 2026", "due: July 2026"), "2 moves of a date, 2 of them without an entry in moves"),
    ],
)
def test_a_move_that_two_branches_made_is_told_of_both_and_counted_once(
    jfp: Jfp, planner: Planner, on_main: tuple[str, str, str], moves: str
) -> None:
    git = planner.git
    git("checkout", "-q", "-b", "side")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    git("checkout", "-q", "main")
    planner.commit("2025-05-02", on_main, (WORKFORCE, "title: Workforce", "title: The workforce"))
    git("merge", "-q", "--no-ff", "--strategy-option", "ours", "-m", "Merge", "side", day="2025-06-01")
    found = jfp("history", PORTAL, "--plan", planner.plan)
    assert sum(1 for line in found.lines if " moved " in line) == 2
    assert found.lines[-1].endswith(moves)


def test_a_merge_of_three_branches_tells_what_each_did_once(jfp: Jfp, planner: Planner) -> None:
    git = planner.git
    for name, change in (("one", (PLANNED, DUE, LATER)), ("two", (WORKFORCE, "31 January 2026", "May 2026"))):
        git("checkout", "-q", "-b", name, "main")
        planner.commit("2025-05-01", change)
    git("checkout", "-q", "main")
    planner.commit("2025-05-02", (ELECTIVE, "under 6%", "under 7%"))
    git("merge", "-q", "-m", "Merge", "one", "two", day="2025-06-01")
    assert len(git("rev-list", "--no-walk", "--parents", "HEAD").split()) == 4
    for name, day in (
        (PORTAL, "2025-05-01"),
        ("rostering", "2025-05-01"),
        ("targets/missed-appointments", "2025-05-02"),
    ):
        days = [row[0] for row in told(jfp, name, planner.plan)]
        assert [one for one in days if one != "2025-04-01"] == [day]


def test_branches_that_merged_each_other_tell_what_each_did_once(jfp: Jfp, planner: Planner) -> None:
    git = planner.git
    git("checkout", "-q", "-b", "side")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    git("checkout", "-q", "main")
    planner.commit("2025-05-02", (WORKFORCE, "31 January 2026", "May 2026"))
    git("tag", "before")
    git("merge", "-q", "--no-ff", "-m", "Take side", "side", day="2025-06-01")
    git("checkout", "-q", "side")
    git("merge", "-q", "--no-ff", "-m", "Take main", "before", day="2025-06-02")
    planner.commit("2025-06-03", (PLANNED, LATER, LATEST))
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-ff", "-m", "Take side again", "side", day="2025-06-04")
    assert [row[:2] for row in told(jfp, PORTAL, planner.plan)][:3] == [
        ("2025-06-03", "moved"),
        ("2025-05-01", "moved"),
        ("2025-04-01", "added"),
    ]
    assert [row[0] for row in told(jfp, "rostering", planner.plan)] == ["2025-05-02", "2025-04-01"]


def test_two_histories_that_were_joined(jfp: Jfp, planner: Planner, tmp_path: Path) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    other = tmp_path / "other"
    other.mkdir()
    git = in_folder(other)
    git("init", "-q")
    (other / "notes.txt").write_text("Notes\n", "utf-8")
    committed(git, "Begin notes", "2025-03-01")
    planner.git("fetch", "-q", str(other), "main")
    planner.git("merge", "-q", "--allow-unrelated-histories", "-m", "Join", "FETCH_HEAD", day="2025-06-01")
    assert [row[:2] for row in told(jfp, "milestones/endoscopy-unit", planner.plan)] == [("2025-04-01", "added")]
    assert told(jfp, PORTAL, planner.plan)[0][:2] == ("2025-05-01", "moved")


def test_a_date_that_was_lost_where_two_histories_of_a_plan_were_joined_is_told(jfp: Jfp, planner: Planner) -> None:
    git = planner.git
    git("checkout", "-q", "--orphan", "other")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    git("checkout", "-q", "main")
    joined = ("--allow-unrelated-histories", "--strategy-option", "theirs")
    git("merge", "-q", *joined, "-m", "Join", "other", day="2025-06-01")
    assert told(jfp, PORTAL, planner.plan)[0] == ("2025-06-01", "moved", "March 2027", "June 2027")
    assert [row[1] for row in told(jfp, "rostering", planner.plan)] == ["added", "added"]
    found = jfp("slippage", "--plan", planner.plan, "--format", "csv", "--columns", "id,moves,first_due")
    assert found.lines[1] == "patient-portal,1,March 2027"


@pytest.mark.parametrize("home", ["strategy", "north/strategy/plan", "plan-2025 [1]"])
def test_a_plan_folder_that_was_renamed_is_followed(jfp: Jfp, planner: Planner, home: str) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    there = planner.plan.parent / home
    there.parent.mkdir(parents=True, exist_ok=True)
    planner.plan.rename(there)
    planner.plan = there
    planner.commit("2025-06-01", (PLANNED, LATER, "due: May 2028"))
    planner.commit("2025-07-01", (PLANNED, "due: May 2028", "due: June 2028"))
    expected = [("2025-07-01", "moved"), ("2025-06-01", "moved"), ("2025-05-01", "moved"), ("2025-04-01", "added")]
    assert [row[:2] for row in told(jfp, PORTAL, there)][:4] == expected
    found = jfp("lint", "--since", planner.first, "--select", "silent-move", "--plan", there)
    assert "its date was March 2027 and is June 2028" in found.out
    found = jfp("slippage", "--as-of", "2025-05-15", "--plan", there, "--format", "csv", "--columns", "id,due,moves")
    assert found.lines[1] == "patient-portal,June 2027,1"
    found = jfp("slippage", "--since", "2025-05-15", "--plan", there, "--format", "csv", "--columns", "id,moves")
    assert found.lines[1] == "patient-portal,2"


def test_a_revision_that_cannot_be_read_is_named_and_its_neighbours_answer(jfp: Jfp, planner: Planner) -> None:
    broken = planner.commit("2025-05-01", (PLANNED, "milestones:", "milestones: [")) and planner.commit(
        "2025-05-02", (PLANNED, DUE, LATER)
    )
    planner.commit("2025-06-01", (PLANNED, "milestones: [", "milestones:"))
    found = jfp("history", PORTAL, "--plan", planner.plan, "--format", "json")
    assert [(row["date"], row["change"]) for row in json.loads(found.out)][:2] == [
        ("2025-06-01", "moved"),
        ("2025-04-01", "added"),
    ]
    assert found.code == 0
    assert f"{PLANNED} at {broken[:10]} of 2 May 2025 and 1 other commit" in found.err


def test_a_plan_yaml_that_cannot_be_read_is_named_and_hides_no_move(jfp: Jfp, planner: Planner) -> None:
    broken = planner.commit("2025-05-01", (PLAN, "title: Example", "][ title: Example"), (PLANNED, DUE, LATER))
    planner.commit("2025-06-01", (PLAN, "][ title: Example", "title: Example"))
    found = jfp("history", PORTAL, "--plan", planner.plan, "--format", "json")
    assert [(row["date"], row["change"]) for row in json.loads(found.out)][:2] == [
        ("2025-05-01", "moved"),
        ("2025-04-01", "added"),
    ]
    assert f"plan.yaml at {broken[:10]} of 1 May 2025\n" in found.err


def test_what_changed_while_a_thing_cannot_be_read_shows_where_it_can_be_again(jfp: Jfp, planner: Planner) -> None:
    planner.commit(
        "2025-05-01", (PLANNED, "workstreams: [outpatients]\n    checkpoints", "workstreams: 7\n    checkpoints")
    )
    planner.commit("2025-05-02", (PLANNED, "due: Autumn 2025", "due: Winter 2025"))
    planner.commit("2025-06-01", (PLANNED, DUE, LATER), (PLANNED, "workstreams: 7", "workstreams: [outpatients]"))
    found = jfp("history", PORTAL, "--plan", planner.plan, "--format", "json")
    rows = [(row["date"], row["change"], row["subject"]) for row in json.loads(found.out)]
    assert rows[:2] == [("2025-06-01", "moved", "Change"), ("2025-04-01", "added", "Begin")]


def test_line_ends_that_git_changes_are_no_change(jfp: Jfp, planner: Planner) -> None:
    planner.git("config", "core.autocrlf", "true")
    for path in planner.plan.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    assert b"\r\n" in (planner.plan / PLANNED).read_bytes()
    assert [row[:2] for row in told(jfp, PORTAL, planner.plan)][:2] == [
        ("2025-05-01", "moved"),
        ("2025-04-01", "added"),
    ]
    planner.write(PLANNED, "due: June 2027", "due: May 2028")
    assert told(jfp, PORTAL, planner.plan)[0][:2] == (None, "moved")


def test_a_shallow_clone_says_where_it_begins_and_invents_no_beginning(
    jfp: Jfp, planner: Planner, tmp_path: Path
) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.commit("2025-06-01", (PLANNED, LATER, "due: May 2028"))
    in_folder(tmp_path)("clone", "-q", "--depth", "2", planner.plan.parent.as_uri(), "shallow")
    found = jfp("history", PORTAL, "--plan", tmp_path / "shallow" / "plan", "--format", "json")
    assert "no commits from before 1 May 2025, and nothing is known of these" in found.err
    assert [(row["date"], row["change"]) for row in json.loads(found.out)] == [("2025-06-01", "moved")]


def test_a_partial_clone_is_said_and_nothing_is_fetched(jfp: Jfp, planner: Planner, tmp_path: Path) -> None:
    planner.git("config", "uploadpack.allowFilter", "true")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    in_folder(tmp_path)("clone", "-q", "--filter=blob:none", planner.plan.parent.as_uri(), "partial")
    found = jfp("history", PORTAL, "--plan", tmp_path / "partial" / "plan")
    assert (found.out, found.code) == ("", 2)
    assert "only a part of the repository, and nothing is fetched here" in found.err


def test_a_repository_of_somebody_else_is_said(jfp: Jfp, planner: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    found = jfp("history", PORTAL, "--plan", planner.plan)
    assert (found.out, found.code) == ("", 2)
    assert "git config --global --add safe.directory" in found.err


def test_a_folder_that_was_renamed_and_renamed_back(jfp: Jfp, planner: Planner) -> None:
    home, other = planner.plan, planner.plan.parent / "strategy"
    home.rename(other)
    planner.plan = other
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.commit("2025-06-01", (PLANNED, LATER, LATEST))
    other.rename(home)
    planner.plan = home
    planner.commit("2025-07-01")
    assert [row[:2] for row in told(jfp, PORTAL, home)][:3] == [
        ("2025-06-01", "moved"),
        ("2025-05-01", "moved"),
        ("2025-04-01", "added"),
    ]


def test_a_plan_that_was_copied_begins_where_it_was_copied(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    other = planner.plan.parent / "south" / "plan"
    shutil.copytree(planner.plan, other)
    planner.commit("2025-06-01")
    planner.commit("2025-07-01", (PLANNED, LATER, LATEST))
    assert [row[:2] for row in told(jfp, PORTAL, other)] == [("2025-06-01", "added")] * 3
    assert told(jfp, PORTAL, planner.plan)[0][:2] == ("2025-07-01", "moved")


def test_a_branch_that_kept_the_folder_which_another_renamed(jfp: Jfp, planner: Planner) -> None:
    git = planner.git
    git("checkout", "-q", "-b", "side")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    git("checkout", "-q", "main")
    planner.plan.rename(planner.plan.parent / "strategy")
    committed(git, "Rename the folder", "2025-05-02")
    git("merge", "-q", "--no-ff", "-m", "Merge", "side", day="2025-06-01")
    plan = planner.plan.parent / "strategy"
    assert told(jfp, PORTAL, plan)[:2] == [
        ("2025-05-01", "moved", "March 2027", "June 2027"),
        ("2025-04-01", "added", None, "Give every patient the portal"),
    ]


def test_a_hook_and_a_work_tree_of_its_own_are_no_hindrance(
    jfp: Jfp, planner: Planner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.git("worktree", "add", "-q", str(tmp_path / "aside"), "--detach", "HEAD~1")
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")
    assert told(jfp, PORTAL, planner.plan)[0][:2] == ("2025-05-01", "moved")
    assert told(jfp, PORTAL, tmp_path / "aside" / "plan")[0][:2] == ("2025-04-01", "added")


def test_a_plan_that_is_not_committed_yet_is_said(jfp: Jfp, planner: Planner) -> None:
    shutil.copytree(planner.plan, planner.plan.parent / "other" / "plan")
    found = jfp("history", PORTAL, "--plan", planner.plan.parent / "other")
    assert (found.out, found.code) == ("", 2)
    assert "there was no other/plan/plan.yaml" in found.err


def test_nothing_is_written_to_the_repository(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    folder = planner.plan.parent / ".git"

    def state() -> dict[Path, tuple[int, bytes]]:
        files = (path for path in folder.rglob("*") if path.is_file())
        return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

    before = state()
    rows_of(jfp, PORTAL, planner.plan)
    assert jfp("slippage", "--plan", planner.plan).code == 0
    assert state() == before
