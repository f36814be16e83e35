"""`jfp lsp`."""

from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.clock import today
from jfp_cli.cli.extras import missing
from jfp_cli.cli.session import stop

app = typer.Typer()


@app.command(rich_help_panel=options.WRITE, epilog=options.examples("jfp lsp --stdio"))
def lsp(
    stdio: Annotated[  # noqa: ARG001 - editors say so, and there is no other way
        bool, typer.Option("--stdio", help="Over standard input and output, as is done in any case.")
    ] = False,
) -> None:
    """Tell an editor what is wrong with a plan while it is typed, and what its words mean.

    Editors start this command themselves and speak the Language Server Protocol with it.
    """
    if needed := missing("pygls", "editor"):
        raise stop(f"lsp {needed}")
    from jfp_cli.editor.server import serve  # noqa: PLC0415 - only after the check above

    today()  # stops before an editor waits for an answer, where nobody knows the day
    serve(today)
