"""A change is made, or it is said with the exit code that it was not, whatever becomes of what is read and written."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jfp_cli.cli.door import main
from tests.cli.conftest import environment
from tests.conftest import ROOT

POSIX = pytest.mark.skipif(os.name == "nt", reason="a shell closes streams")
OWNER = "Somebody with a name that is long enough to be seen"
JFP = f'"{sys.executable}" -m jfp_cli'


def shell(line: str, plan: Path) -> subprocess.CompletedProcess[str]:
    """What a shell makes of a line in which $JFP is jfp and $PLAN the plan."""
    return subprocess.run(
        ["bash", "-c", line.replace("$JFP", JFP).replace("$PLAN", str(plan))],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def owned(plan: Path) -> bool:
    text = (plan / "milestones" / "planned-care.yaml").read_text(encoding="utf-8")
    return f"owner: {OWNER}" in text


SET = f"$JFP set elective-hub owner='{OWNER}' --plan $PLAN"
STREAMS = {
    "a reader that has gone": f"{{ sleep 1; {SET}; echo $? >&3; }} 3>$PLAN/code | true",
    "a reader of one line": f"{{ {SET}; echo $? >&3; }} 3>$PLAN/code | head -1",
    "a full disk": f"{SET} >/dev/full; echo $? >$PLAN/code",
    "a full disk for what is said": f"{SET} 2>/dev/full; echo $? >$PLAN/code",
    "no output": f"{SET} >&-; echo $? >$PLAN/code",
    "no stream at all": f"{SET} <&- >&- 2>&-; echo $? >$PLAN/code",
    "nobody who hears": f"{{ sleep 1; {SET} 2>&1; echo $? >&3; }} 3>$PLAN/code | true",
}


@POSIX
@pytest.mark.parametrize("line", STREAMS.values(), ids=STREAMS)
def test_a_change_is_made_whatever_becomes_of_what_is_said(line: str, example: Path) -> None:
    ended = shell(line, example)
    assert (example / "code").read_text(encoding="utf-8") == "0\n"
    assert owned(example)
    assert "Traceback" not in ended.stderr
    assert "Exception" not in ended.stderr


@POSIX
@pytest.mark.parametrize(
    "line",
    [line.replace("set elective-hub", "set nothing-of-the-kind") for line in STREAMS.values()],
    ids=STREAMS,
)
def test_what_cannot_be_done_has_its_exit_code_whatever_becomes_of_what_is_said(line: str, example: Path) -> None:
    shell(line, example)
    assert (example / "code").read_text(encoding="utf-8") == "2\n"


@POSIX
@pytest.mark.parametrize("line", STREAMS.values(), ids=STREAMS)
def test_a_plan_that_would_not_be_valid_is_not_written_whoever_hears_of_it(line: str, example: Path) -> None:
    shell(line.replace("owner='", "places='"), example)
    assert (example / "code").read_text(encoding="utf-8").strip() in ("1", "2")
    assert "Somebody" not in (example / "milestones" / "planned-care.yaml").read_text(encoding="utf-8")


@POSIX
def test_the_house_style_is_written_whoever_reads_the_difference(example: Path) -> None:
    path = example / "milestones" / "workforce.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("\n  ", "\n      "), encoding="utf-8")
    shell("{ sleep 1; $JFP fmt --diff --plan $PLAN; echo $? >&3; } 3>$PLAN/code | true", example)
    assert (example / "code").read_text(encoding="utf-8") == "0\n"
    assert main(["fmt", "--check", "--plan", str(example)]) == 0


@POSIX
def test_without_standard_input_there_are_no_ids(example: Path) -> None:
    ended = shell(f"$JFP set - owner='{OWNER}' --plan $PLAN <&-", example)
    assert (ended.returncode, ended.stderr) == (2, "jfp: standard input is closed, so no ids can come from it\n")


def test_what_is_no_text_holds_no_ids(
    example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"elective-hub\n\xff\n"), encoding="utf-8"))
    assert main(["set", "-", f"owner={OWNER}", "--plan", str(example)]) == 2
    assert capsys.readouterr().err == ("jfp: what came on standard input is no UTF-8 text, so there are no ids in it\n")


@pytest.mark.parametrize("command", [["render", "--output"], ["lint", "--write-baseline", "--baseline"]])
def test_a_page_that_does_not_fit_on_the_disk_leaves_the_one_before(
    command: list[str], example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = example.parent / "page"
    page.write_text("before\n", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main([*command, str(page), "--plan", str(example)]) == 2
    assert "no space left on device" in capsys.readouterr().err
    assert page.read_text(encoding="utf-8") == "before\n"
    assert sorted(path.name for path in example.parent.iterdir()) == ["page", "plan"]


@POSIX
def test_a_page_can_go_into_a_pipe_and_behind_a_link(example: Path) -> None:
    (example.parent / "kept.html").write_text("before\n", encoding="utf-8")
    (example.parent / "link.html").symlink_to("kept.html")
    assert main(["render", "--output", str(example.parent / "link.html"), "--plan", str(example)]) == 0
    assert (example.parent / "link.html").is_symlink()
    page = (example.parent / "kept.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    ended = shell("$JFP render --output /dev/stdout --plan $PLAN | cat", example)
    assert ended.stdout == page
