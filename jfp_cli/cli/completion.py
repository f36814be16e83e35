"""What the shell offers after Tab: the ids of this plan, read from file names and `id:` lines alone."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

_ID = re.compile(r"^\s*(?:- |- \{)?id: *([a-z0-9-]+)", re.MULTILINE)
_PLACES = re.compile(r"^places:(.*?)^(?=\S)", re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*):")


def _folder(kind: str) -> Iterator[Path]:
    from jfp_cli.source.folder import PlanNotFoundError, find_plan  # noqa: PLC0415 - only when Tab is pressed

    try:
        folder = find_plan(Path.cwd()) / kind
        yield from sorted(folder.glob("*.yaml")) if kind else [folder / "plan.yaml"]
    except (PlanNotFoundError, OSError):
        return


def _ids_in(kind: str) -> Iterator[str]:
    for path in _folder(kind):
        yield from _ID.findall(path.read_text(encoding="utf-8", errors="replace"))


def _starting(found: Callable[[], Iterator[str]]) -> Callable[[str], list[str]]:
    def complete(incomplete: str) -> list[str]:
        return sorted({name for name in found() if name.startswith(incomplete)})

    return complete


def _files(kind: str) -> Iterator[str]:
    return (path.stem for path in _folder(kind))


def _places() -> Iterator[str]:
    for path in _folder(""):
        block = _PLACES.search(path.read_text(encoding="utf-8", errors="replace"))
        yield from _KEY.findall(block[1]) if block else ()


def _everything() -> Iterator[str]:
    yield from _files("milestones")
    yield from _places()
    for kind in ("sections", "milestones", "enablers"):
        yield from _ids_in(kind)


complete_area = _starting(lambda: _files("milestones"))
complete_section = _starting(lambda: _files("sections"))
complete_workstream = _starting(lambda: _ids_in("sections"))
complete_place = _starting(_places)
complete_id = _starting(_everything)
