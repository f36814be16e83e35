"""What is different between two states of a plan: not of its text, but of what it says and promises."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from jfp_cli.history.changes import Change, between
from jfp_cli.history.matching import Pair, matched
from jfp_cli.history.parts import DUE, Part, parts_of
from jfp_cli.history.pruning import without_same
from jfp_cli.model.field import Entity
from jfp_cli.model.kinds import KINDS, VOCABULARIES
from jfp_cli.model.plan import Plan
from jfp_cli.query.rows import Locate, Row
from jfp_cli.values.address import Address
from jfp_cli.values.collector import CollectorOff

PERIOD = ("period",)
"""What is told of an action that stands under another planning period; it has no field of its own for that."""


class State(NamedTuple):
    """A plan at a time, where everything stands in its files, and what of it nobody can read."""

    plan: Plan
    locate: Locate
    lost: Sequence[Address] = ()


def diff(before: State, after: State) -> list[Row]:
    """A row for each change, in the order of the plan after; what is not there any more comes last.

    What is compared is what is meant: a date that is written otherwise is no change. Where a whole thing is new or
    gone, what stands in it has rows of its own where it has an id or a date. What cannot be read is not gone.
    """
    with CollectorOff():
        found = changes(dict(before.plan.files()), dict(after.plan.files()), before.plan, after.plan)
        return [
            row_of(change, pair, before, after)
            for pair, several in found
            for change in several
            if not (before.lost and change.before is None and _is_lost(change, pair, before))
            if not (after.lost and change.after is None and _is_lost(change, pair, after))
        ]


def _is_lost(change: Change, pair: Pair, state: State) -> bool:
    """Whether what is not there in a state may stand in what nobody can read of it."""
    part = pair.last
    place = part.address.at(*change.key)
    if part.id and part.kind in VOCABULARIES:
        place = Address("plan").at(part.kind, part.id)
    around = {at for one in part.outwards() for at in (one.address, Address(one.kind))}  # or a whole folder
    return any(at in around or _leads_to(at, place) for at in state.lost)


def _leads_to(lost: Address, at: Address) -> bool:
    """Whether a field stands in what was left out, or in the list of which an entry was left out."""
    path = lost.path[:-1] if lost.path and isinstance(lost.path[-1], int) else lost.path
    return bool(path) and lost.thing == at.thing and at.path[: len(path)] == path


def changes(
    old: Mapping[Address, Entity], new: Mapping[Address, Entity], before: Plan, after: Plan
) -> Iterator[tuple[Pair, list[Change]]]:
    """Every part of the files that differ, of some files of two plans, with what changed of it."""
    old, new = _that_differ(old, new)
    pairs = matched(parts_of(old.items()), parts_of(new.items()))
    whole = {part for pair in pairs for part in pair if part and None in pair}
    became = {old: new for old, new in pairs if old and new}
    return ((pair, list(_of_pair(pair, whole, became, before, after))) for pair in pairs)


def _that_differ(
    old: Mapping[Address, Entity], new: Mapping[Address, Entity]
) -> tuple[dict[Address, Entity], dict[Address, Entity]]:
    """The files that are not the same in both, those in both without the things that are."""
    ones, others = dict(old), dict(new)
    for at in old.keys() & new.keys():
        if old[at] == new[at]:
            del ones[at], others[at]
        else:
            ones[at], others[at] = without_same(old[at], new[at])
    return ones, others


def _of_pair(
    pair: Pair, whole: Container[Part | None], became: Mapping[Part, Part], before: Plan, after: Plan
) -> Iterator[Change]:
    old, new = pair
    if old and new:
        if old.parent and new.parent and became.get(old.parent) is not new.parent:
            yield _elsewhere(old.parent, new.parent)
        if old.under and new.under and not _is_same_period(old.under, new.under, before, after):
            yield Change("changed", PERIOD, old.under, new.under)
        yield from between(old, new, before, after)
    elif new and _stands_for_itself(new, whole):
        yield Change("added", (), None, new.text)
    elif old and _stands_for_itself(old, whole):
        yield Change("removed", (), old.text, None)


def _stands_for_itself(part: Part, whole: Container[Part | None]) -> bool:
    """Whether what is new or gone is more than a sentence of something that is new or gone as a whole."""
    return bool(part.id) or part.parent not in whole or DUE in part.single


def _elsewhere(old: Part, new: Part) -> Change:
    """What stands in another thing than it did, such as a milestone in another area."""
    return Change("changed", (KINDS[new.kind].noun,), str(old.address), str(new.address))


def _is_same_period(one: str, other: str, before: Plan, after: Plan) -> bool:
    """Whether two planning periods are one: by their names, or by their places where a new year renamed them all."""
    periods, others = before.settings.planning_periods, after.settings.planning_periods
    is_renamed = one in periods and other in others and periods.index(one) == others.index(other)
    return one == other or is_renamed


def row_of(change: Change, pair: Pair, before: State, after: State) -> Row:
    """A change of a part as a plain row; it stands where the part does, or did."""
    part, state = pair.last, after if pair.after else before
    span = state.locate(part.address.at(*change.path) if part.says(change.key) else part.address)
    return {
        "change": change.sort,
        "kind": KINDS[part.kind].noun,
        "id": part.id,
        "address": str(part.address),
        "area": part.around("areas"),
        "section": part.around("sections"),
        "field": ".".join(change.key) or None,
        "before": change.before,
        "after": change.after,
        "days": change.days,
        "recorded": change.recorded,
        "file": span.file,
        "line": span.line,
    }
