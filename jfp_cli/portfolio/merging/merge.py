"""One plan of several: their files side by side, the ids in them kept apart, and one plan.yaml."""

from collections.abc import Container, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jfp_cli.edit.change import Change, loaded_from
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading import Loaded
from jfp_cli.model.plan import Plan
from jfp_cli.portfolio.merging.areas import Areas
from jfp_cli.portfolio.merging.clash import Clashes, Conflict, Ids, clashes
from jfp_cli.portfolio.merging.renaming import keep_days, rename_all, rename_own_fields
from jfp_cli.portfolio.merging.uniting import Uniting
from jfp_cli.portfolio.portfolio import Portfolio
from jfp_cli.source.folder import PLAN_FILE, TextFile, shown
from jfp_cli.values.address import Address
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import folded, quoted


class Merged(NamedTuple):
    """The files of the merged plan, by their paths in its folder and in their order, and the plan that they are.

    `conflicts` are those about what plan.yaml says first; `renamed` has, by plan, the things that have another id now.
    """

    texts: dict[str, str]
    loaded: Loaded
    conflicts: list[Conflict]
    renamed: dict[str, dict[Address, str]]


def merge(portfolio: Portfolio, plans: Mapping[str, Loaded], organisation: str, root: Path) -> Merged:
    """One plan of several, in the order of the portfolio, with an organisation or that of the first plan.

    Its folder will be `root`. Raises EditError where a plan has errors or the merged one would.
    """
    changes = dict(_changes(plans))
    first = next(iter(changes.values()))
    calendar = _calendar([change.plan for change in changes.values()])
    ids, uniting = Ids({}, {}, {}), Uniting(first, calendar)
    found: dict[str, Clashes] = {}
    for name, change in changes.items():
        found[name] = clashes(name, change, ids, portfolio)
        ids.add(change, found[name])
    areas = Areas()
    texts: dict[str, str] = {}
    for name, change in changes.items():
        own = found[name]
        keep_days(change, calendar)
        rename_own_fields(change, own.own_names)
        rename_all(change, own.renamed, set(_measures(changes, name)))
        if change is not first:
            uniting.join(name, change, own.renamed)
        files = _texts(change)
        areas.join(change, own.renamed, texts, files)
        texts |= {_beside(texts, path, name): text for path, text in files.items() if path != PLAN_FILE}
    uniting.called(portfolio.title, changes)
    if organisation:
        first.settings().set(("organisation",), organisation)
    texts[PLAN_FILE] = first.settings().text
    renamed = {name: own.renamed for name, own in found.items()}
    loaded = loaded_from(root, [TextFile.of(path, text, f"{root.name}/") for path, text in texts.items()])
    wrong = [finding for finding in loaded.findings if finding.severity >= Severity.ERROR]
    if loaded.plan is None or wrong:
        first_wrong = f"{wrong[0].span}: {wrong[0].message}; {wrong[0].help}"
        raise EditError(f"the merged plan would not be valid: {first_wrong}")
    conflicts = [*uniting.conflicts, *areas.conflicts, *_measured_otherwise(changes, loaded.plan, loaded, renamed)]
    conflicts += [conflict for own in found.values() for conflict in own.conflicts]
    texts = {file.file.path: texts[file.file.path] for file in loaded.sources.files.values()}
    return Merged(texts, loaded, conflicts, renamed)


def _changes(plans: Mapping[str, Loaded]) -> Iterator[tuple[str, Change]]:
    for name, loaded in plans.items():
        if loaded.plan is None or loaded.has_errors or loaded.left_out:
            raise EditError(
                f"{name} has errors, and only valid plans are merged; run jfp validate --plan {shown(loaded.root)}"
            )
        yield name, Change(loaded, loaded.plan)


def _calendar(plans: list[Plan]) -> Calendar:
    """How the merged plan reads dates: as the first does, from the earliest day of all."""
    units = tuple(dict.fromkeys(unit for plan in plans for unit in plan.settings.units))
    start: date = min(plan.settings.period.days[0] for plan in plans)
    return Calendar(plans[0].settings.year_starts, start, units)


def _measures(changes: Mapping[str, Change], plan: str) -> Iterator[str]:
    """What the measures of all other plans are called, case folded: their ids and their titles."""
    for name, change in changes.items():
        if name != plan:
            for measure in change.plan.measures.values():
                yield from (folded(measure.id), folded(measure.title))


def _measured_otherwise(
    changes: Mapping[str, Change], plan: Plan, merged: Loaded, renamed: Mapping[str, Mapping[Address, str]]
) -> Iterator[Conflict]:
    """The targets that say in words what the file of another plan's measure is called: they have its readings now."""
    for name, change in changes.items():
        names = renamed.get(name, {})
        for home in change.plan.targets():
            at = Address("targets", home.target.id)
            now = plan.get(at._replace(id=names.get(at, at.id)))
            measure = plan.measure_of(now)
            if measure is not None and change.plan.measure_of(home.target) is None:
                span = change.loaded.sources.span(at.at("measure"))
                message = f"{at} is counted now by the measure {quoted(measure.id)}, which is called so"
                yield Conflict(span, message, merged.sources.span(Address("measures", measure.id)))


def _beside(texts: Container[str], path: str, plan: str) -> str:
    """Where a file goes: in a folder of its plan's name where another has its place."""
    folder, _, name = path.rpartition("/")
    return path if path not in texts else f"{folder}/{plan}/{name}"


def _texts(change: Change) -> dict[str, str]:
    """The files of a plan as they would be, by their paths in its folder."""
    texts = {file.file.path: file.file.text or "" for file in change.loaded.sources.files.values()}
    for step in change.steps():
        if step.old is not None:
            del texts[step.old]
        if step.new is not None:
            texts[step.new] = step.after
    return texts
