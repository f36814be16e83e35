"""`jfp coverage`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.console.output import write_rows
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.session import Question
from jfp_cli.query.coverage import coverage as ask
from jfp_cli.query.coverage import coverage_rows, uncovered
from jfp_cli.query.sentences import coverage_sentence

app = typer.Typer()
COLUMNS = (
    Column("kind", "Kind"),
    Column("id", "Id", essential=True, style="cyan"),
    Column("treated_by", "Treated in sections and enablers", long=True),
    Column("title", "Title"),
)


@app.command(rich_help_panel=options.ASK, epilog="Example: jfp coverage --missing --exit-code")
def coverage(
    missing: Annotated[bool, typer.Option("--missing", help="Only what nothing in the plan treats.")] = False,
    form: options.RowFormat = options.Format.TABLE,
    exit_code: options.ExitCode = False,
    plan: options.PlanDir = None,
) -> None:
    """Show what treats each strategy priority, duty, area and planning period, and which of them nothing treats."""
    question = Question(plan, None)
    every = ask(question.plan)
    listed = uncovered(every) if missing else every
    rows = coverage_rows(listed, question.plan, question.locate)
    write_rows(rows, COLUMNS, form, coverage_sentence(every))
    question.end(len(rows), exit_code=exit_code)
