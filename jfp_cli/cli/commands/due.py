"""`jfp due`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, Kinds, filtered, kinds_of
from jfp_cli.cli.console.table import ACTIVITY, AREA, DUE, FORECAST, OWNER, PROMISE, STATUS, called
from jfp_cli.cli.session import Question, stop
from jfp_cli.query import promises as ask
from jfp_cli.query.promise_rows import promise_rows
from jfp_cli.query.sentences import due_sentence
from jfp_cli.values.horizon import HorizonError, last_day_within

app = typer.Typer()
USUAL = "90d"


@app.command(
    rich_help_panel=options.ASK,
    epilog=options.examples("jfp due 6w --area digital", 'jfp due --within "3 months" --columns due,id,owner'),
)
@filtered()
def due(
    asked: Asked,
    kind: Kinds = None,
    time: Annotated[
        str | None, typer.Argument(metavar="TIME", help='How far ahead: 90d, "6 weeks", "three months" or 1y.')
    ] = None,
    within: Annotated[
        str | None, typer.Option("--within", metavar="TIME", help=f"The same; {USUAL} where neither is given.")
    ] = None,
) -> None:
    """List the promises that fall due soon and are not done yet, the soonest first.

    Promises are milestones, their checkpoints, and the actions and commitments that have a date.
    """
    if time and within:
        raise stop(f"how far ahead is said twice, {time} and --within {within}; write one of them")
    wanted, kinds = asked.filters, kinds_of(kind)
    question = Question(asked.plan, asked.as_of, wanted.files_for(kinds), wanted.holding)
    try:
        until = last_day_within(within or time or USUAL, question.day)
    except HorizonError as error:
        raise stop(f"--within: {error}" if within else str(error)) from None
    coming = ask.due(wanted.promises(question.plan, kinds), question.day, until)
    rows = promise_rows(coming, question.day, question.locate)
    summary = due_sentence(coming, question.day, until)
    columns = called((DUE, FORECAST, PROMISE, ACTIVITY, STATUS, AREA, OWNER), question.plan.settings.statuses)
    asked.write(rows, columns, summary)
    question.end(len(rows), exit_code=asked.exit_code)
