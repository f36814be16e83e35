"""The board paper and the annual report in a real browser: a first side is one sheet, and everybody can read them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jfp_cli.model.field import Audience
from tests.borough.test_borough import PLAN as BOROUGH
from tests.browser.conftest import Reader
from tests.browser.test_accessibility import faults
from tests.conftest import SHIPPED
from tests.report.pages import page
from tests.report.reported import reported

SHEET = {"width": 688, "height": 994}  # pixels of A4 within the margins of the style sheet
PLANS = ("shipped", "borough", "reported")
PAPERS: tuple[tuple[str, Audience], ...] = (("board", "internal"), ("annual", "public"), ("annual", "internal"))


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The file of each paper of each plan; one of them is full of reports and readings."""
    folder = tmp_path_factory.mktemp("papers")
    plans = dict(zip(PLANS, (SHIPPED, BOROUGH, reported(folder)), strict=True))
    files = {}
    for name, plan in plans.items():
        for report, audience in PAPERS:
            file = folder / f"{report}-{audience}-{name}.html"
            file.write_text(page(plan, report, "html", audience, day=date(2026, 11, 21)), encoding="utf-8")
            files[file.stem] = file
    return files


@pytest.mark.parametrize("name", PLANS)
def test_the_first_side_is_one_sheet_of_a4(reader: Reader, papers: dict[str, Path], name: str) -> None:
    opened = reader.open(papers[f"board-internal-{name}"])
    opened.emulate_media(media="print")
    opened.set_viewport_size({"width": SHEET["width"], "height": SHEET["height"]})
    bottom = opened.evaluate("document.querySelector('.first-side').getBoundingClientRect().bottom + scrollY")
    assert SHEET["height"] / 2 < bottom < SHEET["height"]
    assert opened.evaluate("getComputedStyle(document.querySelector('.first-side')).breakAfter") == "page"


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong_with_the_board_paper(
    reader: Reader, papers: dict[str, Path], name: str, width: int
) -> None:
    opened = reader.open(papers[f"board-internal-{name}"], width=width)
    assert faults(opened, (".masthead", ".first-side", "section:last-of-type")) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert (reader.requests, reader.errors) == ([], [])


@pytest.mark.parametrize("paper", ["annual-public-shipped", "annual-public-reported", "annual-internal-reported"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong_with_the_annual_report(
    reader: Reader, papers: dict[str, Path], paper: str, width: int
) -> None:
    opened = reader.open(papers[paper], width=width)
    assert faults(opened, (".masthead", ".headlines", "section:last-of-type")) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert (reader.requests, reader.errors) == ([], [])


@pytest.mark.parametrize("paper", ["board-internal-reported", "annual-internal-reported"])
def test_papers_can_be_read_in_forced_colours(reader: Reader, papers: dict[str, Path], paper: str) -> None:
    opened = reader.open(papers[paper])
    opened.emulate_media(forced_colors="active", color_scheme="dark")
    ink = opened.evaluate("getComputedStyle(document.querySelector('.headlines dt')).color")
    marks: list[Any] = opened.evaluate(
        "[...document.querySelectorAll('.headlines svg')].map(icon => getComputedStyle(icon).color)"
    )
    assert ink == "rgb(255, 255, 255)"
    assert set(marks) == {ink}


def test_the_annual_report_begins_on_the_sheet_of_its_title(reader: Reader, papers: dict[str, Path]) -> None:
    opened = reader.open(papers["annual-public-reported"])
    opened.emulate_media(media="print")
    breaks = opened.evaluate(
        "[...document.querySelectorAll('.chapter')].map(part => getComputedStyle(part).breakBefore)"
    )
    assert set(breaks) == {"auto"}
