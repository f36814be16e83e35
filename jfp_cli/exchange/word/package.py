"""A .docx file as blocks, or a clear sentence why it cannot be one."""

from dataclasses import replace
from io import BytesIO
from struct import error as StructError  # noqa: N812 - an exception
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - an exception

from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.exchange.word.blocks import Block, Line
from jfp_cli.exchange.word.styles import Styles, w
from jfp_cli.exchange.word.walk import Walk
from jfp_cli.values.text import quoted

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MEGABYTE = 1024 * 1024
_MOST_TEXT = 128 * _MEGABYTE  # of XML, unpacked: a plan of five hundred pages has ten
_MOST_ALL = 1024 * _MEGABYTE  # with its pictures
_MOST_PARTS = 10_000
# What reading a package raises where it, or the XML in it, is not what it should be.
_DAMAGES = (BadZipFile, ZlibError, StructError, KeyError, AttributeError, OSError, EOFError, RuntimeError)
_NOTES = {"footnotes": "footnotes", "endnotes": "endnotes"}
_MARGINS = {"header": "top of the pages", "footer": "foot of the pages"}
SAVE_AGAIN = "open it in Word and save it again as Word Document (.docx)"


class Read(NamedTuple):
    """The blocks of a document, its notes among them, and what a reader should know of how it was read."""

    blocks: list[Block]
    remarks: list[str]


def read_docx(data: bytes, name: str) -> Read:
    """The blocks of a Word document; raises EditError where it is none, or cannot be read whole."""
    _check(data, name)
    from docx import Document  # noqa: PLC0415 - python-docx is there only where it was installed
    from docx.opc.exceptions import OpcError  # noqa: PLC0415 - as above
    from lxml.etree import LxmlError  # noqa: PLC0415 - as above

    try:
        document = Document(BytesIO(data))
        return _read(document)
    except ValueError:
        raise EditError(f"{quoted(name)} is no Word document that can be read; {SAVE_AGAIN}") from None
    except (*_DAMAGES, OpcError, LxmlError):
        raise EditError(f"{quoted(name)} is damaged, and cannot be read whole; {SAVE_AGAIN}") from None


def _check(data: bytes, name: str) -> None:
    """Raise EditError where a file is no package of Word's, or one that would fill the memory."""
    if data.startswith(_OLD_OFFICE):
        if _ENCRYPTED in data:
            raise EditError(f"{quoted(name)} is protected by a password; take the password off in Word, and save it")
        raise EditError(f"{quoted(name)} is of an older Word (.doc); {SAVE_AGAIN}")
    if not data:
        raise EditError(f"{quoted(name)} is empty")
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
    except (BadZipFile, OSError, ValueError):
        if data.startswith(b"PK"):
            raise EditError(f"{quoted(name)} is cut short or damaged; copy or download it again") from None
        raise EditError(f"{quoted(name)} is no Word document; {SAVE_AGAIN}, or say --type text for a text") from None
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or not any(part.startswith("word/") for part in names):
        raise EditError(f"{quoted(name)} is no Word document, though it is packed like one; {SAVE_AGAIN}")
    texts = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if texts > _MOST_TEXT or sum(part.file_size for part in parts) > _MOST_ALL or len(parts) > _MOST_PARTS:
        raise EditError(
            f"{quoted(name)} unpacks to more than {_MOST_TEXT // _MEGABYTE} MB of text, which no plan is; "
            "nothing of it was read"
        )


def _read(document: Any) -> Read:
    part = document.part
    numbering = _element(part, "numbering")
    styles = Styles(document.styles.element, numbering)
    walk = Walk(styles)
    blocks = walk.body(document.element.body)
    notes: list[Line] = []
    for kind, where in _NOTES.items():
        notes += walk.notes(element, where) if (element := _element(part, kind)) is not None else []
    notes += _margins(part, walk)
    return Read([*blocks, *notes], list(_remarks(document, part)))


def _margins(part: Any, walk: Walk) -> list[Line]:
    """What stands at the top and the foot of pages, each text once."""
    found: dict[str, Line] = {}
    for kind, where in _MARGINS.items():
        for related in part.rels.values():
            if not related.is_external and related.reltype.endswith(f"/{kind}"):
                for line in walk.notes(_root(related.target_part), where):
                    found.setdefault(line.text, replace(line, is_item=False))
    return list(found.values())


def _element(part: Any, kind: str) -> Any:
    """The XML of the part of a kind, if the document has one."""
    for related in part.rels.values():
        if not related.is_external and related.reltype.endswith(f"/{kind}"):
            return _root(related.target_part)
    return None


def _root(part: Any) -> Any:
    from docx.oxml.parser import parse_xml  # noqa: PLC0415 - as above

    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _remarks(document: Any, part: Any) -> list[str]:
    body, remarks = document.element.body, []
    if next(body.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo")), None) is not None:
        remarks.append("it has tracked changes, which were read as accepted")
    comments = _element(part, "comments")
    if comments is not None and len(comments):
        remarks.append(f"its comments ({len(comments)}) were passed over: they are no part of the text")
    return remarks
