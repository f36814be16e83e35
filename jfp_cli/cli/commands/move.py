"""`jfp move`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import DryRun, carry_out, ids_of, named
from jfp_cli.cli.clock import today
from jfp_cli.cli.completion import complete_id
from jfp_cli.edit.change import Change
from jfp_cli.edit.promising import move as change_date

app = typer.Typer()


@app.command(
    rich_help_panel=options.WRITE,
    epilog=options.examples(
        'jfp move lipid-service --to "May 2027" --because "new supplier"',
        'jfp move lipid-service --to "June 2027" --because "no room yet" --agreed-by "System board" --dry-run',
    ),
)
def move(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...", help="Ids of promises, - for ids on standard input.", autocompletion=complete_id
        ),
    ],
    to: Annotated[str, typer.Option("--to", metavar="DATE", help="The new date, as the plan shall state it.")],
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="Why it moves.")],
    agreed_by: Annotated[str | None, typer.Option("--agreed-by", metavar="NAME", help="Who agreed to it.")] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="When it was agreed; today if not given.")
    ] = None,
    dry_run: DryRun = False,
    plan: options.PlanDir = None,
) -> None:
    """Give promises another date, and remember the date they had, why it moved and who agreed.

    Promises are milestones, checkpoints, actions and commitments. One without an id is named by where it stands, and
    gets one: jfp move "enablers/estates.commitments[0]" --to "May 2027" --because "no site yet"
    """
    names = ids_of(ids)

    def work(change: Change) -> str:
        addresses = [change.find(name, ["milestones"]) for name in names]
        day = today()
        moved = [change_date(change, address, to, because, day, on, agreed_by) for address in addresses]
        return f"moved {named(moved)} to {to}"

    carry_out(plan, work, dry_run=dry_run)
