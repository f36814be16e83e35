"""The commands of `jfp`, each imported only when it is run or listed."""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from jfp_cli import __version__

# Each is a module of `commands`; in the order of `jfp --help`.
COMMANDS = (
    "overdue",
    "due",
    "milestones",
    "targets",
    "search",
    "show",
    "status",
    "index",
    "coverage",
    "read",
    "validate",
    "lint",
    "rules",
    "set",
    "complete",
    "move",
    "record",
    "add",
    "rename",
    "remove",
    "init",
    "schema",
    "fmt",
    "render",
    "preview",
)


class Option(TyperOption):
    """An option that asks pydantic about a value only where one was given: to prepare for it takes 2 ms each."""

    def process_value(self, ctx: Any, value: Any) -> Any:
        """The value as its command takes it."""
        return None if value is None else super().process_value(ctx, value)

    def display_type_rich(self, ctx: Any) -> Any:
        """What help says of the value; nothing where an option takes none."""
        return None if self.is_flag else super().display_type_rich(ctx)


class _Quick:
    """A command whose options are quick, the ones that typer adds by itself included."""

    def get_params(self, ctx: Any) -> list[Any]:
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]  # of the class that this one is mixed into
        for param in params:
            if type(param) is TyperOption and not param.required:
                param.__class__ = Option
        return params


class Command(_Quick, TyperCommand):
    """A single command."""


class Commands(_Quick, TyperGroup):
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
            single = typer.Typer(add_completion=False)  # which is of jfp as a whole, not of a command
            single.registered_commands = import_module(f"jfp_cli.cli.commands.{cmd_name}").app.registered_commands
            single.registered_commands[0].cls = Command
            self.commands[cmd_name] = get_command(single)
            self.commands[cmd_name].name = cmd_name
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
        typer.echo(f"jfp {__version__}")
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
