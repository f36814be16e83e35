"""The chart of a measure in a place: stretches with their limits, and every point judged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from jfp_cli.measures.spc.limits import Limits, ruler
from jfp_cli.measures.spc.points import Point, Rebase, in_whole_numbers
from jfp_cli.measures.spc.rules import Rule, Signals, signals
from jfp_cli.measures.spc.variation import Variation, variation
from jfp_cli.values.figures import Better

ENOUGH = 13
"""Points from which limits can be relied on; with fewer they are provisional, as in Making Data Count's tools."""
FIXED = 12
"""Points from which limits may be fixed, as NHSRplotthedots has it; by fewer they are provisional for good."""


class Judged(NamedTuple):
    """A point in its stretch: what holds of it, and what that means; of one that is left out, nothing does.

    `screened`: the move to it from the point before was too great to count for the limits.
    """

    point: Point
    stretch: int
    screened: bool
    signals: Signals
    variation: Variation | None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that hold of it, by precedence."""
        return tuple(dict.fromkeys(signal.rule for signal in self.signals)) if self.signals else ()


class Stretch(NamedTuple):
    """Points from one rebase to the next: its limits, how many points count for them, and the rebase that began it.

    `provisional`: there are too few points to rely on the limits, or fewer than these are to be fixed after.
    """

    limits: Limits | None
    counted: int
    began: Rebase | None
    provisional: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """All points of a measure in a place, oldest first, and the stretches that they stand in.

    A stretch of which every point is left out has no limits.
    """

    points: tuple[Judged, ...]
    stretches: tuple[Stretch, ...]
    better: Better | None
    rebases: tuple[Rebase, ...]
    screen: bool

    @property
    def latest(self) -> Judged | None:
        """The last point that counts."""
        return next((judged for judged in reversed(self.points) if judged.variation), None)

    @property
    def variation(self) -> Variation | None:
        """The variation of the last point that counts, which is the chart's: the icon shows what the chart does."""
        return self.latest.variation if self.latest else None

    @property
    def limits(self) -> Limits | None:
        """The limits that the last point that counts is held to."""
        return self.stretches[self.latest.stretch].limits if self.latest else None

    @property
    def provisional(self) -> bool:
        """Whether the last point that counts stands in a stretch with too few points."""
        return self.latest is None or self.stretches[self.latest.stretch].provisional

    def limits_at(self, judged: Judged) -> Limits | None:
        """The limits of the stretch that a point stands in, where it counts or is left out."""
        return self.stretches[judged.stretch].limits


def chart(
    points: Iterable[Point],
    better: Better | None = None,
    rebases: Iterable[Rebase] = (),
    fix_after: int | None = None,
    *,
    screen: bool = True,
) -> Chart:
    """The XmR chart of points in one unit.

    Each rebase begins a new stretch at the first point from its day on, and no run crosses it. `fix_after` takes the
    limits of each stretch from so many of its first points; they reach its last one. Points that are left out count
    neither for limits nor in runs, and a missing month does not end a run: what follows one point is the next that
    counts.
    """
    ordered = sorted(points, key=lambda point: point.at)
    turns = tuple(sorted(rebases, key=lambda rebase: rebase.start))
    judged: list[Judged] = []
    stretches: list[Stretch] = []
    for began, own in _parted(ordered, turns):
        limits, found = _judge(own, len(stretches), better, fix_after, screen=screen)
        judged.extend(found)
        counted = sum(not point.excluded for point in own)
        of_limits = counted if fix_after is None else min(counted, fix_after)
        stretches.append(Stretch(limits, of_limits, began, _is_provisional(counted, fix_after)))
    return Chart(tuple(judged), tuple(stretches), better, turns, screen)


def _is_provisional(counted: int, fix_after: int | None) -> bool:
    return counted < max(ENOUGH, fix_after or 0) or (fix_after is not None and fix_after < FIXED)


def _parted(points: Sequence[Point], rebases: Sequence[Rebase]) -> list[tuple[Rebase | None, list[Point]]]:
    """The points of each stretch, and what began it; of rebases with no point between them the last one did."""
    if not rebases:
        return [(None, list(points))] if points else []
    parts: list[tuple[Rebase | None, list[Point]]] = []
    for point in points:
        began = next((rebase for rebase in reversed(rebases) if rebase.start <= point.at), None)
        if not parts or parts[-1][0] is not began:
            parts.append((began, []))
        parts[-1][1].append(point)
    return parts


def _judge(
    points: Sequence[Point], stretch: int, better: Better | None, fix_after: int | None, *, screen: bool
) -> tuple[Limits | None, list[Judged]]:
    """A stretch's limits, and its points judged."""
    counted = [point for point in points if not point.excluded]
    if not counted:
        return None, [Judged(point, stretch, screened=False, signals=(), variation=None) for point in points]
    values, denominator = in_whole_numbers(counted)
    rule = ruler(values, denominator, fix_after, screen=screen)
    each = zip(rule.screened, signals(values, rule.places), strict=True)
    found = []
    for point in points:
        if point.excluded:
            found.append(Judged(point, stretch, screened=False, signals=(), variation=None))
        else:
            screened, own = next(each)
            found.append(Judged(point, stretch, screened, own, variation(own, better)))
    return rule.limits, found
