"""`jfp milestones`."""

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, filtered
from jfp_cli.cli.console.statuses import in_words
from jfp_cli.cli.console.table import ACTIVITY, AREA, DUE, ID, OWNER, STATUS
from jfp_cli.cli.session import Question
from jfp_cli.model.needs import held_up
from jfp_cli.query.promise_rows import promise_rows
from jfp_cli.query.sentences import milestones_sentence

app = typer.Typer()
COLUMNS = (ID, DUE, ACTIVITY, STATUS, AREA, OWNER)
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
    asked.write(rows, in_words(COLUMNS, question.plan.settings), summary)
    question.end(len(rows), exit_code=asked.exit_code)
