"""What has a name: no two things of one kind have the same, and a file is called as what it holds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from jfp_cli.loading.faults import plan as faults
from jfp_cli.loading.faults.schema import BAD_ID
from jfp_cli.loading.source_file import SourceFile, walk
from jfp_cli.model.kinds import KINDS, OF_FOLDER
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address, Path
from jfp_cli.values.finding import Finding
from jfp_cli.values.text import composed, folded, is_id

if TYPE_CHECKING:
    from jfp_cli.loading.source_map import SourceMap

_OF_NAMES = (BAD_ID.name, faults.ID_DIFFERS_FROM_FILE.name)


def check_names(files: Iterable[SourceFile], sources: "SourceMap") -> Iterator[Finding]:
    """A file's name is the id of what it holds, and no two files hold what has one id."""
    claimed: dict[tuple[str, str], Address] = {}
    for file in files:
        data: Any = file.document.data
        if not isinstance(data, dict):
            continue
        kind = OF_FOLDER.get(file.file.folder)
        key, name = kind.id_key if kind else "", file.file.name
        own_id = data.get(key)
        if not isinstance(own_id, str) or own_id == name or not is_id(own_id):
            continue  # a text that cannot be an id is a fault of its own
        (_, _, start, end, _), _ = file.place((key,))
        at, of_that_name = Address(file.kind, name, (key,)), (file.kind, own_id)
        rename, write = f"rename the file to {own_id}.yaml", f'write "{key}: {name}"'
        taken = Address(*of_that_name, (key,)) if of_that_name in sources.things else claimed.get(of_that_name)
        if taken is None:
            claimed[of_that_name] = at
            yield faults.ID_DIFFERS_FROM_FILE.finding(
                f'the file is called "{name}.yaml", but its {key} is "{own_id}"',
                file.span(start, end),
                at,
                f"{write}, or {rename}" if is_id(name) else rename,
            )
        else:
            yield faults.DUPLICATE_ID.finding(
                f'the {KINDS[file.kind].noun} id "{own_id}" is taken already, at {sources.span(taken)}',
                file.span(start, end),
                at,
                f"{write}, as the file is called" if is_id(name) else "give this one another id, and the file its name",
            )


def check_twice(sources: "SourceMap") -> Iterator[Finding]:
    """No two things of one kind have one id."""
    for (kind, name), others in sources.twins.items():
        at = Address(kind, name, (KINDS[kind].id_key,))
        first = sources.span(at)
        for file, place in others:
            own, _ = walk(place, at.path)
            yield faults.DUPLICATE_ID.finding(
                f'the {KINDS[kind].noun} id "{name}" is taken already, at {first}',
                file.span(own[2], own[3]),
                at,
                "give one of the two another id",
            )
    yield from _check_alike(sources)


def _check_alike(sources: "SourceMap") -> Iterator[Finding]:
    """No two names of a vocabulary look the same; abbreviations may differ in their capitals alone."""
    for kind in (kind for kind in KINDS.values() if kind.free):
        known: dict[str, str] = {}
        for name in sources.ids(kind.name):
            other = known.setdefault(" ".join(composed(name).split()), name)
            if other != name:
                at, first = Address(kind.name, name), sources.span(Address(kind.name, other))
                yield faults.DUPLICATE_ID.finding(
                    f'the {kind.noun} "{name}" is there already as "{other}", at {first}',
                    sources.span(at, key=True),
                    at,
                    "keep one of the two",
                )


def check_said_once(plan: Plan, sources: "SourceMap") -> Iterator[Finding]:
    """No unit, planning period or edition stands twice."""
    settings = plan.settings
    yield from _check_list("unit", [(("units", n), unit) for n, unit in enumerate(settings.units)], folded, sources)
    periods = [(("planning_periods", n), name) for n, name in enumerate(settings.planning_periods)]
    yield from _check_list("planning period", periods, composed, sources)
    editions = [(("editions", n, "name"), str(edition.name)) for n, edition in enumerate(settings.editions)]
    yield from _check_list("edition", editions, composed, sources)


def _check_list(
    noun: str, names: Iterable[tuple[Path, str]], key: Callable[[str], str], sources: "SourceMap"
) -> Iterator[Finding]:
    known: dict[str, Address] = {}
    for path, name in names:
        at = Address("plan", "", path)
        first = known.setdefault(key(name), at)
        if first is not at:
            message = f'the {noun} "{name}" is there already, at {sources.span(first)}'
            yield faults.DUPLICATE_ID.finding(message, sources.span(at), at, "keep one of the two")


def said_once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings but for those of a name that another says more of: that nothing is called so, and what is."""
    dangling = {finding.span for finding in findings if finding.name == faults.DANGLING_REFERENCE.name}
    for finding in findings:
        if finding.name not in _OF_NAMES or finding.span not in dangling:
            yield finding
