"""`jfp coverage`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, filtered
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.session import Question
from jfp_cli.query.coverage import coverage_rows, uncovered
from jfp_cli.query.kept import coverage_within
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
@filtered()
def coverage(
    asked: Asked,
    missing: Annotated[bool, typer.Option("--missing", help="Only what nothing in the plan treats.")] = False,
) -> None:
    """Show what treats each strategy priority, duty, area and planning period, and which of them nothing treats.

    With filters, only the work that they keep counts: what treats each in one place, or among what somebody owns.
    """
    question = Question(asked.plan, asked.as_of)
    every = coverage_within(question.plan, asked.filters, question.day)
    listed = uncovered(every) if missing else every
    rows = coverage_rows(listed, question.plan, question.locate)
    asked.write(rows, COLUMNS, coverage_sentence(every, narrowed=any(asked.filters)))
    question.end(len(rows), exit_code=asked.exit_code)
