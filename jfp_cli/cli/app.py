"""The commands of `jfp`, each imported only when it is run or listed."""

import re
import sys
from enum import StrEnum
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from jfp_cli import __version__
from jfp_cli.cli.door import NO_COLOUR
from jfp_cli.cli.options import EXCHANGE

# Each is a module of `commands`, of two words joined by a line; in the order of `jfp --help`.
COMMANDS = (
    "overdue",
    "due",
    "milestones",
    "targets",
    "measures",
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
    "lsp",
    "render",
    "preview",
    "remind",
    "diff",
    "history",
    "slippage",
    "roll",
    "export xlsx",
    "export ics",
    "export json",
    "export parquet",
    "import",
    "portfolio merge",
)
GROUPS = {
    "export": ("Write the plan as a workbook, a calendar or data for other programs.", EXCHANGE),
    "portfolio": ("Make one plan of several.", EXCHANGE),
}
"""The words with which commands begin, what these do, and where help lists them."""
ALIKE = {"md": "markdown", "markdown": "md"}
"""Names of one format, of which an option takes one and everybody writes either."""
_IN_A_PARAGRAPH = re.compile(r"(?<!\n)\n(?!\n)")


class Option(TyperOption):
    """An option that asks pydantic about a value only where one was given: to prepare for it takes 2 ms each."""

    def process_value(self, ctx: Any, value: Any) -> Any:
        """The value as its command takes it, which may call one format by its other name."""
        if isinstance(value, str) and value in ALIKE and ALIKE[value] in _words_of(self.type_descriptor.annotation):
            value = ALIKE[value]
        return None if value is None else super().process_value(ctx, value)

    def display_type_rich(self, ctx: Any) -> Any:
        """What help says of the value; nothing where an option takes none."""
        return None if self.is_flag else super().display_type_rich(ctx)


def _words_of(annotation: Any) -> list[str]:
    """The words of which an option takes one, by its type; none where any text will do."""
    return list(annotation) if isinstance(annotation, type) and issubclass(annotation, StrEnum) else []


class Argument(TyperArgument):
    """An argument of which help says what it is, as it is typed, and not the type that a program gives it."""

    def get_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature of the class above
        """Its name, in brackets where it may be left out."""
        return [self.display_name_raw if self.required else f"[{self.display_name_raw}]"]

    def display_type_rich(self, ctx: Any) -> Any:
        """Nothing."""


class _Quick:
    """A command whose options are quick, the ones that typer adds by itself included."""

    def get_params(self, ctx: Any) -> list[Any]:
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]  # of the class that this one is mixed into
        for param in params:
            if type(param) is TyperOption and not param.required:
                param.__class__ = Option
            elif type(param) is TyperArgument:
                param.__class__ = Argument
        return params


class Command(_Quick, TyperCommand):
    """A single command."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Read the words after the command's name; one like -5% is a figure."""
        if any(word[:1] == "-" and word[1:2] not in ("-", "") and not word[1].isalpha() for word in args):
            from jfp_cli.cli.mistakes import figures_last  # noqa: PLC0415 - few command lines have such a figure

            args = figures_last(args, self.get_params(ctx))
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:  # the parser does not know whose words it reads
                error.ctx = ctx  # type: ignore[attr-defined]  # it has one
            raise


class Commands(_Quick, TyperGroup):
    """A group that knows its commands' names and imports a command when it is asked for.

    `before` are the words that stand before the names of its commands, each with a blank after it.
    """

    before = ""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature of the class above
        own = (name.removeprefix(self.before) for name in COMMANDS if name.startswith(self.before))
        return list(dict.fromkeys(name.partition(" ")[0] for name in own))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the signature of the class above
        """The command of this name, or None; a command of a group may have both words as its name."""
        if cmd_name not in self.commands:
            full = self.before + cmd_name
            if full in COMMANDS:
                self.commands[cmd_name] = _command(full)
            elif full in GROUPS:
                self.commands[cmd_name] = _group(full)
            else:
                return None
        return self.commands[cmd_name]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is meant, and the words after its name."""
        if args and args[0] not in (known := self.list_commands(ctx)) and not args[0].startswith("-"):
            from jfp_cli.cli.mistakes import no_command  # noqa: PLC0415 - only after a mistake

            sys.stderr.write(f"jfp: {no_command(self.before + args[0], [self.before + name for name in known])}\n")
            raise typer.Exit(2)
        return super().resolve_command(ctx, args)


def _command(full: str) -> Any:
    """The command of this name, from its module."""
    single = typer.Typer(add_completion=False)  # which is of jfp as a whole, not of a command
    module = import_module(f"jfp_cli.cli.commands.{full.replace(' ', '_')}")
    single.registered_commands = module.app.registered_commands
    single.registered_commands[0].cls = Command
    command = get_command(single)
    command.help = _IN_A_PARAGRAPH.sub(" ", command.help or "")
    command.name = full.rpartition(" ")[2]
    return command


def _group(name: str) -> Any:
    """The group of the commands that begin with this word."""
    said, panel = GROUPS[name]
    several = typer.Typer(cls=Commands, help=said, no_args_is_help=True, add_completion=False)
    several.callback()(lambda: None)
    group = get_command(several)
    group.name, group.before = name, f"{name} "  # type: ignore[attr-defined]  # it is of the class above
    group.rich_help_panel = panel  # type: ignore[attr-defined]  # where help lists it
    return group


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
    colourless: Annotated[bool, typer.Option(NO_COLOUR, help="Show no colours; any command takes it.")] = False,
) -> None:
    """A five-year joint forward plan kept like code."""


def group() -> Any:
    """The command line as an object to run."""
    return get_command(app)
