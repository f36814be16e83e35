"""`jfp fmt`."""

import sys
from collections.abc import Iterable
from typing import Annotated, TextIO

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import COLOURS
from jfp_cli.cli.chosen import PlanFiles
from jfp_cli.cli.console.terminal import paint
from jfp_cli.cli.session import open_plan, plan_folder, stop
from jfp_cli.values.text import printable, safe

app = typer.Typer()


@app.command(rich_help_panel=options.WRITE, epilog="Example: jfp fmt --check --diff")
def fmt(
    chosen: PlanFiles = None,
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
    from jfp_cli.edit.diff import diff as diff_of  # noqa: PLC0415
    from jfp_cli.edit.store import only_writer, write  # noqa: PLC0415
    from jfp_cli.edit.yaml.splice import EditError  # noqa: PLC0415
    from jfp_cli.fmt.plan import Layout  # noqa: PLC0415 - other commands' help needs none of these

    root = plan_folder(plan, chosen or [])
    try:
        layout = Layout(open_plan(root), [path.absolute() for path in chosen or ()])
        if diff:
            _show(diff_of(layout.steps))
        if not check and layout.steps:
            with only_writer(root):
                write(root, layout.steps)
    except EditError as error:
        raise stop(str(error)) from None
    if check and not diff:
        _write(sys.stdout, layout.changed)
    _write(sys.stderr, [*layout.refused, layout.sentence(check=check)])
    raise typer.Exit(1 if layout.refused or (check and layout.steps) else 0)


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(paint(printable(line), COLOURS.get(line[:1], "")) + "\n")


def _write(stream: TextIO, lines: Iterable[str]) -> None:
    stream.writelines(f"{safe(line)}\n" for line in lines)
