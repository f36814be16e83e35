"""Neovim, an editor that knows nothing of jfp: a planner's session in it, recorded as `session.lua`."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jfp_cli.loading import load
from jfp_cli.model.area import Milestone
from jfp_cli.values.address import Address
from tests.conftest import ROOT

NEOVIM = shutil.which("nvim")


@pytest.mark.skipif(NEOVIM is None, reason="Neovim is not installed")
def test_a_planner_works_in_neovim_alone(folder: Path, tmp_path: Path) -> None:
    plan, answers = folder / "plan", tmp_path / "answers.json"
    script = Path(__file__).with_name("session.lua")
    done = subprocess.run(
        [NEOVIM or "nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", f"luafile {script}", "-c", "qa!"],
        env={
            **os.environ,
            "PLAN": str(plan),
            "PYTHON": sys.executable,
            "ANSWERS": str(answers),
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert answers.exists(), done.stderr
    said = json.loads(answers.read_text(encoding="utf-8"))
    assert said["offered"] == [
        *("id", "activity", "due", "status", "on_track", "owner", "Planned care lead", "workstreams", "outpatients")
    ]
    assert said["wrong"]["words"] == "Septmber 2027"
    assert "help: " in said["wrong"]["message"]
    assert said["mended"]
    assert said["hover"].startswith("owner: ")
    assert said["named"] == 3
    assert said["went"]["file"] == "planned-care.yaml"
    assert said["went"]["above"] == "  - id: dental-clinic"
    assert said["back"] == (plan / "sections" / "elective-care.yaml").as_uri()
    loaded = load(plan)
    assert loaded.findings == []
    assert loaded.plan is not None
    added = loaded.plan.get(Address("milestones", "dental-clinic"))
    assert isinstance(added, Milestone)
    assert (added.activity, added.due.text, added.status, added.owner, added.workstreams) == (
        "Open the dental clinic",
        "September 2027",
        "on_track",
        "Planned care lead",
        ("outpatients",),
    )
    assert "planned-operations" in loaded.plan.sections
    assert loaded.plan.settings.contents[0].sections == ("planned-operations",)
    assert not (plan / "sections" / "elective-care.yaml").exists()
