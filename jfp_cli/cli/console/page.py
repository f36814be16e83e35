"""A page of labelled lines for a terminal or a pipe."""

import sys
from typing import TextIO

from jfp_cli.cli.console.terminal import paint, room_of, width, wrapped

WIDEST = 100
LEAST_TEXT = 24  # columns beside the labels; where there are fewer, a text stands below its label


class Page:
    """Headings, and fields whose labels stand in one column; wrapped to a terminal, never in a pipe."""

    def __init__(self) -> None:
        self._entries: list[tuple[str, list[str]]] = []

    def heading(self, title: str, note: str = "") -> None:
        """Begin a part of the page."""
        self._entries.append(("", [title, f"({note})" if note else ""]))

    def field(self, label: str, lines: list[str]) -> None:
        """Add a labelled value of one line or several."""
        self._entries.append((label, lines))

    def write(self, stream: TextIO) -> None:
        """Write the page."""
        columns = width() if stream is sys.stdout else None
        room = sys.maxsize if columns is None else min(columns, WIDEST)
        labels = max((room_of(label) for label, _ in self._entries), default=0) + 4
        narrow = room < labels + LEAST_TEXT
        for label, lines in self._entries:
            if not label:
                title, note = lines
                gap = "\n" if note and room_of(title) + room_of(note) + 2 > room else "  "
                stream.write((bold(title) + gap + note).rstrip() + "\n")
                continue
            wrapped = [part for line in lines for part in _wrap(line, room - (4 if narrow else labels))]
            if narrow:
                stream.write(f"  {label}\n" + "".join(f"    {line}\n" for line in wrapped))
                continue
            first, *rest = wrapped
            blanks = " " * (labels - 2 - room_of(label))
            stream.write(f"  {label}{blanks}{first}\n" + "".join(f"{' ' * labels}{line}\n" for line in rest))


def bold(text: str) -> str:
    """Text in bold where standard output is a terminal that wants it."""
    return paint(text, "bold")


def _wrap(line: str, room: int) -> list[str]:
    """A line in pieces of a width; what begins with a dash goes on under its text."""
    return wrapped(line, room, indent=" " * (len(line) - len(line.lstrip(" -"))))
