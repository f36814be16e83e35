"""Documents and pages of example plans, for tests of reports."""

from datetime import date
from pathlib import Path

from jfp_cli.loading import load
from jfp_cli.model.field import Audience
from jfp_cli.model.plan import Plan
from jfp_cli.report.document.chapters import document
from jfp_cli.report.document.views import Document
from jfp_cli.report.pages.environment import Templates, shipped_templates
from jfp_cli.report.pages.forms import Form
from jfp_cli.report.papers import WHOLE, Scope, document_for

DAY = date(2026, 7, 1)
FORMS = ("html", "md")


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
