"""A council's plan and one that was just begun, each with a desk at it."""

import shutil
from pathlib import Path

import pytest

from jfp_cli.cli.door import main
from tests.conftest import ROOT
from tests.exchange.tracker.desk import Desk


@pytest.fixture
def new(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A plan that was just begun."""
    assert (
        main(["init", str(tmp_path), "--organisation", "North Town", "--period", "2025-30", "--area", "Estates"]) == 0
    )
    capsys.readouterr()
    return Desk(tmp_path / "plan", capsys)


@pytest.fixture
def borough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A copy of a council's plan."""
    return Desk(Path(shutil.copytree(ROOT / "tests" / "borough" / "plan", tmp_path / "plan")), capsys)
