"""Measure everything, print it, and write it to results.md."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.budgets import Cost, ratios
from benchmarks.editor import typed
from benchmarks.history import asked as asked_of_git
from benchmarks.measure import MEGABYTE, ROOT, in_turn, megabytes, seconds
from benchmarks.measures import asked
from benchmarks.pages import published
from benchmarks.portfolio import portfolio
from benchmarks.startup import OVERDUE, RENDER, VALIDATE, YARDSTICK, startup
from benchmarks.subjects import SUBJECTS
from benchmarks.tables import results

RESULTS = Path(__file__).with_name("results.md")
FUZZED = "## What was fuzzed\n"
TURNS = 3
RUNS = {1: 12, 10: 6, 100: 1}
"""How often each subject runs in each turn, by how many times the shipped plan it is given."""
PAIRS = 100


def main() -> None:
    """Measure, print, write."""
    _say("start-up")
    overdue, render = startup(OVERDUE, YARDSTICK, 20), startup(RENDER, VALIDATE, 10)
    _say("measures")
    measures = asked()
    _say("pages")
    pages = list(published())
    _say("several plans")
    several = portfolio()
    _say("editor")
    editor = list(typed())
    _say("history")
    history = list(asked_of_git())
    with TemporaryDirectory() as folder:
        plans = {size: _plan(size, Path(folder)) for size in RUNS}
        text = {
            size: sum(file.stat().st_size for file in plan.rglob("*.yaml")) / MEGABYTE for size, plan in plans.items()
        }
        costs = {size: _costs(plan, size) for size, plan in plans.items()}
        lint = in_turn("lint", "load", plans[1], PAIRS)
    alone = [measures, several, *pages, *editor, *history]
    page = results([*ratios(costs, overdue, lint, render), *alone], costs, overdue, text)
    RESULTS.write_text(f"{page}{_fuzzed()}", encoding="utf-8")
    print(page)


def _fuzzed() -> str:
    """What stands in the results of `make fuzz`, which this measures nothing of."""
    _, heading, kept = RESULTS.read_text(encoding="utf-8").partition(FUZZED)
    return f"\n{heading}{kept}" if heading else ""


def _plan(size: int, folder: Path) -> Path:
    """A generated plan, made in another process, so that this one stays small."""
    plan = folder / str(size)
    subprocess.run([sys.executable, "-m", "benchmarks.plans", str(size), str(plan)], cwd=ROOT, check=True)
    return plan


def _costs(plan: Path, size: int) -> dict[str, Cost]:
    """The best of each subject, measured in turn so that whatever else the machine does falls on all."""
    took: dict[str, list[float]] = {subject: [] for subject in SUBJECTS}
    for turn in range(1, TURNS + 1):
        for subject, runs in took.items():
            _say(f"plan x {size}: {subject}, turn {turn} of {TURNS}")
            runs.append(seconds(subject, plan, RUNS[size]))
    _say(f"plan x {size}: memory")
    return {subject: Cost(min(runs), megabytes(subject, plan)) for subject, runs in took.items()}


def _say(what: str) -> None:
    """Progress, for whoever waits."""
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
