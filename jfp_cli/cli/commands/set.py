"""`jfp set`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import Done, DryRun, carry_out, ids_of, named
from jfp_cli.cli.clock import today
from jfp_cli.cli.completing_words import complete_assignment
from jfp_cli.cli.session import stop
from jfp_cli.edit.assigning import assign, forgotten
from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import read_fields

app = typer.Typer()


@app.command(
    "set",
    rich_help_panel=options.WRITE,
    epilog=options.examples(
        "jfp set fit-informed-referrals status=on_track",
        'jfp set fit-informed-referrals "checkpoints[0].due=May 2026" "checkpoints[0].activity=First reports sent"',
    ),
)
def set_(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="ID... FIELD=VALUE...",
            help="What to change, - for ids on standard input; then the fields.",
            autocompletion=complete_assignment,
        ),
    ],
    dry_run: DryRun = False,
    plan: options.PlanDir = None,
) -> None:
    """Set fields of one thing or of many at once: all of them or none.

    A field within another is named with a dot: baseline.value=65%; an entry by position: checkpoints[0].due=May 2026

    Names in a list have commas between them: places=west-essex,hertfordshire; a list of sentences repeats the field.

    A field without a value is taken out: owner=

    The ids can come from a question: jfp overdue --format ids | jfp set - status=off_track
    """
    fields = [word for word in words if "=" in word]
    names = [word for word in words if "=" not in word]
    if not names or not fields:
        raise stop("set takes at least one id and one FIELD=VALUE, such as: jfp set ehr-go-live status=on_track")
    ids = ids_of(names)

    def work(change: Change) -> Done:
        addresses = [change.find(name) for name in ids]
        wanted = read_fields(fields)
        for address in addresses:
            assign(change, address, wanted)
        return Done(_said(fields, named(addresses)), forgotten(change, addresses, wanted, today()))

    carry_out(plan, work, dry_run=dry_run)


def _said(fields: list[str], things: str) -> str:
    """What was done, in a sentence."""
    given = [field for field in fields if not field.endswith("=")]
    out = " and ".join(field.removesuffix("=") for field in fields if field.endswith("="))
    if not given:
        return f"took {out} out of {things}"
    return f"set {', '.join(given)} of {things}" + (f", and took out {out}" if out else "")
