"""What is found through commits is what `jfp diff` finds from each to the next."""

import json
import random
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Jfp, jfp
from tests.history.repository import Planner

__all__ = ["jfp"]
PLANNED, WORKFORCE = "milestones/planned-care.yaml", "milestones/workforce.yaml"
MONTHS = ("January", "March", "June", "October")
COMMITS = 25


def move_a_date(plan: Path, chance: random.Random) -> None:
    path = plan / chance.choice((PLANNED, WORKFORCE, "enablers/estates.yaml"))
    text = path.read_text("utf-8")
    spot = chance.choice(list(re.finditer(r"(?<=due: )[^\n,}]+", text)))
    date = f"{chance.choice(MONTHS)} {chance.randint(2026, 2029)}"
    path.write_text(text[: spot.start()] + date + text[spot.end() :], "utf-8")


def rename(plan: Path, chance: random.Random) -> None:
    path = plan / chance.choice((PLANNED, WORKFORCE))
    text = path.read_text("utf-8")
    spot = chance.choice(list(re.finditer(r"(?<=- id: )[\w-]+", text)))
    path.write_text(f"{text[: spot.start()]}renamed-{chance.randint(1, 10_000)}{text[spot.end() :]}", "utf-8")


def put_elsewhere(plan: Path, chance: random.Random) -> None:
    """Put the first milestone of a file at the end of the other."""
    one, other = (plan / name for name in chance.sample((PLANNED, WORKFORCE), 2))
    head, *entries = re.split(r"(?m)^(?=  - id: )", one.read_text("utf-8"))
    if len(entries) > 1:
        one.write_text(head + "".join(entries[1:]), "utf-8")
        other.write_text(other.read_text("utf-8") + entries[0], "utf-8")


def add_a_step(plan: Path, chance: random.Random) -> None:
    path = plan / PLANNED
    text, step = path.read_text("utf-8"), f"      - {{due: May 2026, activity: Step {chance.randint(1, 10_000)}}}\n"
    path.write_text(text.replace("    checkpoints:\n", f"    checkpoints:\n{step}", 1), "utf-8")


def reword(plan: Path, chance: random.Random) -> None:
    path = plan / PLANNED
    text = path.read_text("utf-8")
    path.write_text(text.replace("Every specialty", f"Every specialty {chance.randint(1, 99)}", 1), "utf-8")


EDITS = (move_a_date, move_a_date, move_a_date, rename, put_elsewhere, add_a_step, reword)


@pytest.mark.parametrize("seed", range(4))
def test_moves_through_commits_are_those_of_diffs(jfp: Jfp, planner: Planner, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - made-up edits
    commits = [planner.first]
    for number in range(COMMITS):
        for edit in chance.sample(EDITS, chance.randint(1, 2)):
            edit(planner.plan, chance)
        if planner.git("status", "--porcelain"):
            commits.append(planner.commit(f"2025-05-{number + 1:02}"))

    def rows(*asked: str) -> list[dict[str, Any]]:
        found = jfp(*asked, "--plan", planner.plan, "--format", "json")
        assert found.err == ""
        told: list[dict[str, Any]] = json.loads(found.out)
        return told

    moves: Counter[str] = Counter()
    for before, after in pairwise(commits):
        told = rows("diff", before, after)
        names = {row["before"]: row["id"] for row in told if row["change"] == "renamed"}
        moves = Counter({names.get(name, name): number for name, number in moves.items()})
        moves.update(row["id"] for row in told if row["change"] == "moved" and row["kind"] == "milestone")
    found = {row["id"]: row["moves"] for row in rows("slippage", "--kind", "milestone")}
    assert {name: number for name, number in found.items() if number} == dict(moves)
    for name, number in found.items():
        own = [row for row in rows("history", f"milestones/{name}") if row["kind"] == "milestone" and row["commit"]]
        assert sum(row["change"] == "moved" for row in own) == number
