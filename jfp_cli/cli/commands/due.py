"""`jfp due`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.console.milestone_columns import ACTIVITY, AREA, DUE, ID, OWNER, STATUS
from jfp_cli.cli.console.output import write_rows
from jfp_cli.cli.session import Question, filters, known_values, stop
from jfp_cli.query import milestones as ask
from jfp_cli.report.sentences import due_sentence
from jfp_cli.report.views import milestone_rows
from jfp_cli.values.horizon import HorizonError, last_day_within

app = typer.Typer()


@app.command(rich_help_panel=options.ASK, epilog="Example: jfp due --within 6w --area digital")
def due(
    within: Annotated[str, typer.Option("--within", metavar="TIME", help="How far ahead: 90d, 6w, 3m or 1y.")] = "90d",
    area: options.AreaFilter = None,
    section: options.SectionFilter = None,
    workstream: options.WorkstreamFilter = None,
    place: options.PlaceFilter = None,
    owner: options.OwnerFilter = None,
    status: options.StatusFilter = None,
    text: options.TextFilter = None,
    as_of: options.AsOf = None,
    form: options.RowFormat = options.Format.TABLE,
    exit_code: options.ExitCode = False,
    plan: options.PlanDir = None,
) -> None:
    """List what falls due soon and is not done yet, the soonest first, checkpoints included."""
    wanted = filters(area, section, workstream, place, owner, status, text)
    question = Question(plan, as_of, wanted.kinds)
    try:
        until = last_day_within(within, question.day)
    except HorizonError as error:
        raise stop(f"--within: {error}") from None
    with known_values():
        kept = wanted.milestones(question.plan)
    coming = ask.due(kept, question.day, until)
    rows = milestone_rows(coming, question.locate)
    summary = due_sentence(coming, question.day, until)
    write_rows(rows, (DUE, ID, ACTIVITY, STATUS, AREA, OWNER), form, summary)
    question.end(len(rows), exit_code=exit_code)
