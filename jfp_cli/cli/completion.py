"""What the shell offers after Tab: the ids of this plan, read from file names and `id:` lines alone."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_ID = re.compile(r"^\s*(?:- |- \{)?id: *([a-z0-9-]+)", re.MULTILINE)
_WORKSTREAM = re.compile(r"^\s*- id: *([a-z0-9-]+)\s+title:", re.MULTILINE)
_KEY = r"(?:^ +|[{,] *)([A-Za-z0-9][\w-]*): "
_VOCABULARIES = ("places", "strategy_priorities", "duties")


def _files(plan: Path, kind: str) -> Iterator[Path]:
    return iter(sorted((plan / kind).glob("*.yaml")))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _names(kind: str) -> Callable[[Path], Iterator[str]]:
    return lambda plan: (path.stem for path in _files(plan, kind))


def _ids(kind: str, written: re.Pattern[str] = _ID) -> Callable[[Path], Iterator[str]]:
    return lambda plan: (name for path in _files(plan, kind) for name in written.findall(_text(path)))


def _words(vocabulary: str) -> Callable[[Path], Iterator[str]]:
    """The keys of a mapping of plan.yaml, written in a block or between braces."""

    def found(plan: Path) -> Iterator[str]:
        block = re.search(rf"^{vocabulary}:(.*?)(?=^\S|\Z)", _text(plan / "plan.yaml"), re.MULTILINE | re.DOTALL)
        return iter(re.findall(_KEY, block[1], re.MULTILINE) if block else ())

    return found


def _everything(plan: Path) -> Iterator[str]:
    yield from _names("milestones")(plan)
    for vocabulary in _VOCABULARIES:
        yield from _words(vocabulary)(plan)
    for kind in ("sections", "milestones", "enablers"):
        yield from _ids(kind)(plan)


def _starting(found: Callable[[Path], Iterator[str]]) -> Callable[[Any, str], list[str]]:
    def complete(ctx: Any, incomplete: str) -> list[str]:
        """Names that begin so, in the plan of --plan or of this folder; none where there is no plan."""
        from jfp_cli.source.folder import PlanNotFoundError, check_plan, find_plan  # noqa: PLC0415 - only after Tab

        named = ctx.params.get("plan")
        try:
            plan = check_plan(Path(named)) if named else find_plan(Path.cwd())
            return sorted({name for name in found(plan) if name.startswith(incomplete)})
        except (PlanNotFoundError, OSError):
            return []

    return complete


complete_area = _starting(_names("milestones"))
complete_section = _starting(_names("sections"))
complete_workstream = _starting(_ids("sections", _WORKSTREAM))
complete_place = _starting(_words("places"))
complete_id = _starting(_everything)
