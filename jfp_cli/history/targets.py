"""Whether a target asks for more than it did, or for less."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from jfp_cli.history.moves import days_moved
from jfp_cli.history.parts import Key, Part
from jfp_cli.measures.line import direction, ends, level
from jfp_cli.model.plan import Plan
from jfp_cli.model.target import Target, TrajectoryPoint
from jfp_cli.values.figures import Quantity

HOLD: Key = ("hold",)
STRENGTHS = (("target",), HOLD)
"""The fields of a target that make it stronger or weaker."""

Strength = Literal["stronger", "weaker", "changed"]


class Point(NamedTuple):
    """What became of a point of a trajectory: its positions before and after, None where it was not or is not there.

    `days` is by how many its date moved, None where that is the same or has no number.
    """

    strength: Strength
    before: int | None
    after: int | None
    days: int | None = None


def strength(key: Key, old: Part, new: Part, before: Plan, after: Plan) -> Strength:
    """How a target's figure changed, as its direction says and not as the number does, or that it must always hold.

    A figure that was not there makes it stronger, and one that is not there any more weaker. It is only `changed` where
    nobody says which way is better, or the figures do not compare.
    """
    was, now = _target(old, before), _target(new, after)
    if key == HOLD:
        return "stronger" if now and now.hold else "weaker"
    if was is None or was.target is None:
        return "stronger"
    if now is None or now.target is None:
        return "weaker"
    return _compared(was, was.target, now, now.target)


def points(old: Part, new: Part, before: Plan, after: Plan) -> Iterator[Point]:
    """What became of the points of a target's trajectory.

    Those of one date are the same, then those of one figure, then those that stand between the same others.
    """
    was, now = _target(old, before), _target(new, after)
    ones, others = (dict(enumerate(target.trajectory)) if target else {} for target in (was, now))
    pairs = _paired(ones, others)
    for at, point in others.items():
        if at not in pairs:
            yield Point("stronger", None, at)
        elif was and now and (strength := _of_point(was, ones[pairs[at]], now, point)):
            yield Point(strength, pairs[at], at, days_moved(ones[pairs[at]].due, point.due) or None)
    yield from (Point("weaker", place, None) for place in ones if place not in pairs.values())


def _paired(ones: dict[int, TrajectoryPoint], others: dict[int, TrajectoryPoint]) -> dict[int, int]:
    """The positions of points before by those of the same after."""
    pairs = dict[int, int]()

    def pair(is_same: Callable[[int, int], bool]) -> None:
        for at in others:
            left = (place for place in ones if place not in pairs.values() and is_same(place, at))
            if at not in pairs and (place := next(left, None)) is not None:
                pairs[at] = place

    pair(lambda place, at: ones[place].due == others[at].due)
    pair(lambda place, at: ones[place].target == others[at].target)
    known = list(pairs.items())
    pair(lambda place, at: all((place < one) == (at < other) for other, one in known))
    return pairs


def _of_point(was: Target, one: TrajectoryPoint, now: Target, other: TrajectoryPoint) -> Strength | None:
    """Whether a point asks for less or for it later, which is as much, or for more or earlier; None for neither."""
    figure = None if one.target == other.target else _compared(was, one.target, now, other.target)
    days = days_moved(one.due, other.due)
    if other.due.is_open if days is None else days > 0:
        return "weaker"
    return figure or (None if days == 0 else "stronger")


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
