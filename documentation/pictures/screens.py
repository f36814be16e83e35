"""Pages as a browser shows them, and sheets of a workbook as LibreOffice does, as PNG."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from documentation.pictures.terminal import DAY, ROOT

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
OFFICE, PRINTED = "soffice", "pdftoppm"
_A4 = 9  # Excel's number for it


def browser() -> str | None:
    """The browser of this computer, None where it has none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def office() -> str | None:
    """LibreOffice, None where it or what draws its PDF is not on this computer."""
    return shutil.which(OFFICE) if shutil.which(PRINTED) else None


def page(report: Sequence[str], width: int, height: int) -> bytes:
    """The top of a report of the shipped plan, on a screen of this size."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only to take pictures

    with TemporaryDirectory() as folder, sync_playwright() as player:
        written = Path(folder) / "page.html"
        _jfp("render", *report, "--output", str(written))
        opened = player.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        screen = opened.new_page(viewport={"width": width, "height": height})
        screen.goto(written.as_uri())
        taken = screen.screenshot()
        opened.close()
        return taken


def sheet(name: str, cells: str, height: int) -> bytes:
    """Some cells of a sheet of the workbook of one area, of this height."""
    import openpyxl  # noqa: PLC0415 - only to take pictures

    with TemporaryDirectory() as folder:
        path = Path(folder) / "cancer.xlsx"
        _jfp("export", "xlsx", "--area", "cancer", "--output", str(path))
        book = openpyxl.load_workbook(path)
        for other in set(book.sheetnames) - {name}:
            del book[other]
        book[name].print_area = cells
        book[name].page_setup.paperSize = _A4
        book.save(path)
        own = f"-env:UserInstallation={Path(folder, 'office').as_uri()}"
        convert = [OFFICE, own, "--headless", "--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(convert, check=True, stdout=subprocess.DEVNULL)
        cut = ["-x", "60", "-y", "60", "-W", "1300", "-H", str(height)]
        drawn = [PRINTED, "-png", "-r", "125", "-singlefile", *cut, str(path.with_suffix(".pdf")), str(path)]
        subprocess.run(drawn, check=True)
        return path.with_suffix(".xlsx.png").read_bytes()


def _jfp(*arguments: str) -> None:
    own = {name: value for name, value in os.environ.items() if not name.startswith("JFP_")}
    command = [sys.executable, "-m", "jfp_cli", *arguments, "--as-of", DAY]
    subprocess.run(command, cwd=ROOT, env=own, check=True)
