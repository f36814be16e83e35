"""The story of a date that moves, as the documentation tells it: each step goes on where the one before ended."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, blocks, matches
from tests.docs.test_shown_commands import shell

__all__ = ["shell"]
STORY = [block for block in blocks("sh", "text") if block.page == DOCS / "moved.md"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it is written for a shell of Linux or macOS")


def test_the_story_happens_as_it_is_told(tmp_path: Path, shell: dict[str, str]) -> None:
    folder = tmp_path / "north-town"
    folder.mkdir()
    people = {f"GIT_{who}_{what}": f"North Town {who}" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    steps = [block for block in STORY if block.language == "sh"]
    assert len(steps) == 6
    for step in steps:
        done = subprocess.run(
            ["bash", "-e", "-c", f"set -o pipefail\n{step.text}"],
            cwd=folder,
            env=clean | shell | people | {"GIT_CONFIG_GLOBAL": os.devnull},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        after = STORY[STORY.index(step) + 1 :][:1]
        if after and after[0].language == "text":
            shown = [line for line in after[0].text.splitlines() if line.strip()]
            printed = [line.rstrip() for line in done.stdout.splitlines() if line.strip()]
            assert matches(shown, printed), done.stdout
    board = (folder / "board.html").read_text(encoding="utf-8")
    assert "The supplier delivers later" in board
    assert "Not recorded" not in board
    assert '<figure class="measure trend">' in board
    assert "North Town AUTHOR" not in (folder / "plan.md").read_text(encoding="utf-8")
