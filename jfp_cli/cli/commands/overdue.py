"""`jfp overdue`."""

import typer

from jfp_cli.cli import options
from jfp_cli.cli.console.milestone_columns import ACTIVITY, AREA, DAYS, DUE, ID, OWNER, STATUS
from jfp_cli.cli.console.output import write_rows
from jfp_cli.cli.session import Question, filters, known_values
from jfp_cli.query import milestones as ask
from jfp_cli.report.sentences import overdue_sentence
from jfp_cli.report.views import milestone_rows

app = typer.Typer(pretty_exceptions_enable=False)


@app.command(rich_help_panel=options.ASK, epilog="Example: jfp overdue --area cancer,dental --as-of 2026-11-21")
def overdue(
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
    """List the milestones whose date has passed and that are neither complete nor cancelled, the longest overdue first.

    A checkpoint is listed for itself where its milestone is not overdue yet.
    """
    wanted = filters(area, section, workstream, place, owner, status, text)
    question = Question(plan, as_of, wanted.kinds)
    with known_values():
        kept = wanted.milestones(question.plan)
    late = ask.overdue(kept, question.day)
    rows = milestone_rows(late, question.locate)
    summary = overdue_sentence(kept, late, question.day)
    write_rows(rows, (DAYS, DUE, ID, ACTIVITY, STATUS, AREA, OWNER), form, summary)
    question.end(len(rows), exit_code=exit_code)
