"""Everything about one thing: what it says, what it names, and what names it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jfp_cli.measures.progress import progress_in
from jfp_cli.model.area import Milestone
from jfp_cli.model.field import Entity
from jfp_cli.model.needs import held_up
from jfp_cli.model.plan import Plan
from jfp_cli.model.settings import Settings
from jfp_cli.model.target import Target
from jfp_cli.query.promises import Promise, promises
from jfp_cli.query.rows import Locate, Row, in_row, stated_fields
from jfp_cli.query.targets import expected_text
from jfp_cli.values.address import Address
from jfp_cli.values.dates import MONTH_NAMES


def details(plan: Plan, address: Address, thing: Entity | str, day: date, locate: Locate) -> Row:
    """What the plan states of a thing, what follows from it on a day, and what it is linked to.

    Dates, figures and entries are those of the model; `plain` makes text of them.
    """
    span = locate(address)
    both = links(plan, address)
    row: Row = {"address": str(address), "id": None if address.path else address.id}
    if address.kind == "sections":
        row["number"] = plan.number(address.id)
    row |= {"text": thing} if isinstance(thing, str) else in_row(thing, stated_fields(thing))
    if isinstance(thing, Settings):
        row["year_starts"] = MONTH_NAMES[thing.year_starts - 1]
    promise = next((one for one in promises(plan) if one.step is thing), None)
    if promise is not None:
        row |= _standing(promise, day)
    if isinstance(thing, Milestone):
        row["holds_up"] = held_up(plan).get(thing.id, 0)
    if isinstance(thing, Target):
        now = progress_in(plan, thing, day)
        row |= {"latest": now.latest, "expected": expected_text(now), "progress": now.state}
        row |= {"reason": now.reason or None, "breaches": now.breaches or None}
    return row | {
        "belongs_to": [str(home) for home in belongs_to(plan, address)],
        "names": [str(named) for named in both.names],
        "named_by": [str(naming) for naming in both.named_by],
        "file": span.file,
        "line": span.line,
    }


def _standing(one: Promise, day: date) -> Row:
    late = one.days_overdue(day)
    area = {"area": one.area.area} if one.area else {}
    return area | {
        "status": one.status,
        "first": one.due.first.isoformat(),
        "last": one.due.last.isoformat() if one.due.last else None,
        "overdue": bool(late),
        "days_overdue": late,
    }


@dataclass(frozen=True, slots=True)
class Links:
    """The things that a thing names, and those that name it, each once."""

    names: tuple[Address, ...]
    named_by: tuple[Address, ...]


def links(plan: Plan, thing: Address) -> Links:
    """Both ends of every reference of one thing, or of a part of one, which nothing can name."""
    names, named_by = [], []
    for reference in plan.references:
        if reference.at.thing == thing.thing and reference.at.path[: len(thing.path)] == thing.path:
            names.append(Address(reference.kind, reference.id))
        if not thing.path and (reference.kind, reference.id) == (thing.kind, thing.id):
            named_by.append(reference.at.thing)
    return Links(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(named_by)))


def belongs_to(plan: Plan, thing: Address) -> Iterator[Address]:
    """What a thing stands in: a milestone in its area, a target in its section and workstream."""
    if thing.path:
        yield thing.thing
        return
    match thing.kind:
        case "milestones" | "checkpoints" | "actions" | "commitments":
            yield from (one.parent for one in promises(plan, [thing.kind]) if one.address == thing)
        case "workstreams":
            yield from (Address("sections", section.id) for section, own in plan.workstreams() if own.id == thing.id)
        case "targets":
            yield from _homes(plan, thing.id)


def _homes(plan: Plan, target_id: str) -> Iterator[Address]:
    for home in plan.targets():
        if home.target.id == target_id:
            yield Address("sections", home.section.id)
            if home.workstream:
                yield Address("workstreams", home.workstream.id)
