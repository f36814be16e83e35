"""Documents and pages of example plans, for tests of reports."""

import io
import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from jfp_cli.loading import load
from jfp_cli.model.field import Audience
from jfp_cli.model.plan import Plan
from jfp_cli.report.document.chapters import document
from jfp_cli.report.document.views import Document
from jfp_cli.report.pages.environment import Templates, shipped_templates
from jfp_cli.report.pages.forms import Form
from jfp_cli.report.pages.word.pictures import font
from jfp_cli.report.papers import WHOLE, Scope, document_for

DAY = date(2026, 7, 1)
FORMS = ("html", "md")


def _cannot_lay_out() -> str:
    """Why no PDF can be made here; nothing where one can."""
    try:
        import weasyprint  # noqa: F401, PLC0415 - it needs libraries of the system
    except ImportError:
        return "WeasyPrint is not installed"
    except OSError as error:
        return f"a library of the system is missing: {error}"
    return ""


CANNOT_LAY_OUT = _cannot_lay_out()
NEEDS_PDF = pytest.mark.skipif(bool(CANNOT_LAY_OUT), reason=CANNOT_LAY_OUT)
WITH_PDF = (*FORMS, pytest.param("pdf", marks=NEEDS_PDF))
_TOP, _BOTTOM = 788, 49  # points: what stands above or below is the running title or the number of the page


NEEDS_WORD = pytest.mark.skipif(font() is None, reason="no font is installed")
EVERY = (*WITH_PDF, pytest.param("docx", marks=NEEDS_WORD))
"""Every format, for what must hold in all of them."""


def read(folder: Path) -> Plan:
    """A plan in which nothing is wrong."""
    loaded = load(folder)
    assert not loaded.findings, [f"{finding.span} {finding.message}" for finding in loaded.findings]
    assert loaded.plan
    return loaded.plan


def made(folder: Path, audience: Audience = "public", section: str | None = None, day: date = DAY) -> Document:
    return document(read(folder), day, audience=audience, section=section)


def page(
    folder: Path,
    report: str = "plan",
    form: str = "md",
    audience: Audience = "public",
    *,
    day: date = DAY,
    scope: Scope = WHOLE,
) -> str:
    templates = Templates(folder / "templates", shipped_templates())
    return templates.page(report, Form(form), document_for(report, read(folder), day, audience, scope=scope))


def document_in(folder: Path, report: str = "plan", audience: Audience = "public", **options: Any) -> PdfReader:
    """A report as PDF, for a reader of such."""
    templates = Templates(folder / "templates", shipped_templates())
    return PdfReader(io.BytesIO(templates.written(page(folder, report, Form.PDF, audience, **options), Form.PDF).data))


def word_in(folder: Path, report: str = "plan", audience: Audience = "public", **options: Any) -> bytes:
    """A report as the file of a Word document."""
    templates = Templates(folder / "templates", shipped_templates())
    return templates.written(page(folder, report, Form.DOCX, audience, **options), Form.DOCX).data


def said_in_word(file: bytes) -> tuple[str, set[str]]:
    """What the body of a Word document says, and where its links lead out of it."""
    document = docx.Document(io.BytesIO(file))
    paragraphs = ("".join(part.text or "" for part in one.iter(qn("w:t"))) for one in document.element.iter(qn("w:p")))
    links = {found.target_ref for found in document.part.rels.values() if found.is_external}
    return " ".join(" ".join(paragraphs).split()), links


def faults_in_word(file: bytes, folder: Path) -> list[str]:
    """What Word would find wrong in a file."""
    path = folder / "report.docx"
    path.write_bytes(file)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


class Lines(str):
    """What a PDF says, whose lines may end with a space or without: `in` looks at all but spaces and marks of lists."""

    __slots__ = ("__dict__",)

    @cached_property
    def _letters(self) -> str:
        return _letters(self)

    def __contains__(self, text: object) -> bool:
        return _letters(str(text)) in self._letters

    def lower(self) -> "Lines":
        return Lines(super().lower())


def _letters(text: str) -> str:
    return re.sub(r"[\s\u2022\u25e6\u25aa]", "", text)


def said_on(one: PageObject) -> Lines:
    """What a page of a PDF says between its margins."""
    pieces: list[str] = []

    def keep(text: str, current: list[float], line: list[float], *_: Any) -> None:
        y = line[4] * current[1] + line[5] * current[3] + current[5]
        if _BOTTOM < y < _TOP:
            pieces.append(text)

    one.extract_text(visitor_text=keep)
    return Lines(" ".join("".join(pieces).split()))


def said_in(reader: PdfReader) -> Lines:
    """What a PDF says, page after page."""
    return Lines(" ".join(map(said_on, reader.pages)))


def leads_to(reader: PdfReader) -> set[str]:
    """Where the links of a PDF lead out of it."""
    notes = (note.get_object() for one in reader.pages for note in one.get("/Annots", ()))
    return {str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", ())}


def places_of(outline: list[Any], level: int = 1) -> Iterator[tuple[int, Destination]]:
    """The entries of an outline with their levels, in their order."""
    for entry in outline:
        if isinstance(entry, list):
            yield from places_of(entry, level + 1)
        else:
            yield level, entry
