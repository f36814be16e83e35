"""The plan folder in, a plan and everything wrong with it out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from jfp_cli.loading import checks
from jfp_cli.loading.ids import meant_ids
from jfp_cli.loading.schema import validate
from jfp_cli.loading.source_map import SourceFile, SourceMap, walk
from jfp_cli.model.fields import Calendar, Entity
from jfp_cli.model.plan import Plan
from jfp_cli.model.references import Reference, references
from jfp_cli.source.folder import KINDS, MISPLACED, TextFile, read_plan
from jfp_cli.source.yaml import Document, parse
from jfp_cli.values.address import Address
from jfp_cli.values.collector import CollectorOff
from jfp_cli.values.finding import Finding
from jfp_cli.values.span import Span

if TYPE_CHECKING:
    from jfp_cli.model.settings import Settings
    from jfp_cli.model.target import Readings


# Where plan.yaml cannot be read, "year 2" of the plan still is a date; no question is answered from it.
SOME_DAY = date(2025, 4, 1)


class LeftOut(NamedTuple):
    """A part of the plan that could not be read, and where it begins."""

    what: str
    span: Span


@dataclass(slots=True, eq=False, repr=False)
class Loaded:
    """A plan as far as it could be read, what is wrong with it, and where everything stands.

    `left_out_names` is what the parts that were left out refer to. `plan` is None where plan.yaml itself cannot be
    read. Findings are sorted by file and position.
    """

    root: Path
    plan: Plan | None = None
    findings: list[Finding] = field(default_factory=list)
    sources: SourceMap = field(default_factory=SourceMap)
    left_out: list[LeftOut] = field(default_factory=list)
    left_out_names: list[Reference] = field(default_factory=list)


def load(root: Path, kinds: Iterable[str] = KINDS) -> Loaded:
    """Load plan.yaml and the files of these kinds from a plan folder; no fault of a file raises an exception."""
    with CollectorOff():
        return load_texts(root, read_plan(root, tuple(kind for kind in KINDS if kind in set(kinds))), set(kinds))


def load_texts(root: Path, texts: list[TextFile], kinds: set[str]) -> Loaded:
    """The same from texts that were read already; the first of them is plan.yaml."""
    loaded = Loaded(root)
    calendar = Calendar()
    models: dict[str, dict[str, Entity]] = {kind: {} for kind in KINDS if kind in kinds}
    settings: Settings | None = None
    for text in texts:
        model = _load_file(loaded, text, calendar)
        if text.kind == "plan":
            settings = cast("Settings | None", model)
            if settings is not None:
                calendar = Calendar(settings.year_starts, settings.period.start.first)
            else:
                calendar = Calendar(plan_starts=SOME_DAY)
        elif model is not None:
            models[text.kind][text.name] = model
    if settings is not None:
        loaded.plan = Plan(settings, {kind: _in_order(kind, files, settings) for kind, files in models.items()})
        _check_whole(loaded, loaded.plan, texts)
    loaded.findings.sort(key=lambda finding: finding.order)
    return loaded


def _load_file(loaded: Loaded, text: TextFile, calendar: Calendar) -> Entity | None:
    file = SourceFile(text, Document() if text.text is None else parse(text.text))
    _report_yaml(loaded, file)
    for kind, name, place in loaded.sources.add(file):
        own, _ = walk(place, ("id",))
        first = loaded.sources.span(Address(kind, name, ("id",)))
        loaded.findings.append(checks.check_twice(kind, name, file.span(own[2], own[3]), first))
    if file.document.data is None:
        loaded.left_out.append(LeftOut(text.shown, Span(text.shown, *text.at, *text.at)))
        return None
    loaded.findings += checks.check_id(file)
    model, findings, left_out, names = validate(file, calendar)
    loaded.findings += findings
    loaded.left_out_names += names
    if model is None:
        loaded.left_out.append(LeftOut(text.shown, file.span(0, 0)))
    else:
        loaded.left_out += [LeftOut(str(address), span) for address, span in left_out]
    return model


def _report_yaml(loaded: Loaded, file: SourceFile) -> None:
    text, document = file.file, file.document
    if text.text is None:
        name = "not-text" if "UTF" in text.problem else "unreadable-file"
        name = "misplaced-file" if text.kind == MISPLACED else name
        span = Span(text.shown, *text.at, *text.at)
        loaded.findings.append(checks.fault(name, text.problem, span, None, text.advice))
    elif document.data is None and not document.faults:
        message = "the file holds nothing but comments" if text.text.strip() else "the file is empty"
        advice = "write what belongs in it, or delete the file"
        loaded.findings.append(checks.fault("empty-file", message, file.span(0, 0), None, advice))
    for found in document.faults:
        span = file.span(found.start, found.end)
        loaded.findings.append(checks.fault(found.name, found.message, span, None, found.help))


def _in_order(kind: str, files: dict[str, Entity], settings: "Settings") -> dict[str, Entity]:
    """Sections and enablers in the order of the contents, and those that the contents forgot after them."""
    if kind not in ("sections", "enablers"):
        return files
    listed = [name for part in settings.contents for name in getattr(part, kind) if name in files]
    return {name: files[name] for name in dict.fromkeys([*listed, *files])}


def _check_whole(loaded: Loaded, plan: Plan, texts: list[TextFile]) -> None:
    """The faults that show only when all files are there."""
    sources = loaded.sources
    present = {kind: [text.name for text in texts if text.kind == kind] for kind in plan.files}
    unread = {text.kind for text in texts if not text.name}  # whole folders
    present = {kind: names for kind, names in present.items() if kind not in unread}
    loaded.findings += checks.check_period(plan, sources)
    loaded.findings += checks.check_contents(plan, sources, present, sure=_contents_are_whole(loaded))
    named = [*references(plan), *loaded.left_out_names]
    loaded.findings += checks.check_references(named, sources, _known(plan, sources, present))
    for name, readings in plan.files.get("readings", {}).items():
        loaded.findings += checks.check_readings(name, cast("Readings", readings), sources)


def _contents_are_whole(loaded: Loaded) -> bool:
    """Whether all of the contents could be read; a file may stand in what could not."""
    settings = next(iter(loaded.sources.files.values()))
    return settings.whole and not any(left_out.what.startswith("plan.contents") for left_out in loaded.left_out)


def _known(plan: Plan, sources: SourceMap, present: dict[str, list[str]]) -> dict[str, list[str]]:
    """The ids that may be named, by kind; a kind is missing where a file that may hold more could not be read."""
    settings = next(iter(sources.files.values()))
    known: dict[str, list[str]] = {}
    if settings.whole:
        known = {kind: meant_ids(sources.ids(kind)) for kind in ("places", "strategy_priorities")}
        known["duties"], known["planning_periods"] = sources.ids("duties"), list(plan.settings.planning_periods)
    if "milestones" in present:
        known["areas"] = present["milestones"]
    if "sections" in present and all(file.whole for file in sources.files.values() if file.kind == "sections"):
        known |= {kind: meant_ids(sources.ids(kind)) for kind in ("workstreams", "targets")}
    return known
