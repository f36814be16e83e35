"""`jfp remove`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import DryRun, Refused, carry_out, ids_of, named
from jfp_cli.cli.completion import complete_id
from jfp_cli.edit.change import Change
from jfp_cli.edit.deleting import remove as take_out

app = typer.Typer()


@app.command(
    rich_help_panel=options.WRITE,
    epilog=options.examples(
        "jfp remove milestones/fit-informed-referrals --dry-run", "jfp remove waiting-list-size --dry-run"
    ),
)
def remove(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...", help="What to take out, - for ids on standard input.", autocompletion=complete_id
        ),
    ],
    dry_run: DryRun = False,
    plan: options.PlanDir = None,
) -> None:
    """Take things out of the plan with all that they hold, unless something else still names them."""
    names = ids_of(ids)

    def work(change: Change) -> str:
        addresses = [change.find(name) for name in names]
        naming = take_out(change, addresses)
        if naming:
            spans = change.loaded.sources
            lines = [f"{ref.at} names {ref.kind}/{ref.id} ({spans.span(ref.at, key=ref.in_key)})" for ref in naming]
            raise Refused([f"{named(addresses)} cannot go while the plan names it:", *lines])
        return f"removed {named(addresses)}"

    carry_out(plan, work, dry_run=dry_run)
