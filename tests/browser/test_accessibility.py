"""What axe finds wrong with the pages, in light and dark, on a phone and on a desk."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Reader, WritePage

if TYPE_CHECKING:
    from playwright.sync_api import Page

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Contrast takes a second for a thousand elements, so it is measured in one place of each kind.
KINDS = (
    ".masthead",
    ".beside",
    ".opening",
    "#section-elective-care",
    "#section-best-start-in-life .voices",
    "#key-milestones > h2",
    "#key-milestones > figure",
    "#filters",
    "#area-cancer",
    "#enabler-estates",
    "#dates",
    ".foot",
)


def faults(opened: "Page", kinds: tuple[str, ...] = ("body",)) -> list[str]:
    """Each fault with the element that has it; contrast is measured in some kinds of element, in light and in dark."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="there is no axe").Axe()
    assert [kind for kind in kinds if not opened.locator(kind).count()] == []
    structure: dict[str, Any] = {
        "runOnly": {"type": "tag", "values": LEVELS},
        "rules": {"color-contrast": {"enabled": False}},
        "resultTypes": ["violations"],
    }
    contrast = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
    found = axe.run(opened, options=structure).response["violations"]
    for scheme in "light", "dark":
        opened.emulate_media(color_scheme=scheme)
        context = {"include": [[kind] for kind in kinds]}
        measured = axe.run(opened, context=context, options=contrast).response["violations"]
        found += [{**fault, "id": f"{fault['id']} in {scheme}"} for fault in measured]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong_with_the_plan(reader: Reader, plan: Path, width: int) -> None:
    assert faults(reader.open(plan, width=width), KINDS) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong_with_a_page_of_every_state(
    reader: Reader, example: Path, written: WritePage, width: int
) -> None:
    assert faults(reader.open(written(example), width=width)) == []


def test_axe_finds_nothing_wrong_with_the_overdue_report(reader: Reader, overdue: Path) -> None:
    assert faults(reader.open(overdue, width=320)) == []


def test_axe_finds_what_is_wrong(reader: Reader, example: Path, written: WritePage) -> None:
    file = written(example)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(' lang="en-GB"', "").replace("<h1>", '<h1><font color="#05b">'), encoding="utf-8")
    found = {fault.partition(":")[0] for fault in faults(reader.open(file))}
    assert {"html-has-lang", "color-contrast in light", "color-contrast in dark"} <= found
