"""What is said outside the command line: which plan, and whether there are colours."""

import os
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Jfp
from tests.conftest import EXAMPLE

COLOUR = "\x1b["
EPOCH = "SOURCE_DATE_EPOCH"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of which one folder holds a plan; a folder beside that one is the working folder."""
    (tmp_path / ".git").mkdir()
    shutil.copytree(EXAMPLE, tmp_path / "planning" / "jfp" / "plan")
    (tmp_path / "website" / "pages").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "website" / "pages")
    return tmp_path


def test_the_only_plan_of_a_repository_is_found(jfp: Jfp, repository: Path) -> None:
    assert jfp("overdue", *AS_OF).code == 0
    shutil.copytree(EXAMPLE, repository / ".cache" / "plan")
    shutil.copytree(EXAMPLE, repository / "node_modules" / "x" / "plan")
    assert jfp("overdue", *AS_OF).code == 0


def test_of_several_plans_of_a_repository_none_is_guessed(jfp: Jfp, repository: Path) -> None:
    shutil.copytree(EXAMPLE, repository / "archive" / "plan")
    found = jfp("overdue", *AS_OF)
    assert (found.out, found.code) == ("", 2)
    assert found.err.startswith("jfp: there are 2 plans in this repository; name one with --plan: ")
    assert "archive/plan" in found.err
    assert "planning/jfp/plan" in found.err


def test_outside_a_repository_nothing_below_is_searched(jfp: Jfp, repository: Path) -> None:
    (repository / ".git").rmdir()
    assert jfp("overdue").code == 2


def test_a_variable_names_the_plan_and_the_option_outranks_it(
    jfp: Jfp, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JFP_PLAN", str(tmp_path / "nowhere"))
    assert jfp("overdue", *AS_OF, "--plan", example).code == 0
    found = jfp("overdue", *AS_OF)
    assert found.code == 2
    assert found.err == (
        f"jfp: JFP_PLAN: there is no folder {tmp_path / 'nowhere'}; JFP_PLAN takes the folder that holds plan.yaml\n"
    )
    monkeypatch.setenv("JFP_PLAN", str(example))
    assert jfp("overdue", *AS_OF).code == 0
    assert jfp("set", "rostering", "status=on_track").code == 0
    monkeypatch.setenv("JFP_PLAN", "")
    monkeypatch.chdir(example)
    assert jfp("overdue", *AS_OF).code == 0


def test_colours_can_be_forced_and_refused(jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    question = ("overdue", *AS_OF, "--plan", example)
    assert COLOUR not in jfp(*question).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = jfp(*question).out
    assert COLOUR in coloured
    with monkeypatch.context() as changed:
        changed.setenv("NO_COLOR", "1")
        assert COLOUR not in jfp(*question).out
    for words in (("--no-color", *question), (*question, "--no-color")):
        with monkeypatch.context() as changed:
            changed.setitem(os.environ, "NO_COLOR", "")
            found = jfp(*words)
        assert found.code == 0
        assert COLOUR not in found.out


def test_after_two_hyphens_a_word_is_a_word(jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert jfp("search", "--plan", example, "--", "--no-color").code == 0


@pytest.mark.parametrize("time", [("1y",), ("--within", "1 year"), ("12 months",), ("--within", "52w")])
def test_how_far_ahead_is_an_argument_or_an_option(jfp: Jfp, example: Path, time: tuple[str, ...]) -> None:
    assert "patient-portal" in jfp("due", *time, *AS_OF, "--plan", example).out


def test_how_far_ahead_is_said_once(jfp: Jfp, example: Path) -> None:
    found = jfp("due", "1y", "--within", "2y", "--plan", example)
    assert found.err == "jfp: how far ahead is said twice, 1y and --within 2y; write one of them\n"
    assert jfp("due", "soon", "--plan", example).err == (
        'jfp: "soon" is no length of time; write one such as "90d", "6 weeks" or "three months"\n'
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (("overdue",), "as of 26 November 2025"),
        (("due",), "from 26 November 2025 to"),
        (("targets",), "as of 26 November 2025"),
        (("status",), "as of 26 November 2025"),
        (("remind",), "as of 26 November 2025"),
        (("render", "overdue", "--format", "md"), "26 November 2025"),
        (("render", "board", "--format", "md"), "as of 26 November 2025"),
        (("render", "annual", "--format", "md"), "2024/25"),
        (("export", "json"), '"2025-11-26"'),
    ],
)
def test_a_build_says_which_day_it_is(
    jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch, question: tuple[str, ...], told: str
) -> None:
    monkeypatch.setenv(EPOCH, "1764115200")
    found = jfp(*question, "--plan", example)
    assert told in found.out + found.err
    assert found.code == 0
    assert told not in jfp(*question, *AS_OF, "--plan", example).out


def test_what_is_written_on_the_day_of_a_build_has_that_day(
    jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EPOCH, "1764115200")
    assert jfp("complete", "endoscopy-unit", "--plan", example).code == 0
    assert jfp("move", "patient-portal", "--to", "May 2027", "--because", "no room", "--plan", example).code == 0
    written = (example / "milestones" / "planned-care.yaml").read_text("utf-8")
    assert "completed: 2025-11-26" in written
    assert "date: 2025-11-26, because: no room" in written
    assert jfp("record", "waiting-list-size", "1", "--at", "2025-12", "--plan", example).code == 2


@pytest.mark.parametrize("command", [("overdue",), ("complete", "endoscopy-unit"), ("render",), ("lsp",)])
def test_a_moment_that_nobody_can_read_stops_what_needs_the_day(
    jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv(EPOCH, "yesterday")
    monkeypatch.setenv("JFP_PLAN", str(example))
    found = jfp(*command)
    assert (found.out, found.code) == ("", 2)
    assert found.err == f'jfp: {EPOCH} is "yesterday", and has to be a number of seconds since 1970\n'
