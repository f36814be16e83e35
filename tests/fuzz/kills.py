"""Commands that change a plan, killed at random moments: no plan is broken by it, and nothing is lost.

`python -m tests.fuzz.kills --count 1000 --seed 1` kills so many, says how they ended, prints the first plan that is
neither as before nor as after, and ends with 1 if there is one.
"""

import io
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from typing import NamedTuple
from unittest.mock import patch

from jfp_cli.cli.door import main as jfp
from jfp_cli.edit import journal
from jfp_cli.edit.store import only_writer
from jfp_cli.loading import load
from jfp_cli.source.journal import Entry
from tests.conftest import EXAMPLE
from tests.fuzz.asked import asked

COMMANDS = (
    ("rename", "areas/workforce", "people"),
    ("rename", "places/north-town", "north"),
    ("rename", "sections/elective-care", "planned-care"),
    ("rename", "targets/waiting-list-size", "waiting"),
    ("set", "elective-hub", "staff-turnover", "plan", "title=Anew"),
    ("set", "elective-hub", "rostering", "owner=Lead"),
    ("move", "endoscopy-unit", "patient-portal", "--to", "May 2027", "--because", "late", "--on", "2026-01-10"),
    ("add", "section", "--title", "Dental", "--part", "Workforce"),
    ("add", "area", "--title", "Audiology"),
    ("remove", "enablers/estates"),
    ("fmt",),
)


class Tally(NamedTuple):
    """How often a command ended by itself, was killed before it wrote, in the middle and after; and what went wrong."""

    ends: Counter[str]
    wrong: str


def texts(plan: Path) -> dict[str, bytes]:
    """Every file of a plan."""
    return {str(path.relative_to(plan)): path.read_bytes() for path in plan.rglob("*") if path.is_file()}


def run(seed: int, count: int) -> Tally:
    """Kill so many commands, at moments that are the same for the same seed as far as the machine is."""
    random = Random(seed)  # noqa: S311 - nothing here is a secret
    ends: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        pristine = Path(shutil.copytree(EXAMPLE, Path(folder) / "pristine" / "plan"))
        for path in pristine.rglob("*.yaml"):  # so that the house style has something to do
            path.write_bytes(path.read_bytes() + b"\n\n")
        before = texts(pristine)
        after, lasts = {}, {}
        for command in COMMANDS:
            plan = Path(shutil.copytree(pristine, Path(folder) / "whole" / "plan"))
            times: list[float] = []
            began = time.perf_counter()
            _run(command, plan, lambda: times.append(time.perf_counter()))  # noqa: B023 - it is called before the next
            ended = time.perf_counter()
            lasts[command] = ended - began, times[1] - times[0] if len(times) > 1 else ended - began
            after[command] = texts(plan)
            shutil.rmtree(plan)
        for number in range(1, count + 1):
            plan = Path(shutil.copytree(pristine, Path(folder) / "plan"))
            command = random.choice(COMMANDS)
            later = 1 + 9 * (number / count) ** 4  # the last ones are late, however slow the machine has become
            is_writing = random.random() < 0.7
            moment = (0.02 + random.random()) * lasts[command][is_writing] * later
            end, wrong = _killed(command, plan, (moment, is_writing), before, after[command])
            ends[end] += 1
            if wrong:
                return Tally(ends, f"{' '.join(command)}: {wrong}")
            shutil.rmtree(plan)
    return Tally(ends, "")


def _killed(
    command: Sequence[str], plan: Path, when: tuple[float, bool], before: dict[str, bytes], after: dict[str, bytes]
) -> tuple[str, str]:
    """How a command ended that was killed, and what is wrong with the plan afterwards.

    It is killed so many seconds after it began, or after it began to replace files.
    """
    moment, is_writing = when
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        _run(command, plan, lambda: os.write(told, b"w"))
        os._exit(0)
    os.close(told)
    if is_writing:
        os.read(heard, 1)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    os.close(heard)
    _, status = os.waitpid(child, 0)
    half = {name: text for name, text in texts(plan).items() if not Path(name).name.startswith(".")} not in (
        before,
        after,
    )
    with only_writer(plan) as sentence:
        pass
    left = texts(plan)
    if left not in (before, after):
        return "", f"the plan is neither as before nor as after: {sorted(left)}"
    if half != bool(sentence):
        return "", f'a change was half done, and it was said: "{sentence}"' if half else f'it was said: "{sentence}"'
    if load(plan).findings:
        return "", "the plan is not valid"
    if not os.WIFSIGNALED(status):
        return "by itself", ""
    return "in the middle" if half else "before" if left == before else "after", ""


def _run(command: Sequence[str], plan: Path, writing: Callable[[], object]) -> None:
    """Run a command that says when it begins to replace files and when it has, where it replaces several."""
    begin, end = journal.begin, journal.end

    def begins(root: Path, entries: Sequence[Entry]) -> None:
        begin(root, entries)
        writing()

    def ends(root: Path) -> None:
        writing()
        end(root)

    with (
        patch.multiple(journal, begin=begins, end=ends),
        redirect_stdout(io.StringIO()),
        redirect_stderr(io.StringIO()),
    ):
        jfp([*command, "--plan", str(plan)])


def main() -> int:
    options = asked("kills", __doc__, "kills", 1000)
    tally = run(options.seed, options.count)
    ends = ", ".join(f"{count:,} {end}" for end, count in tally.ends.most_common())
    sys.stdout.write(f"seed {options.seed}: ended {ends}\n{tally.wrong}")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
