"""Plan files on the disk: which are read, and what is said of those that cannot be."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jfp_cli.model.kinds import FOLDERS
from jfp_cli.source.folder import PlanNotFoundError, TextFile, check_plan, find_plan, read_plan, shown
from tests.conftest import ChangePlan

NOT_READ = "the file cannot be read: "
TRUE_NAMES = "this platform or this user has no symbolic links"


def file_at(root: Path, name: str) -> TextFile:
    """What was read of one file of a plan."""
    return next(file for file in read_plan(root, FOLDERS) if file.shown.endswith(f"/{name}"))


def link(path: Path, target: Path | str) -> None:
    try:
        path.symlink_to(target)
    except (OSError, NotImplementedError):
        pytest.skip(TRUE_NAMES)


def test_plan_yaml_comes_first_then_every_file_by_folder_and_name(example: Path) -> None:
    (example / "sections" / "a.yaml").write_text("id: a\n", encoding="utf-8")
    assert [(file.folder, file.name) for file in read_plan(example, FOLDERS)] == [
        ("plan", "plan"),
        ("sections", "a"),
        ("sections", "elective-care"),
        ("sections", "staff-retention"),
        ("milestones", "planned-care"),
        ("milestones", "workforce"),
        ("enablers", "estates"),
        ("measures", "waiting-list-size"),
    ]


def test_only_the_kinds_that_are_asked_for_are_read(example: Path) -> None:
    assert [file.folder for file in read_plan(example, FOLDERS, ["milestones"])] == ["plan", "milestones", "milestones"]


@pytest.mark.parametrize("name", [".hidden.yaml", "~lock.yaml", "notes.txt", "x.yaml.bak", "x.yaml~", "yaml", ".yaml"])
def test_files_of_other_programs_are_not_looked_at(change: ChangePlan, name: str) -> None:
    root = change(f"sections/{name}", b"\xff\0")
    assert len(read_plan(root, FOLDERS)) == 7


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a: b\r\nc: d\r\n", "a: b\r\nc: d\r\n"),
        (b"\xef\xbb\xbfa: b\n", "a: b\n"),
        (b"\xef\xbb\xbf\xef\xbb\xbfa: b\n", "a: b\n"),
        ("a: é😀\n".encode(), "a: é😀\n"),
        (b"", ""),
        (b"\xef\xbb\xbf", ""),
        (b"\0\0", "\0\0"),
    ],
)
def test_a_file_is_read_as_it_is_but_for_its_byte_order_mark(change: ChangePlan, data: bytes, text: str) -> None:
    assert file_at(change("sections/x.yaml", data), "x.yaml").text == text


@pytest.mark.parametrize(
    ("data", "problem", "at"),
    [
        (b"a: b\nc: caf\xe9\n", 'it holds the byte 0xe9, which is "é" in older Windows files', (2, 7)),
        (
            b"a: b\r\nc: \x93d\x94\n",
            'it holds the byte 0x93, which is "\N{LEFT DOUBLE QUOTATION MARK}" in older',
            (2, 4),
        ),
        (b"\xef\xbb\xbfa: \xc3\xa9\xff\n", "it holds the byte 0xff", (1, 5)),
        (b"a: \x81\n", "it holds the byte 0x81", (1, 4)),
        (b"a: b\n\xe2\x82", "it holds the byte 0xe2", (2, 1)),
        ("a: b\n".encode("utf-16"), "the file is UTF-16 text, not UTF-8", (1, 1)),
        (b"\xfe\xff" + "a: b\n".encode("utf-16-be"), "the file is UTF-16 text, not UTF-8", (1, 1)),
    ],
)
def test_a_file_that_is_not_utf_8_says_where(
    change: ChangePlan, data: bytes, problem: str, at: tuple[int, int]
) -> None:
    file = file_at(change("sections/x.yaml", data), "x.yaml")
    assert file.text is None
    assert problem in file.problem
    assert file.advice == "save the file again as UTF-8 text"
    assert file.at == at


@pytest.mark.parametrize("name", ["x.yml", "x.YAML", "x.Yml"])
def test_plan_files_have_one_ending(change: ChangePlan, name: str) -> None:
    file = file_at(change(f"sections/{name}", "id: x\n"), name)
    assert file.text is None
    assert file.problem.startswith('plan files end in ".yaml", not ')
    assert file.advice == "rename it to x.yaml"


def test_a_folder_is_no_file(example: Path) -> None:
    (example / "sections" / "x.yaml").mkdir()
    file = file_at(example, "x.yaml")
    assert (file.text, file.problem) == (None, "this is a folder, where a file of text should be")


def test_a_folder_is_no_file_where_the_system_opens_none(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: str, flags: int) -> int:
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied")
        return opened(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    test_a_folder_is_no_file(example)


def test_a_file_that_comes_in_pieces_is_read_to_its_end(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text, read = file_at(example, "elective-care.yaml").text, os.read
    monkeypatch.setattr(os, "read", lambda handle, size: read(handle, min(size, 7)))
    assert text
    assert file_at(example, "elective-care.yaml").text == text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this platform has no named pipes")
def test_a_named_pipe_is_not_waited_for(example: Path) -> None:
    os.mkfifo(example / "sections" / "x.yaml")
    code = "import sys; from pathlib import Path; from jfp_cli.source.folder import read_plan\n"
    code += f"print(*[file.problem for file in read_plan(Path(sys.argv[1]), {FOLDERS})], sep='')"
    done = subprocess.run(
        [sys.executable, "-c", code, str(example)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "this is not an ordinary file, where a file of text should be"


def test_a_link_out_of_the_plan_is_not_followed(example: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("id: x\n", encoding="utf-8")
    link(example / "sections" / "x.yaml", tmp_path / "secret.yaml")
    file = file_at(example, "x.yaml")
    assert (file.text, file.problem) == (None, "this is a link to a file outside the plan folder")


def test_a_folder_that_links_out_of_the_plan_is_not_followed(example: Path, tmp_path: Path) -> None:
    (example / "sections").rename(tmp_path / "elsewhere")
    link(example / "sections", tmp_path / "elsewhere")
    files = [file for file in read_plan(example, FOLDERS) if file.folder == "sections"]
    assert {file.problem for file in files} == {"this is a link to a file outside the plan folder"}
    assert len(files) == 2


def test_plan_yaml_may_not_link_out_of_the_plan(example: Path, tmp_path: Path) -> None:
    (example / "plan.yaml").rename(tmp_path / "plan.yaml")
    link(example / "plan.yaml", tmp_path / "plan.yaml")
    assert read_plan(example, FOLDERS)[0].problem == "this is a link to a file outside the plan folder"


def test_links_within_the_plan_are_followed(example: Path) -> None:
    link(example / "enablers" / "x.yaml", Path("..") / "sections" / "elective-care.yaml")
    assert file_at(example, "x.yaml").text == file_at(example, "elective-care.yaml").text


def test_a_plan_folder_may_itself_be_a_link(example: Path, tmp_path: Path) -> None:
    link(tmp_path / "current", example)
    files = read_plan(tmp_path / "current", FOLDERS)
    assert len(files) == 7
    assert all(file.text is not None for file in files)


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("x.yaml", "it is a link that leads back to itself"),
        ("nowhere.yaml", "it is a link to something that is not there"),
    ],
)
def test_a_link_that_leads_nowhere_says_so(example: Path, target: str, problem: str) -> None:
    link(example / "sections" / "x.yaml", target)
    file = file_at(example, "x.yaml")
    assert (file.text, file.problem) == (None, NOT_READ + problem)


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("measures", "it is a link that leads back to itself"),
        ("nowhere", "it is a link to something that is not there"),
    ],
)
def test_a_folder_that_links_nowhere_says_so(example: Path, target: str, problem: str) -> None:
    (example / "measures" / "waiting-list-size.yaml").unlink()
    (example / "measures").rmdir()
    link(example / "measures", target)
    [file] = [file for file in read_plan(example, FOLDERS) if file.folder == "measures"]
    assert (file.name, file.text, file.problem) == ("", None, f"the folder cannot be read: {problem}")


def test_a_file_where_a_folder_should_be_says_so(example: Path) -> None:
    (example / "measures" / "waiting-list-size.yaml").unlink()
    (example / "measures").rmdir()
    (example / "measures").write_text("x", encoding="utf-8")
    [file] = [file for file in read_plan(example, FOLDERS) if file.folder == "measures"]
    assert file.problem == "the folder cannot be read: it is a file"


def test_a_kind_without_a_folder_has_no_files(example: Path) -> None:
    (example / "measures" / "waiting-list-size.yaml").unlink()
    (example / "measures").rmdir()
    assert [file for file in read_plan(example, FOLDERS) if file.folder == "measures"] == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_that_may_not_be_read_says_so(example: Path) -> None:
    path = example / "sections" / "elective-care.yaml"
    path.chmod(0)
    file = file_at(example, "elective-care.yaml")
    assert (file.text, file.problem) == (None, NOT_READ + "you may not read it")


def test_a_refused_file_says_so_whoever_reads_it(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: str, flags: int) -> int:
        if path.endswith("elective-care.yaml"):
            raise PermissionError(13, "Permission denied")
        return opened(path, flags)

    monkeypatch.setattr("jfp_cli.values.system.ON_WINDOWS", False)
    monkeypatch.setattr(os, "open", refuse)
    file = file_at(example, "elective-care.yaml")
    assert (file.text, file.problem) == (None, NOT_READ + "you may not read it")


def test_a_file_of_hundreds_of_megabytes_is_not_read(example: Path) -> None:
    with (example / "sections" / "x.yaml").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert file_at(example, "x.yaml").problem == "the file is 200 MB long"


def test_a_missing_plan_yaml_says_so(tmp_path: Path) -> None:
    [file] = read_plan(tmp_path, FOLDERS)
    assert (file.text, file.problem) == (None, NOT_READ + "it is not there")


# Which plan is meant


def test_a_plan_is_found_from_the_folder_that_holds_it_and_from_every_folder_within(example: Path) -> None:
    for start in (example.parent, example, example / "sections"):
        assert find_plan(start) == example


def test_a_folder_above_may_hold_the_plan(example: Path) -> None:
    below = example.parent / "docs" / "notes"
    below.mkdir(parents=True)
    assert find_plan(below) == example


def test_without_a_plan_it_is_said_where_one_was_looked_for(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    with pytest.raises(PlanNotFoundError, match=r"there is no plan/plan\.yaml in .* or above it; .* --plan DIR"):
        find_plan(tmp_path)


def test_a_plan_yaml_in_a_folder_of_another_name_is_found_by_name_alone(example: Path, tmp_path: Path) -> None:
    other = example.rename(tmp_path / "draft")
    assert check_plan(other) == other
    with pytest.raises(PlanNotFoundError):
        find_plan(other)


def test_the_folder_above_the_plan_may_be_named(example: Path) -> None:
    assert check_plan(example) == example
    assert check_plan(example.parent) == example


def test_a_folder_without_a_plan_is_told_from_one_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PlanNotFoundError, match=r"there is no plan\.yaml in "):
        check_plan(tmp_path)
    with pytest.raises(PlanNotFoundError, match="there is no folder "):
        check_plan(tmp_path / "nowhere")


def test_a_folder_that_may_not_be_entered_holds_no_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuse)
    monkeypatch.setattr(Path, "is_dir", refuse)
    for look in (find_plan, check_plan):
        with pytest.raises(PlanNotFoundError):
            look(tmp_path)


def test_a_path_is_shown_from_the_working_folder_where_that_is_above_it(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example.parent)
    assert shown(example / "sections") == "plan/sections"
    monkeypatch.chdir(example / "sections")
    assert shown(example) == example.as_posix()
