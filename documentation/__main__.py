"""Write the reference pages into docs/reference and build the site, strictly, into build/docs.

The pages are kept beside those that people wrote, so that they are also read as files. With --check nothing is written
into docs/reference, and a page that would change is an error.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from documentation import api, commands, dates, fields, figures, rules, tables

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
PAGES = {
    "commands.md": commands.page,
    "rules.md": rules.page,
    "fields.md": fields.page,
    "dates.md": dates.page,
    "figures.md": figures.page,
    "api.md": api.page,
    "tables.md": tables.page,
}


def write_pages(folder: Path) -> None:
    """Write each reference page as it is today."""
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8", newline="\n")


def out_of_date(folder: Path) -> list[str]:
    """The pages in a folder that are not as they would be written."""
    return [name for name, page in PAGES.items() if not _is(folder / name, page())]


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or check them, and build the site; the exit code is that of the build."""
    if "--check" not in arguments:
        write_pages(REFERENCE)
    elif old := out_of_date(REFERENCE):
        sys.stderr.write(f"out of date in docs/reference: {', '.join(old)}; make docs writes them anew\n")
        return 1
    return build(ROOT / "build" / "docs")


def build(folder: Path) -> int:
    """Build the site, strictly, into a folder; the exit code is that of the build."""
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # a notice about releases to come
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    return subprocess.run(command, cwd=ROOT, env=quiet, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
