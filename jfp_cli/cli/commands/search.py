"""`jfp search`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, filtered
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.session import Question
from jfp_cli.query.kept import kept
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
    epilog=options.examples("jfp search dental contract", "jfp search virtual ward --area cancer --limit 5"),
)
@filtered()
def search(
    asked: Asked,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words to find, in any order.")],
) -> None:
    """Find words anywhere in the plan, the best places first.

    Lists what holds all the words; where nothing does, what holds most of them. With filters, only milestones, targets,
    workstreams, sections, areas and enablers that they keep.
    """
    question = Question(asked.plan, asked.as_of)
    wanted = asked.filters
    among = kept(question.plan, wanted, question.day) if any(wanted) else None
    matches = ask(question.plan, words, among)
    rows = match_rows(matches, question.locate, by_thing=asked.form is options.Format.IDS)
    likely = meant(question.plan, words) if not matches or matches[0].words < len(wanted_in(words)) else ()
    asked.write(rows, COLUMNS, search_sentence(matches, words, likely, narrowed=any(wanted)))
    question.end(len(rows), exit_code=asked.exit_code)
