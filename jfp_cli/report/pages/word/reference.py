"""The Word document that a plan brings for its looks: its styles, colours and paper, and nothing that stands in it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as KINDS
from docx.oxml.ns import qn

from jfp_cli.report.pages.own_files import own_file
from jfp_cli.report.pages.page_error import PageError
from jfp_cli.report.pages.word.sheet import Sheet
from jfp_cli.report.pages.word.styles import STYLES, defaults
from jfp_cli.report.pages.word.xml import element, parsed

NAME = "reference.docx"
_LARGEST = 50_000_000  # bytes of what stands in it
_NAMING = ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
_WORD = qn("w:x").removesuffix("x")
_NARROWEST = 4000  # twentieths of a point that text needs across
_SAVE = "save it from Word anew as a Word document (.docx), without a password"


class Looks(NamedTuple):
    """How a document looks: its styles as the element of them all, its theme where it has another, its sheet of paper.

    `ids` are the ids that the styles of jfp have in it; `lacking` the names of those that a planner would expect there.
    """

    styles: Any
    ids: dict[str, str]
    sheet: Sheet = Sheet()
    theme: bytes = b""
    lacking: tuple[str, ...] = ()


def looks_of(own: Path | None, language: str) -> Looks:
    """The looks of the Word document in a folder, or jfp's own where there is none or it lacks a style.

    Raises PageError where it cannot be read.
    """
    path = own and own_file(own, NAME)
    if path is None:
        return Looks(parsed(element("styles", defaults(language), *(style.xml for style in STYLES))), {})
    document = _opened(path)
    styles = document.styles.element
    there = {_key(style): style.get(qn("w:styleId"), "") for style in styles.findall(qn("w:style"))}
    ids = {style.id: there[key] for style in STYLES if (key := (style.kind, style.name.casefold())) in there}
    _speak(styles, language)
    for style in STYLES:
        if style.id not in ids:
            added = parsed(style.xml)
            refer(added, ids)
            styles.append(added)
    lacking = tuple(style.name for style in STYLES if style.expected and style.id not in ids)
    themes = [found.target_part.blob for found in document.part.rels.values() if found.reltype == KINDS.THEME]
    return Looks(styles, ids, _sheet(document), themes[0] if themes else b"", lacking)


def lacking(own: Path) -> list[str]:
    """A sentence on the styles that the Word document in a folder has not; raises PageError where it cannot be read."""
    names = looks_of(own, "").lacking
    if not names:
        return []
    *others, last = names
    listed = f"{', '.join(others)} or {last}" if others else last
    return [f"{NAME} has no style {listed}; what would have it looks as without {NAME}"]


def refer(within: Any, ids: Mapping[str, str]) -> None:
    """Let what names a style of jfp name it as the document does."""
    for name in _NAMING:
        for named in within.iter(qn(f"w:{name}")):
            named.set(qn("w:val"), ids.get(named.get(qn("w:val")), named.get(qn("w:val"))))


def _opened(path: Path) -> Any:
    try:
        with ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
        document: Any = Document(str(path)) if size <= _LARGEST else None
        has_styles = document and any(found.reltype == KINDS.STYLES for found in document.part.rels.values())
    except Exception as error:  # a broken file fails in as many ways as it has parts
        raise PageError(f"this is no Word document that can be opened; {_SAVE}", str(path)) from error
    if not document:
        raise PageError(f"this document holds more than {_LARGEST // 1_000_000} MB; take its pictures out", str(path))
    if not has_styles or not document.sections:
        raise PageError(f"this document has no styles or no pages; {_SAVE}", str(path))
    return document


def _sheet(document: Any) -> Sheet:
    """The paper of the first section, upright; A4 where it does not say."""
    first, usual = document.sections[0], Sheet()
    sides = sorted(side.twips for side in (first.page_width, first.page_height) if side)
    margins = (first.top_margin, first.right_margin, first.bottom_margin, first.left_margin)
    if len(sides) < 2 or any(margin is None for margin in margins):
        return usual
    sheet = Sheet(*sides, *(abs(margin.twips) for margin in margins))
    return sheet if sheet.room > _NARROWEST else usual


def _key(style: Any) -> tuple[str, str]:
    name = style.find(qn("w:name"))
    return style.get(qn("w:type"), "paragraph"), "" if name is None else name.get(qn("w:val"), "").casefold()


def _speak(styles: Any, language: str) -> None:
    """Give all styles the language of the plan, and take from them the numbers of lists that are left behind."""
    for tag in "w:lang", "w:numPr":
        for found in list(styles.iter(qn(tag))):
            found.getparent().remove(found)
    run = styles.find("/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr"))))
    if run is None:
        for usual in styles.findall(qn("w:docDefaults")):
            styles.remove(usual)
        styles.insert(0, parsed(defaults(language)))
        return
    newer = [at for at, child in enumerate(run) if not child.tag.startswith(_WORD)]
    run.insert(newer[0] if newer else len(run), parsed(element("lang", val=language)))
