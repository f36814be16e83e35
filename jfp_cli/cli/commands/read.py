"""`jfp read`."""

from enum import StrEnum
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.console.output import write_rows
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.session import calendar_of_plan
from jfp_cli.values.reading import rows_of

app = typer.Typer()
COLUMNS = (
    Column("text", "Text", essential=True, style="cyan"),
    Column("kind", "Read as", essential=True, style={"refused": "red"}),
    Column("meaning", "Meaning", long=True),
)


class ReadKind(StrEnum):
    """What a text may be read as."""

    DATE = "date"
    FIGURE = "figure"


class ReadFormat(StrEnum):
    """How readings are written; they are no things of the plan, and so have no ids."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


@app.command(
    rich_help_panel=options.ASK,
    epilog=options.examples('jfp read "Autumn 2025/26" "at least 19%"'),
    context_settings={"ignore_unknown_options": True},  # so that -5% is a figure
)
def read(
    texts: Annotated[list[str], typer.Argument(metavar="TEXT...", help="Dates and figures as they are written.")],
    kind: Annotated[
        ReadKind | None,
        typer.Option(
            "--kind",
            metavar="WORD",
            help="Read as date or figure alone; else as a date, and as a figure where it is none.",
        ),
    ] = None,
    form: Annotated[
        ReadFormat,
        typer.Option("--format", "-f", metavar="FORMAT", help=f"How to write them: {options.one_of(ReadFormat)}."),
    ] = ReadFormat.TABLE,
    plan: options.PlanDir = None,
) -> None:
    """Say how dates and figures are read.

    In a plan they are read as it reads them: by its financial year, its start and its units. Elsewhere years start in
    April.
    """
    calendar = calendar_of_plan(plan)
    is_for_people = form in (ReadFormat.TABLE, ReadFormat.MARKDOWN)
    rows = rows_of(texts, calendar, kind.value if kind else None, with_meaning=is_for_people)
    write_rows(rows, COLUMNS, options.Format(form.value))
