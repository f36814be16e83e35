"""`jfp render` as a Word document: what is written, what keeps the public edition closed, and what may be missing."""

import io
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from jfp_cli.report.pages.word import pictures
from tests.borough.test_borough import PLAN as BOROUGH
from tests.cli.conftest import Jfp, environment
from tests.cli.test_render import DAY, own
from tests.conftest import EXAMPLE, ROOT
from tests.report.pages import NEEDS_WORD, said_in_word

WORD = ("--format", "docx", *DAY)


@NEEDS_WORD
@pytest.mark.parametrize("report", ["plan", "overdue", "board"])
def test_every_report_is_written_by_the_ending_of_its_file(
    jfp: Jfp, example: Path, tmp_path: Path, report: str
) -> None:
    file = tmp_path / "report.docx"
    ran = jfp("render", report, *DAY, "--output", file, "--plan", example)
    assert (ran.out, ran.code) == ("", 0)
    assert "wrote" in ran.err
    assert "Example Joint Forward Plan" in docx.Document(str(file)).core_properties.title


@NEEDS_WORD
def test_a_pipe_takes_it_and_it_is_the_same_every_time() -> None:
    def piped(seed: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-m", "jfp_cli", "render", *WORD, "--plan", EXAMPLE],
            cwd=ROOT,
            env=environment({"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1700000000"}),
            capture_output=True,
            check=True,
        ).stdout

    first = piped("1")
    assert docx.Document(io.BytesIO(first)).paragraphs
    assert piped("2") == first


def test_it_is_not_poured_over_a_terminal(screen: Jfp, capsys: pytest.CaptureFixture[str]) -> None:
    assert screen("render", *WORD, "--plan", EXAMPLE).code == 2
    said = capsys.readouterr().err
    assert said == "jfp: DOCX is nothing to read here; write --output plan.docx for a file, or --format md for text\n"


@NEEDS_WORD
def test_one_section_is_written_alone(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    file = tmp_path / "one.docx"
    jfp("render", *WORD, "--section", "staff-retention", "--output", file, "--plan", example)
    whole, _ = said_in_word(file.read_bytes())
    assert "2.1 Retaining staff" in whole
    assert "Elective care recovery" not in whole


def test_the_check_reads_what_the_file_is_made_of(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.docx"
    own(example, "mine.html.j2", "{% if in_word %}<p>See <b>https://example.org/hub</b></p>{% endif %}")
    assert jfp("render", "mine", "--format", "pdf", *DAY, "--check", "--plan", example).code == 0
    ran = jfp("render", "mine", *WORD, "--check", "--output", file, "--plan", example)
    assert "milestones/elective-hub.evidence[0] is hidden from the public, but the page holds it: " in ran.out
    assert ran.code == 1
    assert not file.exists()


def test_the_check_of_jfp_s_own_pages_finds_nothing(jfp: Jfp, example: Path) -> None:
    for report in "plan", "overdue":
        ran = jfp("render", report, *WORD, "--check", "--plan", example)
        assert (ran.out, ran.code) == ("", 0)
        assert f"nothing that is hidden from the public reaches {report}.docx" in ran.err


@pytest.mark.parametrize(("module", "package"), [("docx", "python-docx"), ("resvg_py", "resvg-py")])
def test_a_missing_package_is_said_with_what_adds_it(
    jfp: Jfp, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    ran = jfp("render", *WORD, "--output", tmp_path / "plan.docx", "--plan", example)
    assert ran.err.startswith(f"jfp: --format docx needs the package {package}; add it with: ")
    assert '"jfp-cli[office]"' in ran.err
    assert ran.err.count("\n") == 1
    assert (ran.out, ran.code) == ("", 2)


def test_without_a_font_nothing_is_written_rather_than_pictures_without_words(
    jfp: Jfp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "font", lambda: None)
    file = tmp_path / "plan.docx"
    ran = jfp("render", *WORD, "--output", file, "--plan", BOROUGH)
    assert ran.err.startswith("jfp: this computer has none of the fonts that the texts of pictures are written with; ")
    assert (ran.out, ran.code) == ("", 2)
    assert not file.exists()


@NEEDS_WORD
def test_a_reference_is_used_and_what_it_lacks_is_said(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    (example / "templates").mkdir()
    reference = docx.Document()
    for name in "List Bullet", "Caption":
        style = reference.styles[name].element
        style.getparent().remove(style)
    reference.styles["Normal"].font.name = "Corbel"
    reference.save(str(example / "templates" / "reference.docx"))
    file = tmp_path / "plan.docx"
    ran = jfp("render", *WORD, "--output", file, "--plan", example)
    assert "reference.docx has no style List Bullet, caption, toc 1, toc 2 or Hyperlink; " in ran.err
    assert ran.code == 0
    assert docx.Document(str(file)).styles["Normal"].font.name == "Corbel"


def test_a_broken_reference_is_said_with_its_place(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    own(example, "reference.docx", "a letter")
    ran = jfp("render", *WORD, "--output", tmp_path / "plan.docx", "--plan", example)
    assert ran.err.startswith("jfp: ")
    assert "templates/reference.docx: this is no Word document that can be opened; save it from Word anew" in ran.err
    assert (ran.out, ran.code) == ("", 2)


@NEEDS_WORD
def test_a_picture_that_is_not_well_formed_is_said(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    own(example, "mine.html.j2", '<svg width="9" height="9"><rect fill="a" fill="b"/></svg>')
    ran = jfp("render", "mine", *WORD, "--output", tmp_path / "mine.docx", "--plan", example)
    assert "a picture of the page is no well-formed SVG: " in ran.err
    assert ran.code == 2
