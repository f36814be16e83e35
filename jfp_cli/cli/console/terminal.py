"""What the terminal at standard output can show: its width, its colours, and the room that a text takes there.

rich knows terminals; it is imported only where there is one, since it is slow to start.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from jfp_cli.cli.console import letters

if TYPE_CHECKING:
    from rich.color import ColorSystem

LEAST, USUAL = 20, 80  # columns


def width() -> int | None:
    """The columns of the terminal; None where the output goes to a pipe or a file."""
    return max(shutil.get_terminal_size((USUAL, 24)).columns, LEAST) if sys.stdout.isatty() else None


def paint(text: str, style: str) -> str:
    """Text in a style, where the output is a terminal that wants one or FORCE_COLOR is set.

    NO_COLOR and --no-color outrank that.
    """
    if not style or not text or os.environ.get("NO_COLOR"):
        return text
    forced = bool(os.environ.get("FORCE_COLOR"))
    if not (forced or sys.stdout.isatty()):
        return text
    system = _colours(os.environ.get("TERM"), forced=forced)
    if system is None:
        return text
    from rich.style import Style  # noqa: PLC0415 - as above

    return Style.parse(style).render(text, color_system=system)


@cache
def _colours(_: str | None, *, forced: bool) -> "ColorSystem | None":
    """The colours of this terminal, for a value of TERM: none where it is dumb or an older Windows console.

    What is forced is for something else that shows them, such as the log of a workflow.
    """
    from rich.color import ColorSystem  # noqa: PLC0415 - as above

    if forced:
        return ColorSystem.STANDARD
    from rich.console import Console  # noqa: PLC0415

    console = Console(file=sys.stdout)
    return ColorSystem.STANDARD if console.color_system and not console.legacy_windows else None


@contextmanager
def working(at: str) -> Iterator[None]:
    """Say at a terminal what takes a while, for as long as it does."""
    shown = sys.stderr.isatty()
    if shown:
        sys.stderr.write(f"{at} ...")
        sys.stderr.flush()
    try:
        yield
    finally:
        if shown:
            sys.stderr.write("\r" + " " * (len(at) + 4) + "\r")


def room_of(text: str) -> int:
    """How many columns of a terminal a text takes: two for a wide character, none for one that joins the last."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - as above; and most texts are ASCII

    return cell_len(text)


def padded(text: str, room: int, *, right: bool = False) -> str:
    """Text with blanks up to a width, before it where it belongs to the right."""
    blanks = " " * (room - room_of(text))
    return blanks + text if right else text + blanks


def shows(text: str, encoding: str) -> bool:
    """Whether an encoding has every character of a text."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def in_letters(text: str) -> str:
    """Text in the letters that the output has, so that its room is known before it is written."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return text if text.isascii() or shows(text, encoding) else text.encode(encoding, letters.NAME).decode(encoding)


def ellipsis() -> str:
    """What stands for text that is left out, as far as the output has the letter for it."""
    return "…" if shows("…", getattr(sys.stdout, "encoding", None) or "") else "..."


def cut(text: str, room: int) -> str:
    """Text that fits in a width: its beginning and an ellipsis where it is longer."""
    if room_of(text) <= room:
        return text
    mark = ellipsis()
    end = min(len(text), room)
    while end and room_of(text[:end]) > room - len(mark):
        end -= 1
    return text[:end].rstrip() + mark


def wrapped(text: str, room: int | None, *, indent: str = "", gap: str = " ") -> list[str]:
    """A text in lines of a width, broken between words alone; without a width it stays one line.

    Words are what `gap` parts. `indent` stands before every line but the first, which has as much of its own there.
    """
    if room is None:
        return [text]
    text = in_letters(text)
    if room_of(text) <= room:
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
