"""What the shell offers after Tab: the ids of this plan, read as every plan is read, but for its model."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jfp_cli.model.kinds import FOLDERS, KINDS, OF_FOLDER, OF_LIST, VOCABULARIES

EVERY_KIND = tuple(KINDS)


def ids_in(folder: Path | None, kinds: tuple[str, ...], beginning: str) -> list[str]:
    """The ids that begin so of these kinds of thing, in the plan of `--plan` or of the working folder.

    They are `kind/id` where several kinds are asked for and the beginning has a slash. Where there is no plan, or no
    file of it can be read, there are none; what a shell would need quotes for is not offered.
    """
    from jfp_cli.source.folder import PlanNotFoundError, check_plan, find_plan  # noqa: PLC0415 - only after Tab

    try:
        plan = check_plan(folder) if folder else find_plan(Path.cwd())
    except (PlanNotFoundError, OSError):
        return []
    in_full = "/" in beginning and len(kinds) > 1
    named = (
        f"{kind}/{name}" if in_full and name else name or kind
        for kind, name in _things(plan, kinds)
        if in_full or kind != "readings"  # whose ids are those of their targets
    )
    return sorted({name for name in named if name.startswith(beginning) and _is_one_word(name)})


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

            yield from (thing for thing in _things_below(parse(file.text).data) if thing[0] in kinds)


def _things_below(data: Any) -> Iterator[tuple[str, str]]:
    """The things with an id in a file's data: the entries of its vocabularies, and those of its lists."""
    for key, value in data.items() if isinstance(data, dict) else ():
        if key in VOCABULARIES and isinstance(value, dict):
            yield from ((key, name) for name in value)
        kind = OF_LIST.get(key)
        for entry in value if kind and isinstance(value, list) else ():
            if kind and isinstance(entry, dict) and isinstance(entry.get(kind.id_key), str):
                yield kind.name, entry[kind.id_key]
            yield from _things_below(entry)


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
complete_id = _offering(*EVERY_KIND)
