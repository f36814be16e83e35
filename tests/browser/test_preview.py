"""The preview in a browser: it keeps the reader's place, says where things stand, and shows a plan's words as text."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Frame, expect

from jfp_cli.cli.preview.made import Preview
from jfp_cli.cli.preview.server import serve
from jfp_cli.cli.publishing import Wanted
from jfp_cli.report.pages.forms import Form
from tests.browser.test_accessibility import faults
from tests.conftest import SHIPPED

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SECTION = "sections/elective-care.yaml"
HEADING = "#section-elective-care-title"


class Opened:
    """A preview of the shipped plan that stands in a browser."""

    def __init__(self, made: Preview, window: "Page") -> None:
        self.made, self.window = made, window
        self.errors: list[str] = []
        window.on("pageerror", lambda error: self.errors.append(str(error)))
        window.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    @property
    def page(self) -> Frame:
        """What is published, within."""
        return self.window.frames[-1]

    def change(self, name: str, old: str, new: str) -> None:
        file = self.made.root / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        self.made.rebuild()

    def top_of(self, place: str) -> float:
        top = self.page.locator(place).evaluate("element => element.getBoundingClientRect().top")
        assert isinstance(top, (int, float))
        return top


@pytest.fixture
def opened(browser: "Browser", tmp_path: Path) -> Iterator[Opened]:
    made = Preview(
        Path(shutil.copytree(SHIPPED, tmp_path / "plan")),
        date(2026, 7, 1),
        Wanted("plan", Form.HTML, "public", None),
    )
    server = serve(made, 0)
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    preview = Opened(made, context.new_page())
    preview.window.goto(f"http://127.0.0.1:{server.server_port}/")
    expect(preview.window.locator("summary").first).to_be_visible()
    yield preview
    context.close()
    server.shutdown()
    server.server_close()
    assert preview.errors == []


def test_the_reader_stays_where_they_were_when_text_above_comes(opened: Opened) -> None:
    opened.page.locator(HEADING).evaluate("heading => heading.scrollIntoView()")
    before, place = opened.top_of(HEADING), opened.page.evaluate("scrollY")
    assert place > 1000
    opened.change("plan.yaml", "introduction:\n", "introduction:\n" + "  - A new paragraph of the introduction.\n" * 9)
    shown = opened.window.frame_locator("iframe:not(.coming)")
    expect(shown.get_by_text("A new paragraph").first).to_be_attached()
    expect(opened.window.locator("iframe")).to_have_count(1)
    assert opened.page.evaluate("scrollY") > place + 100
    assert opened.top_of(HEADING) == pytest.approx(before, abs=2)


def test_a_click_says_in_which_file_and_line_a_thing_stands(opened: Opened) -> None:
    opened.page.locator(HEADING).click()
    place = opened.window.locator("#place")
    expect(place).to_contain_text("sections/elective-care")
    file = opened.made.root / SECTION
    expect(place.locator("code")).to_have_text(f"{file.as_posix()}:2")
    link = place.get_by_role("link")
    assert str(link.get_attribute("href")).startswith(f"vscode://file{file.as_uri().removeprefix('file://')}:2:")


def test_a_row_that_leads_to_a_thing_says_where_that_stands(opened: Opened) -> None:
    link = opened.page.locator("li a[href*='#milestone-'], tr:not([id]) a[href*='#milestone-']").first
    link.evaluate("link => link.parentElement.click()")
    expect(opened.window.locator("#place")).to_contain_text("milestones/")


def test_a_fault_appears_beside_the_page_and_goes_when_it_is_mended(opened: Opened) -> None:
    errors = opened.window.get_by_role("heading", name="Errors")
    expect(errors).to_have_count(0)
    opened.change(SECTION, "title: Elective care recovery", "titel: Elective care recovery")
    expect(errors).to_be_visible()
    expect(opened.window.locator("#findings li").first).to_contain_text(SECTION)
    opened.change(SECTION, "titel:", "title:")
    expect(errors).to_have_count(0)


def test_a_finding_leads_to_its_thing_on_the_page(opened: Opened) -> None:
    opened.window.locator("summary", has_text="JFP304").click()
    opened.window.get_by_role("button", name="show on the page").first.click()
    marked = opened.page.locator("[data-shown]")
    expect(marked).to_be_in_viewport()
    assert str(marked.get_attribute("id")).startswith("milestone-")


def test_what_a_plan_says_is_shown_and_never_run(opened: Opened) -> None:
    hostile = "<img src=x onerror=\"document.title='run'\">"
    opened.change(SECTION, "title: Elective care recovery", f"title: {hostile}\n{hostile}: x\n'\"><script>': y")
    expect(opened.window.get_by_role("heading", name="Errors")).to_be_visible()
    expect(opened.window.locator("#findings")).to_contain_text("<img src=x")
    assert opened.window.locator("#findings img, #findings script, #place img").count() == 0
    assert "run" not in opened.window.title()


def test_the_panel_can_be_hidden(opened: Opened) -> None:
    opened.window.get_by_role("button", name="Hide").click()
    expect(opened.window.locator("#findings")).to_be_hidden()
    opened.window.get_by_role("button", name="Findings:").click()
    expect(opened.window.locator("#findings")).to_be_visible()


def test_axe_finds_nothing_wrong_with_what_stands_beside(opened: Opened) -> None:
    opened.change(SECTION, "title: Elective care recovery", "titel: Elective care recovery")
    expect(opened.window.locator("#findings li").first).to_be_visible()
    opened.page.locator("#section-urgent-care-title, .masthead").first.click()
    found = faults(opened.window, ("aside",))
    assert [fault for fault in found if "iframe" not in fault] == []
