"""The four rules by which Making Data Count tells a special cause from common cause variation.

Which of a run's points are marked, and that a point outside the limits is none of two near one, is as the tool and the
R package of Making Data Count have it. A run of equal values is no trend; a value on the mean ends a shift.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from jfp_cli.measures.spc.limits import Place

Rule = Literal["outside_limits", "trend", "two_of_three", "shift"]
RULES: tuple[Rule, ...] = get_args(Rule)
"""In their precedence: the first that holds of a point names its cause."""

RUN = 7  # points that make a trend or a shift


class Signal(NamedTuple):
    """A rule that holds of a point, and whether it points up (1) or down (-1)."""

    rule: Rule
    way: int


Signals = tuple[Signal, ...]


def signals(values: Sequence[int], places: Sequence[Place]) -> list[Signals]:
    """What holds of each value of a stretch, by precedence; where two trends meet, the later one comes first."""
    sides = [place.side for place in places]
    found: list[list[Signal]] = [[Signal("outside_limits", side)] if out else [] for side, out, _ in places]
    for start, end, way in trends(values):
        for own in found[start:end]:
            own.insert(len(own) - sum(signal.rule == "trend" for signal in own), Signal("trend", way))
    for at in two_of_three(places):
        found[at].append(Signal("two_of_three", sides[at]))
    for start, end, way in shifts(sides):
        for own in found[start:end]:
            own.append(Signal("shift", way))
    return [tuple(own) for own in found]


def trends(values: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The runs of seven points or more that rise, or fall, at each step: from where to where, and which way."""
    steps = [(later > earlier) - (later < earlier) for earlier, later in pairwise(values)]
    for start, end, way in _runs(steps, RUN - 1):
        yield start, end + 1, way


def shifts(sides: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """The runs of seven points or more on one side of the mean."""
    return _runs(sides, RUN)


def two_of_three(places: Sequence[Place]) -> list[int]:
    """The points near a limit that are two of three in a row, all three on one side of the mean."""
    found: set[int] = set()
    for start in range(len(places) - 2):
        three = range(start, start + 3)
        near = [at for at in three if places[at].near]
        if len(near) > 1 and abs(sum(places[at].side for at in three)) == len(three):
            found.update(near)
    return sorted(found)


def _runs(ways: Sequence[int], least: int) -> Iterator[tuple[int, int, int]]:
    """The runs of one way, up or down, that are long enough."""
    start = 0
    for at in range(1, len(ways) + 1):
        if at == len(ways) or ways[at] != ways[start]:
            if at - start >= least and ways[start]:
                yield start, at, ways[start]
            start = at
