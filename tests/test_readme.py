"""The README's commands, run as they stand: what it shows is what they print."""

import re
import shlex
import sys
from pathlib import Path

import pytest

from jfp_cli.cli.app import COMMANDS
from jfp_cli.cli.door import main
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (jfp .*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
SHOWN: list[tuple[str, str]] = [shown for block in BLOCKS for shown in COMMAND.findall(block)]
ELLIPSIS = "…"


def matches(shown: list[str], printed: list[str]) -> bool:
    """The printed lines are those shown; a line `…` stands for any number of them."""
    if not shown:
        return not printed
    if shown[0].strip() == ELLIPSIS:
        return any(matches(shown[1:], printed[at:]) for at in range(len(printed) + 1))
    return bool(printed) and shown[0].rstrip() == printed[0].rstrip() and matches(shown[1:], printed[1:])


def test_the_readme_shows_commands() -> None:
    assert len(SHOWN) >= 5


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_the_readme_shows(
    command: str, output: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")  # as it looks on a terminal of 80 columns
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main(shlex.split(command, comments=True)[1:])
    printed = capsys.readouterr()
    plain = re.sub(r"\x1b\[[0-9;]*m", "", printed.out + printed.err)
    said = [line for line in plain.splitlines() if line.strip()]
    shown = [line for line in output.splitlines() if line.strip()]
    assert matches(shown, said), "\n".join(said)


def test_every_command_is_in_the_readme() -> None:
    missing = [name for name in COMMANDS if f"jfp {name}" not in README]
    assert missing == []


def test_every_file_that_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", README)
    assert [link for link in links if not (ROOT / Path(link)).exists()] == []
