"""`jfp search`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.console.output import write_rows
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.session import Question
from jfp_cli.query.search import match_rows, meant
from jfp_cli.query.search import search as ask
from jfp_cli.query.sentences import search_sentence
from jfp_cli.query.words import wanted_in

app = typer.Typer()
COLUMNS = (
    Column("address", "Where", essential=True, style="cyan", heading=True),
    Column("text", "Text", long=True),
    Column("place", "File"),
)


@app.command(rich_help_panel=options.ASK, epilog="Example: jfp search dental contract")
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words to find, in any order.")],
    form: options.RowFormat = options.Format.TABLE,
    exit_code: options.ExitCode = False,
    plan: options.PlanDir = None,
) -> None:
    """Find words anywhere in the plan, the best places first.

    Lists what holds all the words; where nothing does, what holds most of them.
    """
    question = Question(plan, None)
    matches = ask(question.plan, words)
    rows = match_rows(matches, question.locate)
    likely = meant(question.plan, words) if not matches or matches[0].words < len(wanted_in(words)) else ()
    write_rows(rows, COLUMNS, form, search_sentence(matches, words, likely))
    question.end(len(rows), exit_code=exit_code)
