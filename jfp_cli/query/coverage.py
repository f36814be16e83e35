"""What treats each thing that the plan must treat: duties, strategy priorities, areas and planning periods."""

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from jfp_cli.model.plan import Plan
from jfp_cli.model.references import references
from jfp_cli.query.rows import Locate, Row
from jfp_cli.values.address import Address

if TYPE_CHECKING:
    from jfp_cli.model.area import Milestone

KINDS = ("strategy_priorities", "duties", "areas", "planning_periods")


class Covered(NamedTuple):
    """A thing that the plan must treat, and the ids of what treats it, each in the order of the plan."""

    kind: str
    id: str
    title: str
    sections: tuple[str, ...]
    workstreams: tuple[str, ...]
    enablers: tuple[str, ...]
    milestones: tuple[str, ...]

    @property
    def is_covered(self) -> bool:
        """A section, workstream or enabler treats it: an area's own milestones are not enough."""
        return bool(self.sections or self.workstreams or self.enablers)


def coverage(plan: Plan, kinds: Iterable[str] = KINDS, among: Container[Address] | None = None) -> list[Covered]:
    """What treats each thing of these kinds, in the order of plan.yaml and of the areas' files.

    With `among`, nothing else treats anything.
    """
    section_of = {stream.id: section.id for section, stream in plan.workstreams()}
    order = {section: at for at, section in enumerate(plan.sections)}
    own: dict[str, list[Milestone]] = {}
    for area, milestone in plan.milestones():
        if among is None or Address("milestones", milestone.id) in among:
            own.setdefault(area.area, []).append(milestone)
    naming: dict[tuple[str, str], list[Address]] = {}
    kinds = tuple(kinds)
    for reference in references(plan, kinds):
        if among is None or reference.at.thing in among:
            naming.setdefault((reference.kind, reference.id), []).append(reference.at.thing)
    return [
        _covered(
            kind,
            name,
            title,
            naming.get((kind, name), []),
            own.get(name, ()) if kind == "areas" else (),
            section_of,
            order,
        )
        for kind in kinds
        for name, title in _wanted(plan, kind)
    ]


def uncovered(every: Iterable[Covered]) -> list[Covered]:
    """Those that nothing treats."""
    return [covered for covered in every if not covered.is_covered]


def _wanted(plan: Plan, kind: str) -> Iterator[tuple[str, str]]:
    if kind == "areas":
        return ((area.area, area.title) for area in plan.areas.values())
    if kind == "planning_periods":
        return ((period, period) for period in plan.settings.planning_periods)
    named: dict[str, str] = getattr(plan.settings, kind)
    return iter(named.items())


def _covered(
    kind: str,
    name: str,
    title: str,
    naming: list[Address],
    own: "Sequence[Milestone]",
    section_of: dict[str, str],
    order: dict[str, int],
) -> Covered:
    streams = [address.id for address in naming if address.kind == "workstreams"]
    # A milestone of the area that delivers a workstream brings the area into that workstream's section.
    delivered = [stream for milestone in own for stream in milestone.workstreams]
    sections = {address.id for address in naming if address.kind == "sections"}
    sections |= {section_of[stream] for stream in (*streams, *delivered) if stream in section_of}
    return Covered(
        kind,
        name,
        title,
        tuple(sorted(sections, key=lambda section: order[section])),
        tuple(dict.fromkeys([*streams, *delivered])),
        tuple(dict.fromkeys(address.id for address in naming if address.kind == "enablers")),
        tuple(milestone.id for milestone in own),
    )


def coverage_rows(covered: Iterable[Covered], plan: Plan, locate: Locate) -> list[Row]:
    """A row for each thing; `numbers` are the sections as the published document counts them."""
    rows = []
    for treated in covered:
        address = Address(treated.kind, treated.id)
        if treated.kind == "planning_periods":
            address = Address("plan", "", ("planning_periods", plan.settings.planning_periods.index(treated.id)))
        span = locate(address)
        numbers = [plan.number(section) or section for section in treated.sections]
        rows.append(
            {
                "kind": treated.kind,
                "id": treated.id,
                "title": treated.title,
                "covered": treated.is_covered,
                "numbers": numbers,
                "sections": list(treated.sections),
                "workstreams": list(treated.workstreams),
                "enablers": list(treated.enablers),
                "milestones": list(treated.milestones),
                "treated_by": "; ".join([*numbers, *treated.enablers]) or "nothing",
                "address": str(address),
                "file": span.file,
                "line": span.line,
            }
        )
    return rows
