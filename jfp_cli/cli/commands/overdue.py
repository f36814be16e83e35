"""`jfp overdue`."""

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, filtered
from jfp_cli.cli.console.table import ACTIVITY, AREA, DAYS, DUE, ID, OWNER, STATUS
from jfp_cli.cli.session import Question
from jfp_cli.query import milestones as ask
from jfp_cli.query.milestones import milestone_rows
from jfp_cli.query.sentences import overdue_sentence

app = typer.Typer(pretty_exceptions_enable=False)


@app.command(
    rich_help_panel=options.ASK,
    epilog=options.examples(
        "jfp overdue --area cancer,dental --as-of 2026-11-21", "jfp overdue --sort area,-days_overdue --limit 10"
    ),
)
@filtered()
def overdue(asked: Asked) -> None:
    """List the milestones whose date has passed and that are neither complete nor cancelled, the longest overdue first.

    A checkpoint is listed for itself where its milestone is not overdue yet.
    """
    wanted = asked.filters
    question = Question(asked.plan, asked.as_of, wanted.kinds)
    kept = wanted.milestones(question.plan)
    late = wanted.dated(question.plan, ask.overdue(kept, question.day))
    rows = milestone_rows(late, question.locate)
    summary = overdue_sentence(kept, late, question.day)
    asked.write(rows, (DAYS, DUE, ID, ACTIVITY, STATUS, AREA, OWNER), summary)
    question.end(len(rows), exit_code=asked.exit_code)
