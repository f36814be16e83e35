"""How a part of jfp that is not installed is added, whoever installed the rest."""

import sys
from pathlib import Path

import pytest

from jfp_cli.cli.extras import how_to_add, missing
from tests.cli.conftest import Jfp


@pytest.mark.parametrize(
    ("left", "command"),
    [
        ("pipx_metadata.json", 'pipx install --force "jfp-cli[preview]"'),
        ("uv-receipt.toml", 'uv tool install --force "jfp-cli[preview]"'),
        ("pyvenv.cfg", 'pip install "jfp-cli[preview]"'),
    ],
)
def test_it_is_added_by_what_made_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: str, command: str
) -> None:
    (tmp_path / left).touch()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr("jfp_cli.cli.extras.find_spec", lambda name: name)  # pip is there
    assert how_to_add("preview") == command


def test_without_pip_uv_adds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setitem(sys.modules, "pip", None)
    assert how_to_add("preview") == 'uv pip install "jfp-cli[preview]"'


def test_what_is_there_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert missing("rich", "preview") == ""
    monkeypatch.setitem(sys.modules, "rich", None)
    assert missing("rich", "preview").startswith("needs the package rich; add it with: ")


def test_a_command_without_its_part_says_what_to_type(jfp: Jfp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygls", None)
    done = jfp("lsp")
    assert done.code == 2
    assert done.err.startswith("jfp: lsp needs the package pygls; add it with: ")
    assert "jfp-cli[editor]" in done.err
