"""What no single file can show: ids, file names, contents, references and the order of readings."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jfp_cli.loading.faults import plan as faults
from jfp_cli.loading.source_file import SourceFile, shown_part, walk
from jfp_cli.model.kinds import FILE_KINDS, KINDS, OF_FOLDER, Kind
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import Reference
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding, Fix
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.span import Span
from jfp_cli.values.text import composed, is_id

if TYPE_CHECKING:
    from jfp_cli.loading.source_map import SourceMap
    from jfp_cli.model.target import Readings

MOST_LISTED = 12  # ids that a message lists


def check_id(file: SourceFile) -> Iterator[Finding]:
    """A file's name is the id of what it holds."""
    data: Any = file.document.data
    key, name = OF_FOLDER[file.file.folder].id_key, file.file.name
    own_id = data.get(key) if isinstance(data, dict) else None
    if not key or not isinstance(own_id, str) or own_id == name or not is_id(own_id):
        return  # a text that cannot be an id is a fault of its own
    place, _ = file.place((key,))
    advice = f"rename the file to {own_id}.yaml"
    if is_id(name):
        advice = f'write "{key}: {name}", or {advice}'
    yield faults.ID_DIFFERS_FROM_FILE.finding(
        f'the file is called "{name}.yaml", but its {key} is "{own_id}"',
        file.span(place[2], place[3]),
        Address(file.kind, name, (key,)),
        advice,
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
    known: dict[tuple[str, str], str] = {}
    for kind, name in sources.things:
        if KINDS[kind].free:
            other = known.setdefault((kind, " ".join(composed(name).split())), name)
            if other != name:
                at, first = Address(kind, name), sources.span(Address(kind, other))
                yield faults.DUPLICATE_ID.finding(
                    f'the {KINDS[kind].noun} "{name}" is there already as "{other}", at {first}',
                    sources.span(at, key=True),
                    at,
                    "keep one of the two",
                )


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
    there = frozenset(present)
    for number, part in enumerate(plan.settings.contents):
        for at, name in enumerate(getattr(part, kind.name)):
            address = Address("plan", "", ("contents", number, kind.name, at))
            if name in listed:
                message = f'"{name}" stands twice in the contents, first at {sources.span(listed[name])}'
                span = sources.span(address)
                yield faults.LISTED_TWICE.finding(message, span, address, "keep one of the two")
            listed.setdefault(name, address)
            if name not in there:
                file = f"{kind.folder}/{name}.yaml"
                otherwise = f"write the file {file}, or take it out of the contents"
                span = sources.span(address)
                yield faults.SECTION_WITHOUT_FILE.finding(
                    f'the contents list "{name}", but there is no file {file}',
                    span,
                    address,
                    did_you_mean(name, present, otherwise),
                    _meant(name, present, span),
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
    for reference in named:
        if reference.kind not in sets or reference.id in sets[reference.kind]:
            continue
        noun, ids = KINDS[reference.kind].noun, known[reference.kind]
        listed = f"the {noun} ids are: {', '.join(ids)}"
        otherwise = listed if 0 < len(ids) <= MOST_LISTED else f"see the {noun} ids in the plan"
        span = sources.span_of(reference.at, reference.id, key=reference.in_key)
        yield faults.DANGLING_REFERENCE.finding(
            f'there is no {noun} "{reference.id}"',
            span,
            reference.at,
            did_you_mean(reference.id, ids, otherwise),
            _meant(reference.id, ids, span),
        )


def check_readings(name: str, readings: "Readings", sources: "SourceMap") -> Iterator[Finding]:
    """Readings stand oldest first."""
    for at in range(1, len(readings.readings)):
        before, this = readings.readings[at - 1].at, readings.readings[at].at
        if this.first < before.first:
            address = Address("readings", name, ("readings", at, "at"))
            message = f"the reading of {this} stands after the one of {before}"
            span = sources.span(address)
            yield faults.READINGS_OUT_OF_ORDER.finding(message, span, address, "put the oldest first")


def _meant(name: str, known: list[str], span: Span) -> tuple[Fix, ...]:
    from jfp_cli.loading.mends import meant  # noqa: PLC0415 - only after a mistake

    return meant(name, known, span)
