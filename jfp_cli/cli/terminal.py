"""What the terminal at standard output can show: its width, its colours, and the room that a text takes there."""

import os
import shutil
import sys

LEAST, USUAL = 20, 80  # columns
_STYLES = {"bold": "1", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def width() -> int | None:
    """The columns of the terminal; None where the output goes to a pipe or a file."""
    return max(shutil.get_terminal_size((USUAL, 24)).columns, LEAST) if sys.stdout.isatty() else None


def paint(text: str, style: str) -> str:
    """Text in a style, where the output is a terminal that wants one."""
    return f"\033[{_STYLES[style]}m{text}\033[0m" if style and text and _wants_colours() else text


def _wants_colours() -> bool:
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    # The consoles of older Windows show the codes of colours as they are.
    return sys.platform != "win32" or any(os.environ.get(name) for name in ("WT_SESSION", "TERM_PROGRAM", "TERM"))


def room_of(text: str) -> int:
    """How many columns of a terminal a text takes: two for a wide character, none for one that joins the last."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width  # noqa: PLC0415 - most texts are ASCII

    return sum(0 if category(char) in ("Mn", "Me", "Cf") else 1 + (east_asian_width(char) in "WF") for char in text)


def padded(text: str, room: int, *, right: bool = False) -> str:
    """Text with blanks up to a width, before it where it belongs to the right."""
    blanks = " " * (room - room_of(text))
    return blanks + text if right else text + blanks


def cut(text: str, room: int) -> str:
    """Text that fits in a width: its beginning and an ellipsis where it is longer."""
    if room_of(text) <= room:
        return text
    encoding = (getattr(sys.stdout, "encoding", None) or "").lower()
    ellipsis = "…" if encoding.startswith("utf") else "..."
    end = min(len(text), room)
    while end and room_of(text[:end]) > room - len(ellipsis):
        end -= 1
    return text[:end].rstrip() + ellipsis


def wrapped(text: str, room: int | None, *, indent: str = "", gap: str = " ") -> list[str]:
    """A text in lines of a width, broken between words alone; without a width it stays one line.

    Words are what `gap` parts. `indent` stands before every line but the first, which has as much of its own there.
    """
    if room is None or room_of(text) <= room:
        return [text]
    first, *words = text[len(indent) :].split(gap)
    lines = [text[: len(indent)] + first]
    for word in words:
        longer = lines[-1] + gap + word
        if room_of(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(indent + word)
    return lines
