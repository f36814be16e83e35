"""A mistake on the command line, in one voice: what is wrong with it, and what to write."""

import re
from collections.abc import Collection, Sequence
from typing import Any

from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import safe

_BELOW_ZERO = re.compile(r"-[£\d.]")
_EXAMPLE = re.compile(r"jfp (?:[^\n]+)")
_OF_SEVERAL = ("--portfolio", "--in")
_OF_SEVERAL_TOO = {"validate": ", or write jfp lint --portfolio FILE, which finds the same in each of several"}


def sentence_of(error: Any) -> str:
    """What to say of an error that the parser of the command line raised."""
    context = error.ctx
    command = context.info_name if context else "jfp"
    match type(error).__name__:
        case "NoSuchOption":
            # An option that typer gives up on may be one that nobody meant: -abc is read as -a.
            word, known = error.option_name, _options(context)
            if word in _OF_SEVERAL and "--plan" in known:
                return f"{command} is of one plan; say which with --plan DIR{_OF_SEVERAL_TOO.get(command, '')}"
            return f"{command} has no option {word}; {did_you_mean(word, known, f'see {context.command_path} --help')}"
        case "MissingParameter":
            what = _named(error.param, context)
            return f"{command} needs {what}{_such_as(context)}"
        case "BadOptionUsage":
            param = _param(error.option_name, context)
            return f"{error.option_name} takes a value: write {_named(param, context) if param else 'one after it'}"
        case "BadParameter" if error.param is not None:
            return f"{error.param.opts[0]} {_refused(error.param, error.message)}"
    extra = re.fullmatch(r"Got unexpected extra argument\(s\) \((.*)\)", error.format_message(), re.DOTALL)
    if extra:
        return f'"{extra[1]}" is more than {command} takes; put words that belong together in quotes{_such_as(context)}'
    return f"{error.format_message()}{_such_as(context)}"


def no_command(word: str, known: Collection[str]) -> str:
    """What to say where there is no such command."""
    return f'there is no command "{safe(word)}"; {did_you_mean(word, known, "see jfp --help")}'


def figures_last(arguments: Sequence[str], params: Sequence[Any]) -> list[str]:
    """Arguments in which what is below zero, such as -5%, stands at the end, where no parser takes it for an option."""
    options = (param for param in params if param.param_type_name == "option")
    taking = {name for param in options if not param.is_flag for name in param.opts}
    figures: list[str] = []
    others: list[str] = []
    for at, word in enumerate(arguments):
        if word == "--":
            return [*others, "--", *figures, *arguments[at + 1 :]]
        is_value = at > 0 and arguments[at - 1] in taking
        (figures if _BELOW_ZERO.match(word) and not is_value else others).append(word)
    return [*others, "--", *figures] if figures else others


def _param(name: str, context: Any) -> Any:
    params = context.command.get_params(context) if context else ()
    return next((param for param in params if name in param.opts), None)


def _options(context: Any) -> list[str]:
    params = context.command.get_params(context) if context else ()
    return [name for param in params for name in param.opts if name.startswith("--")]


def _named(param: Any, context: Any) -> str:
    metavar = (param.metavar or param.name.upper()).strip("[]").removesuffix("...")
    if param.param_type_name == "argument":
        return f"{'an' if metavar[0] in 'AEIOU' else 'a'} {metavar}"
    shown = metavar if param.metavar else (param.make_metavar(context) or metavar).strip("<>")
    return f"{param.opts[0]} {shown}"


def _refused(param: Any, message: str) -> str:
    """Why a value is none of those that an option takes."""
    of_several = re.search(r"'(.*)' is not one of (.*)", message, re.DOTALL)
    if of_several:
        word, words = of_several[1], re.findall("'([^']*)'", of_several[2])
        return f'takes no "{word}"; {did_you_mean(word, words, f"write {_listed(words)}")}'
    least, most = getattr(param, "min", None), getattr(param, "max", None)
    between = f" from {least} to {most}" if None not in (least, most) else f" from {least} on" if least else ""
    return f"takes a whole number{between}"


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else "".join(words)


def _such_as(context: Any) -> str:
    """The first example of the help of a command."""
    example = _EXAMPLE.search(getattr(context.command, "epilog", None) or "") if context else None
    return f", such as: {example[0].strip()}" if example else ""
