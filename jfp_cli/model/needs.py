"""Which milestones must come before which."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from jfp_cli.model.promise import CLOSED

if TYPE_CHECKING:
    from jfp_cli.model.plan import Plan


def held_up(plan: "Plan") -> dict[str, int]:
    """How many open milestones wait for each open one, through others too; what holds up none is left out."""
    needs = {milestone.id: milestone.needs for _, milestone in plan.milestones() if milestone.status not in CLOSED}
    waiting: dict[str, set[str]] = {}
    for name in needs:
        for needed in _reached(name, needs):
            waiting.setdefault(needed, set()).add(name)
    return {needed: len(names - {needed}) for needed, names in waiting.items() if names - {needed} and needed in needs}


def circles(plan: "Plan") -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """The needs that lead back to where they begin: the milestone, the position of the need, and the way round.

    Each circle is told once, at its milestone that stands first.
    """
    needs = {milestone.id: milestone.needs for _, milestone in plan.milestones() if milestone.needs}
    told: set[frozenset[str]] = set()
    for name, wanted in needs.items():
        for number, needed in enumerate(wanted):
            way = _way(needed, name, needs)
            if way is not None and frozenset(way) not in told:
                told.add(frozenset(way))
                yield name, number, (name, *way)


def _reached(name: str, needs: Mapping[str, Iterable[str]]) -> set[str]:
    reached: set[str] = set()
    todo = list(needs.get(name, ()))
    while todo:
        needed = todo.pop()
        if needed not in reached:
            reached.add(needed)
            todo += needs.get(needed, ())
    return reached


def _way(start: str, goal: str, needs: Mapping[str, Iterable[str]]) -> tuple[str, ...] | None:
    """The shortest way along needs from one milestone to another, both included; None where there is none."""
    came_from: dict[str, str] = {start: ""}
    todo = [start]
    for here in todo:  # grows as it is gone through
        if here == goal:
            way = [here]
            while came_from[way[-1]]:
                way.append(came_from[way[-1]])
            return tuple(reversed(way))
        for needed in needs.get(here, ()):
            if needed not in came_from:
                came_from[needed] = here
                todo.append(needed)
    return None
