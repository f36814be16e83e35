"""Time or memory of a subject, in a process of its own: `python -m benchmarks.measure SUBJECT PLAN TIMES|memory`.

With two subjects, as in `lint/load`, it times the two in turn.
"""

import gc
import json
import subprocess
import sys
import tracemalloc
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple

from benchmarks.subjects import ON_HISTORY, ON_MEASURES, SUBJECTS, Run, forget

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "tests" / "example" / "plan"
MEGABYTE = 1024 * 1024


MEMORY = "memory"


class InTurn(NamedTuple):
    """The seconds of each run of something, and of what it is held against, one after the other."""

    measured: list[float]
    against: list[float]

    @property
    def best(self) -> float:
        return min(self.measured) / min(self.against)

    @property
    def median(self) -> float:
        return median(self.measured) / median(self.against)


def seconds(subject: str, plan: Path, times: int) -> float:
    """The best of the processor's seconds of so many runs."""
    return float(_in_a_process(subject, plan, str(times)))


def in_turn(subject: str, against: str, plan: Path, times: int) -> InTurn:
    """The processor's seconds of so many runs of two subjects, in one process.

    Processes differ by some hundredths, and so does the machine from one second to the next: here that falls on both.
    """
    return InTurn(*_in_a_process(f"{subject}/{against}", plan, str(times)))


def megabytes(subject: str, plan: Path) -> float:
    """The most that Python holds at once for one run; following each object slows it, so it is not timed."""
    return float(_in_a_process(subject, plan, MEMORY))


def _in_a_process(subject: str, plan: Path, what: str) -> Any:
    arguments = [sys.executable, "-m", "benchmarks.measure", subject, str(plan), what]
    return json.loads(subprocess.run(arguments, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)


def _measure(subject: str, plan: Path, what: str) -> float | list[tuple[float, ...]]:
    runs = [_prepared(name, plan) for name in subject.split("/")]
    if what == MEMORY:
        return _held(runs[0])
    took = [tuple(map(_time, runs)) for _ in range(int(what))]
    return list(zip(*took, strict=True)) if len(runs) > 1 else min(took)[0]


def _prepared(subject: str, plan: Path) -> Run:
    prepare = (SUBJECTS | ON_MEASURES | ON_HISTORY)[subject]
    prepare(EXAMPLE)()  # a small plan first: what is imported and built once is no part of the cost
    return prepare(plan)


def _time(run: Run) -> float:
    forget()
    gc.collect()
    start = process_time()  # what else the machine does is no part of the cost
    result = run()
    took = process_time() - start
    del result
    return took


def _held(run: Run) -> float:
    forget()
    gc.collect()
    tracemalloc.start()
    result = run()
    _, peak = tracemalloc.get_traced_memory()
    del result
    return peak / MEGABYTE


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1], Path(sys.argv[2]), sys.argv[3])))
