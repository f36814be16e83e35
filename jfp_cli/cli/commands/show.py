"""`jfp show`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.completion import complete_id
from jfp_cli.cli.console.output import write_json, write_rows
from jfp_cli.cli.console.page import write_markdown, write_page
from jfp_cli.cli.console.table import in_words
from jfp_cli.cli.session import Question, stop
from jfp_cli.query.details import details
from jfp_cli.query.rows import plain
from jfp_cli.query.things import UnknownThingError, find, titles

app = typer.Typer()


@app.command(
    rich_help_panel=options.ASK, epilog=options.examples("jfp show milestones/osteoporosis-services", "jfp show plan")
)
def show(
    name: Annotated[
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
        address, thing = find(question.plan, name)
    except UnknownThingError as error:
        raise stop(str(error)) from None
    row = details(question.plan, address, thing, question.day, question.locate)
    shown = in_words(row, question.plan.settings.statuses)
    match form:
        case options.Format.JSON:
            write_json(plain(row))
        case options.Format.CSV | options.Format.IDS:
            write_rows([plain(row)], (), form)
        case options.Format.MARKDOWN:
            write_markdown(address, shown, titles(question.plan))
        case options.Format.TABLE:
            write_page(address, shown, titles(question.plan))
    question.end(0, exit_code=False)
