"""Whether a target asks for more than it did, or for less."""

from fractions import Fraction
from typing import Literal

from jfp_cli.history.parts import Part
from jfp_cli.measures.line import direction, ends, level
from jfp_cli.model.plan import Plan
from jfp_cli.model.target import Target

Strength = Literal["stronger", "weaker", "changed"]


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
    better = direction(now)
    if better != direction(was) or better not in ("lower", "higher"):
        return "changed"
    rise = _rise(was, now, to_upper=better == "lower")
    if not rise:
        return "changed"
    return "stronger" if (rise > 0) == (better == "higher") else "weaker"


def _target(part: Part, plan: Plan) -> Target | None:
    return plan.as_measured(part.entity) if isinstance(part.entity, Target) else None


def _rise(was: Target, now: Target, *, to_upper: bool) -> Fraction | None:
    """How much higher the figure to be reached is, of a range its upper end or its lower; None where nobody can say."""
    one, other = level(was, was.target), level(now, now.target)
    if one is None or other is None:
        one, other = was.target, now.target  # two changes of a baseline that is not said
        if one is None or other is None or one.change is not other.change:
            return None
    reached = (ends(one, other.unit), ends(other, other.unit))
    if reached[0] is None or reached[1] is None:
        return None
    return reached[1].high - reached[0].high if to_upper else reached[1].low - reached[0].low
