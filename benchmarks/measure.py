"""Time or memory of a subject, in a process of its own: `python -m benchmarks.measure SUBJECT PLAN TIMES|memory`."""

import gc
import json
import subprocess
import sys
import tracemalloc
from pathlib import Path
from time import process_time

from benchmarks.subjects import ON_HISTORY, ON_MEASURES, SUBJECTS, Run, forget

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "tests" / "example" / "plan"
MEGABYTE = 1024 * 1024


MEMORY = "memory"


def seconds(subject: str, plan: Path, times: int) -> float:
    """The best of the processor's seconds of so many runs."""
    return _in_a_process(subject, plan, str(times))


def megabytes(subject: str, plan: Path) -> float:
    """The most that Python holds at once for one run; following each object slows it, so it is not timed."""
    return _in_a_process(subject, plan, MEMORY)


def _in_a_process(subject: str, plan: Path, what: str) -> float:
    arguments = [sys.executable, "-m", "benchmarks.measure", subject, str(plan), what]
    return float(json.loads(subprocess.run(arguments, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout))


def _measure(subject: str, plan: Path, what: str) -> float:
    prepare = (SUBJECTS | ON_MEASURES | ON_HISTORY)[subject]
    prepare(EXAMPLE)()  # a small plan first: what is imported and built once is no part of the cost
    run = prepare(plan)
    return _held(run) if what == MEMORY else min(_time(run) for _ in range(int(what)))


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
