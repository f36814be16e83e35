"""Lists of a page: those with marks or numbers as Word's own, and those of terms with what each means."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from jfp_cli.report.pages.word.lines import Piece, pieces
from jfp_cli.report.pages.word.place import Place
from jfp_cli.report.pages.word.tree import BLOCKS, Element
from jfp_cli.report.pages.word.xml import element

if TYPE_CHECKING:
    from jfp_cli.report.pages.word.blocks import Writer

_LONGEST_TERM = 26  # letters of a term that stands beside what it means
_LETTER, _SIGN, _BESIDE = 150, 2, 2600  # twentieths of a point for one, letters for a sign before it, and the most
_DEEPEST = 8  # level of a list in Word
_TAB = "<w:tab/>"


def entries(writer: "Writer", node: Element, place: Place) -> None:
    """A list with marks or numbers of its own; what is no entry of it stands between them."""
    is_ordered = node.name == "ol"
    number = writer.made.numbered(ordered=is_ordered)
    style = place.style if place.in_cell else "ListNumber" if is_ordered else "ListBullet"
    own = place._replace(style=style, depth=place.depth + 1, kept=False)
    for child in node.children:
        if isinstance(child, str) or child.name != "li":
            writer.write([child], place)
        elif child.is_shown:
            if anchor := child.attributes.get("id"):
                writer.anchors.append(anchor)
            level = min(place.depth, _DEEPEST)
            writer.number = element("numPr", element("ilvl", val=level), element("numId", val=number))
            writer.write(child.children, own)
            writer.number = ""


def terms(writer: "Writer", node: Element, place: Place) -> None:
    """A list of terms: each in bold with what it means beside it, or in the same paragraph where terms are long."""
    every = list(_entries(node))
    longest = max((len(term.text) for entry in every for term in entry.terms), default=0)
    is_beside = longest <= _LONGEST_TERM and not place.in_cell
    own = place.within(node)
    beside = min(_LETTER * (longest + _SIGN), _BESIDE)
    indent = element("ind", left=own.indent + beside, hanging=beside) if is_beside else ""
    for entry in every:
        writer.anchors += entry.anchors
        said = list(_joined(writer, entry.terms, own, bold="facts" not in node.classes))
        inline = [meaning for meaning in entry.meanings if not meaning.holds(*BLOCKS)]
        if inline:
            said.append(Piece("", whole=_TAB) if is_beside else Piece(": "))
            said += _joined(writer, inline, own, bold="facts" in node.classes)
        writer.paragraph(said, own if len(inline) == len(entry.meanings) else own._replace(kept=True), indent)
        for meaning in entry.meanings:
            if meaning not in inline:
                writer.write(meaning.children, own._replace(depth=own.depth + 1))


class _Entry(NamedTuple):
    anchors: list[str]
    terms: list[Element]
    meanings: list[Element]


def _entries(node: Element) -> Iterator[_Entry]:
    """The terms of a list, each with what it means, whether or not an element holds the two together."""
    entry = _Entry([], [], [])
    for part in _parts(node):
        if (part.name == "div" or (part.name == "dt" and entry.meanings)) and (entry.terms or entry.meanings):
            yield entry
            entry = _Entry([], [], [])
        entry.anchors.extend(filter(None, [part.attributes.get("id")]))
        if part.name != "div":
            (entry.terms if part.name == "dt" else entry.meanings).append(part)
    if entry.terms or entry.meanings:
        yield entry


def _parts(node: Element) -> Iterator[Element]:
    for child in node.children:
        if isinstance(child, Element) and child.is_shown:
            yield child
            if child.name == "div":
                yield from _parts(child)


def _joined(writer: "Writer", parts: list[Element], place: Place, *, bold: bool) -> Iterator[Piece]:
    for at, part in enumerate(parts):
        if at:
            yield Piece("; ", place.letters)
        yield from pieces(part.children, writer.made, place.pixels, place.letters._replace(bold=bold))
