"""The chart of a measure as a file of its own: an SVG with its title, icons, key and remarks in it."""

from collections.abc import Iterator
from textwrap import wrap

from markupsafe import Markup

from jfp_cli.report.charts.control import drawing, ranges
from jfp_cli.report.charts.icons import icon
from jfp_cli.report.charts.legend import badges, legend
from jfp_cli.report.charts.measured import Measured
from jfp_cli.report.charts.picture import PLOT, words_of
from jfp_cli.report.charts.remarks import noted, remarks
from jfp_cli.report.charts.scale import NARROWEST, named, wide
from jfp_cli.report.charts.svg import Line, Mark, Part, Text, lower, svg

WIDTH = 760  # pixels
_LINE, _ICON, _INDENT = 19, 34, 40  # pixels of a line of text, of an icon, and before what a sign means


def chart_file(measured: Measured, width: int = WIDTH) -> str:
    """The file's text, of a measure that has a reading."""
    shown, signs = ranges(measured), noted(measured)
    plot, height = drawing(measured, shown, PLOT + 60, signs)
    parts: list[Part | Markup] = []
    down = 0.0
    for line in _lines(measured.title, width):
        down += _LINE
        parts.append(Text("title", 0, down, line, "start"))
    for said, words in badges(measured):
        parts.append(icon(said, (0, down + 8)))
        for line in _lines(words, width - _INDENT):
            parts.append(Text("title", _share(_INDENT, width), down + 27, line, "start"))
            down += _LINE
        down += _ICON - _LINE
    down += 16
    parts += (lower(part, down) for part in plot)
    down += height + 12
    for part, words in legend(measured, plot):
        parts.append(_sample(part, down, width))
        for line in _lines(words, width - _INDENT):
            parts.append(Text("tick", _share(_INDENT, width), down + 12, line, "start"))
            down += _LINE
    for sign in signs:
        parts.append(Text("sign", _share(14, width), down + 12, sign.sign))
        for line in _lines(f"{named(sign.day, measured.every)}: {sign.said}", width - _INDENT):
            parts.append(Text("tick", _share(_INDENT, width), down + 12, line, "start"))
            down += _LINE
    for remark in remarks(measured, shown.low, shown.high):
        for line in _lines(remark, width):
            parts.append(Text("tick", 0, down + 12, line, "start"))
            down += _LINE
    return f"{svg(parts, round(down) + 8, words_of(measured), width)}\n"


def _sample(part: Line | Mark, down: float, width: int) -> Line | Mark:
    """A line or a mark in front of what it means, whose own place is in percent of 28 pixels."""
    if isinstance(part, Line):
        return Line(part.ink, 0, down + 8, _share(28, width), down + 8)
    return part._replace(x=_share(14, width), y=part.y + down)


def _lines(text: str, width: int) -> Iterator[str]:
    """A text in lines that fit, however wide its letters are."""
    most = max(width * 100 / NARROWEST, 1)
    letters = max(8, int(len(text) * most / max(wide(text), most)))
    yield from wrap(text, letters) or [""]


def _share(pixels: float, width: int) -> float:
    return 100 * pixels / width
