"""`jfp render`."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.completing_words import complete_report
from jfp_cli.cli.completion import complete_section
from jfp_cli.cli.console.output import write_rows
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.publishing import (
    InDoubtError,
    NoPageError,
    Wanted,
    leak_lines,
    make_page,
    template_rows,
    unchecked_lines,
)
from jfp_cli.cli.session import Question, open_plan, stop
from jfp_cli.model.field import Audience
from jfp_cli.source.folder import shown
from jfp_cli.source.whole_file import write_file

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


ReportName = Annotated[
    str, typer.Argument(metavar="REPORT", help="Which report: see --list.", autocompletion=complete_report)
]
SectionName = Annotated[
    str | None,
    typer.Option("--section", metavar="ID", help="One section alone.", autocompletion=complete_section),
]
AudienceOption = Annotated[
    AudienceName,
    typer.Option(
        metavar="WORD",
        help="Who reads it, public or internal: the public sees no owners, updates, evidence, pending notes, nor what "
        "the plan's publish.public.hide names.",
    ),
]


@app.command(
    rich_help_panel=options.PUBLISH,
    epilog=options.examples("jfp render plan --format html --output build/plan.html", "jfp render --list"),
)
def render(
    report: ReportName = "plan",
    form: Annotated[
        PageFormat,
        typer.Option("--format", "-f", metavar="FORMAT", help=f"How to write it: {options.one_of(PageFormat)}."),
    ] = PageFormat.HTML,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it; - is standard output.")
    ] = "-",
    section: SectionName = None,
    as_of: options.AsOf = None,
    audience: AudienceOption = AudienceName.PUBLIC,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Exit with 1, and write nothing, where the page holds what its audience must not see."
        ),
    ] = False,
    listed: Annotated[bool, typer.Option("--list", help="List the reports and where their templates are.")] = False,
    plan: options.PlanDir = None,
) -> None:
    """Write the plan, or a report on it, as a page to publish.

    A template of the same name in the folder templates of the plan comes before the one of jfp. With --check the page
    itself is written only where --output names a file.
    """
    if listed:
        write_rows(template_rows(open_plan(plan, ()).root), COLUMNS, options.Format.TABLE)
        return
    question = Question(plan, as_of)
    if output == "-" and not check and form is PageFormat.HTML and sys.stdout.isatty():
        raise stop("a web page is nothing to read here; write --output plan.html for a file, or --format md for text")
    try:
        page = make_page(question.loaded, question.plan, question.day, Wanted(report, form, audience.who, section))
    except InDoubtError as error:
        raise _refused(str(error).split("\n")) from None
    except NoPageError as error:
        raise stop(str(error)) from None
    if check:
        if unchecked := unchecked_lines(question.loaded, audience.who):
            raise _refused(unchecked)
        leaked = leak_lines(question.plan, question.locate, page, audience.who)
        if leaked:
            sys.stdout.write("\n".join(leaked) + "\n")
            raise typer.Exit(1)
        sys.stderr.write(f"nothing that is hidden from the {audience} reaches {report}.{form}\n")
    if output != "-":
        _write_file(Path(output), page)
    elif not check:
        sys.stdout.write(page)
    question.end(0, exit_code=False)


def _refused(reasons: list[str]) -> typer.Exit:
    sys.stderr.write("jfp: no page was written\n" + "".join(f"  {reason}\n" for reason in reasons))
    return typer.Exit(1)


def _write_file(path: Path, page: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, page.encode())
    sys.stderr.write(f"wrote {shown(path)}\n")
