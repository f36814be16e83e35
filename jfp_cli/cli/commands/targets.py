"""`jfp targets`."""

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, filtered
from jfp_cli.cli.console.statuses import in_words
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.session import Question
from jfp_cli.measures.progress import WORST_FIRST
from jfp_cli.query.sentences import targets_sentence
from jfp_cli.query.status_words import words_of
from jfp_cli.query.targets import target_rows, tracked

app = typer.Typer()
COLUMNS = (
    Column("id", "Target", essential=True, style="cyan", heading=True),
    Column("target", "Figure"),
    Column("due", "Due"),
    Column("progress", "Progress", essential=True),
    Column("statement", "Statement", long=True),
    Column("latest", "Latest"),
    Column("baseline", "Baseline"),
    Column("section", "Section"),
    Column("owner", "Owner"),
)


@app.command(
    rich_help_panel=options.ASK,
    epilog=options.examples(
        "jfp targets --section elective-care --status off_track", "jfp targets --sort -due --limit 5"
    ),
)
@filtered()
def targets(asked: Asked) -> None:
    """List targets with their latest reading and their progress, the worst first.

    Progress is met, on_track, off_track, missed, no_reading or not_measurable; --status takes these words.
    On track means at least as good as the straight line from the baseline through the trajectory to the target.
    """
    wanted = asked.filters
    question = Question(asked.plan, asked.as_of, wanted.files_for_targets)
    found = tracked(question.plan, wanted.targets(question.plan), question.day, wanted.statuses)
    listed = sorted(found, key=lambda row: WORST_FIRST.index(row.progress.state))
    rows = target_rows(listed, question.locate)
    settings = question.plan.settings
    asked.write(rows, in_words(COLUMNS, settings), targets_sentence(listed, question.day, words_of(settings)))
    question.end(len(rows), exit_code=asked.exit_code)
