"""`jfp milestones`."""

import typer

from jfp_cli.cli import options
from jfp_cli.cli.console.milestone_columns import ACTIVITY, AREA, DUE, ID, OWNER, STATUS
from jfp_cli.cli.console.output import write_rows
from jfp_cli.cli.session import Question, filters, known_values
from jfp_cli.query import milestones as ask
from jfp_cli.report.sentences import milestones_sentence
from jfp_cli.report.views import milestone_rows

app = typer.Typer()


@app.command(rich_help_panel=options.ASK, epilog="Example: jfp milestones --section urgent-care --format csv")
def milestones(
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
    """List milestones in the order of their areas."""
    wanted = filters(area, section, workstream, place, owner, status, text)
    question = Question(plan, as_of, wanted.kinds)
    with known_values():
        kept = wanted.milestones(question.plan)
    found = ask.as_of(kept, question.day)
    rows = milestone_rows(found, question.locate)
    summary = milestones_sentence(kept, found, question.day)
    write_rows(rows, (ID, DUE, ACTIVITY, STATUS, AREA, OWNER), form, summary)
    question.end(len(rows), exit_code=exit_code)
