"""Every place where the plan names a thing that stands elsewhere."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address

if TYPE_CHECKING:
    from jfp_cli.model.area import Area
    from jfp_cli.model.enabler import Commitment, Enabler
    from jfp_cli.model.section import Section
    from jfp_cli.model.target import Readings, Target


class Reference(NamedTuple):
    """At `at` the plan names the thing of this kind and id; `in_key` where the name is a key, not a value."""

    at: Address
    kind: str
    id: str
    in_key: bool = False


def references(plan: Plan) -> Iterator[Reference]:
    """Every reference of the files that were loaded, but for the contents, which are checked apart."""
    for kind, files in plan.files.items():
        for name, entity in files.items():
            match kind:
                case "milestones":
                    yield from _of_area(cast("Area", entity))
                case "sections":
                    yield from _of_section(Address(kind, name), cast("Section", entity))
                case "enablers":
                    yield from _of_enabler(Address(kind, name), cast("Enabler", entity))
                case _:
                    yield Reference(Address(kind, name, ("target",)), "targets", cast("Readings", entity).target)


def _of_area(area: "Area") -> Iterator[Reference]:
    for milestone in area.milestones:
        here = Address("milestones", milestone.id)
        yield from _each(here, "places", "places", milestone.places)
        yield from _each(here, "workstreams", "workstreams", milestone.workstreams)


def _of_section(here: Address, section: "Section") -> Iterator[Reference]:
    yield from _each(here, "supports", "strategy_priorities", section.supports)
    yield from _each(here, "duties", "duties", section.duties)
    for stream in section.workstreams:
        below = Address("workstreams", stream.id)
        yield from _each(below, "areas", "areas", stream.areas)
        yield from _each(below, "places", "places", stream.places)
        for period in stream.actions:
            yield Reference(below.at("actions", period), "planning_periods", period, in_key=True)
        for indicator in stream.indicators:
            if not isinstance(indicator, str):
                yield from _of_target(indicator)
    for target in section.targets:
        yield from _of_target(target)


def _of_target(target: "Target") -> Iterator[Reference]:
    return _each(Address("targets", target.id), "places", "places", target.places)


def _of_enabler(here: Address, enabler: "Enabler") -> Iterator[Reference]:
    yield from _each(here, "supports", "strategy_priorities", enabler.supports)
    yield from _each(here, "duties", "duties", enabler.duties)
    yield from _each(here, "areas", "areas", enabler.areas)
    for at, topic in enumerate(enabler.topics):
        below = here.at("topics", at)
        yield from _each(below, "places", "places", topic.places)
        yield from _of_commitments(below, topic.commitments)
    yield from _of_commitments(here, enabler.commitments)


def _of_commitments(here: Address, commitments: "Iterable[Commitment]") -> Iterator[Reference]:
    for at, commitment in enumerate(commitments):
        yield from _each(here.at("commitments", at), "places", "places", commitment.places)


def _each(here: Address, field: str, kind: str, ids: Iterable[str]) -> Iterator[Reference]:
    return (Reference(here.at(field, at), kind, name) for at, name in enumerate(ids))
