"""What a picture is made of, as SVG: lines, marks and texts, each in an ink.

Attributes alone carry the paint, which PDF and Word keep; the classes are those of a page's style sheet.
"""

from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from markupsafe import Markup, escape

from jfp_cli.report.charts.scale import Anchor
from jfp_cli.values.text import safe

Ink = Literal["grid", "series", "mean", "limit", "early", "aim", "way", "rebase", "leader", "tick", "sign", "title"]
Kind = Literal["common", "improvement", "concern", "neutral"]
FONT, SIZE = "Liberation Sans, Arial, Helvetica, sans-serif", 12  # of texts, in pixels
MARGIN = 10  # pixels of paper around a picture by itself
PAPER, BLACK, QUIET, PALE, PROMISE = "#ffffff", "#212b32", "#4c6272", "#c3ccd2", "#a61b5b"

_LINES: dict[Ink, tuple[str, float, str]] = {
    "grid": (PALE, 1, ""),
    "series": (QUIET, 1, ""),
    "mean": (BLACK, 1.5, ""),
    "limit": (QUIET, 1.5, "7 4"),
    "early": (QUIET, 1.5, "2 4"),
    "aim": (PROMISE, 2, "10 3 2 3"),
    "way": (PROMISE, 1.5, "4 3"),
    "rebase": (BLACK, 1, "1 3"),
    "leader": (PALE, 1, ""),
}
KINDS: dict[Kind, str] = {"common": QUIET, "improvement": "#005eb8", "concern": "#b34700", "neutral": "#5c2d91"}


_USUAL, _BOLD = f'fill="{QUIET}"', f'fill="{BLACK}" font-weight="bold"'


class Line(NamedTuple):
    """A straight line: across in percent, down in pixels."""

    ink: Ink
    x1: float
    y1: float
    x2: float
    y2: float


class Mark(NamedTuple):
    """A shape around its place: `way` is up (1) or down (-1), `size` half its width, `words` what a pointer is told.

    One that is hollow may yet change; one that is crossed out does not count.
    """

    kind: Kind
    way: int
    x: float
    y: float
    size: float
    hollow: bool = False
    crossed: bool = False
    words: str = ""


class Text(NamedTuple):
    """A text whose start, middle or end stands at its place, on its line."""

    ink: Ink
    x: float
    y: float
    text: str
    anchor: Anchor = "middle"


Part = Line | Mark | Text


def lower(part: Part, by: float) -> Part:
    """The same part, so many pixels further down."""
    if isinstance(part, Line):
        return part._replace(y1=part.y1 + by, y2=part.y2 + by)
    return part._replace(y=part.y + by)


def svg(parts: Iterable[Part | Markup], height: int, title: str, width: int | None = None) -> Markup:
    """A picture with its title, which is what is read aloud.

    `width` in pixels is for a picture by itself; without one it is as wide as there is room, its texts never larger.
    """
    across, alone, paper = "100%", "", ""
    if width is not None:
        across, below = f"{width + 2 * MARGIN}", height + 2 * MARGIN
        alone = f' xmlns="http://www.w3.org/2000/svg" viewBox="{-MARGIN} {-MARGIN} {across} {below}"'
        paper = f'<rect x="{-MARGIN}" y="{-MARGIN}" width="{across}" height="{below}" fill="{PAPER}"/>'
        height = below
    head = f'<svg class="control" role="img" width="{across}" height="{height}"{alone}'
    drawn = "\n".join(part if isinstance(part, Markup) else _drawn(part, width) for part in parts)
    text = f'{head} font-family="{FONT}" font-size="{SIZE}">{_title(title)}{paper}{drawn}</svg>'
    return Markup(text)  # noqa: S704 - every text in it is escaped where it is put in


def sample(part: Part) -> Markup:
    """A small picture of one line or mark, for a legend; its words stand beside it."""
    head = '<svg class="control sample" aria-hidden="true" width="28" height="16" viewBox="0 0 28 16">'
    return Markup(f"{head}{_drawn(part, 28)}</svg>")  # noqa: S704 - the same


def outline(kind: Kind, way: int, size: float) -> str:
    """The outline of a mark: a triangle is an improvement, a diamond a concern, a square neither, a disc no signal."""
    if kind == "improvement":
        tip = -1.3 * size if way > 0 else 1.3 * size
        return f"M0 {tip:g}L{1.3 * size:g} {-0.8 * tip:g}H{-1.3 * size:g}Z"
    if kind == "concern":
        return f"M0 {-1.4 * size:g}L{1.4 * size:g} 0 0 {1.4 * size:g} {-1.4 * size:g} 0Z"
    if kind == "neutral":
        return f"M{-size:g} {-size:g}H{size:g}V{size:g}H{-size:g}Z"
    return f"M{-size:g} 0a{size:g} {size:g} 0 1 0 {2 * size:g} 0a{size:g} {size:g} 0 1 0 {-2 * size:g} 0Z"


def _drawn(part: Part, width: int | None) -> str:
    if isinstance(part, Line):
        colour, thick, dashes = _LINES[part.ink]
        ends = f'x1="{_across(part.x1, width)}" y1="{part.y1:g}" x2="{_across(part.x2, width)}" y2="{part.y2:g}"'
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        return f'<line class="{part.ink}" {ends} stroke="{colour}" stroke-width="{thick:g}"{dashed}/>'
    if isinstance(part, Text):
        paint = _BOLD if part.ink in ("sign", "title") else _USUAL
        place = f'x="{_across(part.x, width)}" y="{part.y:g}" text-anchor="{part.anchor}"'
        return f'<text class="{part.ink}" {place} {paint}>{escape(safe(part.text))}</text>'
    return _placed(part, width)


def _placed(mark: Mark, width: int | None) -> str:
    """A mark at its place: its own small drawing where the place is in percent, which no transformation knows."""
    drawn = _mark(mark.kind, mark.way, mark.size, hollow=mark.hollow, crossed=mark.crossed)
    told = _title(mark.words) if mark.words else ""
    if width is None:
        head = f'<svg x="{mark.x:g}%" y="{mark.y:g}" width="1" height="1" overflow="visible">'
        return f"{head}{told}{drawn}</svg>"
    return f'<g transform="translate({mark.x * width / 100:g} {mark.y:g})">{told}{drawn}</g>'


@cache
def _mark(kind: Kind, way: int, size: float, *, hollow: bool, crossed: bool) -> str:
    """The shape of a mark, around nothing."""
    colour, hollow = KINDS[kind], hollow or crossed
    paint = f'fill="{PAPER if hollow else colour}" stroke="{colour}" stroke-width="1.5"'
    drawn = f'<path class="{kind}{" hollow" if hollow else ""}" {paint} d="{outline(kind, way, size)}"/>'
    if not crossed:
        return drawn
    end = size * 1.6
    cross = f"M{-end:g} {-end:g}L{end:g} {end:g}M{end:g} {-end:g}L{-end:g} {end:g}"
    return f'{drawn}<path class="cross" fill="none" stroke="{colour}" stroke-width="1.25" d="{cross}"/>'


def _title(words: str) -> str:
    return f"<title>{escape(safe(words))}</title>"


def _across(x: float, width: int | None) -> str:
    return f"{x:g}%" if width is None else f"{x * width / 100:g}"
