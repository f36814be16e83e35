"""`jfp complete`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import DryRun, carry_out, ids_of, named
from jfp_cli.cli.clock import today
from jfp_cli.cli.completion import complete_id
from jfp_cli.edit.change import Change
from jfp_cli.edit.promising import complete as mark

app = typer.Typer()


@app.command(
    rich_help_panel=options.WRITE,
    epilog=options.examples(
        "jfp complete fit-informed-referrals --on 2025-04-20",
        'jfp complete lipid-service --note "First clinic held" --dry-run',
    ),
)
def complete(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...", help="Ids of promises, - for ids on standard input.", autocompletion=complete_id
        ),
    ],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day it was done; today if not given.")
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option("--evidence", metavar="URL", help="What shows that it was done; may be repeated."),
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="An update to go with it.")] = None,
    dry_run: DryRun = False,
    plan: options.PlanDir = None,
) -> None:
    """Mark promises as complete, with the day, the evidence and a note.

    Promises are milestones, checkpoints, actions and commitments. One without an id is named by where it stands, and
    gets one: jfp complete "workstreams/outpatients.actions.2025-26[1]"
    """
    names = ids_of(ids)

    def work(change: Change) -> str:
        addresses = [change.find(name, ["milestones"]) for name in names]
        day = today()
        done = [mark(change, address, day, on, evidence or (), note) for address in addresses]
        return f"marked {named(done)} as complete"

    carry_out(plan, work, dry_run=dry_run)
