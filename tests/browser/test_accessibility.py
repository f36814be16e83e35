"""What axe finds wrong with the pages, in light and dark, on a phone and on a desk."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Reader, WritePage

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Contrast takes a second for a thousand elements, so it is measured in one place of each kind.
KINDS = (
    ".masthead",
    ".beside",
    ".opening",
    "#section-elective-care",
    "#section-best-start-in-life",
    "#key-milestones > h2",
    "#key-milestones > figure",
    "#filters",
    "#area-cancer",
    "#index",
    "#enabler-estates",
    "#glossary > h2",
    "#dates",
    ".foot",
)


def faults(reader: Reader, file: Path, *, width: int, dark: bool, contrast_of: tuple[str, ...] = ()) -> list[str]:
    """Each fault with the element that has it; contrast is left out, or looked at in some elements alone."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="there is no axe").Axe()
    opened = reader.open(file, width=width, dark=dark)
    every: dict[str, Any] = {"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations"]}
    if not contrast_of:
        found = axe.run(opened, options=every).response["violations"]
    else:
        missing = [place for place in contrast_of if not opened.locator(place).count()]
        assert missing == []
        rest = {**every, "rules": {"color-contrast": {"enabled": False}}}
        contrast = {**every, "runOnly": {"type": "rule", "values": ["color-contrast"]}}
        found = axe.run(opened, options=rest).response["violations"]
        context = {"include": [[place] for place in contrast_of]}
        found += axe.run(opened, context=context, options=contrast).response["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong_with_the_plan(reader: Reader, plan: Path, width: int, *, dark: bool) -> None:
    assert faults(reader, plan, width=width, dark=dark, contrast_of=KINDS) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong_with_a_page_of_every_state(
    reader: Reader, example: Path, written: WritePage, width: int, *, dark: bool
) -> None:
    assert faults(reader, written(example), width=width, dark=dark) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_wrong_with_the_overdue_report(reader: Reader, overdue: Path, *, dark: bool) -> None:
    assert faults(reader, overdue, width=320, dark=dark) == []


def test_axe_finds_what_is_wrong(reader: Reader, example: Path, written: WritePage) -> None:
    file = written(example)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(' lang="en-GB"', "").replace("<h1>", '<h1><font color="#007">'), encoding="utf-8")
    found = {fault.partition(":")[0] for fault in faults(reader, file, width=1280, dark=False)}
    assert {"html-has-lang", "color-contrast"} <= found
