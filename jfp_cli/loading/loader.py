"""The plan folder in, a plan and everything wrong with it out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jfp_cli.loading import checks, naming
from jfp_cli.loading.file_read import FileRead, LeftOut, passed_over, read_file
from jfp_cli.loading.own_fields import check_own_fields, models_of
from jfp_cli.loading.source_map import SourceMap
from jfp_cli.model.kinds import FILE_KINDS, FOLDERS, KINDS, VOCABULARIES
from jfp_cli.model.plan import Plan
from jfp_cli.model.references import Reference
from jfp_cli.source.folder import JOURNAL, OLD_READINGS, PLAN_FILE, TextFile, read_plan
from jfp_cli.values.address import Address
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.collector import CollectorOff
from jfp_cli.values.finding import Finding, Severity, by_place
from jfp_cli.values.text import meant_ids

if TYPE_CHECKING:
    from jfp_cli.model.settings import Settings

# Where plan.yaml cannot be read, "year 2" of the plan still is a date; no question is answered from it.
SOME_DAY = date(2025, 4, 1)
EVERYTHING = tuple(kind.name for kind in FILE_KINDS)
Holding = Mapping[str, re.Pattern[str]]
"""The keys that files must have to be of use, by the kind of file."""
NOTHING: Holding = MappingProxyType({})


@dataclass(frozen=True, eq=False, repr=False)
class Loaded:
    """A plan as far as it could be read, what is wrong with it, and where everything stands.

    `left_out_names` is what the parts that were left out refer to. `plan` is None where plan.yaml itself cannot be
    read. Findings are sorted by file and position.
    """

    root: Path
    plan: Plan | None
    findings: list[Finding]
    sources: SourceMap
    left_out: list[LeftOut]
    left_out_names: list[Reference]

    @property
    def has_errors(self) -> bool:
        """Whether anything that was found is wrong, and not only unclear."""
        return any(finding.severity >= Severity.ERROR for finding in self.findings)

    @property
    def lost(self) -> list[Address]:
        """The addresses of the parts that were left out; of a file of which nothing is known, its own."""
        files = self.sources.files
        return [files[one.what].address if one.what in files else Address.parse(one.what) for one in self.left_out]


def load(root: Path | str, kinds: Iterable[str] = EVERYTHING, holding: Holding = NOTHING) -> Loaded:
    """Load plan.yaml and the files of these kinds of thing from a plan folder; no fault of one raises an exception.

    Of the kinds in `holding` only files that have the key there are read: what is asked stands in no others.
    """
    root = Path(root)
    wanted = [kind for kind in FILE_KINDS if kind.name in set(kinds)]
    with CollectorOff():
        texts = read_plan(root, FOLDERS, [kind.folder for kind in wanted])
        if (root / JOURNAL).exists():
            from jfp_cli.source.journal import unfinished  # noqa: PLC0415 - only after a change was broken off

            texts += unfinished(root)
        return load_texts(root, texts, [kind.name for kind in wanted], holding)


def load_texts(
    root: Path,
    texts: Sequence[TextFile],
    kinds: Iterable[str] = EVERYTHING,
    holding: Holding = NOTHING,
) -> Loaded:
    """The same from texts that were read already; the first of them is plan.yaml."""
    with CollectorOff():
        first = read_file(texts[0], Calendar())
        calendar, models = calendar_of(first), models_of(first)
        reads = (
            passed_over(text) if _holds_nothing(text, holding) else read_file(text, calendar, models)
            for text in texts[1:]
        )
        return assemble(root, [first, *reads], kinds)


def _holds_nothing(text: TextFile, holding: Holding) -> bool:
    """Whether a file certainly holds nothing that is asked; a key may be spelt with a backslash too."""
    key = holding.get(text.folder)
    return key is not None and text.text is not None and not key.search(text.text) and "\\" not in text.text


def calendar_of(settings: FileRead) -> Calendar:
    """How a plan reads dates, from its plan.yaml."""
    entity: Settings | None = settings.entity  # type: ignore[assignment]  # what its file holds
    return Calendar(plan_starts=SOME_DAY) if entity is None else entity.calendar


def assemble(root: Path, reads: Sequence[FileRead], kinds: Iterable[str] = EVERYTHING) -> Loaded:
    """A plan of files that were read, plan.yaml first, with what only shows when all of them are there."""
    sources = SourceMap(reads)
    left_out_names = [name for read in reads for name in read.left_out_names]
    findings = [finding for read in reads for finding in read.findings]
    findings += naming.check_names((read.source for read in reads[1:]), sources)
    findings += naming.check_twice(sources)
    findings += check_own_fields(reads[0])
    plan = _plan(reads, kinds)
    old = [read.source for read in reads if read.source.file.folder == OLD_READINGS]
    if old:
        from jfp_cli.loading.old_readings import check_old_readings  # noqa: PLC0415 - no plan has them for long

        findings += check_old_readings(old, plan, sources)
    if plan is not None:
        findings += _check_whole(plan, reads, sources, left_out_names)
    findings = list(naming.said_once(findings))
    return Loaded(
        root,
        plan,
        sorted(findings, key=by_place),
        sources,
        [part for read in reads for part in read.left_out],
        left_out_names,
    )


def _plan(reads: Sequence[FileRead], kinds: Iterable[str]) -> Plan | None:
    settings: Settings | None = reads[0].entity  # type: ignore[assignment]  # what its file holds
    if settings is None:
        return None
    files: dict[str, Any] = {kind: {} for kind in kinds}
    for read in reads[1:]:
        if read.entity is not None:
            files[read.source.kind].setdefault(read.source.file.name, read.entity)
    for kind, of_kind in files.items():
        if KINDS[kind].listed:
            # In the order of the contents, and those that the contents forgot after them.
            listed = [name for part in settings.contents for name in getattr(part, kind) if name in of_kind]
            files[kind] = {name: of_kind[name] for name in dict.fromkeys([*listed, *of_kind])}
    return Plan(settings, **files)


def _check_whole(
    plan: Plan, reads: Sequence[FileRead], sources: SourceMap, left_out_names: list[Reference]
) -> Iterator[Finding]:
    """The faults that show only when all files are there."""
    unread = {read.source.kind for read in reads if not read.source.file.name}  # whole folders
    present: dict[str, list[str]] = {kind.name: [] for kind in FILE_KINDS if plan.has(kind.name)}
    for read in reads[1:]:
        if read.source.kind in present:
            present[read.source.kind].append(read.source.file.name)
    present = {kind: names for kind, names in present.items() if kind not in unread}
    yield from checks.check_period(plan, sources)
    yield from naming.check_said_once(plan, sources)
    yield from checks.check_contents(plan, sources, present, sure=_contents_are_whole(reads[0]))
    known = _known(plan, reads, sources, present)
    judged = {kind: frozenset(ids) for kind, ids in known.items()}
    is_dangling = any(
        kind in judged and not ids <= judged[kind] for read in reads[1:] for kind, ids in read.names.items()
    )
    references = plan.references if is_dangling else ()
    yield from checks.check_references([*references, *left_out_names], sources, known)
    if plan.has("areas"):
        yield from checks.check_needs(plan, sources)
    if plan.has("measures"):
        for name, measure in plan.measures.items():
            yield from checks.check_readings(name, measure, sources)


def _contents_are_whole(settings: FileRead) -> bool:
    """Whether all of the contents could be read; a file may stand in what could not."""
    source = settings.source
    (*_, start, end, _), _ = source.place(("contents",))
    is_left_out = any(part.what.startswith("plan.contents") for part in settings.left_out)
    return (
        source.is_whole and not is_left_out and not any(start <= fault.start < end for fault in source.document.faults)
    )


def _known(
    plan: Plan, reads: Sequence[FileRead], sources: SourceMap, present: dict[str, list[str]]
) -> dict[str, list[str]]:
    """The ids that may be named, by kind; a kind is missing where a file that may hold more could not be read."""
    known: dict[str, list[str]] = {}
    if reads[0].source.is_whole:
        vocabularies = {kind: sources.ids(kind) for kind in VOCABULARIES if not _is_lost(reads[0], kind)}
        known = {kind: ids if KINDS[kind].free else meant_ids(ids) for kind, ids in vocabularies.items()}
        known["planning_periods"] = list(plan.settings.planning_periods)
    whole = {kind for kind in present if all(read.source.is_whole for read in reads if read.source.kind == kind)}
    known |= {kind: names for kind, names in present.items() if kind == "areas" or kind in whole}
    for kind, home in (("workstreams", "sections"), ("targets", "sections"), ("milestones", "areas")):
        if home in whole:
            known[kind] = meant_ids(sources.ids(kind))
    return known


def _is_lost(settings: FileRead, key: str) -> bool:
    """Whether a key of plan.yaml is there, and nothing of what stands under it could be read."""
    typed, kept = settings.source.document.root[4], settings.data
    return isinstance(typed, dict) and key in typed and not (isinstance(kept, dict) and isinstance(kept.get(key), dict))


def load_strings(files: Mapping[str, str]) -> Loaded:
    """Load a plan from its files' texts by name, such as `sections/cancer.yaml`; `plan.yaml` is among them."""
    texts = [TextFile.of(PLAN_FILE, files[PLAN_FILE])]
    for folder in (*FOLDERS, OLD_READINGS):
        texts += [TextFile.of(name, text) for name, text in files.items() if name.startswith(f"{folder}/")]
    return load_texts(Path(), texts)
