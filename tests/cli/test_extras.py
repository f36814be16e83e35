"""How a part of jfp that is not installed is added, whoever installed the rest."""

import os
import sys
from pathlib import Path

import pytest

from jfp_cli.cli.extras import how_to_add, missing
from tests.cli.conftest import Jfp
from tests.conftest import EXAMPLE, ROOT


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


@pytest.mark.parametrize(
    ("left", "text", "command"),
    [
        (
            "pipx_metadata.json",
            '{"main_package": {"package": "jfp-cli", "package_or_url": "jfp-cli[office,pdf]"}}',
            'pipx install --force "jfp-cli[office,pdf,preview]"',
        ),
        (
            "uv-receipt.toml",
            '[tool]\nrequirements = [{ name = "jfp-cli", extras = ["pdf", "office"] }]\n',
            'uv tool install --force "jfp-cli[office,pdf,preview]"',
        ),
        (
            "uv-receipt.toml",
            '[tool]\nrequirements = [{ name = "jfp-cli" }]\n',
            'uv tool install --force "jfp-cli[preview]"',
        ),
    ],
)
def test_what_makes_the_environment_anew_is_told_the_parts_that_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: str, text: str, command: str
) -> None:
    (tmp_path / left).write_text(text, encoding="utf-8")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
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


def without(module: str, folder: Path) -> dict[str, str]:
    """What makes a process in which a module cannot be imported, and which asks the example."""
    (folder / "sitecustomize.py").write_text(f"import sys\nsys.modules[{module!r}] = None\n", encoding="utf-8")
    return {"JFP_PLAN": str(EXAMPLE), "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}


@pytest.mark.parametrize(
    ("lacking", "command"),
    [
        ("lxml", ("render", "--output", "plan.docx")),
        ("pydyf", ("render", "--output", "plan.pdf")),
        ("xlsxwriter.workbook", ("export", "xlsx", "--output", "out.xlsx")),
        ("pyarrow.parquet", ("export", "parquet", "--output", "out")),
        ("lsprotocol", ("lsp",)),
    ],
)
def test_a_part_that_lacks_what_it_needs_is_no_fault_of_jfp(
    process: Jfp, tmp_path: Path, lacking: str, command: tuple[str, ...]
) -> None:
    done = process(*command, cwd=tmp_path, env=without(lacking, tmp_path))
    assert (done.out, done.code) == ("", 2)
    assert done.err.startswith("jfp: a package that this needs is not whole: ")
    assert lacking.partition(".")[0] in done.err
    assert done.err.endswith('"jfp-cli[all]"\n')


def test_what_of_jfp_itself_is_lacking_is_its_fault(process: Jfp, tmp_path: Path) -> None:
    done = process("overdue", cwd=tmp_path, env=without("jfp_cli.query.sentences", tmp_path))
    assert done.code == 2
    assert done.err.startswith("jfp: this is a fault of jfp, not of your plan: ")


@pytest.mark.parametrize(
    ("pip", "command"),
    [(True, 'pip install --force-reinstall "jfp-cli[all]"'), (False, 'uv pip install --reinstall "jfp-cli[all]"')],
)
def test_what_seems_to_be_there_is_added_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pip: bool, command: str
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr("jfp_cli.cli.extras.find_spec", lambda _: pip or None)
    assert how_to_add("all", anew=True) == command
