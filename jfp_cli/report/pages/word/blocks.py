"""What stands one below the other on a page: headings, paragraphs, lists, tables and pictures as those of Word."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from jfp_cli.report.pages.word.lines import Piece, pieces, runs
from jfp_cli.report.pages.word.lists import entries, terms
from jfp_cli.report.pages.word.place import Block, Place
from jfp_cli.report.pages.word.tables import table
from jfp_cli.report.pages.word.tree import BLOCKS, HEADINGS, Element
from jfp_cli.report.pages.word.underway import Underway
from jfp_cli.report.pages.word.xml import element, paragraph

_LINES = frozenset({"aside", "legend", "of", "only", "step"})  # classes of what has a line of its own
_CHAPTERS = frozenset({"chapter", "opening"})
_SPREAD = frozenset({"badges", "legend"})
ONE_SIDE = "first-side"  # what is to have the first side for itself


class Writer:
    """Writes the blocks of one document, one after the other."""

    def __init__(self, made: Underway, *, one_side: bool) -> None:
        self.made = made
        self.blocks: list[Block] = []
        self.anchors: list[str] = []  # of places whose first paragraph is still to come
        self.number = ""  # that a list's entry gives its first paragraph
        self._breaks = False  # whether the next paragraph begins a page
        self._is_long = False  # whether there are contents, so that each chapter begins a page
        self._one_side = one_side  # whether the first side is to hold what belongs there
        self._after_heading = False

    def write(self, nodes: Iterable[Element | str], place: Place) -> None:
        """Nodes of a page, and lines of text between blocks as paragraphs."""
        line: list[Element | str] = []
        for node in nodes:
            if isinstance(node, str) or not _is_block(node):
                line.append(node)
            elif node.is_shown:
                self.line(line, place)
                line = []
                self._block(node, place)
        self.line(line, place)

    def end(self) -> None:
        """Give what stands at the very end, and says nothing, a paragraph that links can lead to."""
        if marks := "".join(map(self.made.bookmark, self.anchors)):
            self.blocks.append(Block(element("p", marks)))

    def cell(self, nodes: Iterable[Element | str], place: Place) -> str:
        """Nodes of a page as what a cell holds, which ends with a paragraph."""
        outside, self.blocks, self.number = self.blocks, [], ""
        self.write(nodes, place)
        inside, self.blocks = self.blocks, outside
        if not inside or inside[-1].kind == "table":
            inside.append(Block(paragraph(place.look)))
        return "".join(block.xml for block in inside)

    def line(self, nodes: Iterable[Element | str], place: Place) -> None:
        """Nodes that stand in one line of text, as a paragraph where they say or show something."""
        self.paragraph(list(pieces(nodes, self.made, place.pixels, place.letters)), place)

    def paragraph(self, every: list[Piece], place: Place, indent: str = "", mark: str = "") -> None:
        """Pieces as a paragraph where they say or show something; `indent` is how far in, unless as its place."""
        if not any(piece.text.strip() or piece.whole for piece in every):
            self.anchors += [piece.anchor for piece in every if piece.anchor]
            return
        number, self.number = self.number, ""
        # In a table the whole row would stay with the next one, and that with the one after it.
        has_picture = not place.in_cell and any("<w:drawing>" in one.whole and not one.is_small for one in every)
        follows = place.look == "PlanAside" and self._after_heading
        look = (
            element("pStyle", val=place.look),
            element("keepNext") if place.kept or has_picture or follows else "",
            element("pageBreakBefore") if self._breaks else "",
            number,
            _spacing(place, is_heading=bool(mark)),
            indent or _indent(place, hangs=bool(number)),
            element("jc", val="right") if place.right else "",
        )
        marks = "".join(map(self.made.bookmark, self.anchors))
        self._breaks = False
        self._after_heading = bool(mark) or follows
        self.anchors.clear()
        kind: Literal["heading", "paragraph"] = "heading" if mark else "paragraph"
        self.blocks.append(Block(element("p", element("pPr", *look), marks, mark, runs(every, self.made)), kind))

    def _block(self, node: Element, place: Place) -> None:
        """A block by what it is called; of one that nobody knows, what stands in it."""
        if anchor := node.attributes.get("id"):
            self.anchors.append(anchor)
        if node.classes & _CHAPTERS and self._is_long:
            self._breaks = True
        if ONE_SIDE in node.classes or (self._one_side and node.name == "header"):
            place = place._replace(tight=True)
        if node.name in HEADINGS:
            self._heading(node, place)
        elif node.name in _WRITERS:
            _WRITERS[node.name](self, node, place)
        elif node.name == "nav" and "contents" in node.classes:
            self._is_long = True
            heading = next(node.every(*HEADINGS), None)
            self.blocks.append(Block(heading.text if heading else "", "contents"))
        elif node.name == "pre":
            lines = [part for child in node.children for part in _with_breaks(child)]
            self.line(lines, place.within(node))
        elif node.name not in BLOCKS and not any(_is_block(part) for part in node.children):
            self.line([Element(node.name, node.attributes, _spread(node))], place.within(node))
        else:
            self.write(_spread(node), place.within(node))
        if ONE_SIDE in node.classes:
            self._breaks = True

    def _heading(self, node: Element, place: Place) -> None:
        """A heading, at most one level below the one before it."""
        before = self.made.headings[-1].level if self.made.headings else 0
        level = min(HEADINGS[node.name], before + 1)
        within = place._replace(style=f"Heading{level}", depth=0)
        every = list(pieces(node.children, self.made, place.pixels, within.letters._replace(bold=False)))
        if text := " ".join("".join(piece.text for piece in every).split()):
            self.paragraph(every, within, mark=self.made.heading(level, text))


def _title(writer: Writer, node: Element, place: Place) -> None:
    writer.line(node.children, place._replace(style="Title"))


_WRITERS: Mapping[str, Callable[[Writer, Element, Place], None]] = {
    "h1": _title,
    "ul": entries,
    "ol": entries,
    "dl": terms,
    "table": table,
}


def _is_block(node: Element | str) -> bool:
    """Whether a page shows it apart from the line of text around it."""
    return not isinstance(node, str) and (node.name in BLOCKS or bool(node.classes & _LINES) or node.holds(*BLOCKS))


def _indent(place: Place, *, hangs: bool) -> str:
    """How far in a paragraph stands, the number of a list's entry before it."""
    if not place.depth:
        return ""
    return element("ind", left=place.indent, **({"hanging": place.step} if hangs else {}))


def _spacing(place: Place, *, is_heading: bool) -> str:
    """The space around a paragraph, where it is not that of its style."""
    if place.tight:
        return element("spacing", before=80 if is_heading else 0, after=30, line=240, lineRule="auto")
    return element("spacing", before=0, after=40) if is_heading and place.in_cell else ""


def _spread(node: Element) -> list[Element | str]:
    """What stands in an element, with more than a blank between what stands side by side in a legend."""
    if not node.classes & _SPREAD:
        return node.children
    parts = [part for part in node.children if isinstance(part, Element)]
    return [part for one in parts for part in ("\N{EM SPACE}", one)][1:]


def _with_breaks(node: Element | str) -> Iterable[Element | str]:
    if not isinstance(node, str):
        return [node]
    first, *rest = node.strip("\n").split("\n")
    return [first, *(part for line in rest for part in (Element("br"), line))]
