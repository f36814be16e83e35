"""Measure everything, print it, and write it to results.md."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.budgets import ratios
from benchmarks.measure import MEGABYTE, ROOT, Cost, measure
from benchmarks.measures import charted
from benchmarks.startup import OVERDUE, RENDER, VALIDATE, YARDSTICK, startup
from benchmarks.subjects import SUBJECTS
from benchmarks.tables import results

RESULTS = Path(__file__).with_name("results.md")
FUZZED = "## What was fuzzed\n"
TURNS = 3
RUNS = {1: 12, 10: 6, 100: 2}
"""How often each subject runs in each turn, by how many times the shipped plan it is given."""


def main() -> None:
    """Measure, print, write."""
    _say("start-up")
    overdue, render = startup(OVERDUE, YARDSTICK, 20), startup(RENDER, VALIDATE, 10)
    _say("charts of measures")
    charts = charted()
    with TemporaryDirectory() as folder:
        plans = {size: _plan(size, Path(folder)) for size in RUNS}
        megabytes = {
            size: sum(file.stat().st_size for file in plan.rglob("*.yaml")) / MEGABYTE for size, plan in plans.items()
        }
        costs = {size: _costs(plan, size) for size, plan in plans.items()}
    text = results([*ratios(costs, overdue, render), charts.ratio], costs, overdue, megabytes)
    RESULTS.write_text(f"{text}{_fuzzed()}", encoding="utf-8")
    print(text)


def _fuzzed() -> str:
    """What stands in the results of `make fuzz`, which this measures nothing of."""
    _, heading, kept = RESULTS.read_text(encoding="utf-8").partition(FUZZED)
    return f"\n{heading}{kept}" if heading else ""


def _plan(size: int, folder: Path) -> Path:
    """A generated plan, made in another process: a child's peak memory begins at its parent's."""
    plan = folder / str(size)
    subprocess.run([sys.executable, "-m", "benchmarks.plans", str(size), str(plan)], cwd=ROOT, check=True)
    return plan


def _costs(plan: Path, size: int) -> dict[str, Cost]:
    """The best of each subject, measured in turn so that whatever else the machine does falls on all."""
    found: dict[str, list[Cost]] = {subject: [] for subject in SUBJECTS}
    for turn in range(1, TURNS + 1):
        for subject, costs in found.items():
            _say(f"plan x {size}: {subject}, turn {turn} of {TURNS}")
            costs.append(measure(subject, plan, RUNS[size]))
    return {
        subject: Cost(min(cost.seconds for cost in costs), min(cost.megabytes for cost in costs))
        for subject, costs in found.items()
    }


def _say(what: str) -> None:
    """Progress, for whoever waits."""
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
