"""Lines of text: what stands within a paragraph of a page as the runs of a Word paragraph."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from jfp_cli.report.pages.word.tree import BLOCKS, Element
from jfp_cli.report.pages.word.underway import Underway
from jfp_cli.report.pages.word.xml import attribute, clean, element, said
from jfp_cli.values.text import is_link

_BOLD, _ITALIC, _CODE = frozenset({"b", "strong", "cite"}), frozenset({"i", "em"}), frozenset({"code", "kbd", "samp"})
_BOLD_CLASSES = frozenset({"due", "tag", "organisation", "internal"})
_UNKNOWN = frozenset({"no_update", "not_reported", "awaiting_reading", "no_reading", "not_measurable"})
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_SIGNS = frozenset({"icon", "sample"})
SIGN = 15  # pixels of a sign in a line of text, the most across
_LOWER = -4  # half points by which it hangs below that line


class Type(NamedTuple):
    """How letters look."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    language: str = ""
    size: int = 0  # in half points, where not as the style says


PLAIN = Type()


class Piece(NamedTuple):
    """A text in one type, or what stands as it is (`whole`: a break, a picture), or a place that links lead to."""

    text: str
    type: Type = PLAIN
    target: str = ""
    whole: str = ""
    anchor: str = ""
    is_small: bool = False


def pieces(
    nodes: Iterable[Element | str], made: Underway, room: int, style: Type = PLAIN, target: str = ""
) -> Iterator[Piece]:
    """What the nodes say, piece by piece; `room` in pixels is for pictures."""
    for node in nodes:
        if isinstance(node, str):
            yield Piece(node, style, target)
        elif node.is_shown:
            apart = [Piece(" ", style, target)] if node.name in BLOCKS else []  # nothing runs into what is beside it
            yield from (*apart, *_piece(node, made, room, style, target), *apart)


def runs(every: Iterable[Piece], made: Underway) -> str:
    """Pieces as runs, blanks as a page shows them: one for many, none at either end."""
    found = []
    for target, together in groupby(_trimmed(every), key=lambda piece: piece.target):
        inner = "".join(made.bookmark(piece.anchor) if piece.anchor else _run(piece) for piece in together)
        found.append(_link(inner, target, made) if target else inner)
    return "".join(found)


def _piece(node: Element, made: Underway, room: int, style: Type, target: str) -> Iterator[Piece]:
    if anchor := node.attributes.get("id"):
        yield Piece("", style, target, anchor=anchor)
    if node.name == "br":
        yield Piece("", style, target, element("br"))
    elif node.name == "svg":
        is_small = bool(node.classes & _SIGNS)
        if drawing := made.picture(node.source, SIGN if is_small else room):
            yield Piece("", style, target, drawing, is_small=is_small)
            yield Piece(" ", style)
    elif node.name == "img":
        drawing = made.photograph(node.attributes, room)
        yield Piece("" if drawing else node.attributes.get("alt", ""), style, target, drawing)
    elif node.name == "a":
        yield from pieces(node.children, made, room, style, _target(node.attributes.get("href", ""), made))
    else:
        own = style._replace(
            bold=style.bold
            or node.name in _BOLD
            or (bool(node.classes & _BOLD_CLASSES) and not node.classes & _UNKNOWN),
            italic=style.italic or node.name in _ITALIC,
            code=style.code or node.name in _CODE,
            language=node.attributes.get("lang", style.language),
        )
        yield from pieces(node.children, made, room, own, target)


def _target(address: str, made: Underway) -> str:
    """Where a link leads that a document may have: to the web, to mail, or to what this document holds."""
    if address.startswith("#"):
        return f"#{address[1:]}" if address[1:] in made.anchors else ""
    return address if is_link(address) and clean(address) == address else ""


def _trimmed(every: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces without the blanks that a page does not show; the last blank waits for what comes after it."""
    blank: Piece | None = None
    begun = False
    for piece in every:
        text = piece.whole or _BLANKS.sub(" ", piece.text)
        if piece.anchor:
            yield piece
        elif text == " ":
            blank = blank or piece._replace(text=" ")
        elif text:
            if begun and not blank and text[0] == " ":
                blank = piece._replace(text=" ")
            if begun and blank:
                yield blank
            begun, blank = True, piece._replace(text=" ", whole="") if text[-1] == " " else None
            yield piece if piece.whole else piece._replace(text=text.strip(" "))


def _run(piece: Piece) -> str:
    style = piece.type
    look = "".join(
        (
            element("rStyle", val="PlanLink" if piece.target.startswith("#") else "Hyperlink") if piece.target else "",
            element("rFonts", ascii="Consolas", hAnsi="Consolas", cs="Consolas") if style.code else "",
            element("b") if style.bold else "",
            element("i") if style.italic else "",
            element("position", val=_LOWER) if "<w:drawing>" in piece.whole and piece.is_small else "",
            element("sz", val=style.size) if style.size else "",
            element("lang", val=style.language) if style.language else "",
        )
    )
    return element("r", element("rPr", look) if look else "", piece.whole or said(piece.text))


def _link(inner: str, target: str, made: Underway) -> str:
    if target.startswith("#"):
        return element("hyperlink", inner, anchor=made.anchors[target[1:]], history=1)
    return f'<w:hyperlink r:id={attribute(made.link(target))} w:history="1">{inner}</w:hyperlink>'
