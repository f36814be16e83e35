"""What jfp answers at a terminal in colour, in a folder: the lines that a picture shows of it."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from datetime import datetime
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from documentation.pictures.drawing import COLUMNS, Screen, folded, moving, still
from jfp_cli.cli.door import main

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-21"
ELLIPSIS = "…"
SHOWN = ("jfp overdue --area cancer,dental", "jfp lint --select JFP307")
SESSION = (
    "jfp overdue --area dental --limit 6",
    "jfp show milestones/dental-training-needs",
    'jfp move milestones/dental-training-needs --to "June 2027" --because "the survey closed late"',
    "jfp complete milestones/oral-surgery-review --on 2026-11-20",
    "jfp diff HEAD",
    "jfp validate",
    "jfp render plan --check --output build/plan.html",
)
ROWS, LONGEST = 22, 14  # of a screen, and of an answer in a still picture
_BLOCK = re.compile(r'^```sh title="(?P<title>[^"]*folder[^"]*)"\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)
_NOON = str(int(datetime.fromisoformat(f"{DAY}T12:00:00+00:00").timestamp()))
_GIT = {
    **{f"GIT_{who}_{what}": "planner@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    **{f"GIT_{who}_DATE": f"{DAY}T09:00:00+00:00" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_CONFIG_{which}": os.devnull for which in ("GLOBAL", "SYSTEM")},
}


def overdue() -> str:
    """What is overdue, and what lint finds."""
    return _transcript(SHOWN, ROOT, "jfp in a terminal: what is overdue, and what lint finds", 9)


def session() -> str:
    """A delivery lead's five minutes with the shipped plan: what is late, a date moved, the page published."""
    screens: list[Screen] = []
    with _copy_of_the_plan() as folder:
        for command in SESSION:
            asked = f"\x1b[1m$ {command}\x1b[0m"
            told = _shortened(_answer(command, folder), ROWS - 2)
            screens += [Screen([asked], 1.2), Screen([asked, *told], 2.5 + 0.25 * len(told))]
    return moving(screens, "A session: what is late, a date moved, the page published")


def steps(page: str, title: str) -> str:
    """The commands that a page tells to try, with what they answer."""
    (where, text), *_ = _BLOCK.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
    lines = text.splitlines()
    begin = next(at for at, line in enumerate(lines) if line.startswith("jfp "))
    with _copy_of_the_plan() as copy, TemporaryDirectory() as empty:
        folder = Path(empty) if "empty" in where else copy
        subprocess.run(["bash", "-e", "-c", "\n".join(lines[:begin])], cwd=folder, check=True)
        return _transcript(lines[begin:], folder, title, LONGEST)


@contextmanager
def _copy_of_the_plan() -> Iterator[Path]:
    """A folder with the shipped plan, committed."""
    with TemporaryDirectory() as folder, patch.dict(os.environ, _GIT):
        shutil.copytree(ROOT / "plan", Path(folder, "plan"))
        for words in ("init -q -b main", "add -A", "commit -q -m Plan"):
            subprocess.run(["git", *words.split()], cwd=folder, check=True)
        yield Path(folder)


def _transcript(commands: Sequence[str], folder: Path, title: str, longest: int) -> str:
    lines: list[str] = []
    for command in commands:
        lines += ["", f"\x1b[1m$ {command}\x1b[0m", *_shortened(_answer(command, folder), longest)]
    return still(Screen(lines[1:]), title)


def _shortened(lines: list[str], longest: int) -> list[str]:
    """The first of many lines and the last."""
    if len(lines) <= longest:
        return lines
    last = len(lines) - 1 - lines[::-1].index("") if "" in lines[-3:] else len(lines) - 2
    end = lines[last + 1 :]
    return [*lines[: longest - 1 - len(end)], ELLIPSIS, *end]


class _Terminal(TextIOWrapper):
    """What is written as to a terminal, and kept."""

    def isatty(self) -> bool:
        return True


def _answer(command: str, folder: Path) -> list[str]:
    """The lines that jfp answers on the day of the pictures."""
    written = BytesIO()
    screen = _Terminal(written, encoding="utf-8", newline="\n")
    there = {"COLUMNS": str(COLUMNS), "TERM": "xterm", "SOURCE_DATE_EPOCH": _NOON}
    with patch.dict(os.environ, there), redirect_stdout(screen), redirect_stderr(screen), chdir(folder):
        for name in ("NO_COLOR", "FORCE_COLOR", "JFP_PLAN", "GITHUB_ACTIONS"):
            os.environ.pop(name, None)
        main(shlex.split(command)[1:])
        screen.flush()
    text = re.sub(r"[^\n]*\r", "", written.getvalue().decode("utf-8"))  # what was said while something took a while
    return [row for line in text.rstrip("\n").split("\n") for row in folded(line)]
