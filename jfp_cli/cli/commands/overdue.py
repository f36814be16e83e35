"""`jfp overdue`."""

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, Kinds, filtered, kinds_of
from jfp_cli.cli.console.table import ACTIVITY, AREA, DAYS, DUE, FORECAST, HOLDS_UP, OWNER, PROMISE, STATUS, called
from jfp_cli.cli.session import Question
from jfp_cli.model.needs import held_up
from jfp_cli.query import promises as ask
from jfp_cli.query.promise_rows import promise_rows
from jfp_cli.query.sentences import overdue_sentence

app = typer.Typer(pretty_exceptions_enable=False)


@app.command(
    rich_help_panel=options.ASK,
    epilog=options.examples(
        "jfp overdue --area cancer,dental --as-of 2026-11-21", "jfp overdue --sort area,-days_overdue --limit 10"
    ),
)
@filtered()
def overdue(asked: Asked, kind: Kinds = None) -> None:
    """List the promises whose date has passed and that are neither complete nor cancelled, the longest overdue first.

    Promises are milestones, their checkpoints, and the actions and commitments that have a date. A checkpoint is listed
    for itself where its milestone is not overdue yet.
    """
    wanted, kinds = asked.filters, kinds_of(kind)
    question = Question(asked.plan, asked.as_of, wanted.files_for(kinds), wanted.holding)
    kept = wanted.promises(question.plan, kinds)
    late = ask.overdue(kept, question.day)
    waiting = held_up(question.plan) if "milestones" in kinds else {}
    rows = promise_rows(late, question.day, question.locate, waiting)
    summary = overdue_sentence(kept, question.day)
    columns = called(
        (DAYS, DUE, FORECAST, PROMISE, ACTIVITY, STATUS, AREA, OWNER, HOLDS_UP), question.plan.settings.statuses
    )
    asked.write(rows, columns, summary)
    question.end(len(rows), exit_code=asked.exit_code)
