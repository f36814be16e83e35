"""From what somebody types to the one thing that is meant."""

from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address
from jfp_cli.values.near_miss import near_miss

# Kinds in the order in which candidates are listed, and their folder on disk where people may type that instead.
VOCABULARIES = ("places", "strategy_priorities", "duties", "glossary")


class UnknownThingError(Exception):
    """No thing, or more than one, has this id; the text says which were likely meant."""


def things(plan: Plan) -> dict[Address, object]:
    """Everything in the plan that has an id, by address."""
    found: dict[Address, object] = {}
    for section in plan.sections.values():
        found[Address("sections", section.id)] = section
    for _, stream in plan.workstreams():
        found.setdefault(Address("workstreams", stream.id), stream)
    for home in plan.targets():
        found.setdefault(Address("targets", home.target.id), home.target)
    for area in plan.areas.values():
        found[Address("areas", area.area)] = area
    for _, milestone in plan.milestones():
        found.setdefault(Address("milestones", milestone.id), milestone)
    for enabler in plan.enablers.values():
        found[Address("enablers", enabler.id)] = enabler
    for name, readings in plan.files.get("readings", {}).items():
        found[Address("readings", name)] = readings
    for vocabulary in VOCABULARIES:
        for name, text in getattr(plan.settings, vocabulary).items():
            found[Address(vocabulary, name)] = text
    return found


def find(plan: Plan, written: str) -> tuple[Address, object]:
    """The thing with this `kind/id` or id; raises UnknownThingError with the candidates where it is not one thing."""
    every = things(plan)
    kind, slash, name = written.partition("/")
    if slash:
        address = Address(kind, name)
        if address in every:
            return address, every[address]
        same_kind = [str(found) for found in every if found.kind == kind]
        raise UnknownThingError(_unknown(written, same_kind or [str(found) for found in every]))
    # A target's readings go with the target: its bare id means the target.
    candidates = [found for found in every if found.id == written and found.kind != "readings"]
    if len(candidates) == 1:
        return candidates[0], every[candidates[0]]
    if candidates:
        listed = ", ".join(map(str, candidates))
        raise UnknownThingError(f'"{written}" is the id of {len(candidates)} things; write one of: {listed}')
    raise UnknownThingError(_unknown(written, list(dict.fromkeys(found.id for found in every))))


def _unknown(written: str, known: list[str]) -> str:
    meant = near_miss(written, known)
    advice = f'did you mean "{meant}"?' if meant else f'try "jfp search {written}"'
    return f'there is nothing in the plan called "{written}"; {advice}'
