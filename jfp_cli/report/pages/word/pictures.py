"""Pictures of a page as Word shows them everywhere: drawn in points of colour, with what they show in words."""

import re
from base64 import b64decode
from collections.abc import Mapping
from functools import cache, lru_cache
from html import unescape
from typing import NamedTuple

from jfp_cli.report.pages.page_error import PageError
from jfp_cli.report.pages.word.xml import attribute, clean

PIXEL = 9525  # English Metric Units, in which Word measures pictures; 96 to an inch
FINENESS = 3  # points of colour for each pixel across: what a printer shows
TALLEST = 900  # pixels: what a page has room for
_HEAD = re.compile(r"<svg\b[^>]*>")
_SIZE = r'\s{}="\s*([\d.]+)(%|px)?\s*"'
_BOX = re.compile(r'\sviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"')
_GIVEN = re.compile(r"""\s(?:width|height|xmlns|xmlns:xlink)\s*=\s*(?:"[^"]*"|'[^']*')""")
_TITLE = re.compile(r"<svg\b[^>]*>\s*<title>(.*?)</title>", re.DOTALL)
_LABEL = re.compile(r'<svg\b[^>]*?\saria-label="([^"]*)"')
_ELSEWHERE = re.compile(
    r"""\s(?:xlink:)?href\s*=\s*(?:"(?!#|data:)[^"]*"|'(?!#|data:)[^']*')|@import|url\(\s*["']?(?!#|["'])[^)]*\)"""
)
_PHOTOGRAPHS = ("data:image/png", "data:image/jpeg", "data:image/gif")
_SPACE = ' xmlns="http://www.w3.org/2000/svg"'
_LINKED = ' xmlns:xlink="http://www.w3.org/1999/xlink"'
_PROBE = f'<svg{_SPACE} width="9" height="9" font-family="{{}}"><text y="9">{{}}</text></svg>'
_FONTS = ("Arial", "Liberation Sans", "Helvetica", "DejaVu Sans", "Noto Sans", "Segoe UI", "Verdana", "Roboto")
NO_FONT = (
    "this computer has none of the fonts that the texts of pictures are written with; "
    "add one, such as with: apt-get install fonts-liberation"
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


class Drawn(NamedTuple):
    """A picture as it goes into a document: its file, size in pixels, and words, empty where others say them."""

    file: bytes
    width: float
    height: float
    words: str


@lru_cache(maxsize=256)
def drawn(source: str, room: float) -> Drawn | None:
    """An SVG of a page, no larger than there is room, in pixels; nothing where it has no size. Raises PageError."""
    head = _HEAD.match(source)
    width, height = _size(head[0], room) if head else (0.0, 0.0)
    if not head or width < 1 or height < 1:
        return None
    less = min(1.0, room / width, TALLEST / height)
    root = _GIVEN.sub("", head[0]).removeprefix("<svg")
    if less < 1 and not _BOX.search(root):
        root = f' viewBox="0 0 {width:g} {height:g}"{root}'
    shape = f'<svg{_SPACE}{_LINKED} width="{less * width:g}" height="{less * height:g}"{root}'
    picture = _ELSEWHERE.sub("", clean(shape + source[head.end() :]))  # nothing is read from this computer or fetched
    return Drawn(_png(picture), less * width, less * height, _words(source))


def photograph(attributes: Mapping[str, str], room: float) -> Drawn | None:
    """An image whose address holds it, no larger than there is room; nothing where it is of no known kind."""
    from docx.image.exceptions import UnrecognizedImageError  # noqa: PLC0415 - an extra
    from docx.image.image import Image  # noqa: PLC0415 - the same

    kind, _, data = attributes.get("src", "").partition(";base64,")
    words = attributes.get("alt", "")
    try:
        file = b64decode(data, validate=True)
        if kind == "data:image/svg+xml":
            picture = drawn(file.decode(), room)
            return picture and picture._replace(words=words)
        image = Image.from_blob(file) if kind in _PHOTOGRAPHS else None
    except (ValueError, UnrecognizedImageError):
        return None
    if image is None:
        return None
    given = attributes.get("width", "")
    width = float(given) if given.isdecimal() else image.px_width
    height = width * image.px_height / image.px_width
    less = min(1.0, room / width, TALLEST / height)
    return Drawn(file, less * width, less * height, words)


def inline(picture: Drawn, relation: str, number: int) -> str:
    """A picture in a line of text."""
    across, down = round(picture.width * PIXEL), round(picture.height * PIXEL)
    named = f'id="{number}" name="Picture {number}"'
    told = f"<wp:docPr {named} descr={attribute(picture.words)}" + (
        "/>" if picture.words else f">{_DECORATIVE}</wp:docPr>"
    )
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/>{told}'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing>"
    )


def _size(head: str, room: float) -> tuple[float, float]:
    """How wide and high a picture is by itself: as wide as there is room where it does not say."""
    box = _BOX.search(head)
    shape = (float(box[1]), float(box[2])) if box else (0.0, 0.0)
    width, height = (_pixels(head, name, of) for name, of in (("width", room), ("height", 0.0)))
    width = width or (height * shape[0] / shape[1] if height and shape[1] else room)
    return width, height or (width * shape[1] / shape[0] if shape[0] else 0.0)


def _pixels(head: str, name: str, whole: float) -> float:
    found = re.search(_SIZE.format(name), head)
    if not found:
        return 0.0
    return whole * float(found[1]) / 100 if found[2] == "%" else float(found[1])


def _words(source: str) -> str:
    """What a picture says to who does not see it: its label, else its title."""
    found = _LABEL.match(source) or _TITLE.match(source)
    if found and 'aria-hidden="true"' not in source[: found.start(1)]:
        return " ".join(unescape(found[1]).split())
    return ""


def _png(picture: str) -> bytes:
    name = font() if "<text" in picture else ""
    if name is None:
        raise PageError(NO_FONT)
    return _painted(picture, name)


@cache
def font() -> str | None:
    """The first font of this computer that pictures may be written with: without one, texts would be left out."""
    for name in _FONTS:
        if _painted(_PROBE.format(name, "M"), name) != _painted(_PROBE.format(name, ""), name):
            return name
    return None


def _painted(picture: str, name: str) -> bytes:
    import resvg_py  # noqa: PLC0415 - an extra

    families = dict.fromkeys(("font_family", "sans_serif_family", "serif_family"), name or None)
    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=picture, zoom=FINENESS, **families))
    except ValueError as error:
        raise PageError(f"a picture of the page is no well-formed SVG: {error}") from None
