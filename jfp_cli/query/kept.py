"""What the filters keep of the whole plan: things of every kind, for the questions that list no one kind."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from jfp_cli.measures.progress import STATES
from jfp_cli.model import kinds
from jfp_cli.model.enabler import Commitment
from jfp_cli.model.kinds import VOCABULARIES
from jfp_cli.model.plan import Plan
from jfp_cli.query.coverage import KINDS, Covered, coverage
from jfp_cli.query.filters import PROMISE_STATUSES, Filters, known_statuses
from jfp_cli.query.promises import Promise
from jfp_cli.query.search import texts
from jfp_cli.query.targets import Tracked, tracked
from jfp_cli.values.address import Address

Kept = frozenset[Address]
HAVING_FIELDS = tuple(kind.name for kind in kinds.KINDS.values() if kind.model)
_WORDS = frozenset(VOCABULARIES) - {"places"}


class _Holder(NamedTuple):
    """A thing that holds or gathers others, and what the filters look at in it."""

    address: Address
    areas: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    workstreams: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    promises: tuple[Commitment, ...] = ()
    holds: frozenset[Address] = frozenset()


def promised_and_measured(plan: Plan, filters: Filters, day: date) -> tuple[list[Promise], list[Tracked]]:
    """The promises and the targets to keep; raises UnknownValueError.

    A status may be one of promises or the progress of targets, or both.
    """
    words = known_statuses("status", plan, filters.statuses, dict.fromkeys((*PROMISE_STATUSES, *STATES)))
    own = tuple(word for word in words if word in PROMISE_STATUSES)
    progress = tuple(word for word in words if word in STATES)
    promises = filters._replace(statuses=own).promises(plan, having=HAVING_FIELDS) if own or not words else []
    targets = filters.targets(plan, HAVING_FIELDS) if progress or not words else []
    return promises, tracked(plan, targets, day, progress)


def kept(plan: Plan, filters: Filters, day: date, *, through: bool = False) -> Kept:
    """What the filters keep; raises UnknownValueError.

    `through`: a section, a workstream or an area is kept for a milestone or a target of its own too; else by what
    itself says. An enabler is kept for what it promises.
    """
    promises, targets = promised_and_measured(plan, filters, day)
    found = {one.address for one in promises}
    found |= {Address("targets", row.home.target.id) for row in targets}
    measures = (plan.measure_of(row.home.target) for row in targets)
    found |= {Address("measures", measure.id) for measure in measures if measure}
    wanted, says = filters.known(plan), filters.said(plan, HAVING_FIELDS)
    said: dict[Address, list[str]] = {}
    for at, text in texts(plan) if wanted.text else ():
        said.setdefault(at.thing, []).append(text)
    for holder in _holders(plan):
        is_meant = (
            _is_meant(plan, holder, wanted)
            and says(plan.things[holder.address])
            and wanted.holds_text(*said.get(holder.address, ()))
        )
        if _stands_in(holder, wanted) and (is_meant or (through and not found.isdisjoint(holder.holds))):
            found.add(holder.address)
    return frozenset(found)


def coverage_within(plan: Plan, filters: Filters, day: date, kinds: Iterable[str] = KINDS) -> list[Covered]:
    """What treats each thing that the plan must treat, of what the filters keep; of areas, those that they name.

    Raises UnknownValueError.
    """
    if not any(filters):
        return coverage(plan, kinds)
    found = coverage(plan, kinds, kept(plan, filters, day, through=True))
    areas = filters.known(plan).areas
    return [covered for covered in found if covered.kind != "areas" or not areas or covered.id in areas]


def areas_within(plan: Plan, filters: Filters, day: date) -> list[Covered]:
    """The areas with what treats them of what the filters keep: every area, or those that something kept treats.

    Raises UnknownValueError.
    """
    areas = coverage_within(plan, filters, day, ["areas"])
    return [area for area in areas if area.is_covered or area.milestones] if any(filters) else areas


def _stands_in(holder: _Holder, wanted: Filters) -> bool:
    """Whether a holder is of the areas, sections, workstreams and places that are wanted."""
    of = (holder.areas, holder.sections, holder.workstreams, holder.places)
    asked = (wanted.areas, wanted.sections, wanted.workstreams, wanted.places)
    return all(not names or not has.isdisjoint(names) for has, names in zip(of, asked, strict=True))


def _is_meant(plan: Plan, holder: _Holder, wanted: Filters) -> bool:
    """Whether a holder itself answers the filters that ask for a status, an owner or a date."""
    if wanted.statuses:
        return False
    if not (wanted.owners or wanted.due_after or wanted.due_before):
        return True
    window = wanted.window(plan)
    return any(wanted.is_owner(promise.owner) and window.holds(promise.due) for promise in holder.promises)


def _holders(plan: Plan) -> Iterator[_Holder]:
    """Every thing that is neither milestone nor target, as far as filters can tell anything of it."""
    for area in plan.areas.values():
        own = frozenset(Address("milestones", milestone.id) for milestone in area.milestones)
        yield _Holder(Address("areas", area.area), areas=frozenset([area.area]), holds=own)
    yield from _sections(plan)
    for enabler in plan.enablers.values():
        promises = tuple(enabler.promises())
        places = frozenset(name for topic in enabler.topics for name in topic.places)
        places = places.union(*(promise.places for promise in promises))
        areas = frozenset(enabler.areas)
        yield _Holder(Address("enablers", enabler.id), areas=areas, places=places, promises=promises)
    yield from (_Holder(Address("places", place), places=frozenset([place])) for place in plan.settings.places)
    yield from (_Holder(at) for at in plan.things if at.kind == "plan" or at.kind in _WORDS)


def _sections(plan: Plan) -> Iterator[_Holder]:
    """The sections, each with its workstreams after it."""
    of_stream: dict[str, set[Address]] = {}
    for _, milestone in plan.milestones():
        for name in milestone.workstreams:
            of_stream.setdefault(name, set()).add(Address("milestones", milestone.id))
    for home in plan.targets():
        if home.workstream:
            of_stream.setdefault(home.workstream.id, set()).add(Address("targets", home.target.id))
    for section in plan.sections.values():
        streams = [
            _Holder(
                Address("workstreams", stream.id),
                frozenset(stream.areas),
                frozenset([section.id]),
                frozenset([stream.id]),
                frozenset(stream.places),
                holds=frozenset(of_stream.get(stream.id, ())),
            )
            for stream in section.workstreams
        ]
        own = frozenset(Address("targets", target.id) for target in section.targets)
        yield _Holder(
            Address("sections", section.id),
            areas=frozenset[str]().union(*(stream.areas for stream in streams)),
            sections=frozenset([section.id]),
            places=frozenset[str]().union(*(stream.places for stream in streams)),
            holds=own.union(*(stream.holds for stream in streams)),
        )
        yield from streams
