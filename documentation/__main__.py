"""Write the reference pages into docs/reference and build the site, strictly, into build/docs."""

import os
import subprocess
import sys
from pathlib import Path

from documentation import api, commands, dates, fields, figures, rules

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
PAGES = {
    "commands.md": commands.page,
    "rules.md": rules.page,
    "fields.md": fields.page,
    "dates.md": dates.page,
    "figures.md": figures.page,
    "api.md": api.page,
}


def write_pages(folder: Path) -> None:
    """Write each reference page as it is today."""
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8", newline="\n")


def main() -> int:
    """Write the pages and build the site; the exit code is that of the build."""
    write_pages(REFERENCE)
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # a notice about releases to come
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=ROOT, env=quiet, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
