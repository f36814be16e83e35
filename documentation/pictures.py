"""The pictures of the README and the pages, taken anew: a terminal in colour, the published page, a workbook."""

import os
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

from jfp_cli.cli.door import main

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
AS_OF = ("--as-of", "2026-11-21")
COLUMNS = 100
LINES = 9  # of each answer
A4 = 9  # Excel's number for it
SHOWN = (
    ("overdue", "--area", "cancer,dental", *AS_OF),
    ("lint", "--select", "JFP307", *AS_OF),
)
# As rich has it, without the font that it would fetch.
SVG = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<title>jfp in a terminal: what is overdue, and what lint finds</title>
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: {char_height}px;
  line-height: {line_height}px; font-variant-east-asian: full-width;
}}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def terminal() -> str:
    """An SVG of commands and the first lines of their answers, as they look in a terminal."""
    os.environ.update(COLUMNS=str(COLUMNS), TERM="xterm")
    os.environ.pop("NO_COLOR", None)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True, color_system="standard")
        for arguments in SHOWN:
            console.print(Text(f"$ jfp {' '.join(arguments)}", "bold"))
            lines = _answer(arguments).rstrip("\n").split("\n")
            console.print(Text.from_ansi("\n".join(lines[:LINES])))
            if len(lines) > LINES:
                console.print(Text.from_ansi("\n".join(["…", lines[-1]])))
            console.print()
        return console.export_svg(title="jfp", code_format=SVG, unique_id="jfp")


class _Screen(TextIOWrapper):
    """What is written as to a terminal, and kept."""

    def isatty(self) -> bool:
        return True


def _answer(arguments: tuple[str, ...]) -> str:
    written = BytesIO()
    with redirect_stdout(_Screen(written, encoding="utf-8")) as screen, chdir(ROOT):
        main([*arguments])
        screen.flush()
    return written.getvalue().decode("utf-8")


def page(width: int, height: int) -> bytes:
    """A PNG of the top of the published page, on a screen of this size."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only to take pictures

    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with TemporaryDirectory() as folder, sync_playwright() as player:
        written = Path(folder) / "plan.html"
        render = [sys.executable, "-m", "jfp_cli", "render", "plan", *AS_OF, "--output", str(written)]
        subprocess.run(render, cwd=ROOT, check=True)
        opened = player.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        screen = opened.new_page(viewport={"width": width, "height": height})
        screen.goto(written.as_uri())
        taken = screen.screenshot()
        opened.close()
        return taken


def sheet(name: str, cells: str, height: int) -> bytes:
    """A PNG of some cells of a sheet of the workbook of one area, as LibreOffice shows them, of this height."""
    import openpyxl  # noqa: PLC0415 - only to take pictures

    with TemporaryDirectory() as folder:
        path = Path(folder) / "cancer.xlsx"
        export = [sys.executable, "-m", "jfp_cli", "export", "xlsx", "--area", "cancer", *AS_OF, "--output", str(path)]
        subprocess.run(export, cwd=ROOT, check=True)
        book = openpyxl.load_workbook(path)
        for other in set(book.sheetnames) - {name}:
            del book[other]
        book[name].print_area = cells
        book[name].page_setup.paperSize = A4
        book.save(path)
        office = ["soffice", f"-env:UserInstallation={Path(folder, 'office').as_uri()}", "--headless"]
        subprocess.run([*office, "--convert-to", "pdf", "--outdir", folder, str(path)], check=True)
        cut = ["-x", "60", "-y", "60", "-W", "1300", "-H", str(height)]
        drawn = ["pdftoppm", "-png", "-r", "125", "-singlefile", *cut, str(path.with_suffix(".pdf")), str(path)]
        subprocess.run(drawn, check=True)
        return path.with_suffix(".xlsx.png").read_bytes()


def take() -> None:
    """Write every picture."""
    (PICTURES / "terminal.svg").write_text(terminal(), encoding="utf-8", newline="\n")
    (PICTURES / "published-plan-desk.png").write_bytes(page(1280, 800))
    (PICTURES / "published-plan-phone.png").write_bytes(page(390, 800))
    (PICTURES / "workbook-start.png").write_bytes(sheet("Start here", "A1:B26", 640))
    (PICTURES / "workbook-milestones.png").write_bytes(sheet("Milestones", "A1:K6", 330))


if __name__ == "__main__":
    take()
