"""All that chance can try, in parts: `python -m tests.fuzz`, or the names of some of it, such as `plans kills`.

JFP_FUZZ=0.01 tries a hundredth of it, JFP_FUZZ=10 ten times as much; JFP_FUZZ_SEED=7000 tries other things, and
JFP_FUZZ_SIDE_BY_SIDE=2 does two parts at once. What went wrong is printed with its seed; the end is 1 if anything did.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from tests.conftest import ROOT


class Subject(NamedTuple):
    """What is tried: a module of this folder, how often in all, and how often in each part."""

    name: str
    what: str
    in_all: int
    each: int


SUBJECTS = (
    Subject("plans", "mutated plan files", 1_000_000, 20_000),
    Subject("guided", "plan files that Atheris makes", 100_000, 10_000),
    Subject("phrases", "mutated dates and figures", 1_000_000, 20_000),
    Subject("plain_yaml", "texts read twice", 1_000_000, 50_000),
    Subject("nothing_lost", "texts of which all is followed", 1_000_000, 50_000),
    Subject("edits", "edits of oddly written files", 10_000, 1_000),
    Subject("session", "edits in an editor", 20_000, 5_000),
    Subject("kills", "kills", 1_000, 100),
)


class Part(NamedTuple):
    """How a part ended: how many were tried, in how many seconds, and whether all went well."""

    name: str
    tried: int
    seconds: float
    is_well: bool


def attempt(name: str, count: int, seed: int) -> Part:
    """Try a part in a process of its own, and print what it says."""
    began = time.perf_counter()
    command = [sys.executable, "-m", f"tests.fuzz.{name}", "--count", str(count), "--seed", str(seed)]
    ended = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8", errors="replace")
    said = ended.stdout + (ended.stderr if ended.returncode else "")
    sys.stdout.write(f"{name}, {said}".rstrip() + "\n")
    sys.stdout.flush()
    return Part(name, count, time.perf_counter() - began, ended.returncode == 0)


def main(names: list[str]) -> int:
    share, seed = float(os.environ.get("JFP_FUZZ", "1")), int(os.environ.get("JFP_FUZZ_SEED", "1"))
    jobs: list[tuple[str, int, int]] = []
    for subject in SUBJECTS:
        left = max(1, round(subject.in_all * share)) if not names or subject.name in names else 0
        while left > 0:
            jobs.append((subject.name, min(left, subject.each), seed + len(jobs)))
            left -= subject.each
    with ThreadPoolExecutor(int(os.environ.get("JFP_FUZZ_SIDE_BY_SIDE", "1"))) as pool:
        parts = list(pool.map(lambda job: attempt(*job), jobs))
    sys.stdout.write("\n| what | tried | minutes | parts with a fault |\n| --- | --- | --- | --- |\n")
    for subject in SUBJECTS:
        if of_it := [part for part in parts if part.name == subject.name]:
            count, minutes = sum(part.tried for part in of_it), sum(part.seconds for part in of_it) / 60
            faults = sum(not part.is_well for part in of_it)
            sys.stdout.write(f"| {subject.what} | {count:,} | {minutes:.0f} | {faults} |\n")
    return 0 if all(part.is_well for part in parts) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
