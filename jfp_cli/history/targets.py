"""Whether a target asks for more than it did, or for less."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from jfp_cli.history.moves import days_moved
from jfp_cli.history.parts import Part
from jfp_cli.measures.line import direction, ends, level
from jfp_cli.model.plan import Plan
from jfp_cli.model.target import Target
from jfp_cli.values.figures import Quantity

Strength = Literal["stronger", "weaker", "changed"]


class Point(NamedTuple):
    """What became of a point of a trajectory: its positions before and after, None where it was not or is not there.

    `days` is by how many its date moved, where its figure is the same.
    """

    strength: Strength
    before: int | None
    after: int | None
    days: int | None = None


def strength(old: Part, new: Part, before: Plan, after: Plan) -> Strength:
    """How a target's figure changed, as its direction says and not as the number does.

    A figure that was not there makes it stronger, and one that is not there any more weaker. It is only `changed` where
    nobody says which way is better, or the figures do not compare.
    """
    was, now = _target(old, before), _target(new, after)
    if was is None or was.target is None:
        return "stronger"
    if now is None or now.target is None:
        return "weaker"
    return _compared(was, was.target, now, now.target)


def points(old: Part, new: Part, before: Plan, after: Plan) -> Iterator[Point]:
    """What became of the points of a target's trajectory: those of one date, then those of one figure, are the same."""
    was, now = _target(old, before), _target(new, after)
    ones = dict(enumerate(was.trajectory)) if was else {}
    others = dict(enumerate(now.trajectory)) if now else {}
    for at, point in list(others.items()):
        same = next((place for place, one in ones.items() if one.due == point.due), None)
        if same is not None:
            one = ones.pop(same)
            del others[at]
            if was and now and one.target != point.target:
                yield Point(_compared(was, one.target, now, point.target), same, at)
    for at, point in list(others.items()):
        same = next((place for place, one in ones.items() if one.target == point.target), None)
        if same is not None:
            days = days_moved(ones.pop(same).due, point.due)
            del others[at]
            yield Point("weaker" if days is None or days > 0 else "stronger", same, at, days)
    yield from (Point("stronger", None, at) for at in others)
    yield from (Point("weaker", place, None) for place in ones)


def _compared(was: Target, one: Quantity, now: Target, other: Quantity) -> Strength:
    """Whether a figure asks for more than another one of a target did."""
    better = direction(now)
    if better != direction(was) or better not in ("lower", "higher"):
        return "changed"
    rise = _rise((was, one), (now, other), to_upper=better == "lower")
    if not rise:
        return "changed"
    return "stronger" if (rise > 0) == (better == "higher") else "weaker"


def _target(part: Part, plan: Plan) -> Target | None:
    return plan.as_measured(part.entity) if isinstance(part.entity, Target) else None


def _rise(before: tuple[Target, Quantity], after: tuple[Target, Quantity], *, to_upper: bool) -> Fraction | None:
    """How much higher the figure to be reached is, of a range its upper end or its lower; None where nobody can say."""
    one, other = level(*before), level(*after)
    if one is None or other is None:
        one, other = before[1], after[1]  # two changes of a baseline that is not said
        if one.change is not other.change:
            return None
    reached = (ends(one, other.unit), ends(other, other.unit))
    if reached[0] is None or reached[1] is None:
        return None
    return reached[1].high - reached[0].high if to_upper else reached[1].low - reached[0].low
