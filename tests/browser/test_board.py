"""The board paper in a real browser: its first side is one sheet, and everybody can read it."""

from datetime import date
from pathlib import Path

import pytest

from tests.borough.test_borough import PLAN as BOROUGH
from tests.browser.conftest import Reader
from tests.browser.test_accessibility import faults
from tests.conftest import SHIPPED
from tests.report.pages import page

SHEET = {"width": 688, "height": 994}  # pixels of A4 within the margins of the style sheet
PAPERS = {"shipped": SHIPPED, "borough": BOROUGH}


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("papers")
    for name, plan in PAPERS.items():
        text = page(plan, "board", "html", day=date(2026, 11, 21))
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in PAPERS}


@pytest.mark.parametrize("name", PAPERS)
def test_the_first_side_is_one_sheet_of_a4(reader: Reader, papers: dict[str, Path], name: str) -> None:
    opened = reader.open(papers[name])
    opened.emulate_media(media="print")
    opened.set_viewport_size({"width": SHEET["width"], "height": SHEET["height"]})
    bottom = opened.evaluate("document.querySelector('.first-side').getBoundingClientRect().bottom + scrollY")
    assert SHEET["height"] / 2 < bottom < SHEET["height"]
    assert opened.evaluate("getComputedStyle(document.querySelector('.first-side')).breakAfter") == "page"


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong_with_the_board_paper(
    reader: Reader, papers: dict[str, Path], name: str, width: int
) -> None:
    opened = reader.open(papers[name], width=width)
    assert faults(opened, (".masthead", ".first-side", "section:last-of-type")) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert (reader.requests, reader.errors) == ([], [])
