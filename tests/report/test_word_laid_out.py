"""A report as a Word document on its pages, as LibreOffice lays them out where it is installed."""

import shutil
import subprocess
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from pypdf import PdfReader

from tests.borough.test_borough import PLAN as BOROUGH
from tests.conftest import SHIPPED
from tests.report.pages import NEEDS_WORD, said_in_word, word_in

OFFICE = shutil.which("soffice")
pytestmark = [NEEDS_WORD, pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")]
DAY = date(2026, 11, 21)
MINUTE = 60.0
PLANS = {"shipped": SHIPPED, "borough": BOROUGH}
MOST = {("shipped", "plan"): 110, ("shipped", "overdue"): 12, ("shipped", "board"): 16, ("borough", "board"): 6}


@cache
def file_of(plan: str, report: str) -> bytes:
    return word_in(PLANS[plan], report, "internal" if report == "board" else "public", day=DAY)


@cache
def pages_of(plan: str, report: str) -> list[str]:
    return laid_out(file_of(plan, report))


def laid_out(document: bytes) -> list[str]:
    """What each page says."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "report.docx")
        file.write_bytes(document)
        settings = f"-env:UserInstallation={Path(folder, 'settings').as_uri()}"
        arguments: list[Any] = [OFFICE, settings, "--headless", "--convert-to", "pdf", "--outdir", folder, file]
        subprocess.run(arguments, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=5 * MINUTE)
        return [" ".join(page.extract_text().split()) for page in PdfReader(file.with_suffix(".pdf")).pages]


@pytest.mark.parametrize(("plan", "report"), MOST)
def test_it_opens_and_every_page_is_numbered(plan: str, report: str) -> None:
    pages = pages_of(plan, report)
    assert len(pages) <= MOST[plan, report]
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert len(text) > 100
    letters = "".join("".join(pages).split())
    lost = [word for word in said_in_word(file_of(plan, report))[0].split() if len(word) > 12 and word not in letters]
    assert len(lost) <= len(letters) / 20_000  # a word that stands at the end of a line may be divided


@pytest.mark.parametrize("plan", PLANS)
def test_the_first_side_of_the_board_paper_is_one_page(plan: str) -> None:
    first, second, *_ = pages_of(plan, "board")
    assert "Where the plan stands" in first
    assert "Milestones by area" in first
    assert "Next 90 days" not in first
    assert second.partition("publication")[2].strip().startswith("Next 90 days")


def test_a_first_side_that_is_full_is_one_page_too(tmp_path: Path) -> None:
    plan = Path(shutil.copytree(SHIPPED, tmp_path / "plan"))
    for at in range(40):
        milestone = f"milestones: [{{id: ward-{at}, activity: Open ward {at}, due: March 2025}}]"
        title = f"A long name of the area which is number {at}" if at % 3 else f"Area {at}"
        (plan / "milestones" / f"new-{at}.yaml").write_text(
            f"area: new-{at}\ntitle: {title}\n{milestone}\n", encoding="utf-8"
        )
    first, second, *_ = laid_out(word_in(plan, "board", "internal", day=DAY))
    assert "Other areas" not in first
    assert second.partition("publication")[2].strip().startswith("Other areas")


def test_every_page_of_a_table_has_its_head() -> None:
    for text in pages_of("shipped", "overdue")[:-1]:
        assert "Days ago Due What was promised Where Status" in text
