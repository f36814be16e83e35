"""What is otherwise on Windows, as far as another system can be made to act like it: files that Excel has open, paths
that are too long, lines that end in two characters, and names that are kept for devices."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from jfp_cli.source.whole_file import TEMPORARY, write_file
from jfp_cli.values.system import why
from tests.cli.conftest import AS_OF, Jfp
from tests.conftest import EXAMPLE, ROOT

COUNCIL = ROOT / "tests" / "borough" / "plan"
HELD, DENIED = 32, 5


class OfWindowsError(OSError):
    """What Windows answers, with its own number beside the one that other systems have."""

    def __init__(self, number: int, words: str, path: str, winerror: int) -> None:
        super().__init__(number, words, path)
        self.winerror = winerror


class HeldError(OfWindowsError, PermissionError):
    """A file that another program has open."""

    def __init__(self, winerror: int, path: str) -> None:
        super().__init__(13, "The process cannot access the file", path, winerror)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, int], list[Path]]:
    """Let another program have every file open that is replaced, so many times."""

    def hold(winerror: int, times: int) -> list[Path]:
        asked: list[Path] = []
        really = Path.replace

        def replace(self: Path, target: Path) -> Path:
            asked.append(Path(target))
            if len(asked) <= times:
                raise HeldError(winerror, str(self))
            return really(self, target)

        monkeypatch.setattr(Path, "replace", replace)
        monkeypatch.setattr("jfp_cli.source.whole_file.time.sleep", lambda _: None)
        return asked

    return hold


@pytest.mark.parametrize("winerror", [HELD, DENIED])
def test_a_file_that_is_free_in_a_moment_is_written(
    held: Callable[[int, int], list[Path]], tmp_path: Path, winerror: int
) -> None:
    asked = held(winerror, 3)
    write_file(tmp_path / "page.html", b"page")
    assert len(asked) == 4
    assert (tmp_path / "page.html").read_bytes() == b"page"


def test_what_is_refused_for_another_reason_is_not_asked_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[Path] = []

    def replace(self: Path, _: Path) -> Path:
        asked.append(self)
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(PermissionError):
        write_file(tmp_path / "page.html", b"page")
    assert len(asked) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("command", "file"),
    [
        (("export", "xlsx"), "plan.xlsx"),
        (("render", "plan"), "plan.docx"),
        (("render", "overdue"), "overdue.html"),
        (("export", "ics"), "plan.ics"),
        (("show", "measures/waiting-list-size"), "chart.svg"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_stays_open_is_a_sentence_and_stays_what_it_was(
    held: Callable[[int, int], list[Path]], jfp: Jfp, tmp_path: Path, command: Sequence[str], file: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / file).write_bytes(b"as Excel has it")
    held(HELD, 99)
    force = ("--force",) if command[0] == "export" else ()
    found = jfp(*command, "--plan", EXAMPLE, *AS_OF, "--output", folder / file, *force)
    assert found.code == 2
    assert "another program, such as Excel, has it open; close it there and try again" in found.err
    assert file in found.err
    assert (folder / file).read_bytes() == b"as Excel has it"
    assert [path.name for path in folder.iterdir()] == [file]


def test_a_plan_file_that_stays_open_changes_nothing(
    held: Callable[[int, int], list[Path]], jfp: Jfp, example: Path
) -> None:
    before = {path: path.read_bytes() for path in example.rglob("*") if path.is_file()}
    held(DENIED, 99)
    found = jfp("set", "elective-hub", "owner=Hub lead", "--plan", example)
    assert found.code == 2
    assert "you have no right to it, or another program, such as Excel, has it open" in found.err
    assert "nothing was written" in found.err
    assert {path: path.read_bytes() for path in example.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("command", "name"), [("import", "plan.xlsx"), ("record", "readings.csv")])
def test_a_table_that_another_program_keeps_to_itself_is_not_read(
    jfp: Jfp, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    table = tmp_path / name
    table.write_bytes(b"table")
    really = Path.read_bytes

    def read(self: Path) -> bytes:
        if self == table:
            raise HeldError(HELD, str(self))
        return really(self)

    monkeypatch.setattr(Path, "read_bytes", read)
    words = (table,) if command == "import" else ("--csv", table)
    found = jfp(command, *words, "--plan", example)
    assert found.code == 2
    assert f"{name} cannot be read: another program, such as Excel, has it open" in found.err


def test_a_name_that_is_too_long_says_so(jfp: Jfp, tmp_path: Path) -> None:
    found = jfp("render", "overdue", "--plan", EXAMPLE, *AS_OF, "--output", tmp_path / f"{'long-' * 60}.html")
    assert found.code == 2
    assert "too many for this system; use a shorter one" in found.err


@pytest.mark.parametrize(
    ("length", "said"), [(300, "the name with its folders has 300 characters"), (40, "the system cannot find the path")]
)
def test_a_path_that_windows_cannot_take_is_not_called_missing(length: int, said: str) -> None:
    error = OfWindowsError(2, "The system cannot find the path specified", "x" * length, 3)
    assert why(error).startswith(said)


def test_a_plan_deep_below_many_folders_is_read_and_written(jfp: Jfp, tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["a-folder-with-a-long-name"] * 12)
    shutil.copytree(EXAMPLE, deep / "plan")
    assert len(str(deep)) > 260
    assert jfp("set", "elective-hub", "owner=Hub lead", "--plan", deep / "plan").code == 0
    assert jfp("render", "overdue", "--plan", deep / "plan", *AS_OF, "--output", deep / "overdue.html").code == 0
    assert not list(deep.rglob(f"*{TEMPORARY}"))


def test_a_long_title_makes_an_id_that_every_system_has_room_for(jfp: Jfp, example: Path) -> None:
    title = "The whole of the work on every pathway of planned and unplanned care in each of our places " * 4
    assert jfp("add", "enabler", "--title", title, "--plan", example).code == 0
    assert max(len(path.name) for path in (example / "enablers").iterdir()) < 80


@pytest.fixture(scope="module")
def of_windows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The council's plan as git writes it there, where it is not told otherwise."""
    folder = tmp_path_factory.mktemp("windows") / "plan"
    shutil.copytree(COUNCIL, folder)
    for path in folder.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return folder


@pytest.mark.parametrize(
    "command",
    [
        ("render", "plan"),
        ("render", "plan", "--format", "md", "--audience", "internal"),
        ("render", "board", "--format", "md", "--since", "2026-10-21"),
        ("render", "annual", "--format", "md"),
        ("overdue", "--format", "json"),
        ("measures", "--format", "json"),
        ("search", "homes", "--format", "json"),
        ("lint", "--fail-on", "never", "--format", "json"),
        ("export", "json"),
        ("export", "ics"),
    ],
    ids=" ".join,
)
def test_lines_of_windows_change_no_answer(jfp: Jfp, of_windows: Path, command: Sequence[str], tmp_path: Path) -> None:
    there = tmp_path / "plan"  # so that both have one name
    answers = []
    for plan in (COUNCIL, of_windows):
        shutil.copytree(plan, there)
        found = jfp(*command, "--plan", there, *AS_OF)
        answers.append((found.out, found.code))
        shutil.rmtree(there)
    assert answers[0] == answers[1]
    assert answers[0][1] == 0


def test_what_is_laid_out_anew_keeps_the_lines_of_windows(jfp: Jfp, of_windows: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    shutil.copytree(of_windows, plan)
    assert jfp("fmt", "--plan", plan).code == 0
    for path in plan.rglob("*.yaml"):
        assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")
    assert jfp("validate", "--plan", plan).code == 0


def test_a_portfolio_with_lines_of_windows_is_read(jfp: Jfp, of_windows: Path, tmp_path: Path) -> None:
    file = tmp_path / "portfolio.yaml"
    file.write_bytes(f"title: Two\r\nplans:\r\n  a: {of_windows.as_posix()}\r\n  b: {EXAMPLE.as_posix()}\r\n".encode())
    found = jfp("status", "--portfolio", file, *AS_OF, "--format", "csv")
    assert [line.partition(",")[0] for line in found.lines[1:]] == ["a", "b"]


@pytest.mark.parametrize("name", ["aux", "con", "nul", "com1", "lpt9"])
def test_a_plan_from_elsewhere_with_a_name_that_windows_keeps_is_found(jfp: Jfp, example: Path, name: str) -> None:
    (example / "milestones" / f"{name}.yaml").write_text(
        f"area: {name}\ntitle: Auxiliary\nmilestones: []\n", encoding="utf-8"
    )
    found = jfp("lint", "--plan", example, "--select", "JFP611", *AS_OF)
    assert found.code == 1
    assert f"jfp rename areas/{name} {name}-1" in found.out
    assert jfp("rename", f"areas/{name}", f"{name}-1", "--plan", example).code == 0
    assert jfp("lint", "--plan", example, "--select", "JFP611", *AS_OF).code == 0


def test_reminders_are_named_so_that_every_system_has_room_for_them(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    jfp("set", "elective-hub", "owner=Con", "--plan", example)
    jfp("set", "endoscopy-unit", "owner=con:", "--plan", example)
    assert jfp("remind", "--plan", example, "--format", "eml", "--output", tmp_path / "mail", *AS_OF).code == 0
    names = [path.name for path in (tmp_path / "mail").iterdir()]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(name.startswith("for-") and ":" not in name for name in names)


def test_a_workbook_that_cannot_be_opened_there_may_be_open_elsewhere(
    jfp: Jfp, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening a file, unlike replacing one, does not say which of the two it is."""
    table = tmp_path / "plan.xlsx"
    table.write_bytes(b"table")

    def read(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(table))

    monkeypatch.setattr(Path, "read_bytes", read)
    monkeypatch.setattr("jfp_cli.values.system.ON_WINDOWS", False)
    assert jfp("import", table, "--plan", example).err == f"jfp: {table} cannot be read: permission denied\n"
    monkeypatch.setattr("jfp_cli.values.system.ON_WINDOWS", True)
    found = jfp("import", table, "--plan", example)
    assert "you have no right to it, or another program, such as Excel, has it open" in found.err
