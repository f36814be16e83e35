"""`jfp search`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Listed, listing
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


@app.command(
    rich_help_panel=options.ASK,
    epilog=options.examples("jfp search dental contract", "jfp search virtual ward --limit 5"),
)
@listing()
def search(
    asked: Listed,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words to find, in any order.")],
) -> None:
    """Find words anywhere in the plan, the best places first.

    Lists what holds all the words; where nothing does, what holds most of them.
    """
    question = Question(asked.plan, None)
    matches = ask(question.plan, words)
    rows = match_rows(matches, question.locate)
    likely = meant(question.plan, words) if not matches or matches[0].words < len(wanted_in(words)) else ()
    asked.write(rows, COLUMNS, search_sentence(matches, words, likely))
    question.end(len(rows), exit_code=asked.exit_code)
