"""Where something stands in a document: in which style, how deep in lists, and with how much room."""

from typing import Literal, NamedTuple

from jfp_cli.report.pages.word.lines import PLAIN, Type
from jfp_cli.report.pages.word.sheet import PIXEL
from jfp_cli.report.pages.word.tree import Element

_LEAST = 240  # room that a picture has in the narrowest cell
STEP, _STEP_IN_CELL = 397, 227  # by which each list stands further in
_STYLES = {
    "lede": "PlanLede",
    "organisation": "Subtitle",
    "period": "Subtitle",
    "as-of": "Subtitle",
    **dict.fromkeys(("aside", "foot", "id", "legend", "remark", "serves", "source"), "PlanAside"),
}
_OF_ELEMENTS = {"blockquote": "Quote", "dl": "PlanTerm", "figcaption": "Caption"}
_TIGHT, _TIGHTEST = (
    {"Title": 32, "Heading1": 25, **dict.fromkeys(("Caption", "Normal", "PlanTerm", "Subtitle"), 18)},
    16,
)
_IN_CELLS = {
    **dict.fromkeys(("Normal", "PlanLede", "PlanTerm"), "PlanCell"),
    **dict.fromkeys(("Caption", "PlanAside"), "PlanCellAside"),
}


class Block(NamedTuple):
    """A part of the body, or the title of its contents; a wide one needs the page turned."""

    xml: str
    kind: Literal["paragraph", "heading", "table", "contents"] = "paragraph"
    wide: bool = False


class Place(NamedTuple):
    """Where something stands: `kept` with what comes next, `right` where it is a number in a column of them.

    It is `tight` where all is to go on one page.
    """

    room: int
    style: str = "Normal"
    depth: int = 0
    in_cell: bool = False
    type: Type = PLAIN
    kept: bool = False
    right: bool = False
    tight: bool = False

    @property
    def step(self) -> int:
        """By how much a list stands further in than what is around it."""
        return _STEP_IN_CELL if self.in_cell else STEP

    @property
    def indent(self) -> int:
        """How far in it stands."""
        return self.depth * self.step

    @property
    def pixels(self) -> int:
        """The room for a picture."""
        return max(self.room - self.indent, _LEAST) // PIXEL

    @property
    def letters(self) -> Type:
        """The type of its text."""
        size = _TIGHT.get(self.look, _TIGHTEST) if self.tight else 0
        return self.type._replace(size=size) if size else self.type

    @property
    def look(self) -> str:
        """The style of its paragraphs."""
        return _IN_CELLS.get(self.style, self.style) if self.in_cell else self.style

    def within(self, node: Element) -> "Place":
        """The place of what stands in a block."""
        named = (_STYLES[name] for name in sorted(node.classes) if name in _STYLES)
        style = next(named, _OF_ELEMENTS.get(node.name, self.style))
        is_summary, is_code = node.name == "summary", node.name == "pre"
        look = self.type._replace(bold=self.type.bold or is_summary, code=self.type.code or is_code)
        return self._replace(style=style, type=look, kept=self.kept or is_summary or "badges" in node.classes)
