"""Time and memory of a subject, in a process of its own: `python -m benchmarks.measure SUBJECT PLAN TIMES`."""

import gc
import json
import resource
import subprocess
import sys
from pathlib import Path
from time import process_time
from typing import NamedTuple

from benchmarks.subjects import SUBJECTS, Run, forget

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "tests" / "example" / "plan"
MEGABYTE = 1024 * 1024


class Cost(NamedTuple):
    """The best of the processor's seconds, and the megabytes that the first run adds to the peak of the process."""

    seconds: float
    megabytes: float


def measure(subject: str, plan: Path, times: int) -> Cost:
    """Measure a subject in a new process."""
    arguments = [sys.executable, "-m", "benchmarks.measure", subject, str(plan), str(times)]
    done = subprocess.run(arguments, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return Cost(*json.loads(done.stdout))


def _measure(subject: str, plan: Path, times: int) -> Cost:
    SUBJECTS[subject](EXAMPLE)()  # a small plan first: what is imported and built once is no part of the cost
    run = SUBJECTS[subject](plan)
    forget()
    before = _peak()
    first = _time(run)
    megabytes = (_peak() - before) / MEGABYTE
    return Cost(min([first, *(_time(run) for _ in range(times - 1))]), megabytes)


def _time(run: Run) -> float:
    forget()
    gc.collect()
    start = process_time()  # what else the machine does is no part of the cost
    result = run()
    seconds = process_time() - start
    del result
    return seconds


def _peak() -> int:
    """The most memory that this process has held so far, in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))
