"""The commands of `jfp`, each imported only when it is run or listed."""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup, TyperOption
from typer.main import get_command

# A command's module in this package, in the order of `jfp --help`.
COMMANDS = {
    "overdue": "overdue",
    "due": "due",
    "milestones": "milestones",
    "targets": "targets",
    "search": "search",
    "show": "show",
    "status": "status",
    "index": "index",
    "coverage": "coverage",
    "validate": "validate",
    "lint": "lint",
    "rules": "rules",
}


class Option(TyperOption):
    """An option that asks pydantic about a value only where one was given: to prepare for it takes 2 ms each."""

    def process_value(self, ctx: Any, value: Any) -> Any:
        """The value as its command takes it."""
        return None if value is None else super().process_value(ctx, value)


class Commands(TyperGroup):
    """A group that knows its commands' names and imports a command when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature of the class above
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name, or None."""
        if cmd_name not in COMMANDS:
            for known in COMMANDS:  # for "did you mean", which looks among the commands that are loaded
                self.get_command(ctx, known)
            return None
        if cmd_name not in self.commands:
            command = get_command(import_module(f"jfp_cli.cli.{COMMANDS[cmd_name]}").app)
            command.name = cmd_name
            for option in command.params:
                if type(option) is TyperOption and not option.required:
                    option.__class__ = Option
            self.commands[cmd_name] = command
        return self.commands[cmd_name]


app = typer.Typer(
    cls=Commands,
    name="jfp",
    help="A five-year joint forward plan kept like code.",
    epilog="Start with: jfp status",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - slow, and only for this

        typer.echo(f"jfp {version('jfp')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """A five-year joint forward plan kept like code."""


def group() -> Any:
    """The command line as an object to run."""
    return get_command(app)
