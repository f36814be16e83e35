"""`jfp slippage` over many commits of the shipped plan and `jfp diff` of some changes, beside a load of the same plan.

`python -m benchmarks.history` prints their ratios.
"""

import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.budgets import DIFF, SLIPPAGE, Ratio
from benchmarks.measure import in_turn
from benchmarks.plans import SHIPPED

COMMITS, NOT_COMMITTED = 500, 10
PAIRS = 9
_FIRST, _APART = 1_700_000_000, 86_400  # seconds since 1970, and from one commit to the next
_DUE = re.compile(r"(?<=due: )[^\n,}]+")
_MONTHS = ("January", "March", "June", "October")


def asked() -> Iterator[Ratio]:
    """Measure each in turn with a load of the same repository."""
    with TemporaryDirectory() as folder:
        plan = write_repository(Path(folder))
        slippage, diff = (in_turn(subject, "load", plan, PAIRS) for subject in ("slippage", "diff"))
    yield Ratio(f"jfp slippage / load, {COMMITS} commits", SLIPPAGE, slippage.best)
    yield Ratio(f"jfp diff / load, {NOT_COMMITTED} files changed", DIFF, diff.best)


def write_repository(folder: Path, commits: int = COMMITS) -> Path:
    """A repository with the shipped plan, each commit of which moves a date in the next of its files."""
    plan = Path(shutil.copytree(SHIPPED, folder / "plan", ignore=shutil.ignore_patterns("templates")))
    git = ("git", "-C", str(folder))
    subprocess.run([*git, "init", "--quiet", "--initial-branch", "main"], check=True)
    given = "".join(_commits(plan, commits)).encode()
    subprocess.run([*git, "fast-import", "--quiet"], input=given, check=True)
    subprocess.run([*git, "reset", "--quiet", "--hard"], check=True)
    chance = random.Random(2)  # noqa: S311 - made-up dates
    for path in _dated(plan)[:NOT_COMMITTED]:
        path.write_text(_moved(path.read_text(encoding="utf-8"), chance), encoding="utf-8")
    return plan


def _commits(plan: Path, number: int) -> Iterator[str]:
    """The commits as git reads them in one go."""
    chance = random.Random(1)  # noqa: S311 - made-up dates
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(plan.rglob("*.yaml"))}
    yield _commit(0, plan, texts)
    dated = _dated(plan)
    for at in range(1, number):
        path = dated[at % len(dated)]
        texts[path] = _moved(texts[path], chance)
        yield _commit(at, plan, {path: texts[path]})


def _commit(at: int, plan: Path, texts: dict[Path, str]) -> str:
    head = f"commit refs/heads/main\ncommitter A Planner <a@example.org> {_FIRST + at * _APART} +0000\ndata 4\nMove\n"
    files = (
        f"M 100644 inline {path.relative_to(plan.parent).as_posix()}\ndata {len(text.encode())}\n{text}\n"
        for path, text in texts.items()
    )
    return head + "".join(files)


def _dated(plan: Path) -> list[Path]:
    return [path for path in sorted(plan.rglob("*.yaml")) if _DUE.search(path.read_text(encoding="utf-8"))]


def _moved(text: str, chance: random.Random) -> str:
    """A text with one of its dates moved."""
    spot = chance.choice(list(_DUE.finditer(text)))
    return text[: spot.start()] + f"{chance.choice(_MONTHS)} {chance.randint(2026, 2029)}" + text[spot.end() :]


if __name__ == "__main__":
    for ratio in asked():
        print(f"{ratio.what}: {ratio.measured:.2f}, at most {ratio.budget:g}, {ratio.verdict}")
