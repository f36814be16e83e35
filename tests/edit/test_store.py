"""Writing: whole files whatever happens, one writer at a time, nothing lost that somebody else wrote."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jfp_cli.edit import store
from jfp_cli.edit.change import Change, Step
from jfp_cli.edit.store import LOCK, TEMPORARY, only_writer, write
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading import load
from tests.conftest import ROOT

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions or signals")
FILE = "milestones/workforce.yaml"
WRITER = """
import sys
from pathlib import Path
from jfp_cli.edit.change import Step
from jfp_cli.edit.store import only_writer, write

root, file, size = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
texts = ["a" * size, "b" * size]
with only_writer(root):
    before = (root / file).read_text("utf-8")
    print("ready", flush=True)
    while True:
        after = texts[before == texts[0]]
        write(root, [Step(file, before, file, after)])
        before = after
"""


def change_of(root: Path) -> Change:
    loaded = load(root)
    assert loaded.plan is not None
    return Change(loaded, loaded.plan)


def retitled(root: Path, title: str) -> list[Step]:
    change = change_of(root)
    change.draft(FILE).set(("title",), title)
    return list(change.steps())


def test_a_file_that_changed_since_it_was_read_is_left_alone(example: Path) -> None:
    steps = retitled(example, "Staff")
    (example / FILE).write_bytes((example / FILE).read_bytes() + b"# mine\n")
    changed = (example / FILE).read_bytes()
    with pytest.raises(EditError, match="changed by somebody else"):
        write(example, steps)
    assert (example / FILE).read_bytes() == changed


def test_one_file_that_changed_stops_the_whole_change(example: Path) -> None:
    change = change_of(example)
    change.draft(FILE).set(("title",), "Staff")
    change.draft("plan.yaml").set(("title",), "Plan")
    before = (example / FILE).read_bytes()
    (example / "plan.yaml").write_bytes((example / "plan.yaml").read_bytes() + b"\n")
    with pytest.raises(EditError, match="changed by somebody else"):
        write(example, list(change.steps()))
    assert (example / FILE).read_bytes() == before


@pytest.mark.parametrize("byte", [b"\r\n", b"\xef\xbb\xbf\n"])
def test_a_change_of_line_ends_is_a_change_too(example: Path, byte: bytes) -> None:
    steps = retitled(example, "Staff")
    (example / FILE).write_bytes((example / FILE).read_bytes().replace(b"\n", byte, 1))
    with pytest.raises(EditError, match="changed by somebody else"):
        write(example, steps)


def test_a_file_that_was_taken_away_is_not_made_again(example: Path) -> None:
    steps = retitled(example, "Staff")
    (example / FILE).unlink()
    with pytest.raises(EditError, match="taken away"):
        write(example, steps)
    assert not (example / FILE).exists()


def test_a_file_that_somebody_made_meanwhile_is_not_replaced(example: Path) -> None:
    change = change_of(example)
    change.create("milestones/audiology.yaml", "area: audiology\ntitle: Audiology\n")
    (example / "milestones" / "audiology.yaml").write_text("mine\n", encoding="utf-8")
    with pytest.raises(EditError, match="by now"):
        write(example, list(change.steps()))
    assert (example / "milestones" / "audiology.yaml").read_text(encoding="utf-8") == "mine\n"


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o664, 0o640])
def test_permissions_are_kept(example: Path, mode: int) -> None:
    (example / FILE).chmod(mode)
    write(example, retitled(example, "Staff"))
    assert (example / FILE).stat().st_mode & 0o777 == mode


@POSIX
def test_a_file_behind_a_link_is_written_and_the_link_stays(example: Path) -> None:
    kept = example / "kept.txt"
    (example / FILE).rename(kept)
    (example / FILE).symlink_to(kept)
    write(example, retitled(example, "Staff"))
    assert (example / FILE).is_symlink()
    assert "title: Staff" in kept.read_text(encoding="utf-8")


def test_nothing_is_left_beside_the_plan(example: Path) -> None:
    before = {path.name for path in example.rglob("*")}
    with only_writer(example):
        write(example, retitled(example, "Staff"))
    assert {path.name for path in example.rglob("*")} == before


def test_a_write_that_fails_changes_no_file(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change = change_of(example)
    change.draft("plan.yaml").set(("title",), "Plan")
    change.draft(FILE).set(("title",), "Staff")
    before = {path: path.read_bytes() for path in example.rglob("*.yaml")}
    synced: list[int] = []

    def full(handle: int) -> None:
        synced.append(handle)
        if len(synced) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(example, list(change.steps()))
    assert {path: path.read_bytes() for path in example.rglob("*") if path.is_file()} == before


def test_a_second_writer_waits_and_then_gives_up(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    with only_writer(example), pytest.raises(EditError, match="another jfp"), only_writer(example):
        pass
    with only_writer(example):
        pass


def test_a_lock_file_that_was_left_behind_locks_nobody_out(example: Path) -> None:
    (example / LOCK).touch()
    with only_writer(example):
        pass
    assert not (example / LOCK).exists()


@POSIX
def test_a_writer_that_is_killed_leaves_whole_files(example: Path) -> None:
    size = 300_000
    (example / FILE).write_text("a" * size, encoding="utf-8")
    command = [sys.executable, "-c", WRITER, str(example), FILE, str(size)]
    for moment in range(10):
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            try:
                writer.wait(moment / 400)
            except subprocess.TimeoutExpired:
                writer.send_signal(signal.SIGKILL)
        assert writer.returncode == -signal.SIGKILL
        assert (example / FILE).read_text(encoding="utf-8") in ("a" * size, "b" * size)
    with only_writer(example):
        pass
    assert [path.name for path in example.rglob(f"*{TEMPORARY}")] == []


def test_two_writers_at_once_lose_nothing(example: Path) -> None:
    path = example / "milestones" / "workforce.yaml"
    entries = "".join(f"  - {{id: m{n}, activity: Do {n}, due: March 2027}}\n" for n in range(8))
    path.write_text(f"area: workforce\ntitle: Workforce\nmilestones:\n{entries}", encoding="utf-8")
    jfp = [sys.executable, "-m", "jfp_cli", "set", "--plan", str(example)]
    commands = [[*jfp, f"m{n}", f"owner=Lead {n}"] for n in range(8)]
    writers = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) for command in commands]
    done = [n for n, writer in enumerate(writers) if writer.wait() == 0]
    text = path.read_text(encoding="utf-8")
    assert [n for n in range(8) if f"owner: Lead {n}" in text] == done
    assert done
