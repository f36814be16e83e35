"""The whole story of a date: promised, moved without a word, caught, recorded with its reason, and carried on."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Jfp, jfp
from tests.source.test_git import committed, in_folder

__all__ = ["jfp"]
REMINDERS = "milestones/appointment-reminders"


def test_a_date_from_its_promise_to_the_next_year(jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git = in_folder(tmp_path)
    git("init", "-q")
    assert jfp("init", "--organisation", "North Town Integrated Care Board", "--period", "2025-30").code == 0
    before = committed(git, "Begin", "2026-04-01")

    due = json.loads(jfp("show", REMINDERS, "--format", "json").out)["due"]
    assert jfp("set", REMINDERS, "due=September 2028").code == 0
    committed(git, "Tidy up", "2026-06-01")
    review = ("lint", "--since", before, "--select", "JFP701", "--as-of", "2026-06-02")
    assert f"its date was {due} and is September 2028" in jfp(*review).out
    assert "**1 change: 1 date moved without a reason**" in jfp("diff", before, "--format", "markdown").out

    assert jfp(*review, "--fix", "--unsafe").code == 0
    assert jfp("set", REMINDERS, "moves[0].because=The supplier left").code == 0
    committed(git, "Say why", "2026-06-02")
    assert jfp(*review).out == "nothing to find fault with\n"
    found = jfp("move", REMINDERS, "--to", "January 2029", "--because", "A second supplier left", "--on", "2026-07-01")
    assert found.code == 0
    committed(git, "Move again", "2026-07-01")

    def slipped() -> dict[str, object]:
        rows = json.loads(jfp("slippage", "--format", "json").out)
        return next({key: row[key] for key in ("first_due", "due", "moves", "silent")} for row in rows if row["moves"])

    told = {"first_due": due, "due": "January 2029", "moves": 2, "silent": 0}
    assert slipped() == told
    rows = json.loads(jfp("history", REMINDERS, "--format", "json").out)
    moves = [(row["date"], row["subject"], row["recorded"]) for row in rows if row["change"] == "moved"]
    assert moves == [("2026-07-01", "Move again", True), ("2026-06-01", "Tidy up", True)]
    board = jfp("render", "board", "--since", "2026-06-15", "--as-of", "2026-07-15", "--format", "md")
    assert board.code == 0
    assert "A second supplier left" in board.out

    rolled = jfp("roll", "--to", "2026-31", "--on", "2026-07-20")
    assert (rolled.code, "2026-31" in (tmp_path / "plan" / "plan.yaml").read_text("utf-8")) == (0, True)
    committed(git, "Roll on", "2026-07-20")
    assert slipped() == told
    assert jfp("lint", "--since", "HEAD~1", "--select", "JFP7", "--as-of", "2026-07-20").out == (
        "nothing to find fault with\n"
    )
