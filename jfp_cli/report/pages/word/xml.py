"""Elements of a Word document as text: the one place where texts of a plan become XML."""

import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    )
)
_NAME = re.compile(r"<[\w:]+")
_REFUSED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # by XML, wherever they stand


def element(tag: str, /, *inner: str, **attributes: str | int) -> str:
    """An element of the namespace w, its attributes too; nothing in it is escaped again."""
    given = "".join(f" w:{key.rstrip('_')}={quoteattr(clean(str(value)))}" for key, value in attributes.items())
    content = "".join(inner)
    return f"<w:{tag}{given}>{content}</w:{tag}>" if content else f"<w:{tag}{given}/>"


def paragraph(style: str, *inner: str) -> str:
    """A paragraph in a style."""
    return element("p", element("pPr", element("pStyle", val=style)), *inner)


def attribute(text: str) -> str:
    """A text as an attribute's value, in quotation marks."""
    return quoteattr(clean(text))


def said(text: str) -> str:
    """A text within a run, its blanks kept."""
    return f'<w:t xml:space="preserve">{escape(clean(text))}</w:t>'


def clean(text: str) -> str:
    """A text without the characters that no XML may hold, each shown as the sign for one that is lost."""
    return _REFUSED.sub("\N{REPLACEMENT CHARACTER}", text)


def parsed(xml: str) -> Any:
    """An element of text as python-docx has it."""
    from docx.oxml.parser import parse_xml  # noqa: PLC0415 - an extra

    return parse_xml(_NAME.sub(rf"\g<0> {_NAMESPACES}", xml, count=1))
