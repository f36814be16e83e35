"""`jfp show`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.completion import complete_id
from jfp_cli.cli.console.output import write_json, write_rows
from jfp_cli.cli.console.thing_page import write_markdown, write_page
from jfp_cli.cli.session import Question, stop
from jfp_cli.query.things import UnknownThingError, find, titles
from jfp_cli.report.details import details

app = typer.Typer()


@app.command(rich_help_panel=options.ASK, epilog="Example: jfp show milestones/osteoporosis-services")
def show(
    thing: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="An id, kind/id where several things share it, or an address that jfp search gave.",
            autocompletion=complete_id,
        ),
    ],
    as_of: options.AsOf = None,
    form: options.RowFormat = options.Format.TABLE,
    plan: options.PlanDir = None,
) -> None:
    """Show everything about one thing: a section, workstream, target, area, milestone, enabler, place or duty.

    What the plan itself says of its period, contents and words is shown by: jfp show plan
    """
    question = Question(plan, as_of)
    try:
        address, found = find(question.plan, thing)
    except UnknownThingError as error:
        raise stop(str(error)) from None
    said = details(question.plan, address, found, question.day, question.locate)
    match form:
        case options.Format.JSON:
            write_json(said)
        case options.Format.CSV | options.Format.IDS:
            write_rows([said], (), form)
        case options.Format.MARKDOWN:
            write_markdown(said, titles(question.plan))
        case options.Format.TABLE:
            write_page(said, titles(question.plan))
    question.end(0, exit_code=False)
