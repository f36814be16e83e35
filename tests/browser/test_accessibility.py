"""What axe finds wrong with the pages, in light and dark, on a phone and on a desk."""

from pathlib import Path

import pytest

from tests.browser.conftest import Reader

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def faults(reader: Reader, file: Path, *, width: int, dark: bool) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="there is no axe")
    options = {"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations"]}
    found = axe.Axe().run(reader.open(file, width=width, dark=dark), options=options)
    return [f"{fault['id']}: {node['html']}" for fault in found.response["violations"] for node in fault["nodes"]]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong_with_the_plan(reader: Reader, plan: Path, width: int, *, dark: bool) -> None:
    assert faults(reader, plan, width=width, dark=dark) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_wrong_with_the_overdue_report(reader: Reader, overdue: Path, *, dark: bool) -> None:
    assert faults(reader, overdue, width=320, dark=dark) == []


def test_axe_finds_what_is_wrong(reader: Reader, plan: Path, tmp_path: Path) -> None:
    broken = tmp_path / "plan.html"
    broken.write_text(plan.read_text(encoding="utf-8").replace('<html lang="en-GB">', "<html>"), encoding="utf-8")
    assert any(fault.startswith("html-has-lang") for fault in faults(reader, broken, width=1280, dark=False))
