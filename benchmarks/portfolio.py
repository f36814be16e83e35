"""Many plans asked at once, beside as many whole processes one after the other."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.budgets import Ratio
from benchmarks.plans import SHIPPED
from benchmarks.startup import JFP
from benchmarks.subjects import AS_OF

PLANS, HALF, TIMES = 42, 0.5, 3


def portfolio() -> Ratio:
    """The best of some runs of each, by the clock on the wall: what is side by side shows on no other."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "portfolio.yaml"
        names = [f"p{number}" for number in range(1, PLANS + 1)]
        for name in names:  # each its own files: what was read once is not read for another
            shutil.copytree(SHIPPED, path.with_name(name))
        listed = "".join(f"  {name}: {name}\n" for name in names)
        path.write_text(f"title: Many plans\nplans:\n{listed}", encoding="utf-8")
        together = min(_seconds(["--portfolio", str(path)]) for _ in range(TIMES))
    alone = min(_seconds(["--plan", str(SHIPPED)]) for _ in range(PLANS))
    return Ratio(f"jfp overdue of {PLANS} plans / {PLANS} times jfp overdue", HALF, together / (PLANS * alone))


def _seconds(arguments: Sequence[str]) -> float:
    start = perf_counter()
    command = [JFP, "overdue", "--as-of", AS_OF, "--format", "json", *arguments]
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start


if __name__ == "__main__":
    took = portfolio()
    sys.stdout.write(f"{took.what}: {took.measured:.2f}, at most {took.budget:g}, {took.verdict}\n")
