"""`jfp measures`."""

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, filtered
from jfp_cli.cli.console.measures import MEASURES, shown
from jfp_cli.cli.session import Question
from jfp_cli.measures.series import worst_first
from jfp_cli.query.measures import kept_series, measure_rows
from jfp_cli.query.sentences import measures_sentence
from jfp_cli.values.collector import CollectorOff

app = typer.Typer()


@app.command(
    rich_help_panel=options.ASK,
    epilog=options.examples("jfp measures --place west-essex", "jfp measures --section elective-care --format json"),
)
@filtered()
def measures(asked: Asked) -> None:
    """List measures with their readings as a chart of statistical process control, those to be discussed first.

    A row is a measure in all places together or in one. Variation says whether it changed by more than it usually
    does; assurance whether its target can be relied on to be met, as NHS England's Making Data Count teaches both.
    """
    question = Question(asked.plan, asked.as_of, {"sections", "measures", "areas"})
    with CollectorOff():
        kept = kept_series(question.plan, asked.filters, worst_first(question.plan, question.day))
        rows = measure_rows(kept, question.locate)
        if asked.form in (options.Format.TABLE, options.Format.MARKDOWN):
            rows = shown(rows, question.plan.settings.statuses)
    asked.write(rows, MEASURES, measures_sentence(kept, question.day))
    question.end(len(rows), exit_code=asked.exit_code)
