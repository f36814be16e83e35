"""The formats of a report: each is made with a template, and one for paper is then written from the page of that."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from jfp_cli.report.pages.written import Written


class Form(StrEnum):
    """How a report is written."""

    HTML = "html"
    MD = "md"
    PDF = "pdf"
    DOCX = "docx"

    @property
    def template(self) -> str:
        """How the names of its templates end: what is for paper has those of the web page."""
        return "html" if self.on_paper else str(self)

    @property
    def on_paper(self) -> bool:
        """Whether it is a file of pages, which no terminal shows."""
        return self in NEEDED


class Needed(NamedTuple):
    """A package that writes a format, the part of jfp that brings it, and what it is called where it is imported."""

    package: str
    extra: str
    module: str


NEEDED: Mapping[Form, tuple[Needed, ...]] = {
    Form.PDF: (Needed("weasyprint", "pdf", "weasyprint"),),
    Form.DOCX: (Needed("python-docx", "office", "docx"), Needed("resvg-py", "office", "resvg_py")),
}


def written(page: str, form: Form, own: Path | None = None) -> Written:
    """The file that holds a page as text, in its format; raises PageError.

    `own` is the folder of a plan's own templates, in which a Word document may stand for others to look like.
    """
    match form:
        case Form.PDF:
            from jfp_cli.report.pages.pdf import pdf  # noqa: PLC0415 - an extra

            return pdf(page)
        case Form.DOCX:
            from jfp_cli.report.pages.word.document import docx  # noqa: PLC0415 - an extra

            return Written(docx(page, own))
        case _:
            return Written(page.encode())


def remarks(form: Form, own: Path) -> list[str]:
    """What who writes a format should know of the plan's own templates; raises PageError."""
    if form is not Form.DOCX:
        return []
    from jfp_cli.report.pages.word.reference import lacking  # noqa: PLC0415 - an extra

    return lacking(own)
