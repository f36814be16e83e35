"""What no single file can show: ids, file names, contents, references and the order of readings."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jfp_cli.loading.faults import plan as faults
from jfp_cli.loading.faults.schema import BAD_ID
from jfp_cli.loading.source_file import SourceFile, shown_part, walk
from jfp_cli.model.kinds import FILE_KINDS, KINDS, OF_FOLDER, Kind
from jfp_cli.model.needs import circles
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import Reference
from jfp_cli.values.address import Address, Path
from jfp_cli.values.finding import Finding, Fix
from jfp_cli.values.near_miss import did_you_mean, near_miss
from jfp_cli.values.span import Span
from jfp_cli.values.text import composed, folded, is_id, quoted, short

if TYPE_CHECKING:
    from jfp_cli.loading.source_map import SourceMap
    from jfp_cli.model.measure import Measure
    from jfp_cli.values.dates import PlanDate

MOST_LISTED = 12  # ids that a message lists
MOST_MEANT = 100  # names of which it is looked for what they may have meant; each is compared with every id
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


def check_period(plan: Plan, sources: "SourceMap") -> Iterator[Finding]:
    """The plan ends after it starts."""
    period, at = plan.settings.period, Address("plan", "", ("period", "end"))
    if period.end.last is None:
        message = f'the plan never ends: "{period.end}" has no last day'
    elif period.end.last < period.start.first:
        message = f"the plan ends ({period.end}) before it starts ({period.start})"
    else:
        return
    advice = 'write a last day, such as "2030-03-31"'
    yield faults.PERIOD_REVERSED.finding(message, sources.span(at), at, advice)


def check_contents(
    plan: Plan, sources: "SourceMap", present: Mapping[str, list[str]], *, sure: bool
) -> Iterator[Finding]:
    """Every section and enabler that has a file stands in the contents once, and the other way round.

    `present` has the names of the files that are there, by kind; a kind whose files were not read is not judged. Unless
    the contents are `sure` to be whole, no file is said to be missing in them.
    """
    for kind in FILE_KINDS:
        if kind.listed and kind.name in present:
            listed: dict[str, Address] = {}
            yield from _check_listed(plan, sources, kind, present[kind.name], listed)
            if sure:
                yield from _check_not_listed(sources, kind, listed)


def _check_listed(
    plan: Plan, sources: "SourceMap", kind: Kind, present: list[str], listed: dict[str, Address]
) -> Iterator[Finding]:
    """The faults of what the contents list; `listed` is filled with the place of each name."""
    there, missing = frozenset(present), 0
    for number, part in enumerate(plan.settings.contents):
        for at, name in enumerate(getattr(part, kind.name)):
            address = Address("plan", "", ("contents", number, kind.name, at))
            if name in listed:
                message = f'"{name}" stands twice in the contents, first at {sources.span(listed[name])}'
                span = sources.span(address)
                yield faults.LISTED_TWICE.finding(message, span, address, "keep one of the two")
            listed.setdefault(name, address)
            if name not in there:
                file, missing = f"{kind.folder}/{name}.yaml", missing + 1
                otherwise = f"write the file {file}, or take it out of the contents"
                span = sources.span(address)
                yield faults.SECTION_WITHOUT_FILE.finding(
                    f'the contents list "{name}", but there is no file {file}',
                    span,
                    address,
                    did_you_mean(name, present if missing <= MOST_MEANT else (), otherwise),
                    _fixes(name, present if missing <= MOST_MEANT else (), span),
                )


def _check_not_listed(sources: "SourceMap", kind: Kind, listed: Mapping[str, Address]) -> Iterator[Finding]:
    for file in sources.files.values():
        name = file.file.name
        if file.kind == kind.name and name not in listed and file.file.text is not None:
            yield faults.FILE_OUTSIDE_CONTENTS.finding(
                f'the {kind.noun} "{name}" has no place in the contents of plan.yaml',
                file.span(*shown_part(file.document.root, there=True)),
                Address(kind.name, name),
                f'add "{name}" to the {kind.name} of a part under "contents:", or delete the file',
            )


def check_references(
    named: Iterable[Reference], sources: "SourceMap", known: Mapping[str, list[str]]
) -> Iterator[Finding]:
    """Every name of another thing is the name of one; kinds that are not in `known` are not judged."""
    sets = {kind: frozenset(ids) for kind, ids in known.items()}
    helps: dict[tuple[str, str], str] = {}
    for reference in named:
        kind, name = KINDS[reference.kind], reference.id
        if kind.name not in sets or name in sets[kind.name]:
            continue
        if kind.name == "measures" and not near_miss(name, known[kind.name]):
            continue  # words, not the name of a file
        said, is_looked_for = (kind.name, name), len(helps) < MOST_MEANT
        if said not in helps:
            helps[said] = _meant(kind, name, known[kind.name], is_looked_for=is_looked_for)
        span = sources.span_of(reference.at, name, key=reference.in_key)
        yield faults.DANGLING_REFERENCE.finding(
            f"there is no {kind.noun} {quoted(name)}",
            span,
            reference.at,
            helps[said],
            _fixes(name, known[kind.name] if is_looked_for else (), span),
        )


def check_needs(plan: Plan, sources: "SourceMap") -> Iterator[Finding]:
    """No milestone waits for itself, through others or not."""
    for name, number, way in circles(plan):
        address = Address("milestones", name, ("needs", number))
        round_trip = " needs ".join(way)
        message = f"{round_trip}: none of them can come first" if len(way) > 2 else f"{name} needs itself"
        yield faults.NEEDS_IN_A_CIRCLE.finding(
            message, sources.span(address), address, "take out the need that is the wrong way round"
        )


def _meant(kind: Kind, name: str, ids: Sequence[str], *, is_looked_for: bool) -> str:
    """What to write for a name that nothing has; nothing that it may have meant unless `is_looked_for`."""
    if not ids:
        return _none_yet(kind, short(name))
    listed = f"the {kind.noun} ids are: {', '.join(ids[:MOST_LISTED])}"
    otherwise = listed if len(ids) <= MOST_LISTED else f"see the {kind.noun} ids in the plan"
    return did_you_mean(name, ids, otherwise) if is_looked_for else otherwise


def _none_yet(kind: Kind, name: str) -> str:
    """What to do where a plan has nothing yet of a kind that is named."""
    if kind.vocabulary:
        return f'plan.yaml has nothing under "{kind.name}"; add it there, such as "{kind.name}: {{{name}: ...}}"'
    if kind.folder:
        return f"the plan has no {kind.noun} yet; write the file {kind.folder}/{name}.yaml"
    return f"the plan has no {kind.noun} yet; write it, or take this out"


def check_readings(name: str, measure: "Measure", sources: "SourceMap") -> Iterator[Finding]:
    """Readings stand oldest first, those of each place by themselves."""
    last: dict[str | None, PlanDate] = {}
    for at, reading in enumerate(measure.readings):
        this, before = reading.at, last.get(reading.place)
        last[reading.place] = this
        if before is not None and this.first < before.first:
            address = Address("measures", name, ("readings", at, "at"))
            message = f"the reading of {this} stands after the one of {before}"
            span = sources.span(address)
            yield faults.READINGS_OUT_OF_ORDER.finding(message, span, address, "put the oldest first")


def _fixes(name: str, known: Sequence[str], span: Span) -> tuple[Fix, ...]:
    from jfp_cli.loading.mends import meant  # noqa: PLC0415 - only after a mistake

    return meant(name, known, span)
