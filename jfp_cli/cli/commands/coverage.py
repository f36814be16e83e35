"""`jfp coverage`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Listed, listing
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


@app.command(
    rich_help_panel=options.ASK,
    epilog=options.examples("jfp coverage --missing --exit-code", "jfp coverage --sort kind,id"),
)
@listing()
def coverage(
    asked: Listed,
    missing: Annotated[bool, typer.Option("--missing", help="Only what nothing in the plan treats.")] = False,
) -> None:
    """Show what treats each strategy priority, duty, area and planning period, and which of them nothing treats."""
    question = Question(asked.plan, None)
    every = ask(question.plan)
    listed = uncovered(every) if missing else every
    rows = coverage_rows(listed, question.plan, question.locate)
    asked.write(rows, COLUMNS, coverage_sentence(every))
    question.end(len(rows), exit_code=asked.exit_code)
