"""`jfp slippage` in real repositories."""

import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from jfp_cli.cli.past import slips_of
from jfp_cli.cli.states import History
from jfp_cli.query.promises import promises
from tests.cli.conftest import Jfp, jfp
from tests.cli.test_formats import read_csv
from tests.conftest import ROOT
from tests.history.repository import Planner
from tests.source.test_git import committed

__all__ = ["jfp"]
PLANNED, WORKFORCE, ELECTIVE = (
    "milestones/planned-care.yaml",
    "milestones/workforce.yaml",
    "sections/elective-care.yaml",
)
ESTATES, PLAN = "enablers/estates.yaml", "plan.yaml"
PORTAL = "milestones/patient-portal"
DUE, LATER, LATEST = "due: March 2027", "due: June 2027", "due: May 2028"


def rows(jfp: Jfp, plan: Path, *more: str) -> dict[str, dict[str, Any]]:
    found = jfp("slippage", "--plan", plan, "--format", "json", *more)
    assert (found.err, found.code) == ("", 0)
    return {row["address"]: row for row in json.loads(found.out)}


def moved(jfp: Jfp, plan: Path, *more: str) -> dict[str, tuple[Any, ...]]:
    """What moved: by how many days, how often, how often silently, and since when it is known."""
    return {
        address: (row["days"], row["moves"], row["silent"], row["since"])
        for address, row in rows(jfp, plan, *more).items()
        if row["moves"]
    }


def test_a_row_says_how_far_a_promise_slipped(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    move = "\n    moves: [{from: June 2027, to: May 2028, date: 2025-05-20, because: a late supplier}]"
    planner.commit("2025-06-01", (PLANNED, LATER, LATEST + move))
    assert rows(jfp, planner.plan)[PORTAL] == {
        "id": "patient-portal",
        "kind": "milestone",
        "address": PORTAL,
        "area": "planned-care",
        "owner": None,
        "activity": "Give every patient the portal",
        "first_due": "March 2027",
        "due": "May 2028",
        "days": 427,
        "moves": 2,
        "silent": 1,
        "since": "2025-04-01",
        "first": "2028-05-01",
        "last": "2028-05-31",
        "completed": None,
        "days_late": None,
        "leads": [],
        "file": f"{planner.plan.as_posix()}/{PLANNED}",
        "line": 23,
    }


def test_a_slip_has_the_days_on_which_its_date_moved(planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.commit("2025-06-01", (PLANNED, LATER, LATEST))
    planner.write(PLANNED, LATEST, "due: June 2028")
    history = History(planner.plan)
    now = history.now()
    [slip] = slips_of(history, now, [one for one in promises(now.state.plan) if str(one.address) == PORTAL])
    assert [(one.day and one.day.isoformat(), one.before.text, one.after.text) for one in slip.moves] == [
        ("2025-05-01", "March 2027", "June 2027"),
        ("2025-06-01", "June 2027", "May 2028"),
        (None, "May 2028", "June 2028"),
    ]


def test_every_promise_is_there_and_the_furthest_stands_first(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER), (PLANNED, "due: Autumn 2025", "due: Summer 2025"))
    found = rows(jfp, planner.plan)
    assert len(found) == 8
    assert next(iter(found)) == PORTAL
    assert list(found)[-1] == "milestones/endoscopy-unit"
    assert found["milestones/endoscopy-unit"]["days"] == -91


def test_what_moved_earlier_is_summed_up_apart(jfp: Jfp, planner: Planner) -> None:
    def said() -> str:
        return jfp("slippage", "--plan", planner.plan).lines[-1].partition(";")[0]

    planner.write(PLANNED, "due: Autumn 2025", "due: Summer 2025")
    assert said() == "1 of 8 promises moved: 1 earlier by 91 days on average"
    planner.write(PLANNED, DUE, LATER)
    assert said() == "2 of 8 promises moved: 1 later by 91 days on average and 1 earlier by 91 days on average"


def test_a_date_without_an_end_is_the_furthest_of_all(jfp: Jfp, planner: Planner) -> None:
    planner.write(PLANNED, DUE, f"{DUE} onwards")
    planner.write(PLANNED, "due: Autumn 2025", "due: Autumn 2029")
    assert list(moved(jfp, planner.plan)) == [PORTAL, "milestones/endoscopy-unit"]
    text = jfp("diff", "--plan", planner.plan, "--format", "markdown").out
    assert text.index(PORTAL) < text.index("milestones/endoscopy-unit")
    planner.commit("2025-05-01", (PLANNED, f"{DUE} onwards", DUE))
    assert list(moved(jfp, planner.plan, "--since", "HEAD~1")) == ["milestones/endoscopy-unit"]


def test_what_is_complete_says_how_late(jfp: Jfp, planner: Planner) -> None:
    late = "status: complete\n    completed: 2026-03-12"
    planner.commit("2026-03-12", (PLANNED, "due: Autumn 2025\n    status: at_risk", f"due: 2026-02-28\n    {late}"))
    found = rows(jfp, planner.plan)
    assert [found[f"milestones/{name}"]["days_late"] for name in ("endoscopy-unit", "elective-hub")] == [12, 0]
    assert found["milestones/endoscopy-unit"]["completed"] == "2026-03-12"
    assert [row["days_late"] for row in found.values()].count(None) == len(found) - 2


def test_moves_there_and_back_count_and_come_to_nothing(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.commit("2025-06-01", (PLANNED, LATER, DUE))
    assert moved(jfp, planner.plan) == {PORTAL: (0, 2, 2, "2025-04-01")}


def test_a_date_that_is_only_written_otherwise_did_not_move(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, "due: 2027-03"))
    planner.commit("2025-06-01", (PLANNED, "area: planned-care", "# An area\narea: planned-care"))
    planner.commit("2025-07-01", (PLANNED, "due: 2027-03", "due: 31 March 2027"))
    planner.commit("2025-08-01", (PLANNED, "due: Autumn 2025", "due: November 2025"))
    assert moved(jfp, planner.plan) == {}
    assert jfp("lint", "--since", planner.first, "--select", "JFP7", "--plan", planner.plan).lines == [
        "nothing to find fault with"
    ]


MARCH_TO_JUNE = "{from: March 2027, to: June 2027, date: 2025-05-01, because: a late supplier}"
JUNE_TO_MARCH = "{from: June 2027, to: March 2027, date: 2025-06-01, because: another supplier}"


@pytest.mark.parametrize(
    ("dates", "moves", "silent"),
    [
        ([LATER, DUE], [MARCH_TO_JUNE, JUNE_TO_MARCH], 0),
        ([LATER, DUE, LATER], [MARCH_TO_JUNE, JUNE_TO_MARCH], 1),
        ([LATER, DUE, LATER], [MARCH_TO_JUNE], 2),
        ([LATER, DUE, LATER], [MARCH_TO_JUNE, JUNE_TO_MARCH, MARCH_TO_JUNE], 0),
        ([LATEST, LATER], [MARCH_TO_JUNE], 0),  # what was tried out on the way to the date that was agreed
        ([LATEST, DUE, LATER], [MARCH_TO_JUNE], 2),
        ([LATEST, DUE, "due: May 2029", LATER], [MARCH_TO_JUNE], 2),
        (["due: 31 March 2027", LATER], [MARCH_TO_JUNE], 0),
    ],
)
def test_an_entry_in_moves_tells_of_one_move_only(
    jfp: Jfp, planner: Planner, dates: list[str], moves: list[str], silent: int
) -> None:
    for number, (old, new) in enumerate(pairwise([DUE, *dates]), 1):
        planner.commit(f"2025-05-{number:02}", (PLANNED, old, new))
    planner.write(PLANNED, dates[-1], f"{dates[-1]}\n    moves: [{', '.join(moves)}]")
    assert rows(jfp, planner.plan)[PORTAL]["silent"] == silent
    found = jfp("history", PORTAL, "--plan", planner.plan, "--format", "json")
    assert sum(1 for row in json.loads(found.out) if row["change"] == "moved" and not row["recorded"]) == silent


def test_what_is_not_committed_counts(jfp: Jfp, planner: Planner) -> None:
    planner.write(PLANNED, DUE, LATER)
    new = "  - {id: posters, activity: Put up posters, due: May 2026}\n"
    planner.write(WORKFORCE, "milestones:\n", f"milestones:\n{new}")
    found = rows(jfp, planner.plan)
    assert (found[PORTAL]["days"], found[PORTAL]["silent"]) == (91, 1)
    assert (found["milestones/posters"]["since"], found["milestones/posters"]["days"]) == (None, 0)


def test_promises_of_every_kind_are_followed_whatever_they_are_called(jfp: Jfp, planner: Planner) -> None:
    action = "Cut missed appointments"
    planner.commit("2025-05-01", (ELECTIVE, f"[{action}]", f"[{{action: {action}, due: May 2025}}]"))
    first = "{due: May 2025, activity: Choose a supplier}"
    planner.commit(
        "2025-06-01",
        (
            ELECTIVE,
            f"[{{action: {action}, due: May 2025}}]",
            f"[Ring everybody up, {{action: {action}, due: May 2025}}]",
        ),
        (PLANNED, "checkpoints:\n", f"checkpoints:\n      - {first}\n"),
        (PLANNED, "id: patient-portal", "id: portal"),
        (ESTATES, "{commitment: Develop", "{id: hubs, commitment: Develop"),
    )
    planner.commit(
        "2025-07-01",
        (ELECTIVE, "due: May 2025", "due: June 2025"),
        (PLANNED, "due: June 2026", "due: July 2026"),
        (PLANNED, DUE, LATER),
        (ESTATES, "due: 2026-30", "due: 2026-31"),
    )
    assert moved(jfp, planner.plan) == {
        "milestones/portal": (91, 1, 1, "2025-04-01"),
        "milestones/portal.checkpoints[2]": (31, 1, 1, "2025-04-01"),
        "workstreams/outpatients.actions.2025-26[1]": (30, 1, 1, "2025-05-01"),
        "commitments/hubs": (365, 1, 1, "2025-04-01"),
    }


def test_since_a_state_only_later_moves_count(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.git("tag", "v2025")
    planner.commit("2025-06-01", (PLANNED, LATER, LATEST))
    new = "  - {id: posters, activity: Put up posters, due: May 2026}\n"
    planner.commit("2025-07-01", (WORKFORCE, "milestones:\n", f"milestones:\n{new}"))
    planner.commit("2025-08-01", (WORKFORCE, "due: May 2026", "due: June 2026"))
    for state in ("2025-05-15", "v2025", "HEAD~3"):
        assert moved(jfp, planner.plan, "--since", state) == {
            PORTAL: (336, 1, 1, "2025-05-01"),
            "milestones/posters": (30, 1, 1, "2025-07-01"),
        }
    assert rows(jfp, planner.plan, "--since", "v2025")[PORTAL]["first_due"] == "June 2027"
    assert moved(jfp, planner.plan, "--since", "HEAD") == {}
    planner.write(PLAN, "period:", 'editions: [{name: "2025-30", tag: v2025}]\nperiod:')
    assert moved(jfp, planner.plan, "--since", "last").keys() == {PORTAL, "milestones/posters"}
    for state in ("no-such", ""):
        found = jfp("slippage", "--plan", planner.plan, "--since", state)
        assert (found.out, found.code) == ("", 2)
        assert f'no revision "{state}"' in found.err or '"" is no revision' in found.err


@pytest.mark.parametrize(
    ("as_of", "known"),
    [
        ("2025-04-30", {}),
        ("2025-05-01", {PORTAL: (91, 1, 1, "2025-04-01")}),
        ("31 May 2025", {PORTAL: (91, 1, 1, "2025-04-01")}),
        ("2025-06-01", {PORTAL: (427, 2, 2, "2025-04-01")}),
        ("2099-01-01", {PORTAL: (457, 3, 3, "2025-04-01")}),
    ],
)
def test_as_of_a_day_only_what_git_had_then_is_known(
    jfp: Jfp, planner: Planner, as_of: str, known: dict[str, tuple[Any, ...]]
) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.commit("2025-06-01", (PLANNED, LATER, LATEST))
    planner.write(PLANNED, LATEST, "due: June 2028")
    assert moved(jfp, planner.plan, "--as-of", as_of) == known
    assert rows(jfp, planner.plan, "--as-of", as_of)[PORTAL]["first_due"] == "March 2027"


def test_a_day_before_the_first_commit_or_that_is_none_is_said(jfp: Jfp, planner: Planner) -> None:
    for as_of, told in (
        ("2025-03-31", "the first commit is of 1 April 2025"),
        ("March 2025", '--as-of: "March 2025" is not one day'),
    ):
        found = jfp("slippage", "--plan", planner.plan, "--as-of", as_of)
        assert (found.out, found.code) == ("", 2)
        assert told in found.err


def test_a_branch_that_began_before_a_state_and_was_merged_after_it(jfp: Jfp, planner: Planner) -> None:
    git = planner.git
    git("checkout", "-q", "-b", "side")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    git("checkout", "-q", "main")
    planner.commit("2025-05-10", (PLANNED, "due: Autumn 2025", "due: Winter 2025"))
    git("tag", "v2025")
    git("merge", "-q", "--no-ff", "-m", "Merge", "side", day="2025-06-01")
    assert moved(jfp, planner.plan, "--since", "v2025") == {PORTAL: (91, 1, 1, "2025-05-10")}
    assert moved(jfp, planner.plan) == {
        PORTAL: (91, 1, 1, "2025-04-01"),
        "milestones/endoscopy-unit": (90, 1, 1, "2025-04-01"),
    }


def test_a_move_that_two_branches_made_is_one(jfp: Jfp, planner: Planner) -> None:
    git = planner.git
    git("checkout", "-q", "-b", "side")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    git("checkout", "-q", "main")
    planner.commit("2025-05-02", (PLANNED, DUE, LATER), (WORKFORCE, "title: Workforce", "title: The workforce"))
    git("merge", "-q", "--no-ff", "-m", "Merge", "side", day="2025-06-01")
    assert moved(jfp, planner.plan) == {PORTAL: (91, 1, 1, "2025-04-01")}


def test_a_date_that_a_merge_lost_moved_back(jfp: Jfp, planner: Planner) -> None:
    git = planner.git
    git("checkout", "-q", "-b", "side")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    git("checkout", "-q", "main")
    planner.commit("2025-05-02", (WORKFORCE, "title: Workforce", "title: The workforce"))
    git("merge", "-q", "--no-commit", "--no-ff", "side")
    git("checkout", "-q", "HEAD", "--", f"plan/{PLANNED}")
    committed(git, "Merge and lose", "2025-06-01")
    assert moved(jfp, planner.plan) == {PORTAL: (0, 2, 2, "2025-04-01")}


def test_a_date_that_was_taken_away_and_given_back_moved_once(jfp: Jfp, planner: Planner) -> None:
    commitment = "{commitment: Develop neighbourhood hubs, due: 2026-30}"
    none, later = "{commitment: Develop neighbourhood hubs}", "{commitment: Develop neighbourhood hubs, due: 2026-31}"
    planner.commit("2025-05-01", (ESTATES, commitment, none))
    planner.commit("2025-06-01", (ESTATES, none, later))
    assert moved(jfp, planner.plan) == {"enablers/estates.commitments[0]": (365, 1, 1, "2025-04-01")}


def test_what_was_taken_out_and_put_back_for_later_moved(jfp: Jfp, planner: Planner) -> None:
    text = (planner.plan / WORKFORCE).read_text("utf-8")
    rostering = text[text.index("  - id: rostering") :]
    planner.commit("2025-05-01", (WORKFORCE, "due: 31 January 2026", "due: May 2026"))
    text = (planner.plan / WORKFORCE).read_text("utf-8")
    planner.commit("2025-06-01", (WORKFORCE, text[text.index("  - id: rostering") :], ""))
    later = rostering.replace("due: 31 January 2026", "due: May 2027").rstrip()
    planner.commit("2025-07-01", (WORKFORCE, "onwards\n", f"onwards\n{later}\n"))
    assert moved(jfp, planner.plan) == {"milestones/rostering": (485, 2, 2, "2025-04-01")}


def test_a_file_that_was_taken_out_and_put_back_hides_no_move(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    text = (planner.plan / PLANNED).read_text("utf-8")
    planner.git("rm", "-q", f"plan/{PLANNED}")
    planner.git("commit", "-q", "-m", "Take out", day="2025-06-01")
    (planner.plan / PLANNED).write_text(text.replace(LATER, LATEST), "utf-8")
    committed(planner.git, "Put back", "2025-07-01")
    assert moved(jfp, planner.plan) == {PORTAL: (427, 2, 2, "2025-04-01")}


def test_filters_and_groups(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER), (PLANNED, "due: Autumn 2025", "due: Winter 2025"))
    assert moved(jfp, planner.plan, "--owner", "Planned care lead").keys() == {"milestones/endoscopy-unit"}
    assert rows(jfp, planner.plan, "--kind", "commitment").keys() == {"enablers/estates.commitments[0]"}
    assert list(rows(jfp, planner.plan, "--sort", "due", "--limit", "1")) == ["milestones/elective-hub"]
    by_area = json.loads(jfp("slippage", "--plan", planner.plan, "--by", "area", "--format", "json").out)
    assert [(row["area"], row["promises"], row["moved"], row["average_days"]) for row in by_area] == [
        ("planned-care", 5, 2, 90),
        ("workforce", 2, 0, None),
        (None, 1, 0, None),
    ]
    by_owner = json.loads(jfp("slippage", "--plan", planner.plan, "--by", "owner", "--format", "json").out)
    assert [(row["owner"], row["average_days"], row["completed"]) for row in by_owner] == [
        ("Planned care lead", 90, 1),
        (None, 91, 0),
    ]
    assert [
        row["lead"] for row in read_csv(jfp("slippage", "--plan", planner.plan, "--by", "lead", "--format", "csv").out)
    ] == [""]
    last = jfp("slippage", "--plan", planner.plan).lines[-1]
    assert last == (
        "2 of 8 promises moved, by 90 days on average; 2 moves without an entry in moves; 0 of 1 completed late"
    )


def test_a_fault_that_stays_for_a_while_hides_no_move(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.commit("2025-06-01", (PLANNED, "due: Autumn 2025", "due: when we can"))
    planner.commit("2025-07-01", (PLANNED, LATER, LATEST))
    planner.commit("2025-08-01", (PLANNED, "due: when we can", "due: Autumn 2025"))
    found = jfp("slippage", "--plan", planner.plan, "--format", "json")
    row = next(row for row in json.loads(found.out) if row["address"] == PORTAL)
    assert (row["days"], row["moves"], row["since"]) == (427, 2, "2025-04-01")
    assert f"{PLANNED} at " in found.err


@pytest.mark.parametrize(
    ("address", "file", "old", "broken", "mended"),
    [
        (PORTAL, PLANNED, DUE, "due: Marhc 2027", LATER),
        (f"{PORTAL}.checkpoints[1]", PLANNED, "{due: June 2026", "{due: Jnue 2026", "{due: July 2026"),
        ("enablers/estates.commitments[0]", ESTATES, "due: 2026-30", "due: 2026-3", "due: 2026-31"),
        ("enablers/estates.commitments[0]", ESTATES, "hubs, due: 2026-30}", "hubs}", "hubs, due: 2026-31}"),
    ],
)
def test_what_was_not_there_to_be_read_for_a_while_moved_when_it_was_again(
    planner: Planner, address: str, file: str, old: str, broken: str, mended: str
) -> None:
    planner.commit("2025-05-01", (file, old, broken))
    planner.commit("2025-06-01", (WORKFORCE, "title: Workforce", "title: The workforce"))
    planner.commit("2025-07-01", (file, broken, mended))
    history = History(planner.plan)
    now = history.now()
    [slip] = slips_of(history, now, [one for one in promises(now.state.plan) if str(one.address) == address])
    assert [str(one.day) for one in slip.moves] == ["2025-07-01"]
    assert str(slip.since) == "2025-04-01"


def test_a_fault_that_is_as_old_as_the_plan_hides_no_move(jfp: Jfp, planner: Planner) -> None:
    planner.write(PLANNED, "due: Autumn 2025", "due: when we can")
    planner.git("commit", "-q", "--amend", "--all", "--no-edit", day="2025-04-01")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.commit("2025-06-01", (PLANNED, "- {due: January 2026", "- {due: March 2026"))
    planner.commit("2025-07-01", (PLANNED, LATER, LATEST))
    found = jfp("slippage", "--plan", planner.plan, "--format", "json")
    told = {row["address"]: (row["days"], row["moves"], row["since"]) for row in json.loads(found.out)}
    assert told[PORTAL] == (427, 2, "2025-04-01")
    assert told[f"{PORTAL}.checkpoints[0]"] == (59, 1, "2025-04-01")
    assert f"{PLANNED} at " in found.err
    days = [row["date"] for row in json.loads(jfp("history", PORTAL, "--plan", planner.plan, "--format", "json").out)]
    assert sorted(set(days)) == ["2025-04-01", "2025-05-01", "2025-06-01", "2025-07-01"]


def test_a_fault_where_the_commits_begin_is_named(jfp: Jfp, planner: Planner) -> None:
    broken = planner.commit("2025-05-01", (PLANNED, "milestones:", "milestones: ["))
    planner.commit("2025-06-01", (PLANNED, "milestones: [", "milestones:"), (PLANNED, DUE, LATER))
    planner.write(PLANNED, "title: Planned care", "title: The planned care")
    for state in (broken, "HEAD"):
        found = jfp("slippage", "--since", state, "--plan", planner.plan, "--format", "json")
        assert found.code == 0
        assert (f"{PLANNED} at {broken[:10]}\n" in found.err) == (state == broken)


def test_a_date_that_nobody_could_read_for_a_while_moved_once(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, "due: when we can"))
    planner.commit("2025-06-01", (PLANNED, "- {due: January 2026", "- {due: March 2026"))
    planner.commit("2025-07-01", (PLANNED, "due: when we can", LATER))
    found = jfp("slippage", "--plan", planner.plan, "--format", "json")
    told = {row["address"]: (row["days"], row["moves"], row["since"]) for row in json.loads(found.out)}
    assert told[PORTAL] == (91, 1, "2025-04-01")
    rows_of_it = json.loads(jfp("history", PORTAL, "--plan", planner.plan, "--format", "json").out)
    assert [(row["before"], row["after"]) for row in rows_of_it if row["change"] == "moved" and row["id"]] == [
        ("March 2027", "June 2027")
    ]


def test_another_calendar_does_not_move_what_nobody_wrote_anew(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLAN, "2025-04-01", "2024-04-01"))
    assert moved(jfp, planner.plan) == {}


def test_another_calendar_moves_what_is_counted_by_it(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, "due: year 3 of the plan"))
    planner.commit("2025-06-01", (PLAN, "2025-04-01", "2024-04-01"))
    planner.commit("2025-07-01", (PLAN, "title: Example", "title: An example"))
    found = rows(jfp, planner.plan)[PORTAL]
    assert (found["days"], found["moves"], found["first_due"]) == (0, 2, "March 2027")
    diff = json.loads(jfp("diff", "HEAD~2", "HEAD~1", "--plan", planner.plan, "--format", "json").out)
    assert [row["days"] for row in diff if row["change"] == "moved"] == [-366]


def _imported(commits: int, every: int) -> Iterator[bytes]:
    """Commits for git fast-import, of which one in so many moves a date of the example."""
    yield b"reset refs/heads/main\nfrom refs/heads/main^0\n\n"
    text = (ROOT / "tests" / "example" / "plan" / PLANNED).read_text("utf-8")
    for number in range(1, commits + 1):
        yield b"commit refs/heads/main\ncommitter A <a@example.org> %d +0000\ndata 1\nx\n" % (
            1_750_000_000 + number * 60
        )
        body = str(number).encode()
        yield b"M 100644 inline notes.txt\ndata %d\n%s\n" % (len(body), body)
        if number % every == 0:
            plan = text.replace(DUE, f"due: {2027 + number // every % 5}-03").encode()
            yield b"M 100644 inline plan/%s\ndata %d\n%s\n" % (PLANNED.encode(), len(plan), plan)


def imported(planner: Planner, commits: int, every: int) -> None:
    folder = planner.plan.parent
    given = b"".join(_imported(commits, every))
    subprocess.run(["git", "fast-import", "--quiet", "--force"], input=given, cwd=folder, check=True)
    planner.git("reset", "-q", "--hard")


def test_ten_thousand_commits(jfp: Jfp, planner: Planner) -> None:
    imported(planner, 10_000, 1000)
    days, moves, silent, since = moved(jfp, planner.plan)[PORTAL]
    assert (days, moves, silent, since) == (0, 10, 10, "2025-04-01")


MEASURED = """
import resource, sys
from jfp_cli.cli.door import main
main(["slippage", "--plan", sys.argv[1], "--limit", "1"])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say how much memory a process had")
def test_memory_does_not_grow_with_the_past(planner: Planner) -> None:
    def most() -> int:
        ran = subprocess.run(
            [sys.executable, "-c", MEASURED, str(planner.plan)], cwd=ROOT, check=True, capture_output=True
        )
        return int(ran.stderr.split()[-1])

    imported(planner, 200, 1)
    some = most()
    imported(planner, 2000, 1)
    assert most() < some * 1.15
