"""The pages as people read them: at every width, without a network, without scripts, and in print."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from tests.borough.test_borough import PLAN as BOROUGH
from tests.browser.conftest import Reader, WritePage
from tests.conftest import ChangePlan
from tests.report.pages import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = "[document.documentElement.scrollWidth, window.innerWidth]"
OUTSIDE = """() => [...document.querySelectorAll("main *")].filter((element) => {
  const box = element.getBoundingClientRect();
  return box.width && box.right > innerWidth + 1 && !element.closest("svg, .unseen");
}).map((element) => element.outerHTML.slice(0, 120))"""
ALONE = """() => [...document.querySelectorAll(".here")].filter((link) => {
  const name = document.createRange();
  name.selectNodeContents(link.parentElement.querySelector(".name"));
  const last = [...name.getClientRects()].pop();
  return last && link.getBoundingClientRect().top >= last.bottom - 2;
}).map((link) => link.parentElement.innerText)"""
SOME = 12
MOST_SHIFTED = 0.01
MONTHS = ("March", "May", "July", "September", "November")
LOWEST = 200  # points from the foot of a page in print: a heading that stands lower has next to nothing below it
CHAPTERS = ("1 Delivering our priorities", "4 Key milestones", "6 Supporting change", "Glossary")


def test_nothing_is_wider_than_the_window(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan)
    for width in 320, 390, 768, 1280:
        opened.set_viewport_size({"width": width, "height": 900})
        scrolled, shown = opened.evaluate(WIDTHS)
        assert scrolled <= shown
        assert opened.evaluate(OUTSIDE) == []


def test_the_mark_of_a_link_stands_on_the_line_of_its_name(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan)
    assert opened.locator(".here").count() > SOME
    for width in 320, 360, 768, 1280:
        opened.set_viewport_size({"width": width, "height": 900})
        assert opened.evaluate(ALONE) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_hostile_text_is_text_and_breaks_no_layout(
    reader: Reader, change: ChangePlan, written: WritePage, width: int
) -> None:
    hostile = "<script>window.hit = 1</script> [x](javascript:hit) {{ 7*7 }} \\u202eright to left " + "w" * 5_000
    change("milestones/planned-care.yaml", "Open the endoscopy unit", f'"{hostile}"')
    change("enablers/estates.yaml", "title: Estates", f'title: "{hostile}"')
    change("sections/elective-care.yaml", "title: Outpatients", f'title: "{hostile}"')
    folder = change("plan.yaml", "organisation: Example Integrated Care Board", f'organisation: "{hostile}"')
    opened = reader.open(written(folder), width=width)
    scrolled, shown = opened.evaluate(WIDTHS)
    assert scrolled <= shown
    assert opened.evaluate("window.hit") is None
    said = opened.inner_text("main")
    assert "<script>window.hit = 1</script>" in said
    assert "{{ 7*7 }}" in said
    assert "\u202e" not in opened.content()
    assert opened.locator("a[href^='javascript']").count() == 0
    assert reader.errors == []


def test_a_page_asks_for_nothing_and_breaks_no_rule_of_its_own(reader: Reader, plan: Path, overdue: Path) -> None:
    for file in plan, overdue:
        opened = reader.open(file)
        opened.mouse.wheel(0, 5_000)
    assert reader.requests == []
    assert reader.errors == []


def test_what_the_policy_does_not_know_does_not_run(reader: Reader, plan: Path, tmp_path: Path) -> None:
    changed = tmp_path / "plan.html"
    added = "<script>window.hit = 1</script><img src='https://example.org/x.png'></body>"
    changed.write_text(plan.read_text(encoding="utf-8").replace("</body>", added), encoding="utf-8")
    opened = reader.open(changed)
    assert opened.evaluate("window.hit") is None
    assert len(reader.errors) == 2


def test_all_of_it_can_be_read_without_scripts(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan, script=False)
    assert opened.locator(".search").is_hidden()
    assert opened.locator("#filters").is_hidden()
    assert opened.locator("#contents a").first.is_visible()
    assert opened.locator("#milestone-lipid-service").is_visible()
    opened.locator("#contents a", has_text="Key milestones").click()
    assert opened.url.endswith("#key-milestones")


def test_a_keyboard_reaches_the_content_first(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan)
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.textContent") == "Skip to the content"
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "content"


SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 500);
})"""
OVERLAPS = """() => [...document.querySelectorAll(".chart svg")].flatMap((svg) => {
  const boxes = [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
  return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) =>
    one.left < other.right && other.left < one.right && one.top + 2 < other.bottom && other.top + 2 < one.bottom
  ).map(() => svg.getAttribute("aria-label")));
})"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_while_the_page_loads(reader: Reader, plan: Path, width: int) -> None:
    assert reader.open(plan, width=width).evaluate(SHIFTS) < MOST_SHIFTED


def test_no_two_texts_of_a_chart_touch_at_any_width(
    reader: Reader, change: ChangePlan, written: WritePage, plan: Path
) -> None:
    points = ", ".join(f'{{target: "{140 - at},000", due: {month} 2026}}' for at, month in enumerate(MONTHS))
    folder = change("sections/elective-care.yaml", '{target: "134,140", due: March 2026}', points)
    for file in written(folder), plan:
        opened = reader.open(file)
        assert opened.locator(".chart").count()
        for width in 320, 360, 768, 1024, 1280:
            opened.set_viewport_size({"width": width, "height": 900})
            assert opened.evaluate(OVERLAPS) == []


def test_forced_colours_show_where_one_is(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan)
    opened.emulate_media(forced_colors="active")
    opened.evaluate("document.querySelector('#section-elective-care').scrollIntoView()")
    here = opened.locator("#contents [aria-current]")
    assert here.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
    other = opened.locator("#contents a:not([aria-current])").first
    assert other.evaluate("link => getComputedStyle(link).outlineStyle") == "none"


@pytest.fixture(scope="module")
def printed(browser: "Browser", plan: Path) -> Iterator[PdfReader]:
    reader = Reader(browser)
    yield PdfReader(io.BytesIO(reader.open(plan).pdf(prefer_css_page_size=True, tagged=True, outline=True)))
    reader.close()


def test_in_print_it_has_numbered_pages_and_repeats_the_heads_of_tables(printed: PdfReader) -> None:
    assert 40 < len(printed.pages) < 120
    first = [page.extract_text() for page in printed.pages[:SOME]]  # of more, it takes long
    assert all(text.startswith(f"{number}\n") for number, text in enumerate(first, 1))
    assert not any("Search this document" in text for text in first)
    assert sum("2025-26 2026-30 Progress indicators" in " ".join(text.split()) for text in first) > SOME / 2


def test_in_print_each_chapter_begins_a_page(printed: PdfReader) -> None:
    found = {str(place.title): place for place in _flat(printed.outline) if str(place.title).startswith(CHAPTERS)}
    assert len(found) == len(CHAPTERS)
    for title, place in found.items():
        number = printed.get_destination_page_number(place)
        assert number is not None
        assert title in " ".join(printed.pages[number].extract_text().split())[: len(title) + len("100 ")]


def test_in_print_no_heading_is_left_behind_and_closed_readings_stay_closed(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "borough.html"
    file.write_text(page(BOROUGH, form="html", audience="internal", day=date(2026, 11, 26)), encoding="utf-8")
    opened = reader.open(file)
    assert opened.locator(".measure details").count() > 8
    paper = PdfReader(io.BytesIO(opened.pdf(prefer_css_page_size=True, tagged=True, outline=True)))
    places = [(str(place.title), place.top or 0) for place in _flat(paper.outline)]
    assert len(places) > 40
    assert [(title, top) for title, top in places if top < LOWEST] == []
    assert not any("Lower limit" in one.extract_text() for one in paper.pages)


def test_the_history_of_a_milestone_is_open_in_print(reader: Reader, example: Path, written: WritePage) -> None:
    opened = reader.open(written(example))
    assert opened.get_by_text("supplier delay").is_hidden()
    pages = PdfReader(io.BytesIO(opened.pdf())).pages
    assert any("supplier delay" in " ".join(page.extract_text().split()) for page in pages)
    assert opened.get_by_text("supplier delay").is_hidden()


def _flat(outline: list[Any]) -> Iterator[Destination]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry
