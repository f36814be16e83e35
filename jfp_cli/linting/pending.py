"""The gaps that a plan knows of: its `pending` entries."""

from collections.abc import Iterable, Iterator

from jfp_cli.model.fields import Pending
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address


def pending(plan: Plan) -> Iterator[tuple[Address, Pending]]:
    """Every pending entry with its address."""
    yield from _each(Address("plan"), plan.settings.pending)
    for section in plan.sections.values():
        yield from _each(Address("sections", section.id), section.pending)
        for stream in section.workstreams:
            yield from _each(Address("workstreams", stream.id), stream.pending)
    for home in plan.targets():
        yield from _each(Address("targets", home.target.id), home.target.pending)
    for area in plan.areas.values():
        yield from _each(Address("areas", area.area), area.pending)
    for enabler in plan.enablers.values():
        yield from _each(Address("enablers", enabler.id), enabler.pending)


def _each(here: Address, entries: tuple[Pending, ...]) -> Iterator[tuple[Address, Pending]]:
    return ((here.at("pending", number), entry) for number, entry in enumerate(entries))


def is_awaited(entries: Iterable[Pending], *words: str) -> bool:
    """Whether a dated entry says that what these lower-case words name is still to come: JFP502 watches its date."""
    return any(entry.by is not None and any(word in entry.what.lower() for word in words) for entry in entries)
