"""`jfp render`."""

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from jfp_cli.cli import options
from jfp_cli.cli.completion import complete_section
from jfp_cli.cli.output import safe, write_rows
from jfp_cli.cli.session import Question, open_plan, stop
from jfp_cli.cli.table import Column
from jfp_cli.model.plan import Plan
from jfp_cli.report.document import Audience, document
from jfp_cli.report.document_audience import hidden_fields, hidden_texts
from jfp_cli.report.environment import PageError, Report, Templates, shipped_templates
from jfp_cli.report.sentences import counted
from jfp_cli.source.folder import KINDS, shown
from jfp_cli.values.near_miss import did_you_mean

app = typer.Typer()
COLUMNS = (
    Column("report", "Report", essential=True, style="cyan"),
    Column("format", "Format", essential=True),
    Column("template", "Template", essential=True),
)


class PageFormat(StrEnum):
    """How a report is written."""

    HTML = "html"
    MD = "md"


class AudienceName(StrEnum):
    """Who reads a report."""

    PUBLIC = "public"
    INTERNAL = "internal"

    @property
    def who(self) -> Audience:
        return "public" if self is AudienceName.PUBLIC else "internal"


class NoPageError(Exception):
    """There is no such report or section, or its template is wrong; the text says which, and where."""


class Wanted(NamedTuple):
    """What to write: a report in a format for an audience, of one section alone or of all."""

    report: str
    form: str
    audience: Audience
    section: str | None


ReportName = Annotated[str, typer.Argument(metavar="REPORT", help="Which report: see --list.")]
For = Annotated[
    AudienceName,
    typer.Option(
        help="Who reads it: the public sees no owners, updates, evidence, pending notes, nor what the plan's "
        "publish.public.hide names."
    ),
]


@app.command(rich_help_panel=options.PUBLISH, epilog="Example: jfp render plan --format html --output build/plan.html")
def render(
    report: ReportName = "plan",
    form: Annotated[PageFormat, typer.Option("--format", "-f", help="How to write it.")] = PageFormat.HTML,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it; - is standard output.")
    ] = "-",
    section: Annotated[
        str | None,
        typer.Option("--section", metavar="ID", help="One section alone.", autocompletion=complete_section),
    ] = None,
    as_of: options.AsOf = None,
    audience: For = AudienceName.PUBLIC,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Exit with 1 where the report holds anything its audience must not see; write only to FILE."
        ),
    ] = False,
    listed: Annotated[bool, typer.Option("--list", help="List the reports and where their templates are.")] = False,
    plan: options.PlanDir = None,
) -> None:
    """Write the plan, or a report on it, as a page to publish.

    A template of the same name in the plan's own templates folder comes before the one of jfp.
    """
    if listed:
        _write_list(plan)
        return
    question = Question(plan, as_of, KINDS)
    try:
        page = make_page(question.loaded.root, question.plan, question.day, Wanted(report, form, audience.who, section))
    except NoPageError as error:
        raise stop(str(error)) from None
    if check and (leaked := _leaks(question, page, audience.who)):
        for line in leaked:
            sys.stdout.write(line + "\n")
        raise typer.Exit(1)
    if output != "-":
        _write_page(Path(output), page)
    elif not check:
        sys.stdout.write(page)
    if check:
        sys.stdout.write(f"nothing that is hidden from the {audience} reaches {report}.{form}\n")
    question.end(0, exit_code=False)


def make_page(root: Path, plan: Plan, day: date, wanted: Wanted) -> str:
    """A report on a plan as text; raises NoPageError."""
    templates = templates_of(root)
    _check_report(templates.reports(), wanted.report, wanted.form)
    known = [name for part in plan.settings.contents for name in part.sections]
    section = wanted.section
    if section is not None and (section not in known or section not in plan.sections):
        advice = did_you_mean(section, known, "jfp search finds things by their words")
        raise NoPageError(f'the contents of the plan have no section "{safe(section)}"; {advice}')
    made = document(plan, day, audience=wanted.audience, section=section)
    try:
        return templates.page(wanted.report, wanted.form, made)
    except PageError as error:
        line = f":{error.line}" if error.line else ""
        where = f"{shown(Path(error.file))}{line}: " if error.file else ""
        raise NoPageError(safe(where + str(error))) from None


def templates_of(root: Path) -> Templates:
    """The folders that the templates of a plan come from."""
    return Templates(root / "templates", shipped_templates())


def _leaks(question: Question, page: str, audience: Audience) -> list[str]:
    """A sentence for each hidden text that a page holds: where the plan has it, and where the page."""
    from jfp_cli.report.leaks import leaks  # noqa: PLC0415 - only with --check

    hidden = hidden_texts(question.plan, hidden_fields(question.plan, audience))
    found = leaks(page, hidden)
    lines = [
        safe(
            f"{question.locate(leak.address)}: {leak.address} is hidden from the {audience}, "
            f'but line {leak.line} of the page holds it: "{leak.excerpt}"'
        )
        for leak in found
    ]
    return [*lines, f"{counted(len(found), 'hidden text')} in the page"] if found else []


def _write_page(path: Path, page: str) -> None:
    """Write a page to a file, in a new folder where there is none, and say so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8", newline="\n")
    sys.stderr.write(f"wrote {shown(path)}\n")


def _write_list(folder: Path | None) -> None:
    """List the reports of a plan."""
    root = open_plan(folder, ()).root
    rows = [
        {"report": report.name, "format": report.format, "template": shown(report.path)}
        for report in templates_of(root).reports()
    ]
    write_rows(rows, COLUMNS, options.Format.TABLE)


def _check_report(reports: list[Report], name: str, form: str) -> None:
    formats = [report.format for report in reports if report.name == name]
    if not formats:
        names = dict.fromkeys(report.name for report in reports)
        advice = did_you_mean(name, names, f"there are {', '.join(names)}")
        raise NoPageError(f'there is no report "{safe(name)}"; {advice}')
    if form not in formats:
        raise NoPageError(f'there is no {form} of the report "{name}"; write --format {" or ".join(formats)}')
