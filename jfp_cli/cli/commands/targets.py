"""`jfp targets`."""

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, filtered
from jfp_cli.cli.console.assured import in_words
from jfp_cli.cli.console.table import Column, called
from jfp_cli.cli.options import several
from jfp_cli.cli.session import Question
from jfp_cli.measures.words import VARIATION_WORDS
from jfp_cli.query.sentences import targets_sentence
from jfp_cli.query.targets import judging, measure_titles, target_rows, tracked, with_sentences, worst_first

app = typer.Typer()
COLOURS = {"met": "green", "on_track": "green", "off_track": "red", "missed": "red", "breached": "red"}
COLUMNS = (
    Column("id", "Target", essential=True, style="cyan", heading=True),
    Column("target", "Figure"),
    Column("due", "Due"),
    Column("progress", "Progress", essential=True, style=COLOURS),
    Column("statement", "Statement", long=True),
    Column("expected", "On its line", if_any=True),
    Column("latest", "Latest"),
    Column("variation", "Variation", if_any=True, words=dict(VARIATION_WORDS.items())),
    Column("assurance", "Assurance", if_any=True),
    Column("reason", "Reason"),
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

    Of those that stand alike the ones whose date has passed come first.

    Progress is met, on track, off track, missed, breached (of a standard), awaiting reading (its date is past and
    nothing was measured since), no reading or not measurable; --status takes these words.

    Variation says whether the chart of its measure changed by more than it usually does, assurance whether the figure
    in force can be relied on to be met, and whether a steady process will meet one that is still to come.

    On track means at least as good as the straight line from the baseline through the trajectory to the target.
    """
    wanted = asked.filters
    question = Question(asked.plan, asked.as_of, wanted.files_for_targets)
    found = tracked(question.plan, wanted.targets(question.plan), question.day, wanted.statuses)
    listed = worst_first(found, question.day)
    rows = target_rows(listed, question.locate, judging(question.plan, listed, question.day))
    if asked.form in (options.Format.TABLE, options.Format.MARKDOWN):
        rows = in_words(with_sentences(rows, listed))
    columns = list(COLUMNS)
    if "measure" in several(asked.columns):  # by its title, or in words where it has no file
        columns.append(Column("measure", "Measure", words=measure_titles(question.plan)))
    looks = question.plan.settings.statuses
    asked.write(rows, called(columns, looks), targets_sentence(listed, question.day, looks))
    question.end(len(rows), exit_code=asked.exit_code)
