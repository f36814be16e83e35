"""Answers to a shell after Tab that need no command line: which ids there are, in a third of the time."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

ASKED = "_JFP_COMPLETE"  # what the shell sets, as `jfp --install-completion` tells it to
# What the words of these commands name; where there is one word, it is the first.
ONE_ID, IDS = ("rename", "record", "show"), ("set", "complete", "move", "remove")
OPTIONS = {"--area": "areas", "--section": "sections", "--workstream": "workstreams", "--place": "places"}
NO_PLAN_YET = "init"


def answer(asked: Mapping[str, str]) -> str | None:
    """What to write for a shell that asks in its environment; None where only the command line itself can say."""
    shell = asked.get(ASKED, "").removeprefix("complete_")
    words = _words(shell, asked)
    kinds = _kinds(words)
    if not kinds:
        return None
    from jfp_cli.cli.completion import ids_in  # noqa: PLC0415 - only where it can answer

    names = ids_in(_plan(words), kinds, words[-1])
    return _written(shell, names) if names else None


def _words(shell: str, asked: Mapping[str, str]) -> list[str]:
    """The words of the command line up to the one to complete; none where a shell is not known or they are quoted."""
    line = asked.get("COMP_WORDS" if shell == "bash" else "_TYPER_COMPLETE_ARGS", "")
    if any(char in line for char in "\"'\\"):
        return []
    words = line.split()
    if shell == "bash":
        at = asked.get("COMP_CWORD", "")
        return [*words, ""][: int(at) + 1] if at.isdigit() else []
    if shell == "zsh" or (shell == "fish" and asked.get("_TYPER_COMPLETE_FISH_ACTION") == "get-args"):
        return [*words, ""] if line.endswith(" ") else words
    return []


def _kinds(words: list[str]) -> tuple[str, ...]:
    """The kinds of thing that the last word may name; none where that is not certain."""
    if len(words) < 3 or words[1] == NO_PLAN_YET or words[-1].startswith("-"):
        return ()
    command, between = words[1], words[2:-1]
    if words[-2] in OPTIONS:
        return (OPTIONS[words[-2]],)
    first_alone = command in ONE_ID and not between
    if first_alone or (command in IDS and not any(word.startswith("-") for word in between)):
        from jfp_cli.model.kinds import KINDS  # noqa: PLC0415 - as above

        return tuple(KINDS)
    return ()


def _plan(words: list[str]) -> Path | None:
    """The folder that `--plan` names among the words, if it is there."""
    for word, following in pairwise(words):
        if word == "--plan":
            return Path(following)
        if word.startswith("--plan="):
            return Path(word.removeprefix("--plan="))
    return None


def _written(shell: str, names: list[str]) -> str:
    if shell == "zsh":
        listed = "\n".join(f'"{name}"' for name in names)
        return f"_arguments '*: :(({listed}))'\n"
    return "".join(f"{name}\n" for name in names)
