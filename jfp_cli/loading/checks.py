"""What no single file can show: contents, references, needs and the order of readings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from jfp_cli.loading.faults import plan as faults
from jfp_cli.loading.faults.contents import FILE_OUTSIDE_CONTENTS, LISTED_TWICE, SECTION_WITHOUT_FILE
from jfp_cli.loading.source_file import shown_part
from jfp_cli.model.kinds import FILE_KINDS, KINDS, Kind
from jfp_cli.model.needs import circles
from jfp_cli.model.plan import Plan
from jfp_cli.model.references import Reference
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding, Fix
from jfp_cli.values.near_miss import did_you_mean, near_miss
from jfp_cli.values.span import Span
from jfp_cli.values.text import quoted, short

if TYPE_CHECKING:
    from jfp_cli.loading.source_map import SourceMap
    from jfp_cli.model.measure import Measure
    from jfp_cli.values.dates import PlanDate

MOST_LISTED = 12  # ids that a message lists
MOST_MEANT = 100  # names of which it is looked for what they may have meant; each is compared with every id


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
                yield LISTED_TWICE.finding(message, span, address, "keep one of the two")
            listed.setdefault(name, address)
            if name not in there:
                file, missing = f"{kind.folder}/{name}.yaml", missing + 1
                otherwise = f"write the file {file}, or take it out of the contents"
                span = sources.span(address)
                yield SECTION_WITHOUT_FILE.finding(
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
            yield FILE_OUTSIDE_CONTENTS.finding(
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
