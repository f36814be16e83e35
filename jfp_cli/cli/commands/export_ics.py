"""`jfp export ics`."""

import sys
from enum import StrEnum
from typing import Annotated, NamedTuple

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, Kinds, filtered, kinds_of
from jfp_cli.cli.exporting import Force, OutputFile, say_left_out, write_export
from jfp_cli.cli.extras import missing
from jfp_cli.cli.session import Question, stop
from jfp_cli.query.sentences import counted

app = typer.Typer()


class EntryName(StrEnum):
    """What promises are in a calendar."""

    EVENT = "event"
    TODO = "todo"


class _Wanted(NamedTuple):
    """What is asked of a plan, and how it is to be written."""

    asked: Asked
    kinds: tuple[str, ...]
    entries: EntryName
    alarms: tuple[int, ...]


class _Made(NamedTuple):
    data: bytes
    entries: int


@app.command(
    rich_help_panel=options.EXCHANGE,
    epilog=options.examples(
        "jfp export ics --output plan.ics",
        "jfp export ics --portfolio portfolio.yaml --output plans.ics",
        'jfp export ics --owner "Cancer programme lead" --status not_reported --as todo --alarm 14 --output mine.ics',
    ),
)
@filtered(without=("form", "sort", "limit", "columns", "excel", "exit_code"), in_rows=False)
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
    with the plan: each keeps its name. A date without a last day has no entry, and is said. Of several plans it is one
    calendar, in which each plan is a category.
    """
    if needed := missing("icalendar", "office"):
        raise stop(f"export ics {needed}")
    wanted = _Wanted(asked, kinds_of(kind), entries, tuple(alarm or ()))
    made, code = _of_several(wanted) if asked.is_of_several else _calendar(wanted)
    write_export(made.data, output, force=force)
    sys.stderr.write(f"{counted(made.entries, 'promise')} in the calendar\n")
    raise typer.Exit(code)


def _calendar(wanted: _Wanted) -> tuple[_Made, int]:
    """The calendar of one plan, and the exit code."""
    from jfp_cli.exchange.calendar import EntryKind, calendar_of  # noqa: PLC0415 - only where it is installed

    question = Question(wanted.asked.plan, wanted.asked.as_of)
    kept = wanted.asked.filters.promises(question.plan, wanted.kinds)
    data, left_out = calendar_of(question.plan, kept, question.day, EntryKind(wanted.entries), wanted.alarms)
    say_left_out(left_out)
    return _Made(data, len(kept) - len(left_out)), int(question.loaded.has_errors)


def _of_several(wanted: _Wanted) -> tuple[_Made, int]:
    """One calendar of those of several plans, and the exit code."""
    from jfp_cli.cli.asking_each import answers_to  # noqa: PLC0415 - few ask more than one plan
    from jfp_cli.exchange.calendar import joined  # noqa: PLC0415 - only where it is installed

    plans, answers, code = answers_to(wanted.asked, _calendar, lambda one: wanted._replace(asked=one))
    data = joined(plans.portfolio.title, {answer.plan: answer.found.data for answer in answers})
    return _Made(data, sum(answer.found.entries for answer in answers)), code
