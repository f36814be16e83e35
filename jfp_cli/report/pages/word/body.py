"""The body of a document: its blocks with what goes between them, its contents, and pages turned for wide tables."""

from collections.abc import Iterator, Sequence

from jfp_cli.report.pages.word.place import Block
from jfp_cli.report.pages.word.sheet import Sheet
from jfp_cli.report.pages.word.underway import Heading
from jfp_cli.report.pages.word.xml import element, paragraph, said

LISTED = 2  # levels of headings that the contents list
_GAP = element("p", element("pPr", element("spacing", before=0, after=0, line=160, lineRule="exact")))


def body(blocks: Sequence[Block], headings: Sequence[Heading], sheet: Sheet, heads: str) -> str:
    """The blocks as the body, on sheets that are turned where a block needs it; `heads` stand above and below them."""
    parts: list[str] = []
    before: Block | None = None
    for block in _turned(blocks):
        if before and block.wide != before.wide:
            section = sheet.section(turned=before.wide, heads=heads)
            parts.append(element("p", element("pPr", element("spacing", before=0, after=0), section)))
            heads = ""  # the next sections have those of the first
        elif before and before.kind == "table" and block.kind != "heading":
            parts.append(_GAP)
        parts.append(contents(headings, block.xml) if block.kind == "contents" else block.xml)
        before = block
    if before is None or before.kind == "table":
        parts.append(_GAP)
    return "".join(parts) + sheet.section(turned=bool(before and before.wide), heads=heads)


def _turned(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, of which headings need a page turned where what they stand above does."""
    found: list[Block] = []
    for block in reversed(blocks):
        above = bool(found) and found[-1].wide and block.kind == "heading"
        found.append(block._replace(wide=block.wide or above))
    return found[::-1]


def contents(headings: Sequence[Heading], title: str) -> str:
    """A field of contents with its entries in it, which Word writes anew, with page numbers, when it is asked to."""
    listed = [heading for heading in headings if heading.level <= LISTED]
    if not listed:
        return ""
    gallery = element("docPartObj", element("docPartGallery", val="Table of Contents"), element("docPartUnique"))
    head = paragraph("TocHeading", element("r", said(title))) if title else ""
    return element("sdt", element("sdtPr", gallery), element("sdtContent", head, *_entries(listed)))


def _entries(listed: Sequence[Heading]) -> Iterator[str]:
    """The entries, in the first of which the field begins, and in the last of which it ends."""
    instruction = element("r", f'<w:instrText xml:space="preserve"> TOC \\o "1-{LISTED}" \\h \\z \\u </w:instrText>')
    before = _mark("begin") + instruction + _mark("separate")
    for at, heading in enumerate(listed, 1):
        link = element("hyperlink", element("r", said(heading.text)), anchor=heading.bookmark, history=1)
        yield paragraph(f"Toc{heading.level}", before, link, _mark("end") if at == len(listed) else "")
        before = ""


def field(instruction: str, shown: str) -> str:
    """A field that Word keeps up to date by itself, such as the number of a page."""
    return element("fldSimple", element("r", said(shown)), instr=instruction)


def _mark(kind: str) -> str:
    return element("r", element("fldChar", fldCharType=kind))
