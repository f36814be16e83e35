"""What is different between two states of a plan: not of its text, but of what it says and promises."""

from collections.abc import Container
from typing import NamedTuple

from jfp_cli.history.changes import Change, between
from jfp_cli.history.matching import Pair, matched
from jfp_cli.history.parts import Part, parts_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.query.rows import Locate, Row


class State(NamedTuple):
    """A plan at a time, and where everything stands in its files."""

    plan: Plan
    locate: Locate


def diff(before: State, after: State) -> list[Row]:
    """A row for each change, in the order of the plan after; what is not there any more comes last.

    What is compared is what is meant: a date that is written otherwise is no change. Where a whole thing is new or
    gone, what stands in it has rows of its own where it has an id or a date.
    """
    pairs = _pairs(before.plan, after.plan)
    whole = {part for old, new in pairs for part in (old, new) if part and (old is None or new is None)}
    became = {old: new for old, new in pairs if old and new}
    rows: list[Row] = []
    for old, new in pairs:
        if old and new:
            if old.parent and new.parent and became.get(old.parent) is not new.parent:
                rows.append(_row(_elsewhere(old.parent, new.parent), new, after))
            rows += (_row(change, new, after) for change in between(old, new, before.plan, after.plan))
        elif new and _stands_for_itself(new, whole):
            rows.append(_row(Change("added", (), None, new.text), new, after))
        elif old and _stands_for_itself(old, whole):
            rows.append(_row(Change("removed", (), old.text, None), old, before))
    return rows


def _pairs(before: Plan, after: Plan) -> list[Pair]:
    """The parts of the files that differ."""
    old, new = dict(before.files()), dict(after.files())
    same = {at for at, entity in old.items() if new.get(at) == entity}
    return matched(
        parts_of(file for file in old.items() if file[0] not in same),
        parts_of(file for file in new.items() if file[0] not in same),
    )


def _stands_for_itself(part: Part, whole: Container[Part | None]) -> bool:
    """Whether what is new or gone is more than a sentence of something that is new or gone as a whole."""
    return bool(part.id) or part.parent not in whole or ("due",) in part.single


def _elsewhere(old: Part, new: Part) -> Change:
    """What stands in another thing than it did, such as a milestone in another area."""
    return Change("changed", (KINDS[new.kind].noun,), str(old.address), str(new.address))


def _row(change: Change, part: Part, state: State) -> Row:
    at = part.address.at(*change.key)
    span = state.locate(at if state.plan.get(at) is not None else part.address)
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
