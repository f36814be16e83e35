"""A workbook that LibreOffice opened and saved in its own way comes back as it was, and with what was changed in it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, ROOT, SHIPPED
from tests.exchange.workbooks import cell, exported, ids, opened, saved, taken, texts_of

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
BOROUGH = ROOT / "tests" / "borough" / "plan"


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


def resaved(data: bytes, folder: Path, profile: Path) -> bytes:
    """A workbook after LibreOffice saved it."""
    (folder / "sent.xlsx").write_bytes(data)
    subprocess.run(
        [
            *(str(OFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"),
            *("--outdir", str(folder / "saved"), str(folder / "sent.xlsx")),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return (folder / "saved" / "sent.xlsx").read_bytes()


@pytest.mark.parametrize("root", [EXAMPLE, BOROUGH, SHIPPED], ids=["example", "borough", "shipped"])
def test_saving_alone_changes_no_byte(root: Path, tmp_path: Path, profile: Path) -> None:
    plan = Path(shutil.copytree(root, tmp_path / "plan"))
    before = texts_of(plan)
    came = taken(plan, resaved(exported(plan), tmp_path, profile))
    assert came.proposal == type(came.proposal).empty()
    assert texts_of(plan) == before


def test_what_was_changed_comes_back(tmp_path: Path, profile: Path) -> None:
    plan = Path(shutil.copytree(EXAMPLE, tmp_path / "plan"))
    book = opened(exported(plan))
    cell(book, "Milestones", "rostering", "Due").value = "May 2027"
    came = taken(plan, resaved(saved(book), tmp_path, profile))
    assert [change.after for change in came.proposal.changes] == ["May 2027"]


def test_lists_locks_and_notes_stay(tmp_path: Path, profile: Path) -> None:
    book = opened(resaved(exported(EXAMPLE), tmp_path, profile))
    sheet = book["Milestones"]
    assert sheet.protection.sheet
    assert len(sheet.data_validations.dataValidation) > 5
    assert cell(book, "Milestones", "elective-hub", "Id").protection.locked
    assert not cell(book, "Milestones", "elective-hub", "Due").protection.locked
    assert sheet["A1"].comment.text.startswith("A short name")
    assert [book[name].sheet_state for name in ("Lists", "Exported")] == ["hidden", "hidden"]
    assert len(list(ids(sheet))) == 5
