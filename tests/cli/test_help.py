"""Help: every command has its group and an example, and the examples work."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from jfp_cli import __version__
from jfp_cli.cli import options
from jfp_cli.cli.app import COMMANDS, group
from tests.cli.conftest import Jfp
from tests.conftest import SHIPPED

GROUPS = (options.ASK, options.CHECK, options.WRITE, options.PUBLISH, options.HISTORY, options.EXCHANGE)


def command(name: str) -> object:
    return group().get_command(None, name)


def examples(name: str) -> list[str]:
    return re.findall(r"jfp .+", getattr(command(name), "epilog", None) or "")


def panel(name: str) -> str:
    return str(getattr(command(name), "rich_help_panel", ""))


def test_help_lists_every_command_under_its_group(jfp: Jfp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    found = jfp("--help")
    assert (found.err, found.code) == ("", 0)
    shown = [name for name in GROUPS if re.search(rf"─ {name} ─", found.out)]
    assert shown[:2] == [options.ASK, options.CHECK]
    assert shown == [name for name in GROUPS if name in set(map(panel, COMMANDS))]
    for name in COMMANDS:
        first, *second = name.split()
        listed = [found.out, *(jfp(first, "--help").out for _ in second)]
        for word, text in zip((first, *second), listed, strict=True):
            assert re.search(rf"^│ {word} ", text, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_ends_with_an_example(jfp: Jfp, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    found = jfp(*name.split(), "--help")
    assert (found.err, found.code) == ("", 0)
    *_, last = re.split(r"\n Examples?:", found.out)
    shown = [" ".join(example.split()) for example in re.split(r"\n\s*\n", last.strip())]
    assert shown == [" ".join(example.split()) for example in examples(name)]
    assert all(example.startswith(f"jfp {name} ") for example in shown)
    assert jfp(*name.split(), "-h").out == found.out


@pytest.mark.parametrize(
    ("name", "usage"),
    [
        ("show", "jfp show [OPTIONS] ID"),
        ("rename", "jfp rename [OPTIONS] ID NEW"),
        ("set", "jfp set [OPTIONS] ID... FIELD=VALUE..."),
        ("rules", "jfp rules [OPTIONS] [CODE...]"),
        ("due", "jfp due [OPTIONS] [TIME]"),
    ],
)
def test_usage_reads_as_a_command_is_typed(jfp: Jfp, name: str, usage: str) -> None:
    assert f" Usage: {usage} " in jfp(name, "--help").out


@pytest.mark.parametrize("name", COMMANDS)
def test_the_paragraphs_of_help_end_where_the_terminal_does(
    jfp: Jfp, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("COLUMNS", "600")
    text, _, _ = jfp(*name.split(), "--help").out.partition("╭")
    _, *shown = [line.strip() for line in text.split("\n") if line.strip()]
    said = str(vars(command(name))["callback"].__doc__)
    assert len(shown) == len(re.split(r"\n\s*\n", said.strip()))


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_keeps_to_what_is_its_own(jfp: Jfp, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = jfp(*name.split(), "--help").out
    assert "completion" not in shown
    assert not re.search(r"<[\w\[]", shown)
    assert max(map(len, shown.splitlines())) <= 80


def test_examples_of_questions_and_checks_run_on_the_shipped_plan(
    jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(SHIPPED, tmp_path / "plan")
    monkeypatch.chdir(tmp_path)
    reading = [name for name in COMMANDS if panel(name) in (options.ASK, options.CHECK)]
    assert "overdue" in reading
    for name in reading:
        assert examples(name)
        for example in examples(name):
            found = jfp(*shlex.split(example)[1:])
            assert found.err == ""
            assert found.out
            assert found.code == 0 or "--exit-code" in example


def test_version(jfp: Jfp) -> None:
    assert jfp("--version") == (f"jfp {__version__}\n", "", 0)


def test_without_a_command_help_is_shown(jfp: Jfp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    found = jfp()
    assert found.code == 2
    assert "Usage: jfp" in found.out + found.err


def test_a_mistyped_option_suggests_the_one_that_was_meant(jfp: Jfp) -> None:
    found = jfp("overdue", "--aera", "cancer")
    assert found.code == 2
    assert "--area" in found.err
