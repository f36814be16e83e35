"""`jfp index`."""

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Listed, listing
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.session import Question
from jfp_cli.query.coverage import coverage, coverage_rows
from jfp_cli.query.sentences import counted

app = typer.Typer()
COLUMNS = (
    Column("id", "Area", essential=True, style="cyan"),
    Column("numbers", "Sections"),
    Column("enablers", "Enablers"),
    Column("milestones", "Milestones", long=True),
    Column("title", "Title"),
)


@app.command(
    rich_help_panel=options.ASK,
    epilog=options.examples("jfp index --format markdown", "jfp index --columns id,title --excel"),
)
@listing(without=("exit_code",))
def index(asked: Listed) -> None:
    """List every work area with the sections, enablers and milestones that treat it."""
    question = Question(asked.plan, None)
    rows = coverage_rows(coverage(question.plan, ["areas"]), question.plan, question.locate)
    asked.write(rows, COLUMNS, counted(len(rows), "work area"))
    question.end(len(rows), exit_code=False)
