"""The report on several plans in a real browser."""

from pathlib import Path

import pytest

from jfp_cli.cli.door import main
from tests.borough.test_borough import PLAN as BOROUGH
from tests.browser.conftest import Reader
from tests.browser.test_accessibility import faults
from tests.conftest import SHIPPED
from tests.report.reported import reported


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portfolio")
    file = folder / "portfolio.yaml"
    plans = f"{{shipped: {SHIPPED}, eastmere: {BOROUGH}, reported: {reported(folder)}}}"
    file.write_text(f"title: Three plans\nplans: {plans}\n", encoding="utf-8")
    output = folder / "report.html"
    options = ("--as-of", "2026-11-21", "--output", str(output))
    assert main(["render", "portfolio", "--portfolio", str(file), *options]) == 0
    return output


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong_with_it(reader: Reader, report: Path, width: int) -> None:
    opened = reader.open(report, width=width)
    assert faults(opened, (".masthead", ".headlines", "[aria-labelledby=plans]", "[aria-labelledby=targets]")) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert (reader.requests, reader.errors) == ([], [])
