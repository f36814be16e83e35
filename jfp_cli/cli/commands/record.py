"""`jfp record`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import DryRun, carry_out
from jfp_cli.cli.completion import complete_id
from jfp_cli.cli.units import check_unit
from jfp_cli.edit.change import Change
from jfp_cli.edit.reporting import record as enter

app = typer.Typer()


@app.command(
    rich_help_panel=options.WRITE,
    epilog=options.examples(
        'jfp record waiting-list-size "148,300" --at 2026-03',
        'jfp record waiting-list-size "146,900" --at "April 2026" --source "Waiting list return"',
    ),
)
def record(
    target: Annotated[str, typer.Argument(metavar="TARGET", help="The target.", autocompletion=complete_id)],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What was measured.")],
    at: Annotated[str, typer.Option("--at", metavar="DATE", help="The day or the period it was measured for.")],
    source: Annotated[str | None, typer.Option("--source", metavar="TEXT", help="Where the figure comes from.")] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="What to know about it.")] = None,
    dry_run: DryRun = False,
    plan: options.PlanDir = None,
) -> None:
    """Enter a reading of a target, in the order of dates."""

    def work(change: Change) -> str:
        address = change.find(target, "targets")
        place = enter(change, address, value, at, source, note)
        check_unit(change, place)
        return f"recorded {value} for {address.id} at {at}"

    carry_out(plan, work, dry_run=dry_run)
