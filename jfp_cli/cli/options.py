"""The options that commands share, so that each has one name, one help text and one completion everywhere."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli.completion import complete_area, complete_place, complete_section, complete_workstream

ASK, CHECK, WRITE, PUBLISH, HISTORY = "Ask", "Check", "Write", "Publish", "History"
FILTERS = "Filters (repeat one, or put commas between values, to allow several)"


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    IDS = "ids"


def several(values: list[str] | None) -> tuple[str, ...]:
    """The values of an option that may be repeated, or hold several with commas between them."""
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())


PlanDir = Annotated[
    Path | None,
    typer.Option("--plan", metavar="DIR", help="The plan folder; without it, the first plan/plan.yaml above here."),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Answer as of this day, such as 2026-11-21; today if not given."),
]
RowFormat = Annotated[Format, typer.Option("--format", "-f", help="How to write the rows.")]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where there are rows, for scripts and CI.")]
AreaFilter = Annotated[
    list[str] | None,
    typer.Option("--area", metavar="ID", help="Service area.", autocompletion=complete_area, rich_help_panel=FILTERS),
]
SectionFilter = Annotated[
    list[str] | None,
    typer.Option("--section", metavar="ID", help="Section.", autocompletion=complete_section, rich_help_panel=FILTERS),
]
WorkstreamFilter = Annotated[
    list[str] | None,
    typer.Option(
        "--workstream",
        metavar="ID",
        help="Workstream.",
        autocompletion=complete_workstream,
        rich_help_panel=FILTERS,
    ),
]
PlaceFilter = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        metavar="ID",
        help="Place that is named; what is for the whole system names none.",
        autocompletion=complete_place,
        rich_help_panel=FILTERS,
    ),
]
OwnerFilter = Annotated[
    list[str] | None, typer.Option("--owner", metavar="NAME", help="Owner.", rich_help_panel=FILTERS)
]
StatusFilter = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help="Status of a milestone, or not_reported; progress of a target.",
        rich_help_panel=FILTERS,
    ),
]
TextFilter = Annotated[
    str | None,
    typer.Option("--text", metavar="WORDS", help="Only what holds all these words.", rich_help_panel=FILTERS),
]
