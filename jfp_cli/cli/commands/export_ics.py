"""`jfp export ics`."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import ONE_PLAN, Asked, Kinds, filtered, kinds_of
from jfp_cli.cli.exporting import Force, OutputFile, say_left_out, write_export
from jfp_cli.cli.extras import missing
from jfp_cli.cli.session import Question, stop
from jfp_cli.query.sentences import counted

app = typer.Typer()


class EntryName(StrEnum):
    """What promises are in a calendar."""

    EVENT = "event"
    TODO = "todo"


@app.command(
    rich_help_panel=options.EXCHANGE,
    epilog=options.examples(
        "jfp export ics --output plan.ics",
        'jfp export ics --owner "Cancer programme lead" --status not_reported --as todo --alarm 14 --output mine.ics',
    ),
)
@filtered(without=("form", "sort", "limit", "columns", "excel", "exit_code", *ONE_PLAN))
def export_ics(
    asked: Asked,
    kind: Kinds = None,
    entries: Annotated[
        EntryName,
        typer.Option("--as", metavar="WORD", help=f"What each is in the calendar: {options.one_of(EntryName)}."),
    ] = EntryName.EVENT,
    alarm: Annotated[
        list[int] | None,
        typer.Option("--alarm", metavar="DAYS", min=0, help="Remind so many days before; as often as wanted."),
    ] = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    """Write what is promised as a calendar: an entry for each milestone and whatever else has a date.

    It stands on the last day of its date. Written anew to the same place, the entries of who subscribed to it move
    with the plan: each keeps its name. A date without a last day has no entry, and is said.
    """
    if needed := missing("icalendar", "office"):
        raise stop(f"export ics {needed}")
    from jfp_cli.exchange.calendar import EntryKind, calendar_of  # noqa: PLC0415 - only after the check above

    question = Question(asked.plan, asked.as_of)
    kept = asked.filters.promises(question.plan, kinds_of(kind))
    data, left_out = calendar_of(question.plan, kept, question.day, EntryKind(entries), alarm or ())
    write_export(data, output, force=force)
    sys.stderr.write(f"{counted(len(kept) - len(left_out), 'promise')} in the calendar\n")
    say_left_out(left_out)
    question.end(len(kept), exit_code=False)
