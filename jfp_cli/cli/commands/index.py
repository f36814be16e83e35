"""`jfp index`."""

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, filtered
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.session import Question
from jfp_cli.query.coverage import coverage_rows
from jfp_cli.query.kept import areas_within
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
@filtered(without=("exit_code",))
def index(asked: Asked) -> None:
    """List every work area with the sections, enablers and milestones that treat it.

    With filters, the areas that something they keep treats, and nothing else that treats them.
    """
    question = Question(asked.plan, asked.as_of)
    areas = areas_within(question.plan, asked.filters, question.day)
    rows = coverage_rows(areas, question.plan, question.locate)
    asked.write(rows, COLUMNS, counted(len(rows), "work area"))
    question.end(len(rows), exit_code=False)
