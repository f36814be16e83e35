"""`jfp milestones`."""

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, filtered
from jfp_cli.cli.console.table import ACTIVITY, AREA, DUE, FORECAST, HOLDS_UP, ID, OWNER, STATUS, called
from jfp_cli.cli.session import Question
from jfp_cli.model.needs import held_up
from jfp_cli.query.promise_rows import promise_rows
from jfp_cli.query.sentences import milestones_sentence

app = typer.Typer()
MILESTONES = ("milestones",)


@app.command(
    rich_help_panel=options.ASK,
    epilog=options.examples(
        "jfp milestones --section urgent-care --format csv", "jfp milestones --due-before 2026-04 --sort due --excel"
    ),
)
@filtered()
def milestones(asked: Asked) -> None:
    """List milestones in the order of their areas."""
    wanted = asked.filters
    question = Question(asked.plan, asked.as_of, wanted.files_for(MILESTONES))
    kept = wanted.promises(question.plan, MILESTONES)
    rows = promise_rows(kept, question.day, question.locate, held_up(question.plan))
    summary = milestones_sentence(kept, question.day)
    columns = called((ID, DUE, FORECAST, ACTIVITY, STATUS, AREA, OWNER, HOLDS_UP), question.plan.settings.statuses)
    asked.write(rows, columns, summary)
    question.end(len(rows), exit_code=asked.exit_code)
