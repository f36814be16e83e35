"""`jfp rename`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import DryRun, carry_out
from jfp_cli.cli.completion import complete_id
from jfp_cli.edit.change import Change
from jfp_cli.edit.renaming import rename as give_id

app = typer.Typer()


@app.command(
    rich_help_panel=options.WRITE,
    epilog=options.examples(
        "jfp rename workstreams/outpatients outpatient-care", "jfp rename areas/cancer cancer-care --dry-run"
    ),
)
def rename(
    thing: Annotated[str, typer.Argument(metavar="ID", help="The id that it has.", autocompletion=complete_id)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id that it shall have.")],
    dry_run: DryRun = False,
    plan: options.PlanDir = None,
) -> None:
    """Give a thing another id; whatever names it follows, and so does its file."""

    def work(change: Change) -> str:
        address = change.find(thing)
        give_id(change, address, new)
        return f"renamed {address} to {new}"

    carry_out(plan, work, dry_run=dry_run)
