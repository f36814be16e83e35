"""Lines of a terminal as SVG that fetches nothing: text in colour on a dark window, still or screen after screen."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate
from typing import NamedTuple

from jfp_cli.cli.console.terminal import room_of

COLUMNS = 100
_WIDE, _HIGH, _EDGE, _BAR = 9, 19, 12, 34  # a column, a row, what is left free around them, and the bar of the window
_CODE = re.compile(r"\x1b\[([\d;]*)m")
_INKS = {"1": "b", "2": "d", "31": "r", "32": "g", "33": "y", "34": "l", "35": "m", "36": "c"}
_STYLES = """\
text { fill: #d6deeb; font: 15px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; white-space: pre }
.b { font-weight: bold }
.d { fill: #9aa4b2 }
.r { fill: #ff8b82 }
.g { fill: #6fdd8b }
.y { fill: #e9c46a }
.l { fill: #8cc8ff }
.m { fill: #d9b3ff }
.c { fill: #7fdfe6 }
"""
# A screen is seen while its animation runs; the last one is hidden until those before it are over.
_MOVING = """\
.s { visibility: hidden }
@keyframes seen { from, to { visibility: visible } }
@keyframes unseen { from, to { visibility: hidden } }
@media (prefers-reduced-motion: reduce) { g { animation: none !important } }
"""


class Screen(NamedTuple):
    """What a terminal shows, line by line with codes of colour, and for how many seconds."""

    lines: Sequence[str]
    seconds: float = 0.0


def still(screen: Screen, title: str) -> str:
    """One screen."""
    return _window(title, len(screen.lines), _STYLES, "".join(_drawn(screen.lines)))


def moving(screens: Sequence[Screen], title: str) -> str:
    """Screens one after the other, once; the last stays, and is all that is shown to whom movement disturbs."""
    *before, last = screens
    *starts, end = accumulate((screen.seconds for screen in before), initial=0.0)
    groups = [
        f'<g class="s" style="animation: seen {screen.seconds:g}s {start:g}s">\n{"".join(_drawn(screen.lines))}</g>\n'
        for screen, start in zip(before, starts, strict=True)
    ]
    groups.append(f'<g style="animation: unseen {end:g}s">\n{"".join(_drawn(last.lines))}</g>\n')
    return _window(title, max(len(screen.lines) for screen in screens), _STYLES + _MOVING, "".join(groups))


def folded(line: str) -> list[str]:
    """A line as a terminal breaks it where it is longer than its row, wherever that is."""
    rows, column, code = [""], 0, ""
    for text, after in _pieces(line):
        for letter in text:
            column += room_of(letter)
            if column > COLUMNS:
                rows.append(code)
                column = room_of(letter)
            rows[-1] += letter
        code = f"\x1b[{after}m" if after else code
        rows[-1] += code if after else ""
    return rows


def _window(title: str, rows: int, styles: str, inside: str) -> str:
    width, height = COLUMNS * _WIDE + 2 * _EDGE, rows * _HIGH + _BAR + _EDGE
    dots = "".join(f'<circle cx="{20 + 20 * at}" cy="18" r="6" fill="#5c6675"/>\n' for at in range(3))
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" xmlns="http://www.w3.org/2000/svg">\n'
        f"<title>{escape(title)}</title>\n<style>\n{styles}</style>\n"
        f'<rect width="{width}" height="{height}" rx="8" fill="#161b22"/>\n{dots}{inside}</svg>\n'
    )


def _drawn(lines: Sequence[str]) -> Iterator[str]:
    """The text of each line, each colour at its column whatever the width of the font's letters."""
    for row, line in enumerate(lines):
        column, inks = 0, ""
        for text, code in _pieces(line):
            room = room_of(text)
            if text.strip():
                at = f'x="{_EDGE + column * _WIDE}" y="{_BAR + (row + 1) * _HIGH - 5}" textLength="{room * _WIDE}"'
                named = f' class="{inks}"' if inks else ""
                yield f"<text {at}{named}>{escape(text, quote=False)}</text>\n"
            column += room
            named_inks = [_INKS.get(one, "") for one in code.split(";")]
            inks = " ".join(filter(None, named_inks))


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    """The texts of a line, each with the code after it."""
    parts = _CODE.split(line)
    yield from zip(parts[::2], [*parts[1::2], ""], strict=True)
