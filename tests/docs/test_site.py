"""The documentation site: it builds strictly and without a network, says what is so, and fetches nothing."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

import jfp_cli
from documentation.__main__ import PAGES, REFERENCE, main, out_of_date, write_pages
from jfp_cli.cli.app import COMMANDS, group
from jfp_cli.linting.registry import EVERY_FAULT
from jfp_cli.measures.progress import STATES
from jfp_cli.model.field import every_model, fields_of
from tests.conftest import ROOT
from tests.docs.pages import DOCS

LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)")


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("reference")
    write_pages(folder)
    return {name: (folder / name).read_text(encoding="utf-8") for name in PAGES}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built in a copy of what it is made of."""
    pytest.importorskip("mkdocs")
    folder = tmp_path_factory.mktemp("clone")
    for name in ("docs", "documentation", "jfp_cli"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", *PAGES))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    proxy = "http://127.0.0.1:9"  # nobody is there
    environment = {**os.environ, "HTTPS_PROXY": proxy, "HTTP_PROXY": proxy, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, "-m", "documentation"],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
    return folder / "build" / "docs"


class _Fetched(HTMLParser):
    """What a browser fetches to show a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        key = "href" if tag == "link" else "src" if tag in ("script", "img", "iframe", "source") else ""
        if key and named.get(key):
            self.found.append(str(named[key]))


def test_the_site_fetches_nothing_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        parser = _Fetched()
        parser.feed(page.read_text(encoding="utf-8"))
        assert parser.found
        assert [name for name in parser.found if "//" in name] == []
    for sheet in site.rglob("*.css"):
        assert not re.search(r"@import|url\(['\"]?(https?:)?//", sheet.read_text(encoding="utf-8"))


def test_the_site_has_every_page(site: Path) -> None:
    for page in (*DOCS.rglob("*.md"), *(DOCS / "reference" / name for name in PAGES)):
        assert (site / page.relative_to(DOCS).with_suffix(".html")).is_file()


def test_the_page_of_commands_has_every_command_and_option(reference: dict[str, str]) -> None:
    for name in COMMANDS:
        command = group().get_command(None, name)
        assert f"### jfp {name}\n" in reference["commands.md"]
        for param in command.params:
            assert param.param_type_name == "argument" or f"`{param.opts[0]}`" in reference["commands.md"]


def test_the_page_of_rules_has_every_rule(reference: dict[str, str]) -> None:
    text = reference["rules.md"]
    for fault in EVERY_FAULT:
        assert f"### {fault.code} {fault.name}\n" in text
        assert text.count(f"(#{fault.code.lower()}-{fault.name})") == 1


def test_the_page_of_fields_has_every_field(reference: dict[str, str]) -> None:
    text = reference["fields.md"]
    count = 0
    for model in every_model():
        for field in fields_of(model).values():
            count += 1
            assert re.search(rf"^\| (\*\*)?`{field.key}`(\*\*)? \| .+ \| .+ \|", text, re.MULTILINE), field.key
    assert count > 100


def test_the_pages_of_dates_and_figures_show_what_is_read_and_what_is_refused(reference: dict[str, str]) -> None:
    assert "| `Q3 2025/26` | 1 October 2025 | 31 December 2025 |" in reference["dates.md"]
    assert re.search(r"^\| `TBC` \| .*write", reference["dates.md"], re.MULTILINE)
    assert "| `under 6%` | 6 | % | under |  |" in reference["figures.md"]
    assert re.search(r"^\| `by 5%` \| .*write", reference["figures.md"], re.MULTILINE)


def test_the_page_of_the_python_api_has_every_name_and_its_example(reference: dict[str, str]) -> None:
    text = reference["api.md"]
    for name in jfp_cli.__all__:
        assert name in text
        assert name.startswith("_") or f"### jfp_cli.{name}\n" in text
    shown = "".join(re.findall(r"^```pycon\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))
    assert [line for line in shown.splitlines() if line] == [
        line for block in doctest.DocTestParser().get_examples(jfp_cli.__doc__ or "") for line in _lines(block)
    ]


def _lines(example: doctest.Example) -> list[str]:
    first, *more = example.source.rstrip("\n").split("\n")
    return [f">>> {first}", *(f"... {line}" for line in more), *example.want.splitlines()]


def test_the_page_of_progress_has_every_word() -> None:
    text = (DOCS / "reference" / "progress.md").read_text(encoding="utf-8")
    assert [state for state in STATES if f"`{state}`" not in text] == []


def test_the_reference_that_is_kept_is_as_make_docs_writes_it() -> None:
    assert out_of_date(REFERENCE) == []


def test_a_page_of_the_reference_that_is_out_of_date_is_named(tmp_path: Path) -> None:
    write_pages(tmp_path)
    assert out_of_date(tmp_path) == []
    (tmp_path / "rules.md").write_text("# Rules\n", encoding="utf-8")
    (tmp_path / "dates.md").unlink()
    assert out_of_date(tmp_path) == ["rules.md", "dates.md"]


def test_a_check_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("documentation.__main__.REFERENCE", tmp_path)
    assert main(["--check"]) == 1
    assert "make docs writes them anew" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("page", [*ROOT.glob("*.md"), *DOCS.rglob("*.md")], ids=lambda page: page.name)
def test_every_file_that_a_page_links_to_is_in_the_repository(page: Path) -> None:
    """So that the pages are also read as files, without the site."""
    kept = _kept()
    text = re.sub(r"^```.*?^```$|`[^`\n]+`", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    links = [Path(os.path.normpath(page.parent / link)) for link in LINK.findall(text)]
    assert [link for link in links if not any(file.is_relative_to(link) for file in kept)] == []


@cache
def _kept() -> list[Path]:
    """The files of the repository: in a copy without git, those that are there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if listed.returncode:
        return [path for path in ROOT.rglob("*") if path.is_file()]
    return [ROOT / name for name in listed.stdout.split("\0") if name]
