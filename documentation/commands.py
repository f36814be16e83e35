"""The page of commands, from the objects that run them."""

from collections.abc import Iterator
from typing import Any

from documentation import markdown as md
from jfp_cli.cli.app import COMMANDS, group


def page() -> str:
    """Every command with its options, under the headings of `jfp --help`."""
    commands = {name: group().get_command(None, name) for name in COMMANDS}
    panels = list(dict.fromkeys(command.rich_help_panel for command in commands.values()))
    parts = [part for panel in panels for part in _panel(panel, commands)]
    return md.page("Commands", "What `jfp COMMAND --help` says of each, on one page.", *parts)


def _panel(panel: str, commands: dict[str, Any]) -> Iterator[str]:
    yield f"## {panel}"
    for name, command in commands.items():
        if command.rich_help_panel == panel:
            yield from _command(name, command)


def _command(name: str, command: Any) -> Iterator[str]:
    context = command.make_context(f"jfp {name}", [], resilient_parsing=True)
    yield f"### jfp {name}"
    yield from (md.text(paragraph) for paragraph in command.help.split("\n\n"))
    yield md.block(command.get_usage(context).removeprefix("Usage: "), "text")
    params = [param for param in command.params if not param.hidden]
    for heading in dict.fromkeys(param.rich_help_panel for param in params):
        rows = [_row(param, context) for param in params if param.rich_help_panel == heading]
        yield md.table([md.text(heading or "Option"), "Takes", "What it does"], rows)
    heading, *examples = command.epilog.split("\n\n")
    yield f"{md.text(heading)} " + ", ".join(map(md.code, examples))


def _row(param: Any, context: Any) -> tuple[str, str, str]:
    if param.param_type_name == "argument":
        return md.code(param.metavar or param.name.upper()), "", md.text(param.help or "")
    takes = "" if param.is_flag else md.code(param.metavar or param.display_type(context).strip("<>"))
    said = md.text(param.help or "")
    if param.default is not None and not param.is_flag:
        said += f" Without it: {md.code(param.default)}."
    return ", ".join(map(md.code, param.opts)), takes, said
