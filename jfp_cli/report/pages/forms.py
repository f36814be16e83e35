"""The formats of a report: each is made with a template, and one for paper is then written from the page of that."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Form(StrEnum):
    """How a report is written."""

    HTML = "html"
    MD = "md"
    PDF = "pdf"

    @property
    def template(self) -> str:
        """How the names of its templates end: what is for paper has those of the web page."""
        return "html" if self.on_paper else str(self)

    @property
    def on_paper(self) -> bool:
        """Whether it is a file of pages, which no terminal shows."""
        return self in NEEDED


class Needed(NamedTuple):
    """The package that writes a format, and the part of jfp that brings it."""

    package: str
    extra: str


NEEDED: Mapping[Form, Needed] = {Form.PDF: Needed("weasyprint", "pdf")}


def written(page: str, form: Form) -> bytes:
    """The file that holds a page as text, in its format; raises PageError."""
    match form:
        case Form.PDF:
            from jfp_cli.report.pages.pdf import pdf  # noqa: PLC0415 - an extra

            return pdf(page)
        case _:
            return page.encode()
