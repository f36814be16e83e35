"""`jfp schema`."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from jfp_cli.cli import options
from jfp_cli.cli.console.output import write_json
from jfp_cli.cli.session import models_of_plan, open_plan, stop
from jfp_cli.model.kinds import KINDS
from jfp_cli.values.text import safe

app = typer.Typer()


PORTFOLIO = "portfolio"
_NAMES = (*(kind.schema for kind in KINDS.values() if kind.schema), PORTFOLIO)
FileKind = StrEnum("FileKind", {name.upper(): name for name in _NAMES})  # type: ignore[misc]  # the kinds of file


@app.command(rich_help_panel=options.WRITE, epilog=options.examples("jfp schema milestones --with-ids"))
def schema(
    kind: Annotated[FileKind | None, typer.Argument(metavar="KIND", help=f"{options.one_of(FileKind)}.")] = None,
    with_ids: Annotated[
        bool, typer.Option("--with-ids", help="Allow the ids of this plan alone where its things are named.")
    ] = False,
    install: Annotated[
        bool, typer.Option("--install", help="Write the schemas, and tell VS Code which files each is for.")
    ] = False,
    plan: options.PlanDir = None,
) -> None:
    """Print the JSON Schema of a kind of plan file, for editors that complete and check as you type.

    Without a kind, the schema is one that every file of a plan fits; that of portfolio.yaml, which lists several plans,
    is apart. With --install the schemas are written to .jfp/schema, .vscode/settings.json is told of them and
    .vscode/extensions.json of the extension that reads them; what else stands there stays. Schemas with ids know the
    plan as it is now: install them again after adding a section, an area or a workstream. Fields that the plan declares
    for itself are in every schema of it.
    """
    from jfp_cli.loading.json_schema import ids_of, json_schema  # noqa: PLC0415 - other commands' help needs no schema

    loaded = open_plan(plan) if with_ids or install else None
    ids = ids_of(loaded) if loaded and with_ids else None
    models = loaded.plan.models if loaded and loaded.plan else models_of_plan(plan)
    if kind == PORTFOLIO and not install:
        from jfp_cli.portfolio.reading import portfolio_schema  # noqa: PLC0415 - few have more than one plan

        write_json(portfolio_schema())
        return
    if loaded is None or not install:
        write_json(json_schema(kind, ids, models))
        return
    if kind is not None:
        raise stop("--install writes the schemas of every kind of file; leave the kind out")
    from jfp_cli.cli.change import finish_earlier  # noqa: PLC0415 - the same
    from jfp_cli.edit.yaml.splice import EditError  # noqa: PLC0415 - the same
    from jfp_cli.start.editor import editor_steps, home_of  # noqa: PLC0415 - the same
    from jfp_cli.start.files import write_files  # noqa: PLC0415 - the same

    home = home_of(loaded.root)
    try:
        finish_earlier(home)
        nothing_new = "the schemas are there already, and nothing has changed since"
        say_written(write_files(home, editor_steps(home, loaded.root, ids, models)), nothing_new)
    except EditError as error:
        raise stop(str(error)) from None


def say_written(paths: list[str], otherwise: str = "") -> None:
    """Say which files were written; `otherwise` where none had to be."""
    sys.stderr.write("\n".join([f"wrote {safe(path)}" for path in paths] or [otherwise]) + "\n")
