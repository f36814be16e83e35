"""What the shell offers after Tab: the ids of this plan, read as every plan is read, but for its model."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from jfp_cli.cli.door import ASKED
from jfp_cli.model.kinds import FOLDERS, KINDS, OF_FOLDER, things_in

EVERY_KIND = tuple(KINDS)
# What the words of these commands name: of some the first word alone, after which others may stand.
ONE_ID, IDS = ("rename", "record", "show", "set", "history"), ("complete", "move", "remove")
OPTIONS = {"--area": "areas", "--section": "sections", "--workstream": "workstreams", "--place": "places"}
OPTIONS |= {"--supports": "strategy_priorities", "--duty": "duties", "--lead": "organisations"}
NO_PLAN_YET = "init"


def ids_in(folder: Path | None, kinds: tuple[str, ...], beginning: str) -> list[str]:
    """The ids that begin so of these kinds of thing, in the plan that is meant.

    They are `kind/id` where several kinds are asked for and the beginning has a slash. Where there is no plan, or no
    file of it can be read, there are none; what a shell would need quotes for is not offered.
    """
    in_full = "/" in beginning and len(kinds) > 1
    named = (f"{kind}/{name}" if in_full and name else name or kind for kind, name in things_of(folder, kinds))
    return sorted({name for name in named if name.startswith(beginning) and _is_one_word(name)})


def things_of(folder: Path | None, kinds: tuple[str, ...]) -> list[tuple[str, str]]:
    """The kind and the id of every thing of these kinds, in the plan that is meant; none where there is no plan."""
    from jfp_cli.source.folder import PlanNotFoundError  # noqa: PLC0415 - only after Tab
    from jfp_cli.source.meant import meant_plan  # noqa: PLC0415 - the same

    try:
        return list(_things(meant_plan(folder, Path.cwd()), kinds))
    except (PlanNotFoundError, OSError):
        return []


def _things(plan: Path, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The kind and the id of every thing of these kinds."""
    from jfp_cli.source.folder import read_plan  # noqa: PLC0415 - only after Tab

    in_lists = any(KINDS[kind].lists for kind in kinds)
    folders = [folder for folder in FOLDERS if in_lists or OF_FOLDER[folder].name in kinds]
    for file in read_plan(plan, FOLDERS, folders):
        kind = OF_FOLDER.get(file.folder)
        if kind is None or file.text is None:
            continue
        if kind.name in kinds:
            yield kind.name, file.name if kind.folder else ""
        if in_lists or not kind.folder:
            from jfp_cli.source.yaml import parse  # noqa: PLC0415 - names of files say enough for many kinds

            read = parse(file.text)
            things = things_in(kind.name, read.data, read.root[4]) if isinstance(read.data, dict) else ()
            yield from ((thing.kind, thing.id) for thing in things if thing.kind in kinds)


def _is_one_word(name: str) -> bool:
    return all(char.isalnum() or char in "-_./" for char in name)


def _offering(*kinds: str) -> Callable[[Any, str], list[str]]:
    def complete(ctx: Any, incomplete: str) -> list[str]:
        folder = ctx.params.get("plan")
        return ids_in(Path(folder) if folder else None, kinds, incomplete)

    return complete


complete_area = _offering("areas")
complete_section = _offering("sections")
complete_workstream = _offering("workstreams")
complete_place = _offering("places")
complete_organisation = _offering("organisations")
complete_priority = _offering("strategy_priorities")
complete_duty = _offering("duties")
complete_id = _offering(*EVERY_KIND)


def answer(asked: Mapping[str, str]) -> str | None:
    """What to write for a shell that asks in its environment; None where only the command line itself can say.

    It needs no command line, and so a third of the time.
    """
    shell = asked.get(ASKED, "").removeprefix("complete_")
    words = _words(shell, asked)
    kinds = _kinds(words)
    if not kinds:
        return None
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
        return EVERY_KIND
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
