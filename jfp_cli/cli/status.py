"""`jfp status`."""

from enum import StrEnum
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.output import write_json
from jfp_cli.cli.session import Question, filters, known_values
from jfp_cli.cli.status_page import write_page
from jfp_cli.query.status import status as ask
from jfp_cli.report.status_views import status_row
from jfp_cli.source.folder import KINDS

app = typer.Typer()


class StatusFormat(StrEnum):
    """How the page is written."""

    TABLE = "table"
    JSON = "json"


@app.command(rich_help_panel=options.ASK, epilog="Example: jfp status --place west-essex")
def status(
    area: options.AreaFilter = None,
    section: options.SectionFilter = None,
    workstream: options.WorkstreamFilter = None,
    place: options.PlaceFilter = None,
    owner: options.OwnerFilter = None,
    text: options.TextFilter = None,
    as_of: options.AsOf = None,
    form: Annotated[StatusFormat, typer.Option("--format", "-f", help="How to write it.")] = StatusFormat.TABLE,
    plan: options.PlanDir = None,
) -> None:
    """Show the plan on one page: milestones by area and status, what is overdue, what is due soon, targets by progress."""
    wanted = filters(area, section, workstream, place, owner, None, text)
    question = Question(plan, as_of, KINDS)
    with known_values():
        found = ask(question.plan, wanted, question.day)
    if form is StatusFormat.JSON:
        write_json(status_row(found, question.day, question.locate))
    else:
        write_page(question.plan, found, question.day, question.locate)
    question.end(0, exit_code=False)
