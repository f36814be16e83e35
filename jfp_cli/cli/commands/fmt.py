"""`jfp fmt`."""

import sys
from contextlib import nullcontext
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import after_writing, looking, show, writing
from jfp_cli.cli.console.output import write_lines
from jfp_cli.cli.session import open_plan, plan_folder, stop

app = typer.Typer()


@app.command(rich_help_panel=options.WRITE, epilog=options.examples("jfp fmt --check --diff"))
def fmt(
    chosen: options.PlanFiles = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 and list the files that would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what changes.")] = False,
    plan: options.PlanDir = None,
) -> None:
    """Put plan files into the house style: the order of keys, two spaces, long text folded at 100 columns.

    Every comment and every value stays what it is, and the plan stays the same plan. What stands within brackets
    stays so where a line holds it.
    """
    from jfp_cli.edit.store import write  # noqa: PLC0415
    from jfp_cli.edit.yaml.splice import EditError  # noqa: PLC0415
    from jfp_cli.fmt.plan import Layout  # noqa: PLC0415 - other commands' help needs none of these

    root = plan_folder(plan, chosen or [])
    try:
        with looking(root) if check else writing(root):
            layout = Layout(open_plan(root), [path.absolute() for path in chosen or ()])
            if not check:
                write(root, layout.steps)
    except EditError as error:
        raise stop(str(error)) from None
    with nullcontext() if check else after_writing():
        if diff:
            show(layout.steps)
        elif check:
            write_lines(layout.changed, sys.stdout)
    write_lines([*layout.refused, layout.sentence(check=check)], sys.stderr)
    raise typer.Exit(1 if layout.refused or (check and layout.steps) else 0)
