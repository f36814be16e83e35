"""`jfp status`."""

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, filtered
from jfp_cli.cli.console.output import write_json, write_rows
from jfp_cli.cli.console.status_page import write_page
from jfp_cli.cli.session import Question, known_values
from jfp_cli.query.status import area_rows, status_row
from jfp_cli.query.status import status as ask

app = typer.Typer()


@app.command(rich_help_panel=options.ASK, epilog="Example: jfp status --place west-essex")
@filtered(without=("status", "exit_code"))
def status(asked: Asked) -> None:
    """Show the plan on one page: milestones by area and status, what is overdue, what is due soon, targets by progress.

    As CSV or ids it is the areas alone.
    """
    wanted = asked.filters
    question = Question(asked.plan, asked.as_of)
    with known_values():
        state = ask(question.plan, wanted, question.day)
    match asked.form:
        case options.Format.JSON:
            write_json([status_row(state, question.day, question.locate)])
        case options.Format.CSV | options.Format.IDS:
            write_rows(area_rows(state.areas), (), asked.form)
        case _:
            write_page(question.plan, state, question.day, question.locate, asked.form)
    question.end(0, exit_code=False)
