"""Whole processes against each other: what a command costs from its name to its last line."""

import os
import resource
import subprocess
import sys
import sysconfig
from pathlib import Path

from benchmarks.measure import ROOT, InTurn
from benchmarks.plans import SHIPPED
from benchmarks.subjects import AS_OF

JFP = str(Path(sys.executable).with_name("jfp"))
OVERDUE = [JFP, "overdue", "--as-of", AS_OF, "--plan", str(SHIPPED)]
YARDSTICK = [sys.executable, "-m", "benchmarks.yardstick", "--as-of", AS_OF, "--plan", str(SHIPPED)]
RENDER = [JFP, "render", "--as-of", AS_OF, "--plan", str(SHIPPED), "--output", os.devnull]
VALIDATE = [JFP, "validate", "--plan", str(SHIPPED)]


def startup(command: list[str], against: list[str], times: int) -> InTurn:
    """Time the two in turn, so that whatever else the machine does falls on both."""
    # Where PYTHONDONTWRITEBYTECODE is set, an editable install is otherwise compiled anew in every run.
    compiled = [str(ROOT / "jfp_cli"), sysconfig.get_path("purelib")]
    subprocess.run([sys.executable, "-m", "compileall", "-q", *compiled], check=False)
    took = InTurn([], [])
    _time(command), _time(against)
    for _ in range(times):
        took.measured.append(_time(command))
        took.against.append(_time(against))
    return took


def _time(command: list[str]) -> float:
    """The processor's seconds: those in which it does something else are no part of the cost."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
