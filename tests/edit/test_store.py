"""Writing: whole files whatever happens, one writer at a time, nothing lost that somebody else wrote."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

import jfp_cli
from jfp_cli.cli.door import main
from jfp_cli.cli.preview.made import Preview
from jfp_cli.cli.publishing import Wanted
from jfp_cli.edit import journal, lock
from jfp_cli.edit.change import Change, Step
from jfp_cli.edit.lock import LOCK
from jfp_cli.edit.renaming import rename
from jfp_cli.edit.store import only_writer, write
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading import load
from jfp_cli.report.pages.forms import Form
from jfp_cli.source.folder import JOURNAL
from jfp_cli.source.journal import BROKEN_OFF, Entry
from jfp_cli.source.whole_file import TEMPORARY
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


@POSIX
def test_another_name_of_a_file_keeps_what_was_there(example: Path) -> None:
    before = (example / FILE).read_bytes()
    (example.parent / "other.yaml").hardlink_to(example / FILE)
    write(example, retitled(example, "Staff"))
    assert (example.parent / "other.yaml").read_bytes() == before
    assert "title: Staff" in (example / FILE).read_text(encoding="utf-8")


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
    with pytest.raises(EditError, match=r"no space .*; nothing was written"):
        write(example, list(change.steps()))
    assert {path: path.read_bytes() for path in example.rglob("*") if path.is_file()} == before


def test_a_second_writer_waits_and_then_gives_up(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
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


def renamed(root: Path) -> list[Step]:
    """A change of several files, one of which goes and one of which comes."""
    change = change_of(root)
    rename(change, change.find("areas/workforce"), "staff")
    return list(change.steps())


def texts(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


class FullDisk:
    """A disk on which nothing can be replaced or deleted after so many times."""

    def __init__(self, patch: pytest.MonkeyPatch, after: int, times: int = 1) -> None:
        self.left, self.times = after, times
        for name in ("replace", "unlink"):
            patch.setattr(Path, name, self._instead(getattr(Path, name)))

    def _instead(self, really: Callable[..., object]) -> Callable[..., object]:
        def act(path: Path, *arguments: object, **more: object) -> object:
            if path.name not in (LOCK, JOURNAL) and not more:
                self.left -= 1
                if -self.times <= self.left < 0:
                    raise OSError(5, "Input/output error")
            return really(path, *arguments, **more)

        return act


@pytest.mark.parametrize("after", range(4))
def test_where_one_of_several_files_cannot_be_replaced_none_is(
    after: int, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps, before = renamed(example), texts(example)
    FullDisk(monkeypatch, after)
    with pytest.raises(EditError, match=r"input/output error.*; nothing was written$"):
        write(example, steps)
    assert texts(example) == before


@pytest.mark.parametrize("after", [2, 3])
def test_what_can_be_neither_finished_nor_put_back_is_said_and_finished_later(
    after: int, example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = renamed(example)
    with monkeypatch.context() as patch:
        FullDisk(patch, after, times=99)
        with pytest.raises(EditError, match="had been written; the next command that writes"):
            write(example, steps)
    assert main(["overdue", "--plan", str(example)]) == 2
    assert "broken off half-way" in capsys.readouterr().err
    with only_writer(example) as sentence:
        assert sentence.startswith("finished a change that was broken off: ")
    loaded = load(example)
    assert loaded.findings == []
    assert ("areas", "staff") in loaded.sources.things
    assert not (example / JOURNAL).exists()


KILLED = """
import os, signal, sys
from pathlib import Path

really, left = {name: getattr(Path, name) for name in ("replace", "unlink")}, int(sys.argv[1])

def until(name):
    def act(path, *arguments, **more):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return really[name](path, *arguments, **more)
    return act

for name in really:
    setattr(Path, name, until(name))
from jfp_cli.cli.door import main
sys.exit(main(sys.argv[2:]))
"""


@POSIX
def test_a_change_of_several_files_that_is_killed_is_finished_or_was_never_begun(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcomes = set()
    for moment in range(12):
        plan = Path(shutil.copytree(example, tmp_path / str(moment) / "plan"))
        before = texts(plan)
        command = [sys.executable, "-c", KILLED, str(moment), "rename", "areas/workforce", "staff"]
        ended = subprocess.run([*command, "--plan", plan], cwd=ROOT, check=False, capture_output=True)
        whole = main(["validate", "--plan", str(plan)])
        capsys.readouterr()
        assert main(["set", "plan", "title=Plan", "--plan", str(plan)]) == 0
        said = capsys.readouterr().err
        assert ("finished a change that was broken off" in said) == (whole == 2)
        loaded = load(plan)
        assert loaded.findings == []
        is_new = ("areas", "staff") in loaded.sources.things
        assert is_new or {**texts(plan), "plan.yaml": b""} == {**before, "plan.yaml": b""}
        assert [path.name for path in plan.rglob(".*")] == []
        outcomes.add((ended.returncode, whole, is_new))
    assert {(-signal.SIGKILL, 0, False), (-signal.SIGKILL, 2, True), (0, 0, True)} <= outcomes


@POSIX
def test_a_plan_whose_beginning_was_killed_can_be_begun_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["init", "--organisation", "North Town", "--period", "2027-32"]
    for moment in (0, 1, 6, 11, 99):
        home = tmp_path / str(moment)
        home.mkdir()
        subprocess.run(
            [sys.executable, "-c", KILLED, str(moment), *command], cwd=home, check=False, capture_output=True
        )
        monkeypatch.chdir(home)
        assert main(command) == 0, capsys.readouterr().err
        assert main(["validate"]) == 0
        assert [path.name for path in home.rglob("*") if path.name.endswith((TEMPORARY, JOURNAL, LOCK))] == []


def test_what_somebody_changed_after_a_change_broke_off_is_for_them_to_settle(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = renamed(example)
    with monkeypatch.context() as patch:
        FullDisk(patch, 2, times=99)
        with pytest.raises(EditError):
            write(example, steps)
    journal = example / JOURNAL
    noted = [name for name, before, after in json.loads(journal.read_bytes()) if before and after]
    (example / noted[0]).write_bytes((example / noted[0]).read_bytes() + b"# mine\n")
    before = texts(example)
    with pytest.raises(EditError, match=f"{noted[0]} changed since; .*, then delete .*{JOURNAL}"), only_writer(example):
        pass
    assert {name: text for name, text in before.items() if TEMPORARY not in name} == texts(example)


def test_a_plan_that_is_half_written_is_not_read_as_if_it_were_whole(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = renamed(example)
    with monkeypatch.context() as patch:
        FullDisk(patch, 2, times=99)
        with pytest.raises(EditError):
            write(example, steps)
    [finding] = [one for one in jfp_cli.load(example).findings if one.name == "unreadable-file"]
    assert (finding.message, finding.span.file) == (BROKEN_OFF, f"{example}/{JOURNAL}")
    assert finding.help == "the next command that writes, such as jfp set, finishes it first"
    page = Preview(example, date(2026, 7, 1), Wanted("plan", Form.HTML, "public", None))
    assert BROKEN_OFF in page.beside
    with only_writer(example):
        page.rebuild()
    assert BROKEN_OFF not in page.beside
    (example / JOURNAL).write_text("{}x", encoding="utf-8")
    assert [one.message for one in jfp_cli.load(example).findings] == ["this was not written by jfp"]


@POSIX
@pytest.mark.parametrize("stands", ["a link that leads out", "a folder"])
def test_what_stands_where_a_change_broke_off_is_for_somebody_to_settle(
    stands: str, example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = renamed(example)
    with monkeypatch.context() as patch:
        FullDisk(patch, 2, times=99)
        with pytest.raises(EditError):
            write(example, steps)
    name = next(name for name, before, after in json.loads((example / JOURNAL).read_bytes()) if before and after)
    (example / name).unlink()
    if stands == "a folder":
        (example / name).mkdir()
    else:
        (example.parent / "outside").write_text("mine\n", encoding="utf-8")
        (example / name).symlink_to(example.parent / "outside")
    assert main(["overdue", "--plan", str(example)]) == 2
    assert "a change of this plan was broken off half-way" in capsys.readouterr().err
    assert main(["set", "plan", "title=Anew", "--plan", str(example)]) == 2
    assert f"{name} changed since; see that they are as they should be, then delete " in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}x",
        "[1]",
        "[" * 99_999,
        '[[".git/config", null, "x"]]',
        '[["../out.txt", null, "x"]]',
        '[["sections/../../out.txt", null, "x"]]',
        '[["/tmp/out.txt", null, "x"]]',
        '{"a": 1}',
        '[["plan.yaml", 1, 2]]',
    ],
)
def test_a_journal_that_no_jfp_wrote_is_not_followed(text: str, example: Path) -> None:
    (example / JOURNAL).write_text(text, encoding="utf-8")
    before = texts(example)
    with pytest.raises(EditError, match=r"was not written by jfp; delete it"), only_writer(example):
        pass
    assert texts(example) == before
    assert not (example.parent / "out.txt").exists()


def test_a_file_that_somebody_saves_while_others_are_replaced_is_not_lost(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = renamed(example)
    before = texts(example)
    really = journal.begin

    def save(root: Path, entries: Sequence[Entry]) -> None:
        really(root, entries)
        last = [entry.name for entry in entries if entry.before and entry.after][-1]
        (root / last).write_bytes(before[last] + b"# mine\n")
        before[last] += b"# mine\n"

    monkeypatch.setattr(journal, "begin", save)
    with pytest.raises(EditError, match="changed by somebody else meanwhile; nothing was written"):
        write(example, steps)
    assert texts(example) == before


@POSIX
def test_the_owner_and_the_group_stay_where_the_system_allows_it(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []

    def change_owner(_: Path, owner: int, group: int) -> None:
        asked.append((owner, group))
        raise PermissionError

    monkeypatch.setattr(os, "chown", change_owner)
    state = (example / FILE).stat()
    write(example, retitled(example, "Staff"))
    assert asked == [(state.st_uid, -1), (-1, state.st_gid)]
    assert "title: Staff" in (example / FILE).read_text(encoding="utf-8")


@POSIX
def test_nobody_else_can_read_what_is_being_written_to_a_private_file(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (example / FILE).chmod(0o600)
    modes: list[int] = []
    really = os.fsync

    def sync(handle: int) -> None:
        modes.append(os.fstat(handle).st_mode & 0o777)
        really(handle)

    monkeypatch.setattr(os, "fsync", sync)
    write(example, retitled(example, "Staff"))
    assert modes[0] == 0o600


@POSIX
@pytest.mark.parametrize("there", [True, False], ids=["to a file", "to nothing"])
def test_a_lock_that_is_a_link_is_not_followed(there: bool, example: Path) -> None:
    outside = example.parent / "outside"
    if there:
        outside.write_text("mine\n", encoding="utf-8")
    (example / LOCK).symlink_to(outside)
    with pytest.raises(EditError, match=r"\.jfp\.lock is a link"), only_writer(example):
        pass
    assert outside.exists() == there


@POSIX
@pytest.mark.parametrize("there", [True, False], ids=["to a folder", "to nothing"])
def test_nothing_is_written_through_a_folder_that_leads_out(there: bool, example: Path) -> None:
    outside = example.parent / "outside"
    shutil.rmtree(example / "enablers")
    if there:
        outside.mkdir()
    (example / "enablers").symlink_to(outside)
    change = change_of(example)
    change.create("enablers/research.yaml", "id: research\ntitle: Research\n")
    with pytest.raises(EditError, match=r"enablers/research\.yaml leads out of .*; nothing was written"):
        write(example, list(change.steps()))
    assert list(outside.glob("*")) == []
    assert outside.exists() == there


@POSIX
def test_a_baseline_is_not_written_through_a_link_that_leads_out(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = example.parent / "outside.json"
    (example / "lint-baseline.json").symlink_to(outside)
    assert main(["lint", "--write-baseline", "--plan", str(example)]) == 2
    assert "lint-baseline.json leads out of" in capsys.readouterr().err
    assert not outside.exists()


@POSIX
def test_nothing_is_deleted_through_a_folder_that_leads_out(example: Path) -> None:
    outside = example.parent / "outside"
    outside.mkdir()
    (outside / f".theirs{TEMPORARY}").touch()
    shutil.rmtree(example / "enablers")
    (example / "enablers").symlink_to(outside)
    with only_writer(example):
        pass
    assert [path.name for path in outside.iterdir()] == [f".theirs{TEMPORARY}"]


@POSIX
def test_a_folder_that_may_not_be_written_to_is_named(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    steps = retitled(example, "Staff")
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(EditError, match=rf"the system refused: permission denied \(.*{FILE}\); nothing was written"):
        write(example, steps)
    with pytest.raises(EditError, match="you may not write to the folder"), only_writer(example):
        pass
