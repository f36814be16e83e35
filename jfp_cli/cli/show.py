"""`jfp show`."""

import sys
from enum import StrEnum
from typing import Annotated, Any

import typer

from jfp_cli.cli import options
from jfp_cli.cli.completion import complete_id
from jfp_cli.cli.output import cell, safe, write_json
from jfp_cli.cli.page import Page
from jfp_cli.cli.session import Question, stop
from jfp_cli.query.things import UnknownThingError, find
from jfp_cli.report.details import details
from jfp_cli.source.folder import KINDS

app = typer.Typer()
NAMES = ("title", "statement", "activity", "commitment", "text")
ENDS = {"belongs_to": "stands in", "names": "names", "named_by": "named by"}


class ShowFormat(StrEnum):
    """How one thing is written."""

    TABLE = "table"
    JSON = "json"


@app.command(rich_help_panel=options.ASK, epilog="Example: jfp show milestones/osteoporosis-services")
def show(
    thing: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="An id, or kind/id where several things share it.", autocompletion=complete_id
        ),
    ],
    as_of: options.AsOf = None,
    form: Annotated[ShowFormat, typer.Option("--format", "-f", help="How to write it.")] = ShowFormat.TABLE,
    plan: options.PlanDir = None,
) -> None:
    """Show everything about one thing: a section, workstream, target, area, milestone, enabler, place, duty or priority."""
    question = Question(plan, as_of, KINDS)
    try:
        address, found = find(question.plan, thing)
    except UnknownThingError as error:
        raise stop(str(error)) from None
    said = details(question.plan, address, found, question.day, question.locate)
    if form is ShowFormat.JSON:
        write_json(said)
    else:
        _write_page(said)
    question.end(0, exit_code=False)


def _write_page(said: dict[str, Any]) -> None:
    page = Page()
    page.heading(said["address"], f"{said.pop('file')}:{said.pop('line')}")
    late = said.pop("days_overdue", 0)
    if said.pop("overdue", False):
        said["overdue"] = f"{late:,} days"
    for key, value in said.items():
        if key not in ("address", "id") and value not in (None, [], "", {}):
            page.field(ENDS.get(key, key.replace("_", " ")), _lines(value))
    page.write(sys.stdout)


def _lines(value: Any) -> list[str]:
    """A value as lines of a page: a thing within is its id and its name."""
    if isinstance(value, list):
        return [f"- {_line(entry)}" for entry in value]
    if isinstance(value, dict):
        lines: list[str] = []
        for key, entry in value.items():
            lines += (
                [f"{key}:", *(f"  {line}" for line in _lines(entry))]
                if isinstance(entry, list)
                else [f"{key}: {_line(entry)}"]
            )
        return lines
    return [safe(cell(value))]


def _line(entry: Any) -> str:
    if not isinstance(entry, dict):
        return safe(cell(entry))
    name = next((entry[key] for key in NAMES if key in entry), "")
    if "id" in entry:
        due = f" (due {entry['due']})" if "due" in entry else ""
        return safe(f"{entry['id']}: {name}{due}")
    return safe("; ".join(f"{key}: {cell(part)}" for key, part in entry.items()))
