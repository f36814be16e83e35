"""`jfp overdue` on the shipped plan as a whole process, against a process that only imports what it is made of."""

import subprocess
import sys
import sysconfig
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from benchmarks.measure import ROOT
from benchmarks.plans import SHIPPED
from benchmarks.subjects import AS_OF

OVERDUE = [str(Path(sys.executable).with_name("jfp")), "overdue", "--as-of", AS_OF, "--plan", str(SHIPPED)]
IMPORTS = [sys.executable, "-c", "import typer, pydantic, ruamel.yaml"]


class Startup(NamedTuple):
    """The seconds of each run of the two."""

    overdue: list[float]
    imports: list[float]

    @property
    def best(self) -> float:
        return min(self.overdue) / min(self.imports)

    @property
    def median(self) -> float:
        return median(self.overdue) / median(self.imports)


def startup(times: int) -> Startup:
    """Time the two in turn, so that whatever else the machine does falls on both."""
    # Where PYTHONDONTWRITEBYTECODE is set, an editable install is otherwise compiled anew in every run.
    compiled = [str(ROOT / "jfp_cli"), sysconfig.get_path("purelib")]
    subprocess.run([sys.executable, "-m", "compileall", "-q", *compiled], check=False)
    took = Startup([], [])
    _time(OVERDUE), _time(IMPORTS)
    for _ in range(times):
        took.overdue.append(_time(OVERDUE))
        took.imports.append(_time(IMPORTS))
    return took


def _time(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start
