"""How a document looks where the plan brings no styles of its own: the styles that jfp writes with, by their ids.

Sizes are in half points, spaces in twentieths of a point.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from jfp_cli.report.pages.word.xml import element

BRAND, HEADING, INK, QUIET, LINE, WASH, PAPER = "005EB8", "003087", "212B32", "425563", "C3CCD2", "F0F4F5", "FFFFFF"
FONT = "Arial"

_KEEP = element("keepNext") + element("keepLines")
_USUAL = ("Normal", "DefaultParagraphFont", "NormalTable")


class Style(NamedTuple):
    """A style; a planner's own document is expected to have those that `expected` says, and `own` are jfp's alone."""

    name: str
    kind: Literal["paragraph", "character", "table"]
    based: str = ""
    paragraph: str = ""
    run: str = ""
    table: str = ""
    own: bool = False
    expected: bool = False

    @property
    def id(self) -> str:
        """What the body calls it."""
        return self.name.title().replace(" ", "")

    @property
    def xml(self) -> str:
        """The style as a document has it."""
        said: dict[str, str | int] = {"type": self.kind, "styleId": self.id}
        if self.id in _USUAL:
            said["default"] = 1
        if self.own:
            said["customStyle"] = 1
        return element(
            "style",
            element("name", val=self.name),
            element("basedOn", val=self.based) if self.based else "",
            element("next", val="Normal") if self.kind == "paragraph" and self.paragraph.startswith(_KEEP) else "",
            element("uiPriority", val=1),
            element("qFormat"),
            element("pPr", self.paragraph) if self.paragraph else "",
            element("rPr", self.run) if self.run else "",
            self.table,
            **said,
        )


def spaced(before: int, after: int, line: int = 0) -> str:
    """The space above and below a paragraph; `line` in 240ths of a line."""
    if line:
        return element("spacing", before=before, after=after, line=line, lineRule="auto")
    return element("spacing", before=before, after=after)


def _type(size: int = 0, colour: str = "", *, bold: bool = False) -> str:
    return "".join(
        (
            element("b") if bold else "",
            element("color", val=colour) if colour else "",
            element("sz", val=size) + element("szCs", val=size) if size else "",
        )
    )


def _text(name: str, paragraph: str, run: str = "", *, expected: bool = True) -> Style:
    """A style of paragraphs that Word knows too."""
    return Style(name, "paragraph", "Normal", paragraph, run, expected=expected)


def _own(name: str, paragraph: str, run: str, based: str = "Normal") -> Style:
    return Style(name, "paragraph", based, paragraph, run, own=True)


def _headings() -> Iterator[Style]:
    looks = [(36, 360, 160), (28, 320, 100), (24, 240, 80), (22, 200, 60), (21, 160, 40)]
    rule = element("pBdr", element("top", val="single", sz=24, space=8, color=BRAND))
    for level, (size, before, after) in enumerate(looks):
        shape = f"{_KEEP}{'' if level else rule}{spaced(before, after, 240)}{element('outlineLvl', val=level)}"
        yield _text(f"heading {level + 1}", shape, _type(size, HEADING, bold=True), expected=level < 4)


def _contents(level: int) -> Style:
    shape = spaced(0 if level > 1 else 120, 40) + (element("ind", left=284) if level > 1 else "")
    return _text(f"toc {level}", shape, _type(bold=level == 1))


def _link(name: str, *, own: bool = False) -> Style:
    look = element("color", val=BRAND) + ("" if own else element("u", val="single"))
    return Style(name, "character", "DefaultParagraphFont", run=look, own=own, expected=not own)


def _table() -> Style:
    line = {"val": "single", "color": LINE}
    borders = element("tblBorders", *(element(side, sz=4, space=0, **line) for side in ("top", "bottom", "insideH")))
    sides = {"top": 60, "left": 100, "bottom": 60, "right": 100}
    margins = element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in sides.items()))
    head = element(
        "tblStylePr",
        element("rPr", _type(0, PAPER, bold=True)),
        element("tcPr", element("shd", val="clear", color="auto", fill=BRAND)),
        type="firstRow",
    )
    properties = element("tblPr", element("tblInd", w=0, type="dxa"), borders, margins)
    return Style("Plan Table", "table", "NormalTable", table=properties + head, own=True)


STYLES = (
    Style("Normal", "paragraph"),
    Style("Default Paragraph Font", "character"),
    Style("Normal Table", "table", table=element("tblPr", element("tblInd", w=0, type="dxa"))),
    _text("Title", _KEEP + spaced(0, 120, 240), _type(52, HEADING, bold=True)),
    _text("Subtitle", spaced(0, 60), _type(24, QUIET)),
    *_headings(),
    _text("List Bullet", spaced(0, 60)),
    _text("List Number", spaced(0, 60)),
    _text("caption", _KEEP + spaced(120, 80), _type(20, QUIET, bold=True)),
    _text("Quote", element("ind", left=425), _type(0, QUIET), expected=False),
    _text("TOC Heading", _KEEP + spaced(240, 120), _type(28, HEADING, bold=True)),
    *map(_contents, (1, 2)),
    _text("header", spaced(0, 0), _type(17, QUIET)),
    _text("footer", spaced(0, 0) + element("jc", val="center"), _type(17, QUIET)),
    _link("Hyperlink"),
    _link("Plan Link", own=True),
    _own("Plan Lede", spaced(0, 160), _type(25)),
    _own("Plan Term", spaced(0, 60), ""),
    _own("Plan Aside", spaced(0, 60), _type(18, QUIET)),
    _own("Plan Cell", spaced(0, 40, 245), _type(18)),
    _own("Plan Cell Aside", "", _type(16, QUIET), "PlanCell"),
    _table(),
)


def defaults(language: str) -> str:
    """What every style begins with: the font, the space between paragraphs, and the language of the plan."""
    fonts = element("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT)
    run = fonts + _type(21, INK) + element("lang", val=language)
    return element(
        "docDefaults",
        element("rPrDefault", element("rPr", run)),
        element("pPrDefault", element("pPr", spaced(0, 120, 264))),
    )
