"""Files that hold no text or cannot be read: one finding each, and the rest of the plan answers."""

import shutil
from pathlib import Path

import pytest

from jfp_cli.loading import load
from tests.conftest import ChangePlan

SAVE = "save the file again as UTF-8 text"


def replace_by_file(path: Path) -> None:
    shutil.rmtree(path)
    path.write_text("x", encoding="utf-8")


@pytest.mark.parametrize(
    ("data", "code", "name", "message", "advice", "at"),
    [
        (b"", "JFP006", "empty-file", "the file is empty", "write what belongs in it", (1, 1)),
        (b"# later\n", "JFP006", "empty-file", "the file holds nothing but comments", "write what belongs", (1, 1)),
        (b"\0" * 4096, "JFP002", "not-text", "a character that is not text (U+0000)", "plain UTF-8 text", (1, 1)),
        (b"id: a\ntitle: caf\xe9\n", "JFP002", "not-text", 'the byte 0xe9, which is "\xe9" in older', SAVE, (2, 11)),
        ("id: a\n".encode("utf-16"), "JFP002", "not-text", "the file is UTF-16 text, not UTF-8", SAVE, (1, 1)),
        ("id: a\n".encode("utf-16-le"), "JFP002", "not-text", "not text (U+0000)", "plain UTF-8 text", (1, 2)),
        (b"title: a\n\tb: c\n", "JFP003", "yaml-syntax", "a tab is used as indentation", "use spaces", (2, 1)),
        (b"[" * 10_000, "JFP005", "refused-yaml", "nested more than 40 deep", "fewer than ten levels", (1, 41)),
    ],
    ids=["empty", "comments", "NULs", "Latin-1", "UTF-16", "UTF-16 without a mark", "tab", "deep nesting"],
)  # fmt: skip
@pytest.mark.parametrize("file", ["plan.yaml", "sections/staff-retention.yaml", "milestones/workforce.yaml"])
def test_a_file_that_holds_no_plan_is_one_finding(
    change: ChangePlan, file: str, data: bytes, code: str, name: str, message: str, advice: str, at: tuple[int, int]
) -> None:
    loaded = load(change(file, data))
    [finding] = loaded.findings
    assert (finding.code, finding.name) == (code, name)
    assert message in finding.message
    assert advice in finding.help
    assert finding.span.file.endswith(file)
    assert (finding.span.line, finding.span.column) == at
    assert (loaded.plan is None) == (file == "plan.yaml")
    assert [left_out.what.endswith(file) for left_out in loaded.left_out] == [True]


def test_a_text_of_ten_megabytes_is_read(change: ChangePlan) -> None:
    root = change("sections/staff-retention.yaml", "title: Retaining staff", f"title: {'Retain ' * 1_500_000}")
    loaded = load(root)
    assert loaded.findings == []
    assert loaded.plan is not None
    assert len(loaded.plan.sections["staff-retention"].title) > 10_000_000


def test_a_wrong_text_of_ten_megabytes_is_said_shortly(change: ChangePlan) -> None:
    root = change("sections/staff-retention.yaml", "better: lower", f"better: {'lower ' * 1_700_000}")
    [finding] = load(root).findings
    assert len(finding.message) < 200
    assert finding.help == "write one of: lower, higher, exactly"


def test_a_folder_without_a_plan_gives_a_finding_and_no_plan(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert loaded.plan is None
    [finding] = loaded.findings
    assert (finding.name, finding.message) == ("unreadable-file", "the file cannot be read: it is not there")


@pytest.mark.parametrize("ending", [".yml", ".YAML"])
def test_a_file_with_another_ending_is_one_finding(change: ChangePlan, ending: str) -> None:
    loaded = load(change(f"sections/dental{ending}", "id: dental\ntitle: Dental\n"))
    [finding] = loaded.findings
    assert (finding.code, finding.name, finding.help) == ("JFP001", "unreadable-file", "rename it to dental.yaml")


def test_a_folder_named_like_a_file_is_one_finding(example: Path) -> None:
    (example / "sections" / "dental.yaml").mkdir()
    [finding] = load(example).findings
    assert finding.message == "this is a folder, where a file of text should be"


@pytest.mark.parametrize("kind", ["sections", "milestones", "enablers", "measures"])
def test_a_folder_that_cannot_be_read_is_one_finding(example: Path, kind: str) -> None:
    replace_by_file(example / kind)
    loaded = load(example)
    [finding] = loaded.findings
    assert finding.span.file.endswith(f"plan/{kind}")
    assert finding.message == "the folder cannot be read: it is a file"
    assert loaded.plan is not None


def test_hidden_files_are_not_looked_at(change: ChangePlan) -> None:
    assert load(change("sections/.dental.yaml", b"\0")).findings == []


def test_a_byte_order_mark_changes_no_position(change: ChangePlan) -> None:
    text = "area: workforce\ntitle: @x\n"
    spans = [
        load(change("milestones/workforce.yaml", mark + text.encode())).findings[0].span
        for mark in (b"", b"\xef\xbb\xbf")
    ]
    assert spans[0] == spans[1]
