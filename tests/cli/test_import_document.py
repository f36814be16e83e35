"""`jfp import` of a published plan: what is written, what is said, and what is refused."""

from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Jfp
from tests.exchange.word.documents import bold_lines, numbered_lists, project_cards


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "plan.docx"
    path.write_bytes(bold_lines())
    return path


def test_a_plan_comes_into_a_folder_and_is_valid(jfp: Jfp, document: Path, tmp_path: Path) -> None:
    home = tmp_path / "fens"
    result = jfp("import", str(document), "--into", str(home))
    assert (result.code, result.out) == (0, "")
    assert "the plan is valid: 3 sections" in result.err
    assert "left over: " in result.err
    assert "next: jfp status --plan" in result.err
    assert jfp("validate", "--plan", str(home / "plan")).code == 0
    assert jfp("fmt", "--check", "--plan", str(home / "plan")).code == 0
    assert (home / ".jfp" / "schema" / "plan.json").is_file()
    left_over = yaml.safe_load((home / "import-left-over.yaml").read_text(encoding="utf-8"))
    assert left_over["document"] == "plan.docx"


@pytest.mark.usefixtures("document")
def test_it_begins_where_one_stands_and_never_overwrites(
    jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert jfp("import", "plan.docx").code == 0
    before = (tmp_path / "plan" / "plan.yaml").read_bytes()
    again = jfp("import", "plan.docx", "--organisation", "Somebody else")
    assert again.code == 2
    assert "is a plan already" in again.err
    assert "--into DIR" in again.err
    assert (tmp_path / "plan" / "plan.yaml").read_bytes() == before


def test_what_is_left_over_from_before_is_not_overwritten(jfp: Jfp, document: Path, tmp_path: Path) -> None:
    home = tmp_path / "fens"
    home.mkdir()
    (home / "import-left-over.yaml").write_text("mine: true\n", encoding="utf-8")
    result = jfp("import", str(document), "--into", str(home))
    assert result.code == 2
    assert "import-left-over.yaml" in result.err
    assert not (home / "plan").exists()


def test_a_dry_run_says_the_same_and_writes_nothing(jfp: Jfp, document: Path, tmp_path: Path) -> None:
    result = jfp("import", str(document), "--into", str(tmp_path / "fens"), "--dry-run")
    assert result.code == 0
    assert "nothing was written" in result.err
    assert not (tmp_path / "fens").exists()


def test_whose_plan_it_is_and_its_years_can_be_said(jfp: Jfp, document: Path, tmp_path: Path) -> None:
    home = tmp_path / "fens"
    options = ("--organisation", "Fen Board", "--period", "2027-32")
    assert jfp("import", str(document), "--into", str(home), *options).code == 0
    settings = yaml.load((home / "plan" / "plan.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    assert settings["organisation"] == "Fen Board"
    assert settings["period"] == {"start": "2027-04-01", "end": "2032-03-31"}


def test_what_was_doubtful_is_said(jfp: Jfp, tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(numbered_lists())
    result = jfp("import", str(tmp_path / "plan.docx"), "--into", str(tmp_path / "vale"))
    assert "the years of the plan were read from the dates in it" in result.err


def test_a_document_that_names_nobody_says_so_in_the_plan(jfp: Jfp, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("Plan 2026-31\n\nCancer\n\nWe will:\n- See people sooner\n", encoding="utf-8")
    home = tmp_path / "new"
    result = jfp("import", str(tmp_path / "plan.txt"), "--into", str(home))
    assert result.code == 0
    assert "whose plan it is was found nowhere" in result.err
    assert "pending:" in (home / "plan" / "plan.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("missing.docx", (), "cannot be read: no such file"),
        ("plan.pdf", (), "write --type"),
        ("torn.docx", (), "is cut short or damaged"),
        ("plan.docx", ("--period", "soon"), "is not the years of a plan"),
        ("plan.docx", ("--type", "text"), "is no plain text"),
        ("plan.docx", ("--note", "Reported"), "--note is for a workbook"),
        ("plan.docx", ("--organisation", " "), "a plan is somebody's"),
    ],
)
def test_what_cannot_be_imported_is_said_and_nothing_is_written(
    jfp: Jfp, document: Path, tmp_path: Path, name: str, options: tuple[str, ...], said: str
) -> None:
    (tmp_path / "torn.docx").write_bytes(project_cards()[:3000])
    (tmp_path / "plan.pdf").write_bytes(document.read_bytes())
    result = jfp("import", str(tmp_path / name), "--into", str(tmp_path / "fens"), *options)
    assert result.code == 2
    assert said in result.err
    assert not (tmp_path / "fens").exists()


def test_without_the_part_that_reads_documents_it_is_said_how_to_add_it(
    jfp: Jfp, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jfp_cli.cli.document_import.missing", lambda *_: 'needs it; pip install "jfp-cli[office]"')
    result = jfp("import", str(document), "--into", str(tmp_path / "fens"))
    assert result.code == 2
    assert "jfp-cli[office]" in result.err
