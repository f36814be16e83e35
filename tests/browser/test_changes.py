"""What changed since an edition, on the first screen of the plan in a real browser."""

from datetime import date
from pathlib import Path

import pytest

from jfp_cli.report.document.past import Memory
from jfp_cli.report.papers import Scope
from tests.browser.conftest import Reader
from tests.browser.test_accessibility import faults
from tests.conftest import SHIPPED
from tests.report.pages import page, read
from tests.report.reported import reported

NEW = "milestones:\n  - {id: hub, activity: Open a hub, due: May 2027}\n"


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a plan that was reported on since its edition, and of which some dates moved."""
    folder = tmp_path_factory.mktemp("changed")
    plan = reported(folder)
    cancer = plan / "milestones" / "cancer.yaml"
    text = cancer.read_text(encoding="utf-8").replace("milestones:\n", NEW, 1)
    cancer.write_text(text.replace("    due: April 2025\n", "    due: April 2028\n"), encoding="utf-8")
    scope = Scope(memory=Memory("the edition 2025-30", read(SHIPPED)))
    file = folder / "plan.html"
    file.write_text(page(plan, "plan", "html", day=date(2026, 11, 21), scope=scope), encoding="utf-8")
    return file


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong_with_what_changed(reader: Reader, changed: Path, width: int) -> None:
    opened = reader.open(changed, width=width)
    assert faults(opened, (".changes", "#milestone-hub")) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert (reader.requests, reader.errors) == ([], [])


def test_every_change_leads_to_its_place(reader: Reader, changed: Path) -> None:
    opened = reader.open(changed)
    links = opened.eval_on_selector_all(".changes a", "found => found.map(one => one.getAttribute('href'))")
    assert len(links) > 20
    assert [link for link in links if opened.locator(f'[id="{link[1:]}"]').count() != 1] == []


def test_a_long_list_unfolds(reader: Reader, changed: Path) -> None:
    opened = reader.open(changed)
    more = opened.locator(".changes details").first
    assert not more.locator("li").first.is_visible()
    more.locator("summary").click()
    assert more.locator("li").first.is_visible()
