"""A page of labelled lines for a terminal or a pipe."""

import os
import shutil
import sys
import textwrap
from typing import TextIO

WIDEST = 100


class Page:
    """Headings, and fields whose labels stand in one column; wrapped to a terminal, never in a pipe."""

    def __init__(self) -> None:
        self._entries: list[tuple[str, list[str]]] = []

    def heading(self, title: str, note: str = "") -> None:
        """Begin a part of the page."""
        self._entries.append(("", [title + (f"  ({note})" if note else "")]))

    def field(self, label: str, lines: list[str]) -> None:
        """Add a labelled value of one line or several."""
        self._entries.append((label, lines))

    def write(self, stream: TextIO) -> None:
        """Write the page."""
        on_terminal = stream is sys.stdout and stream.isatty()
        width = min(shutil.get_terminal_size().columns, WIDEST) if on_terminal else sys.maxsize
        labels = max((len(label) for label, _ in self._entries), default=0) + 4
        narrow = width < labels + 24
        for label, lines in self._entries:
            if not label:
                stream.write(bold(lines[0]) + "\n")
                continue
            room = width - (4 if narrow else labels)
            wrapped = [part for line in lines for part in _wrap(line, room)]
            if narrow:
                stream.write(f"  {label}\n" + "".join(f"    {line}\n" for line in wrapped))
                continue
            first, *rest = wrapped
            stream.write(f"  {label:<{labels - 2}}{first}\n" + "".join(f"{' ' * labels}{line}\n" for line in rest))


def bold(text: str) -> str:
    """Text in bold where standard output is a terminal that wants it."""
    wanted = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return f"\033[1m{text}\033[0m" if wanted else text


def _wrap(line: str, width: int) -> list[str]:
    """A line in pieces of a width; what begins with a dash goes on under its text."""
    if len(line) <= width:
        return [line]
    indent = " " * (len(line) - len(line.lstrip(" -")))
    return textwrap.wrap(line, max(width, 10), subsequent_indent=indent, break_on_hyphens=False) or [""]
