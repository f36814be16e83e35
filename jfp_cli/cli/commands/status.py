"""`jfp status`."""

import typer

from jfp_cli.cli import options
from jfp_cli.cli.console.output import write_json, write_rows
from jfp_cli.cli.console.status_page import write_page
from jfp_cli.cli.session import Question, filters, known_values
from jfp_cli.query.status import status as ask
from jfp_cli.report.status_views import area_rows, status_row

app = typer.Typer()


@app.command(rich_help_panel=options.ASK, epilog="Example: jfp status --place west-essex")
def status(
    area: options.AreaFilter = None,
    section: options.SectionFilter = None,
    workstream: options.WorkstreamFilter = None,
    place: options.PlaceFilter = None,
    owner: options.OwnerFilter = None,
    text: options.TextFilter = None,
    as_of: options.AsOf = None,
    form: options.RowFormat = options.Format.TABLE,
    plan: options.PlanDir = None,
) -> None:
    """Show the plan on one page: milestones by area and status, what is overdue, what is due soon, targets by progress.

    As CSV or ids it is the areas alone.
    """
    wanted = filters(area, section, workstream, place, owner, None, text)
    question = Question(plan, as_of)
    with known_values():
        found = ask(question.plan, wanted, question.day)
    match form:
        case options.Format.JSON:
            write_json([status_row(found, question.day, question.locate)])
        case options.Format.CSV | options.Format.IDS:
            write_rows(area_rows(found.areas), (), form)
        case _:
            write_page(question.plan, found, question.day, question.locate, form)
    question.end(0, exit_code=False)
