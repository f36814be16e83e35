"""The file of a document: its parts as python-docx keeps them, and nothing that says how or when it was made."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as KINDS

from jfp_cli.report.language import say, speaking
from jfp_cli.report.pages.word.body import field
from jfp_cli.report.pages.word.reference import Looks, refer
from jfp_cli.report.pages.word.xml import element, paragraph, parsed, said

_TOP = frozenset({KINDS.OFFICE_DOCUMENT, KINDS.CORE_PROPERTIES})
_KEPT = frozenset({KINDS.STYLES, KINDS.NUMBERING, KINDS.SETTINGS, KINDS.THEME, KINDS.FONT_TABLE})
_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file knows
_LONGEST = 255  # letters of a property
_UNIX, _READABLE = 3, 0o644 << 16
_NUMBERS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_MODE = "http://schemas.microsoft.com/office/word"


class About(NamedTuple):
    """What a document says of itself: `above` is what stands above every page but the first."""

    title: str
    above: str
    description: str
    language: str
    day: datetime | None


class Package:
    """A document that is filled part by part: links and pictures first, since the body names their relations."""

    def __init__(self, looks: Looks) -> None:
        self._document: Any = Document()
        self._looks = looks
        part = self._document.part
        _leave(part.rels, _KEPT)
        _leave(part.package.rels, _TOP)
        parts = {found.reltype: found.target_part for found in part.rels.values()}
        parts[KINDS.STYLES]._element = looks.styles  # noqa: SLF001 - python-docx has no other way in
        if looks.theme:
            parts[KINDS.THEME]._blob = looks.theme  # noqa: SLF001 - the same

    def link(self, address: str) -> str:
        """The relation of an address on the web or of mail."""
        return str(self._document.part.relate_to(address, KINDS.HYPERLINK, is_external=True))

    def file(self, picture: bytes) -> str:
        """The relation of a picture; one that is there already is not kept twice."""
        return str(self._document.part.get_or_add_image(BytesIO(picture))[0])

    def heads(self, about: About) -> str:
        """What stands above and below the pages: the title, but on the first, and the number of the page."""
        part = self._document.part
        with speaking(about.language):
            words = filter(None, re.split(r"(\{pages?\})", say("Page {page} of {pages}")))
        number = [field(_NUMBERS[one], "1") if one in _NUMBERS else element("r", said(one)) for one in words]
        above, below = paragraph("Header", element("r", said(about.above))), paragraph("Footer", *number)
        every = (
            ("header", "first", part.add_header_part, paragraph("Header")),
            ("header", "default", part.add_header_part, above),
            ("footer", "first", part.add_footer_part, below),
            ("footer", "default", part.add_footer_part, below),
        )
        return "".join(self._head(*one) for one in every)

    def fill(self, body: str, numbering: Iterable[str]) -> None:
        """Put in what stands on the pages, and the numbers of its lists."""
        document = self._document
        root = parsed(f"<w:body>{body}</w:body>")
        refer(root, self._looks.ids)
        _replace(document.element.body, root)
        _replace(document.part.numbering_part.element, parsed(element("numbering", *numbering)))

    def saved(self, about: About) -> bytes:
        """The file, byte for byte the same for the same document."""
        document = self._document
        _replace(document.settings.element, parsed(_settings(about.language)))
        _describe(document.core_properties, about)
        written = BytesIO()
        document.save(written)
        return _timeless(written)

    def _head(self, kind: str, which: str, add: Callable[[], tuple[Any, str]], inner: str) -> str:
        part, relation = add()
        root = parsed(f"<w:hdr>{inner}</w:hdr>")
        refer(root, self._looks.ids)
        _replace(part.element, root)
        return f'<w:{kind}Reference w:type="{which}" r:id="{relation}"/>'


def _leave(relations: Any, kinds: frozenset[str]) -> None:
    """Leave out what a document may do without, and what the library's own says of itself."""
    for key, found in list(relations.items()):
        if found.reltype not in kinds:
            del relations[key]


def _replace(root: Any, children: Iterable[Any]) -> None:
    for child in list(root):
        root.remove(child)
    root.extend(list(children))


def _settings(language: str) -> str:
    mode = element("compatSetting", name="compatibilityMode", uri=_MODE, val=15)
    return element(
        "settings",
        element("zoom", percent=100),
        element("defaultTabStop", val=720),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", mode),
        element("themeFontLang", val=language),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )


def _describe(properties: Any, about: About) -> None:
    _replace(properties._element, ())  # noqa: SLF001 - what the library says of itself
    properties.title = about.title[:_LONGEST]
    properties.language = about.language
    if about.description:
        properties.comments = about.description[:_LONGEST]
    if about.day:
        properties.created = properties.modified = about.day


def _timeless(written: BytesIO) -> bytes:
    """The same file with one time and one owner for all that is in it, whenever and wherever it was written."""
    again = BytesIO()
    with ZipFile(written) as source, ZipFile(again, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _TIME)
            entry.create_system, entry.external_attr, entry.compress_type = _UNIX, _READABLE, ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return again.getvalue()
