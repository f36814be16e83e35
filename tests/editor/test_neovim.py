"""Neovim, an editor that knows nothing of jfp: what it shows, asks and is answered."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

NEOVIM = shutil.which("nvim")


@pytest.mark.skipif(NEOVIM is None, reason="Neovim is not installed")
def test_a_session_in_neovim(folder: Path, tmp_path: Path) -> None:
    area, answers = folder / "plan" / "milestones" / "planned-care.yaml", tmp_path / "answers.json"
    script = Path(__file__).with_name("session.lua")
    done = subprocess.run(
        [NEOVIM or "nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", f"luafile {script}"],
        env={
            **os.environ,
            "PLAN_FILE": str(area),
            "PYTHON": sys.executable,
            "ANSWERS": str(answers),
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert answers.exists(), done.stderr
    said = json.loads(answers.read_text(encoding="utf-8"))
    assert (said["wrong"]["line"], said["wrong"]["column"]) == (said["due"], len("    due: "))
    assert "help: " in said["wrong"]["message"]
    assert said["hover"]["contents"]["value"].startswith("owner: ")
    assert {"places", "workstreams"} <= {one["label"] for one in said["keys"]}
    assert said["place"]["uri"] == (folder / "plan" / "sections" / "elective-care.yaml").as_uri()
    assert said["mended"]
