"""Every command that the README and the documentation show, run: what they show is what it prints.

`JFP_UPDATE_SHOWN=1 pytest tests/docs/test_shown_commands.py` writes what is printed into the pages; read what changed
before you keep it.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jfp_cli.cli.app import COMMANDS
from jfp_cli.cli.door import main
from tests.conftest import ROOT, SHIPPED
from tests.docs.pages import DOCS, STORIES, WRITTEN, Block, Shown, anew, blocks, matches, shown_commands
from tests.report.pages import CANNOT_LAY_OUT

SHOWN = list(shown_commands())
SCRIPTS = [
    block
    for block in blocks("sh", "powershell")
    if "empty folder" not in block.title and block.page not in STORIES  # there each goes on from the one before
]
FROM_NOTHING = [block for block in blocks("sh") if "empty folder" in block.title]
PRINTS, WRITES = "It prints", "It writes "  # titles of blocks that show what comes of the script before them
COMES_OF_IT = [
    (script, block)
    for block in blocks("text", "yaml")
    if block.title == PRINTS or block.title.startswith(WRITES)
    for script in [one for one in (*SCRIPTS, *FROM_NOTHING) if one.page == block.page and one.line < block.line][-1:]
]
# Commands that wait for somebody, or change more than a folder: what they are given is looked at, but they do not run.
NOT_RUN = re.compile(r"jfp (preview|--install-completion)\b|(uv|pipx|py -m pipx|pip|git|make|pre-commit|code)\b")
INSTALLED = re.compile(r"(?:uv tool|pipx|pip) install (?:--\S+ )*(\S+)")


def test_pages_show_commands() -> None:
    assert len(SHOWN) > 15
    assert len(SCRIPTS) > 5
    assert FROM_NOTHING


@pytest.mark.parametrize("shown", SHOWN, ids=str)
def test_a_command_prints_what_the_page_shows(
    shown: Shown, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")  # as it looks on a terminal of 80 columns
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main(shlex.split(shown.command, comments=True)[1:])
    printed = capsys.readouterr()
    lines = re.sub(r"\x1b\[[0-9;]*m", "", printed.out + printed.err).rstrip().splitlines()
    said = [line for line in lines if line.strip()]
    if os.environ.get("JFP_UPDATE_SHOWN") and not matches(_filled(shown.output), said):
        text = shown.page.read_text(encoding="utf-8")
        assert text.count(shown.output) == 1
        shown.page.write_text(text.replace(shown.output, anew(shown.output, lines)), encoding="utf-8", newline="\n")
    assert matches(_filled(shown.output), said), "\n".join(said)


def _filled(output: str) -> list[str]:
    return [line for line in output.splitlines() if line.strip()]


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """The environment of a shell that finds this jfp, with a home of its own."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "jfp").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jfp_cli "$@"\n', encoding="utf-8")
    (programs / "jfp").chmod(0o755)
    path = os.pathsep.join([str(programs), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}


def run(block: Block, folder: Path, environment: dict[str, str]) -> str:
    """What a script prints."""
    lines = [line for line in block.text.splitlines() if not NOT_RUN.match(line)]
    script = "set -o pipefail\n" + "\n".join(lines)
    done = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="they are written for a shell of Linux or macOS")
@pytest.mark.parametrize("block", SCRIPTS, ids=str)
def test_a_script_runs_on_the_shipped_plan(block: Block, tmp_path: Path, shell: dict[str, str]) -> None:
    if ".pdf" in block.text and CANNOT_LAY_OUT:
        pytest.skip(CANNOT_LAY_OUT)
    folder = tmp_path / "clone"
    shutil.copytree(SHIPPED, folder / "plan")
    run(block, folder, shell)


@pytest.mark.skipif(sys.platform == "win32", reason="they are written for a shell of Linux or macOS")
@pytest.mark.parametrize("block", FROM_NOTHING, ids=str)
def test_a_script_that_begins_a_plan_needs_nothing(block: Block, tmp_path: Path, shell: dict[str, str]) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    run(block, folder, shell)


@pytest.mark.skipif(sys.platform == "win32", reason="they are written for a shell of Linux or macOS")
@pytest.mark.parametrize("shown", COMES_OF_IT, ids=lambda shown: str(shown[1]))
def test_what_comes_of_a_script_is_what_the_page_shows(
    shown: tuple[Block, Block], tmp_path: Path, shell: dict[str, str]
) -> None:
    script, block = shown
    folder = tmp_path / "clone"
    if script in FROM_NOTHING:
        folder.mkdir()
    else:
        shutil.copytree(SHIPPED, folder / "plan")
    subprocess.run(["git", "init", "--quiet"], cwd=folder, env=shell, check=True)
    printed = run(script, folder, shell)
    text = printed if block.title == PRINTS else (folder / block.title.removeprefix(WRITES)).read_text(encoding="utf-8")
    assert matches(_filled(block.text), _filled(text)), text


@pytest.mark.parametrize("block", [*SCRIPTS, *FROM_NOTHING], ids=str)
def test_a_line_that_is_not_run_names_what_there_is(block: Block) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in filter(NOT_RUN.match, block.text.splitlines()):
        program, *words = shlex.split(line, comments=True)
        if program == "make":
            assert all(re.search(rf"^{word}:.* ## ", makefile, re.MULTILINE) for word in words), line
        elif found := INSTALLED.search(line):
            assert re.fullmatch(r'\.|"?(jfp-cli(\[[a-z]+\])?|pre-commit)"?', found[1]), line
        elif program == "jfp" and any(line.startswith(f"jfp {name}") for name in COMMANDS):
            assert main([*words, "--help"]) == 0
        else:
            begins = ("git ", "jfp --install-completion", "pre-commit ", "code --install-extension ")
            assert line.startswith(begins), line


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_shown_somewhere(name: str) -> None:
    assert any(f"jfp {name}" in page.read_text(encoding="utf-8") for page in WRITTEN)


def test_what_a_page_shows_is_shortened_as_before() -> None:
    printed = ["head", "one", "two", "three", "", "sum"]
    assert anew("head\nold\n…\nold sum\n", printed) == "head\none\n…\nsum\n"
    assert anew("head\nold\n…\n", printed) == "head\none\n…\n"
    assert anew("old\n", printed) == "\n".join(printed) + "\n"


def test_the_pages_of_docs_are_among_those_that_are_looked_at() -> None:
    assert DOCS / "tour.md" in WRITTEN
    assert DOCS / "reference" / "commands.md" not in WRITTEN
