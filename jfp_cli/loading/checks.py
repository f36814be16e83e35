"""What no single file can show: ids, file names, contents, references and the order of readings."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from jfp_cli.loading.codes import CODES
from jfp_cli.loading.source_file import SourceFile, shown_part, walk
from jfp_cli.model.kinds import KINDS, OF_FOLDER
from jfp_cli.model.plan import Plan
from jfp_cli.model.references import Reference
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding, Severity
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.span import Span
from jfp_cli.values.text import is_id

if TYPE_CHECKING:
    from jfp_cli.loading.source_map import SourceMap
    from jfp_cli.model.target import Readings


def fault(name: str, message: str, span: Span, address: Address | None = None, advice: str = "") -> Finding:
    """An error that loading found."""
    return Finding(CODES[name], name, Severity.ERROR, message, span, address, advice)


def check_id(file: SourceFile) -> Iterator[Finding]:
    """A file's name is the id of what it holds."""
    data: Any = file.document.data
    field = OF_FOLDER[file.file.folder].id_key
    written = data.get(field) if isinstance(data, dict) else None
    if not field or not isinstance(written, str) or written == file.file.name or not is_id(written):
        return  # a text that cannot be an id is a fault of its own
    place, _ = file.place((field,))
    advice = f"rename the file to {written}.yaml"
    if is_id(file.file.name):
        advice = f'write "{field}: {file.file.name}", or {advice}'
    yield fault(
        "id-differs-from-file",
        f'the file is called "{file.file.name}.yaml", but its {field} is "{written}"',
        file.span(place[2], place[3]),
        Address(file.kind, file.file.name, (field,)),
        advice,
    )


def check_twice(sources: "SourceMap") -> Iterator[Finding]:
    """No two things of one kind have one id."""
    for (kind, name), others in sources.twins.items():
        key = KINDS[kind].id_key
        first = sources.span(Address(kind, name, (key,)))
        for file, place in others:
            own, _ = walk(place, (key,))
            yield fault(
                "duplicate-id",
                f'the {KINDS[kind].noun} id "{name}" is taken already, at {first}',
                file.span(own[2], own[3]),
                Address(kind, name, (key,)),
                "give one of the two another id",
            )


def check_period(plan: Plan, sources: "SourceMap") -> Iterator[Finding]:
    """The plan ends after it starts."""
    period, at = plan.settings.period, Address("plan", "", ("period", "end"))
    advice = 'write a last day, such as "2030-03-31"'
    if period.end.last is None:
        yield fault(
            "period-reversed", f'the plan never ends: "{period.end}" has no last day', sources.span(at), at, advice
        )
    elif period.end.last < period.start.first:
        message = f"the plan ends ({period.end}) before it starts ({period.start})"
        yield fault("period-reversed", message, sources.span(at), at, advice)


def check_contents(plan: Plan, sources: "SourceMap", present: dict[str, list[str]], *, sure: bool) -> Iterator[Finding]:
    """Every section and enabler that has a file stands in the contents once, and the other way round.

    Unless the contents are `sure` to be whole, no file is said to be missing in them.
    """
    for kind in ("sections", "enablers"):
        if kind not in present:
            continue
        listed: dict[str, Address] = {}
        for number, part in enumerate(plan.settings.contents):
            for at, name in enumerate(getattr(part, kind)):
                address = Address("plan", "", ("contents", number, kind, at))
                if name in listed:
                    message = f'"{name}" stands twice in the contents, first at {sources.span(listed[name])}'
                    yield fault("listed-twice", message, sources.span(address), address, "keep one of the two")
                listed.setdefault(name, address)
                if name not in present[kind]:
                    otherwise = f"write the file {kind}/{name}.yaml, or take it out of the contents"
                    yield fault(
                        "section-without-file",
                        f'the contents list "{name}", but there is no file {kind}/{name}.yaml',
                        sources.span(address),
                        address,
                        did_you_mean(name, present[kind], otherwise),
                    )
        for file in sources.files.values():
            if sure and file.kind == kind and file.file.name not in listed and file.file.text is not None:
                yield fault(
                    "file-outside-contents",
                    f'the {KINDS[kind].noun} "{file.file.name}" has no place in the contents of plan.yaml',
                    file.span(*shown_part(file.document.root, there=True)),
                    Address(kind, file.file.name),
                    f'add "{file.file.name}" to the {kind} of a part under "contents:", or delete the file',
                )


def check_references(
    named: Iterable[Reference], sources: "SourceMap", known: dict[str, list[str]]
) -> Iterator[Finding]:
    """Every name of another thing is the name of one; kinds that are not in `known` are not judged."""
    sets = {kind: frozenset(ids) for kind, ids in known.items()}
    for reference in named:
        if reference.kind not in sets or reference.id in sets[reference.kind]:
            continue
        noun, ids = KINDS[reference.kind].noun, known[reference.kind]
        otherwise = f"the {noun} ids are: {', '.join(ids)}" if 0 < len(ids) <= 12 else f"see the {noun} ids in the plan"
        yield fault(
            "dangling-reference",
            f'there is no {noun} "{reference.id}"',
            sources.span_of(reference.at, reference.id, key=reference.in_key),
            reference.at,
            did_you_mean(reference.id, ids, otherwise),
        )


def check_readings(name: str, readings: "Readings", sources: "SourceMap") -> Iterator[Finding]:
    """Readings stand oldest first."""
    for at in range(1, len(readings.readings)):
        before, this = readings.readings[at - 1].at, readings.readings[at].at
        if this.first < before.first:
            address = Address("readings", name, ("readings", at, "at"))
            message = f"the reading of {this} stands after the one of {before}"
            yield fault("readings-out-of-order", message, sources.span(address), address, "put the oldest first")
