"""Pages in a real browser; where there is none, or nothing to drive it with, these tests are skipped."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.conftest import SHIPPED
from tests.report.pages import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Reader:
    """Opens pages as someone with a screen of some width; `requests` are those that pages made, but for themselves."""

    def __init__(self, browser: "Browser") -> None:
        self._browser = browser
        self.requests: list[str] = []
        self.errors: list[str] = []

    def open(
        self, file: Path, place: str = "", *, width: int = 1280, dark: bool = False, script: bool = True
    ) -> "Page":
        scheme: Literal["dark", "light"] = "dark" if dark else "light"
        context = self._browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script
        )
        opened = context.new_page()
        opened.on("request", self._note)
        opened.on("pageerror", lambda error: self.errors.append(str(error)))
        opened.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        opened.goto(file.as_uri() + place)
        return opened

    def close(self) -> None:
        for context in self._browser.contexts:
            context.close()

    def _note(self, request: "Request") -> None:
        if not request.is_navigation_request() and not request.url.startswith("data:"):
            self.requests.append(request.url)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("there is no chromium")
    driven = pytest.importorskip("playwright.sync_api", reason="there is no playwright to drive chromium with")
    with driven.sync_playwright() as driver:
        try:
            started = driver.chromium.launch(executable_path=found, args=FLAGS)
        except driven.Error as error:
            pytest.skip(f"chromium does not start: {str(error).splitlines()[0]}")
        yield started
        started.close()


@pytest.fixture
def reader(browser: "Browser") -> Iterator[Reader]:
    opened = Reader(browser)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped plan as the public sees it."""
    return _written(tmp_path_factory.mktemp("pages") / "plan.html", "plan")


@pytest.fixture(scope="session")
def overdue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _written(tmp_path_factory.mktemp("pages") / "overdue.html", "overdue")


WritePage = Callable[[Path], Path]


@pytest.fixture
def written(tmp_path: Path) -> WritePage:
    """Write the page of a plan, with all that its own organisation sees."""

    def write(folder: Path) -> Path:
        file = tmp_path / "page.html"
        file.write_text(page(folder, form="html", audience="internal"), encoding="utf-8")
        return file

    return write


def _written(file: Path, report: str) -> Path:
    file.write_text(page(SHIPPED, report, "html"), encoding="utf-8")
    return file
