"""`jfp render`."""

import sys
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import AreaFilter, LeadFilter, PlaceFilter
from jfp_cli.cli.completing_words import complete_report
from jfp_cli.cli.completion import complete_section
from jfp_cli.cli.console.output import write_rows
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.console.terminal import working
from jfp_cli.cli.options import several
from jfp_cli.cli.outputs import check_is_no_plan_file, form_of
from jfp_cli.cli.publishing import (
    PORTFOLIO,
    READERS,
    InDoubtError,
    NoPageError,
    Wanted,
    file_of,
    leak_lines,
    make_page,
    reader_of,
    template_rows,
    unchecked_lines,
)
from jfp_cli.cli.publishing_several import one_of_several, portfolio_page
from jfp_cli.cli.scoped import SinceOption, YearOption, scope_of
from jfp_cli.cli.session import Question, open_plan, stop
from jfp_cli.cli.several_plans import Several, several_of
from jfp_cli.model.field import Audience
from jfp_cli.query.filters import Filters
from jfp_cli.query.happened import Time
from jfp_cli.query.years import last_year, name_of
from jfp_cli.report.pages.forms import Form
from jfp_cli.report.papers import PAPERS
from jfp_cli.source.folder import shown
from jfp_cli.source.whole_file import write_files
from jfp_cli.values.text import long_day

app = typer.Typer()
COLUMNS = (
    Column("report", "Report", essential=True, style="cyan"),
    Column("format", "Format", essential=True),
    Column("template", "Template", essential=True),
)


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
    AudienceName | None,
    typer.Option(
        metavar="WORD",
        help="Who reads it, public (if not given) or internal: the public sees no owners, updates, evidence, pending "
        "notes, nor what the plan's publish.public.hide names. The board paper is always internal.",
    ),
]


@app.command(
    rich_help_panel=options.PUBLISH,
    epilog=options.examples(
        "jfp render plan --format html --output build/plan.html",
        "jfp render board --area cancer --since 2026-09-01",
        "jfp render plan --since last --output build/plan.html",
        "jfp render annual --year 2025/26",
        "jfp render portfolio --portfolio portfolio.yaml --output build/plans.html",
        "jfp render --list",
    ),
)
def render(
    report: ReportName = "plan",
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"How to write it: {options.one_of(Form)}; as FILE ends, or html, if not given.",
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it; - is standard output.")
    ] = "-",
    section: SectionName = None,
    as_of: options.AsOf = None,
    audience: AudienceOption = None,
    area: AreaFilter = None,
    lead: LeadFilter = None,
    place: PlaceFilter = None,
    since: SinceOption = None,
    year: YearOption = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Exit with 1, and write nothing, where the page holds what its audience must not see."
        ),
    ] = False,
    listed: Annotated[bool, typer.Option("--list", help="List the reports and where their templates are.")] = False,
    portfolio: options.PortfolioFile = None,
    inside: options.Inside = None,
    plan: options.PlanDir = None,
) -> None:
    """Write the plan, or a report on it, as a page or a document to publish.

    A template of the same name in the folder templates of the plan comes before the one of jfp. With --check the page
    itself is written only where --output names a file.

    The report portfolio is of all plans of a portfolio; any other of one of them, which --in names.
    """
    if listed:
        write_rows(template_rows(open_plan(plan, ()).root), COLUMNS, options.Format.TABLE)
        return
    form = form or form_of(Path(output))
    if output == "-" and not check:
        _check_is_to_be_read(report, form)
    filters = Filters(areas=several(area), leads=several(lead), places=several(place))
    if portfolio is not None or inside:
        others = {"--section": section, "--since": since, "--year": year, "--check": check}
        others["--audience public"] = audience is AudienceName.PUBLIC
        plans = several_of(portfolio, several(inside), plan)
        if report == PORTFOLIO:
            _render_portfolio(plans, filters, as_of, form, output, others)
        plan, filters = one_of_several(plans, filters, report)
    question = Question(plan, as_of)
    check_is_no_plan_file(Path(output), question.loaded.root)
    try:
        reader = reader_of(report, audience.who if audience else None)
        scope = scope_of(question, report, reader, filters, since, year)
        wanted = Wanted(report, form, reader, section, scope)
        page = make_page(question.loaded, question.plan, question.day, wanted)
    except InDoubtError as error:
        raise _refused(str(error).split("\n")) from None
    except NoPageError as error:
        raise stop(str(error)) from None
    if check:
        _check_leaks(question, page, wanted)
    if output != "-" or not check:
        _write(output, page, form, question.loaded.root)
        _say_what_may_be_missing(question, report, scope.year)
    question.end(0, exit_code=False)


def _check_is_to_be_read(report: str, form: Form) -> None:
    """Stop where a terminal would be filled with what nobody reads there."""
    if form is not Form.MD and sys.stdout.isatty():
        what = form.upper() if form.on_paper else "a web page"
        raise stop(
            f"{what} is nothing to read here; write --output {report}.{form} for a file, or --format md for text"
        )


def _render_portfolio(
    plans: Several, filters: Filters, as_of: str | None, form: Form, output: str, others: dict[str, Any]
) -> NoReturn:
    """Write the report on all plans and leave; stops where options are given that it does not take."""
    if given := [name for name, value in others.items() if value]:
        raise stop(f"the report {PORTFOLIO}, which is for internal readers, takes no {' and no '.join(given)}")
    for folder in plans.folders.values():
        check_is_no_plan_file(Path(output), folder)
    try:
        page, code = portfolio_page(plans, filters, as_of, form)
    except NoPageError as error:
        raise stop(str(error)) from None
    _write(output, page, form, plans.root)
    raise typer.Exit(code)


def _check_leaks(question: Question, page: str, wanted: Wanted) -> None:
    """Leave with 1 where a page holds what its audience must not see, or where nobody can tell."""
    reader, form = wanted.audience, wanted.form
    if unchecked := unchecked_lines(question.loaded, reader):
        raise _refused(unchecked)
    leaked = leak_lines(question.plan, question.locate, page, form, reader)
    if leaked:
        sys.stdout.write("\n".join(leaked) + "\n")
        raise typer.Exit(1)
    sys.stderr.write(f"nothing that is hidden from {READERS[reader]} reaches {wanted.report}.{form}\n")


def _say_what_may_be_missing(question: Question, report: str, asked: Time | None) -> None:
    """Say of a report on a year before the plan begins that what was taken out when it was rolled on is not in it."""
    if report not in PAPERS or PAPERS[report].time != "year":
        return
    year = asked or last_year(question.day, question.plan.settings.year_starts)
    start = question.plan.settings.period.start.first
    if year.last < start:
        sys.stderr.write(
            f"the plan begins on {long_day(start)}, after {name_of(year)}: what was taken out when it was rolled on is "
            "not in this report; where something was, write it from the plan as it was before\n"
        )


def _refused(reasons: list[str]) -> typer.Exit:
    sys.stderr.write("jfp: no page was written\n" + "".join(f"  {reason}\n" for reason in reasons))
    return typer.Exit(1)


def _write(output: str, page: str, form: Form, root: Path) -> None:
    """Write a page to a file, or to standard output."""
    if output == "-" and not form.on_paper:
        sys.stdout.write(page)
        return
    try:
        with working(f"laying out the pages of the {form.upper()}") if form.on_paper else nullcontext():
            data, remarks = file_of(root, page, form)
    except NoPageError as error:
        raise stop(str(error)) from None
    sys.stderr.write("".join(f"{remark}\n" for remark in remarks))
    if output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    path = Path(output)
    write_files(path.parent, {path.name: data})
    sys.stderr.write(f"wrote {shown(path)}\n")
