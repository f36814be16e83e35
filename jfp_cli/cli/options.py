"""The options that commands share, so that each has one name, one help text and one completion everywhere."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

ASK, CHECK, WRITE, PUBLISH, HISTORY, EXCHANGE = "Ask", "Check", "Write", "Publish", "History", "Exchange"

SEVERAL = "Several plans"


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    IDS = "ids"


def one_of(words: type[StrEnum]) -> str:
    """The words of which an option takes one, for its help."""
    *most, last = words
    return f"{', '.join(most)} or {last}"


def examples(*commands: str) -> str:
    """What stands at the end of the help of a command."""
    return "\n\n".join(["Example:" if len(commands) == 1 else "Examples:", *commands])


def several(values: list[str] | None) -> tuple[str, ...]:
    """The values of an option that may be repeated, or hold several with commas between them."""
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())


PlanDir = Annotated[
    Path | None,
    typer.Option(
        "--plan",
        metavar="DIR",
        help="The plan folder; else JFP_PLAN, the first plan above here, or the only one of the repository.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Answer as of this day, such as 2026-11-21; today if not given."),
]
RowFormat = Annotated[
    Format, typer.Option("--format", "-f", metavar="FORMAT", help=f"How to write the rows: {one_of(Format)}.")
]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where there are rows, for scripts and CI.")]
PlanFiles = Annotated[
    list[Path] | None, typer.Argument(metavar="FILES", help="Plan files; every one, if none is given.")
]
PortfolioFile = Annotated[
    Path | None,
    typer.Option(
        "--portfolio",
        metavar="FILE",
        help="Ask each plan that this file lists, such as portfolio.yaml.",
        rich_help_panel=SEVERAL,
    ),
]
Inside = Annotated[
    list[str] | None,
    typer.Option(
        "--in", metavar="NAME", help="Only this plan of the portfolio, or this group.", rich_help_panel=SEVERAL
    ),
]
