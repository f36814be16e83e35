"""`jfp render` as PDF: where it goes, what keeps the public edition closed, and what is said of a missing part."""

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Jfp, environment
from tests.cli.test_render import DAY, own
from tests.conftest import EXAMPLE, ROOT, ChangePlan
from tests.report.pages import NEEDS_PDF, said_in

PDF = ("--format", "pdf", *DAY)


@NEEDS_PDF
def test_a_file_is_written_in_the_format_that_its_name_ends_with(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    for name in "plan.pdf", "PLAN.PDF":
        ran = jfp("render", *DAY, "--output", tmp_path / name, "--plan", example)
        assert (ran.out, ran.code) == ("", 0)
        assert said_in(PdfReader(tmp_path / name))
    jfp("render", *DAY, "--output", tmp_path / "plan.md", "--plan", example)
    assert (tmp_path / "plan.md").read_text("utf-8").startswith("# ")
    jfp("render", *DAY, "--output", tmp_path / "plan.page", "--plan", example)
    assert (tmp_path / "plan.page").read_text("utf-8").startswith("<!doctype html>")
    jfp("render", "--format", "md", *DAY, "--output", tmp_path / "plan.pdf", "--plan", example)
    assert (tmp_path / "plan.pdf").read_text("utf-8").startswith("# ")


@NEEDS_PDF
def test_a_pipe_takes_it_and_it_is_the_same_every_time() -> None:
    def piped(seed: str) -> bytes:
        ran = subprocess.run(
            [sys.executable, "-m", "jfp_cli", "render", *PDF, "--plan", EXAMPLE],
            cwd=ROOT,
            env=environment({"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1700000000"}),
            capture_output=True,
            check=True,
        )
        assert ran.stderr == b""
        return ran.stdout

    first = piped("1")
    assert first.startswith(b"%PDF-")
    assert piped("2") == first


def test_it_is_not_poured_over_a_terminal(screen: Jfp, capsys: pytest.CaptureFixture[str]) -> None:
    assert screen("render", *PDF, "--plan", EXAMPLE).code == 2
    said = capsys.readouterr().err
    assert said == "jfp: PDF is nothing to read here; write --output plan.pdf for a file, or --format md for text\n"


@NEEDS_PDF
def test_a_terminal_is_told_what_takes_a_while_until_it_is_done(terminal: Jfp, tmp_path: Path) -> None:
    said = terminal("render", *PDF, "--output", tmp_path / "plan.pdf", "--plan", EXAMPLE).out
    assert said.startswith("laying out the pages of the PDF ...\r ")
    assert said.endswith("plan.pdf\n")


@NEEDS_PDF
def test_one_section_is_written_alone(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    jfp("render", *PDF, "--section", "staff-retention", "--output", tmp_path / "one.pdf", "--plan", example)
    whole = said_in(PdfReader(tmp_path / "one.pdf"))
    assert "2.1 Retaining staff" in whole
    assert "This is one section of the plan" in whole
    assert "Elective care recovery" not in whole


@pytest.mark.parametrize("checked", [(), ("--check",)])
def test_nothing_is_written_where_nobody_knows_what_is_hidden(
    jfp: Jfp, change: ChangePlan, tmp_path: Path, checked: tuple[str, ...]
) -> None:
    folder = change("plan.yaml", "lint:\n", "publish: {public: {hid: [status]}}\nlint:\n")
    ran = jfp("render", *PDF, *checked, "--output", tmp_path / "plan.pdf", "--plan", folder)
    assert "no page was written" in ran.err
    assert ran.code == 1
    assert not (tmp_path / "plan.pdf").exists()


def test_the_check_reads_what_the_file_is_made_of(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.pdf"
    own(example, "mine.html.j2", "{% if on_paper %}<p>See <b>https://example.org/hub</b></p>{% endif %}")
    assert jfp("render", "mine", *DAY, "--check", "--plan", example).code == 0  # a web page does not say it
    ran = jfp("render", "mine", *PDF, "--check", "--output", file, "--plan", example)
    assert "milestones/elective-hub.evidence[0] is hidden from the public, but the page holds it: " in ran.out
    assert ran.code == 1
    assert not file.exists()


def test_the_check_of_jfp_s_own_pages_finds_nothing(jfp: Jfp, example: Path) -> None:
    for report in "plan", "overdue":
        ran = jfp("render", report, *PDF, "--check", "--plan", example)
        assert (ran.out, ran.code) == ("", 0)
        assert f"nothing that is hidden from the public reaches {report}.pdf" in ran.err


def test_the_list_has_it_with_the_template_of_the_web_page(jfp: Jfp, example: Path) -> None:
    own(example, "mine.html.j2", "mine")
    rows = [line.split() for line in jfp("render", "--list", "--plan", example).lines]
    assert [row[1] for row in rows if row[0] == "mine"] == ["html", "pdf", "docx"]
    assert len({row[2] for row in rows if row[0] == "mine"}) == 1


def test_a_missing_package_is_said_with_what_adds_it(
    jfp: Jfp, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    ran = jfp("render", *PDF, "--output", tmp_path / "plan.pdf", "--plan", example)
    assert ran.err.startswith("jfp: --format pdf needs the package weasyprint; add it with: ")
    assert '"jfp-cli[pdf]"' in ran.err
    assert (ran.out, ran.code) == ("", 2)


@pytest.mark.parametrize(
    ("system", "advice"),
    [
        ("linux", "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core"),
        ("darwin", "brew install pango"),
        ("win32", "pacman -S mingw-w64-ucrt-x86_64-pango"),
        ("freebsd14", "the packages of Pango"),
    ],
)
def test_a_missing_library_of_the_system_is_said_with_what_adds_it(
    jfp: Jfp, example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, advice: str
) -> None:
    pytest.importorskip("cffi", reason="WeasyPrint is not installed")

    def lack(*_: object) -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr("jfp_cli.cli.publishing.missing", lambda *_: "")
    monkeypatch.setattr("jfp_cli.report.pages.pdf.sys.platform", system)
    monkeypatch.setattr("cffi.FFI.dlopen", lack)
    file = tmp_path / "plan.pdf"
    ran = jfp("render", *PDF, "--output", file, "--plan", example)
    assert ran.err.startswith("jfp: PDF needs Pango, a library of the system; add it with: ")
    assert advice in ran.err
    assert ran.err.count("\n") == 1
    assert (ran.out, ran.code) == ("", 2)
    assert not file.exists()
