"""Write the demo site into build/, or the folder that is named.

It stops at the first command that fails, as one does whose page holds what its readers must not see; the front page,
which leads to the others, is written last.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from documentation.__main__ import build
from documentation.demo.contents import CHAPTERS, Chapter, File
from documentation.demo.front import front
from documentation.pictures.terminal import ROOT

_PDF = [sys.executable, "-m", "weasyprint", "--info"]


def main(arguments: Sequence[str]) -> int:
    """Write every file and the documentation; the exit code is that of the command that failed."""
    folder = Path(arguments[0]).resolve() if arguments else ROOT / "build"
    index = folder / "index.html"
    index.unlink(missing_ok=True)
    chapters = [chapter._replace(files=tuple(_possible(chapter))) for chapter in CHAPTERS]
    for chapter in chapters:
        for file in chapter.files:
            (folder / file.name).unlink(missing_ok=True)
            if code := _jfp(*file.command.split(), "--output", str(folder / file.name)):
                return code
    if code := build(folder / "docs"):
        return code
    index.write_text(front(filter(lambda chapter: chapter.files, chapters)), encoding="utf-8", newline="\n")
    return 0


def _possible(chapter: Chapter) -> Iterator[File]:
    """The files of a chapter that can be made here; the others are named."""
    for file in chapter.files:
        if file.name.endswith(".pdf") and subprocess.run(_PDF, check=False, capture_output=True).returncode:
            sys.stderr.write(f"No {file.name}: docs/publishing.md says what PDF needs\n")
        else:
            yield file


def _jfp(*arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", "jfp_cli", *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
