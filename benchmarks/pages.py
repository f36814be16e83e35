"""What the published plan is to whoever waits for it: how much a browser loads, how it comes up there, and the PDF.

`python -m benchmarks.pages` prints it. What cannot be made here, without Chromium or Pango, is left out.
"""

import resource
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.budgets import FIRST_PAINT, KILOBYTES, PDF, SHIFT, Ratio
from benchmarks.startup import RENDER

TIMES = 3
SCREENS = {"a phone": (360, 780), "a desk": (1280, 800)}
SEEN = """() => new Promise((done) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    const [paint] = list.getEntriesByName("first-contentful-paint");
    if (paint) setTimeout(() => done([shift, paint.startTime / 1000]), 500);
  }).observe({ type: "paint", buffered: true });
})"""


def published() -> Iterator[Ratio]:
    """Each of the budgets of pages that can be measured here."""
    with TemporaryDirectory() as folder:
        page = Path(folder, "plan.html")
        _render(page)
        yield Ratio("kB of the plan as a web page", KILOBYTES, page.stat().st_size / 1000)
        yield from _seen(page)
        if _render(page.with_suffix(".pdf")) == 0:
            yield Ratio(
                "seconds for the plan as PDF", PDF, min(_seconds(page.with_suffix(".pdf")) for _ in range(TIMES))
            )


def _render(file: Path) -> int:
    quiet = subprocess.DEVNULL
    return subprocess.run([*RENDER[:-1], str(file)], check=False, stdout=quiet, stderr=quiet).returncode


def _seconds(file: Path) -> float:
    """The processor's seconds of a whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _render(file)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _seen(page: Path) -> Iterator[Ratio]:
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - of the tests

    with sync_playwright() as player:
        opened = player.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for screen, (width, height) in SCREENS.items():
            seen = []
            for _ in range(TIMES):
                shown = opened.new_page(viewport={"width": width, "height": height})
                shown.goto(page.as_uri())
                seen.append(shown.evaluate(SEEN))
                shown.close()
            yield Ratio(f"shift of the layout on {screen}", SHIFT, max(shift for shift, _ in seen))
            yield Ratio(f"seconds to the first paint on {screen}", FIRST_PAINT, min(paint for _, paint in seen))
        opened.close()


if __name__ == "__main__":
    for row in published():
        print(f"{row.what}: {row.measured:.2f}, at most {row.budget:g}, {row.verdict}")
