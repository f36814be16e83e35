"""`jfp preview`."""

import sys
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import AreaFilter, LeadFilter, PlaceFilter
from jfp_cli.cli.commands.render import AudienceOption, ReportName, SectionName
from jfp_cli.cli.extras import missing
from jfp_cli.cli.options import several
from jfp_cli.cli.publishing import NoPageError, Wanted, check_scope, reader_of
from jfp_cli.cli.scoped import SinceOption, YearOption, scope_of
from jfp_cli.cli.session import Question, day_of, open_plan, stop
from jfp_cli.query.filters import Filters
from jfp_cli.report.pages.forms import Form
from jfp_cli.report.papers import Scope
from jfp_cli.source.folder import shown
from jfp_cli.values.system import why

app = typer.Typer()


@app.command(
    rich_help_panel=options.PUBLISH,
    epilog=options.examples(
        "jfp preview --audience internal --open", "jfp preview board --area cancer --since 2026-09-01"
    ),
)
def preview(
    report: ReportName = "plan",
    section: SectionName = None,
    as_of: options.AsOf = None,
    audience: AudienceOption = None,
    area: AreaFilter = None,
    lead: LeadFilter = None,
    place: PlaceFilter = None,
    since: SinceOption = None,
    year: YearOption = None,
    port: Annotated[
        int,
        typer.Option(
            metavar="NUMBER", min=0, max=65535, help="Where to serve it on 127.0.0.1; 0 takes any that is free."
        ),
    ] = 8000,
    opened: Annotated[bool, typer.Option("--open", help="Open it in a browser.")] = False,
    plan: options.PlanDir = None,
) -> None:
    """Show the page of a report in a browser of this computer, and show it anew when the plan or a template changes.

    What is wrong with the plan stands beside the page, and a click on a thing of the page says in which file and line
    it stands; none of that is ever part of the page. What changed before, and which moves of dates nobody recorded, is
    told as it was when this began. Stop it with Ctrl-C.
    """
    if needed := missing("watchfiles", "preview"):
        raise stop(f"preview {needed}")
    from jfp_cli.cli.preview.made import Preview, watch  # noqa: PLC0415 - only after the check above
    from jfp_cli.cli.preview.server import LOOPBACK, serve  # noqa: PLC0415 - the same

    loaded = open_plan(plan)
    day = day_of(loaded.plan, as_of)
    filters = Filters(areas=several(area), leads=several(lead), places=several(place))
    try:
        reader = reader_of(report, audience.who if audience else None)
        scope = scope_of(Question(plan, as_of), report, reader, filters, since, year) if loaded.plan else Scope(filters)
        check_scope(report, scope)
    except NoPageError as error:
        raise stop(str(error)) from None
    made = Preview(loaded.root, day, Wanted(report, Form.HTML, reader, section, scope))
    try:
        server = serve(made, port)
    except OSError as error:
        raise stop(f"port {port} cannot be used: {why(error)}; try another with --port, or --port 0") from None
    url = f"http://{LOOPBACK}:{server.server_port}/"
    sys.stderr.write(f"serving {shown(loaded.root)} at {url}; Ctrl-C stops it\n")
    sys.stderr.flush()
    if opened:
        typer.launch(url)
    try:
        watch(made)
    finally:
        server.shutdown()
        server.server_close()
