"""The tutorials, each followed from its first line to its last as it is written."""

import os
import re
import shlex
import sys
from pathlib import Path

import docx
import pytest

from documentation.sample import SAMPLE, write
from tests.docs.pages import DOCS, STORIES
from tests.docs.test_shown_commands import INSTALLED, shell
from tests.report.pages import CANNOT_LAY_OUT

__all__ = ["shell"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="they are followed in a shell of Linux or macOS")
if sys.platform != "win32":
    from tests.docs.stories import NOT_RUN, follow, steps


@pytest.fixture
def reader(tmp_path: Path, shell: dict[str, str]) -> dict[str, str]:
    """The environment of a reader whose git knows them and nothing more, and who has GitHub check what they push."""
    github = tmp_path / "programs" / "github"
    github.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tests.docs.github "$@"\n', encoding="utf-8")
    github.chmod(0o755)
    people = {f"GIT_{who}_{what}": f"North Town {who}" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return clean | shell | people | {"GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig")}


@pytest.mark.parametrize("page", STORIES, ids=lambda page: page.stem)
def test_a_story_happens_as_it_is_told(page: Path, tmp_path: Path, reader: dict[str, str]) -> None:
    if ".pdf" in page.read_text(encoding="utf-8") and CANNOT_LAY_OUT:
        pytest.skip(CANNOT_LAY_OUT)
    folder = tmp_path / "reader"
    folder.mkdir()
    told = list(steps(page))
    assert sum(step.kind == "commands" for step in told) > 3
    assert any(step.kind == "printed" for step in told)
    follow(page, folder, reader)


def test_the_board_hears_of_a_date_that_moved(tmp_path: Path, reader: dict[str, str]) -> None:
    folder = tmp_path / "reader"
    folder.mkdir()
    ended = follow(DOCS / "moved.md", folder, reader)
    board = (ended / "board.html").read_text(encoding="utf-8")
    assert "The lease begins later" in board
    assert "Not recorded" not in board
    assert '<figure class="measure trend">' in board
    assert "North Town AUTHOR" not in (ended / "plan.md").read_text(encoding="utf-8")


def test_the_word_document_is_as_it_is_written_today(tmp_path: Path) -> None:
    write(tmp_path / SAMPLE.name)
    made, kept = (_texts(path) for path in (tmp_path / SAMPLE.name, SAMPLE))
    assert made == kept
    assert "Train the nurses of both hospitals" in kept


def _texts(path: Path) -> list[str]:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


@pytest.mark.parametrize("page", STORIES, ids=lambda page: page.stem)
def test_what_a_story_does_not_run_is_there_to_be_run(page: Path) -> None:
    for step in steps(page):
        for line in step.text.splitlines() if step.kind == "commands" else ():
            if NOT_RUN.match(line) and (found := INSTALLED.search(line)):
                assert re.fullmatch(r'"?jfp-cli(\[[a-z]+\])?"?', found[1]), line


def test_commands_for_powershell_mean_the_same_there() -> None:
    """Nothing in them is read otherwise than by a shell of Linux, which runs them here."""
    text = (DOCS / "tutorials" / "windows.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```powershell\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(blocks) > 5
    assert "```sh" not in text
    for line in "".join(blocks).splitlines():
        assert shlex.split(line)[0] in ("cd", "code", "git", "jfp", "mkdir", "uv", "winget")
        assert not re.search(r"[&|;<>$`\\'(){}@,]", re.sub(r'"[^"$`]*"', "", line)), line
