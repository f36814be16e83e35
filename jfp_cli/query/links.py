"""What a thing names, and what names it."""

from collections.abc import Iterator
from dataclasses import dataclass

from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address


@dataclass(frozen=True, slots=True)
class Links:
    """The things that a thing names, and those that name it, each once."""

    names: tuple[Address, ...]
    named_by: tuple[Address, ...]


def links(plan: Plan, thing: Address) -> Links:
    """Both ends of every reference of one thing."""
    names, named_by = [], []
    for reference in plan.references:
        if reference.at.thing == thing:
            names.append(Address(reference.kind, reference.id))
        if (reference.kind, reference.id) == (thing.kind, thing.id):
            named_by.append(reference.at.thing)
    return Links(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(named_by)))


def belongs_to(plan: Plan, thing: Address) -> Iterator[Address]:
    """What a thing stands in: a milestone in its area, a target in its section and workstream."""
    match thing.kind:
        case "milestones":
            yield from (Address("areas", area.area) for area, own in plan.milestones() if own.id == thing.id)
        case "workstreams":
            yield from (Address("sections", section.id) for section, own in plan.workstreams() if own.id == thing.id)
        case "targets":
            yield from _homes(plan, thing.id)
        case "readings":
            yield Address("targets", thing.id)


def _homes(plan: Plan, target_id: str) -> Iterator[Address]:
    for home in plan.targets():
        if home.target.id == target_id:
            yield Address("sections", home.section.id)
            if home.workstream:
                yield Address("workstreams", home.workstream.id)
