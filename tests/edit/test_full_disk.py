"""A disk with too little room: what was there stays whole, nothing is left beside it, and a sentence says why."""

import subprocess
from pathlib import Path

import pytest

from jfp_cli.loading import load
from tests.edit.test_streams import POSIX, shell

COMMANDS = (
    "set elective-hub endoscopy-unit staff-turnover owner=Somebody",
    "record waiting-list-size 130,000 --at 2026-09",
    "rename areas/workforce people",
    "add section --title Dental --part Workforce",
    "fmt",
)
PAGES = ("render --output $FILE", "render overdue --format md --output $FILE", "lint --write-baseline --baseline $FILE")


def texts(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_little_room(command: str, plan: Path, kilobytes: int) -> subprocess.CompletedProcess[str]:
    """Run a command that can make no file longer than so much, as on a disk that is full at that point."""
    return shell(f"ulimit -f {kilobytes}; PYTHONDONTWRITEBYTECODE=1 $JFP {command} --plan $PLAN", plan)


@POSIX
@pytest.mark.parametrize("command", COMMANDS)
def test_a_change_that_does_not_fit_is_not_made(command: str, example: Path) -> None:
    path = example / "milestones" / "planned-care.yaml"
    path.write_bytes(path.read_bytes() + b"\n\n" + b"# remark\n" * 300)  # one file is longer than the others
    before = texts(example)
    for kilobytes in (0, 2, 4):  # no file at all, the short ones alone, all of them without the note of what is to do
        ended = in_little_room(command, example, kilobytes)
        after = texts(example)
        if ended.returncode == 0:
            assert kilobytes > 0
            assert after != before
            assert load(example).findings == []
            break
        assert (ended.returncode, ended.stdout) == (2, "")
        assert ended.stderr.startswith("jfp: the system refused: file too large (")
        assert ended.stderr.endswith("; nothing was written\n")
        assert after == before
    else:
        assert in_little_room(command, example, 99).returncode == 0


@POSIX
@pytest.mark.parametrize("command", PAGES)
def test_a_file_that_does_not_fit_leaves_the_one_before(command: str, example: Path) -> None:
    page = example.parent / "page"
    page.write_text("before\n", encoding="utf-8")
    ended = in_little_room(command.replace("$FILE", str(page)), example, 0)
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1] == f"jfp: the system refused: file too large ({page})"
    assert page.read_text(encoding="utf-8") == "before\n"
    assert sorted(path.name for path in example.parent.iterdir()) == ["page", "plan"]


@POSIX
@pytest.mark.parametrize("command", ["render", "lint --format sarif"])
def test_what_cannot_be_printed_whole_is_said(command: str, example: Path) -> None:
    ended = shell(f"$JFP {command} --plan $PLAN > /dev/full", example)
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1] == "jfp: the system refused: no space left on device"
