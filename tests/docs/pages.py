"""The pages that people wrote, and the blocks of commands in them."""

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from documentation.__main__ import PAGES as GENERATED
from tests.conftest import ROOT

DOCS = ROOT / "docs"
WRITTEN = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *(page for page in sorted(DOCS.rglob("*.md")) if page.name not in GENERATED),
]
STORIES = [
    *(DOCS / name for name in ("moved.md", "review.md", "reports.md")),
    *sorted((DOCS / "tutorials").glob("*.md")),
]
ELLIPSIS = "…"
_BLOCK = re.compile(r'^( *)```(\w+)(?: title="([^"]*)")?\n(.*?)^\1```$', re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (jfp .*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Block(NamedTuple):
    """A block of a page: its language, its title, its text, and the line of the page that it begins on."""

    page: Path
    language: str
    title: str
    text: str
    line: int

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.line}"


class Shown(NamedTuple):
    """A command that a page shows with what it prints."""

    page: Path
    command: str
    output: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}: {self.command}"


def blocks(*languages: str) -> Iterator[Block]:
    """The blocks in these languages of every page."""
    for page in WRITTEN:
        text = page.read_text(encoding="utf-8")
        for found in _BLOCK.finditer(text):
            if found[2] in languages:
                line = text.count("\n", 0, found.start()) + 1
                yield Block(page, found[2], found[3] or "", textwrap.dedent(found[4]), line)


def shown_commands() -> Iterator[Shown]:
    """The commands that pages show with what they print."""
    for block in blocks("console"):
        for command, output in _COMMAND.findall(block.text):
            yield Shown(block.page, command, output)


def matches(shown: list[str], printed: list[str]) -> bool:
    """The printed lines are those shown; a line `…` stands for any number of them."""
    if not shown:
        return not printed
    if shown[0].strip() == ELLIPSIS:
        return any(matches(shown[1:], printed[at:]) for at in range(len(printed) + 1))
    return bool(printed) and shown[0].rstrip() == printed[0].rstrip() and matches(shown[1:], printed[1:])


def anew(output: str, printed: list[str]) -> str:
    """What a page is to show instead: as many of the printed lines before and after a line `…` as it showed."""
    lines = output.rstrip("\n").splitlines()
    marks = [number for number, line in enumerate(lines) if line.strip() == ELLIPSIS]
    if not marks:
        return "\n".join(printed) + "\n"
    after = len([line for line in lines[marks[-1] + 1 :] if line.strip()])
    kept = [*printed[: marks[0]], ELLIPSIS, *(printed[-after:] if after else [])]
    return "\n".join(kept) + "\n"
