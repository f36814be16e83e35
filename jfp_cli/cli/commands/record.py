"""`jfp record`."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import DryRun, Refused, carry_out
from jfp_cli.cli.clock import today
from jfp_cli.cli.completion import complete_id, complete_place
from jfp_cli.cli.session import stop
from jfp_cli.cli.units import faults_of_units
from jfp_cli.edit.change import Change
from jfp_cli.edit.readings_table import COLUMNS, Row, rows_of
from jfp_cli.edit.recording import Recording, Taken, measured
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.query.sentences import counted
from jfp_cli.query.things import UnknownThingError
from jfp_cli.values.system import why

app = typer.Typer()
IN_A_TABLE = {column: column for column in COLUMNS}


@app.command(
    rich_help_panel=options.WRITE,
    epilog=options.examples(
        'jfp record waiting-list-size "148,300" --at 2026-03',
        'jfp record waiting-list-size "41,200" --at 2026-03 --place west-essex --provisional',
        "jfp record --csv readings.csv",
    ),
)
def record(
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="TARGET",
            help="The target or the measure, which may be named by its title.",
            autocompletion=complete_id,
        ),
    ] = None,
    value: Annotated[str | None, typer.Argument(metavar="VALUE", help="What was measured.")] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="DATE", help="The day or the period it was measured for.")
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            "--place",
            metavar="ID",
            help="The place it is of, else all of them together.",
            autocompletion=complete_place,
        ),
    ] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="TEXT", help="Where the figure comes from.")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="What to know about it.")] = None,
    provisional: Annotated[bool, typer.Option("--provisional", help="It may still be corrected.")] = False,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Correct the reading of that date and place; in a table, where there is one."),
    ] = False,
    table: Annotated[
        str | None,
        typer.Option(
            "--csv", metavar="FILE", help=f"Record a table with the columns {', '.join(COLUMNS)}; - for standard input."
        ),
    ] = None,
    dry_run: DryRun = False,
    plan: options.PlanDir = None,
) -> None:
    """Enter a reading of a target's measure, or a table of readings, in the order of dates.

    A target without a measure of its own gets one, in a file that is named after the target.
    """
    if table is not None:
        if (target, value, at, place, source, note) != (None,) * 6 or provisional:
            raise stop("--csv takes every reading from the table; leave out the rest, but for --replace")
        rows = _rows(table)
        carry_out(plan, lambda change: _enter_rows(change, rows, replace=replace), dry_run=dry_run)
        return
    if target is None or value is None or at is None:
        missing = "a TARGET" if target is None else "a VALUE" if value is None else "--at DATE"
        raise stop(f'record needs {missing}, such as: jfp record waiting-list-size "148,300" --at 2026-03')
    name, figure, day = target, value, at

    def work(change: Change) -> str:
        recording = Recording(change, today(), replace=replace)
        address = measured(change, name)
        taken = Taken(address, day, figure, place, source, note, provisional)
        done = recording.enter(taken, only_replace=replace)
        _check_units(change, recording)
        return f"{done} {figure} for {address.id} at {day}" + (f" in {place}" if place else "")

    carry_out(plan, work, dry_run=dry_run)


def _check_units(change: Change, recording: Recording) -> None:
    faults = faults_of_units(change)
    for address, _ in recording.places():
        if address in faults:
            raise EditError(faults[address])


def _rows(table: str) -> list[Row]:
    try:
        data = sys.stdin.buffer.read() if table == "-" else Path(table).read_bytes()
    except OSError as error:
        raise stop(f"{table} cannot be read: {why(error)}") from None
    try:
        return list(rows_of(data.decode("utf-8-sig")))
    except UnicodeDecodeError:
        raise stop(f'{table} is no UTF-8 text; in Excel, save it as "CSV UTF-8"') from None
    except EditError as error:
        raise stop(f"{table}: {error}") from None


def _enter_rows(change: Change, rows: Sequence[Row], *, replace: bool) -> str:
    """Record the rows of a table, all or none."""
    done = Counter[str]()
    recording, faults = Recording(change, today(), replace=replace, called=IN_A_TABLE), dict[int, str]()
    for row in rows:
        try:
            done[recording.enter(_taken(change, row), row.line)] += 1
        except (EditError, UnknownThingError) as error:
            faults[row.line] = str(error)
    units = faults_of_units(change)
    faults |= {line: units[address] for address, line in recording.places() if address in units}
    if faults:
        told = [f"line {line}: {faults[line]}" for line in sorted(faults)]
        raise Refused([f"{len(faults)} of {counted(len(rows), 'reading')} cannot be recorded:", *told])
    return (
        " and ".join(f"{what} {counted(number, 'reading')}" for what, number in done.items()) or "recorded 0 readings"
    )


def _taken(change: Change, row: Row) -> Taken:
    if row.fault:
        raise EditError(row.fault)
    cells = row.cells
    of = measured(change, cells["measure"])
    return Taken(of, cells["at"], cells["value"], cells.get("place"), cells.get("source"), cells.get("note"))
