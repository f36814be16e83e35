"""The demo site: all that its front page leads to is there, fetches nothing, and nothing is published past a check."""

import re
import shutil
from pathlib import Path

import pytest

from documentation.demo import __main__ as demo
from documentation.demo.__main__ import main
from documentation.demo.contents import CHAPTERS, Chapter, File
from documentation.demo.front import front
from jfp_cli.cli.door import main as jfp
from tests.conftest import EXAMPLE, ROOT


def docs(folder: Path) -> int:
    """In the place of the documentation, which has tests of its own."""
    (folder / "pictures").mkdir(parents=True)
    (folder / "index.html").write_text("<h1>Documentation</h1>", encoding="utf-8")
    shutil.copy(ROOT / "docs" / "pictures" / "terminal.svg", folder / "pictures")
    return 0


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(demo, "build", docs)
        assert main([str(folder)]) == 0
    return folder


def test_all_that_the_front_page_leads_to_is_there(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    led_to = re.findall(r'(?:href|src)="([^"]+)"', text)
    assert {"plan.html", "plan.docx", "plan.md", "annual.html", "board.html", "eastmere.xlsx"} <= set(led_to)
    assert {name for name in led_to if not (site / name).is_file()} == set()
    made = {path.name for path in site.iterdir() if path.is_file()} - {"index.html"}
    assert made == {name for name in led_to if "/" not in name}


def test_the_front_page_fetches_nothing_and_runs_nothing(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    assert "//" not in text
    assert "<script" not in text
    assert "default-src 'none'" in text


def test_what_is_published_of_the_shipped_plan_is_checked() -> None:
    of_shipped = [file for chapter in CHAPTERS for file in chapter.files if "--plan plan" in file.command]
    assert len(of_shipped) >= 9
    for file in of_shipped:
        assert file.command.startswith("render ")
        assert " --check" in file.command
        assert "internal" not in file.command


def test_a_page_that_gives_something_away_stops_it_and_nothing_leads_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    plan, folder = tmp_path / "plan", tmp_path / "site"
    shutil.copytree(EXAMPLE, plan)
    (plan / "templates").mkdir()
    (plan / "templates" / "overdue.md.j2").write_text("See https://example.org/hub\n", encoding="utf-8")
    files = (File("overdue.md", "What is overdue", "", f"render overdue --format md --plan {plan} --check"),)
    monkeypatch.setattr(demo, "CHAPTERS", (Chapter("Plans", "", files),))
    monkeypatch.setattr(demo, "build", docs)
    folder.mkdir()
    for name in ("index.html", "overdue.md"):
        (folder / name).write_text("of yesterday", encoding="utf-8")
    assert main([str(folder)]) == 1
    assert "is hidden from the public" in capfd.readouterr().out
    assert list(folder.iterdir()) == []


def test_a_site_without_its_documentation_has_no_front_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "CHAPTERS", ())
    monkeypatch.setattr(demo, "build", lambda _: 1)
    assert main([str(tmp_path)]) == 1
    assert list(tmp_path.iterdir()) == []


def test_what_a_chapter_says_is_text() -> None:
    text = front([Chapter("A & B", "<b>", (File("a.html", "A", '"quoted"', ""),))])
    assert "<h2>A &amp; B</h2>\n<p>&lt;b&gt;</p>" in text
    assert '<dt><a href="a.html">A</a></dt><dd>&quot;quoted&quot;</dd>' in text


def test_the_three_plans_can_be_asked_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    file = ROOT / "documentation" / "demo" / "portfolio.yaml"
    assert jfp(["status", "--portfolio", str(file), "--format", "csv", "--as-of", "2026-11-21"]) == 0
    assert [line.partition(",")[0] for line in capsys.readouterr().out.splitlines()[1:]] == [
        "hwe",
        "eastmere",
        "example",
    ]
