"""The budgets of the design, each beside what was measured."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from benchmarks.measure import InTurn
from benchmarks.subjects import LOADS, YAML

LOAD, STARTUP, LINT, RENDER, MEASURES, GROWTH, MEMORY = 0.6, 1.2, 4, 3, 2, 1.1, 11
KILOBYTES, SHIFT, FIRST_PAINT, PDF = 600, 0.1, 0.5, 20
SLIPPAGE, DIFF = 10, 3
ANSWER, FINDINGS = 50, 300  # milliseconds in an editor


class Cost(NamedTuple):
    """Seconds of the processor, and the most megabytes that are held at once."""

    seconds: float
    megabytes: float


Costs = Mapping[int, Mapping[str, Cost]]
"""By the number of copies of the shipped plan, then by subject."""


class Ratio(NamedTuple):
    """What was measured, mostly a ratio of two measurements from one run, and the most that it may be."""

    what: str
    budget: float
    measured: float

    @property
    def verdict(self) -> str:
        return "within" if self.measured <= self.budget else "over"


def ratios(costs: Costs, overdue: InTurn, lint: InTurn, render: InTurn) -> Iterator[Ratio]:
    """Every budget of the design."""
    for size, cost in costs.items():
        for load in LOADS:
            yield Ratio(f"{load} / {YAML}, plan x {size}", LOAD, cost[load].seconds / cost[YAML].seconds)
    yield Ratio("jfp overdue / the least that it needs, best", STARTUP, overdue.best)
    yield Ratio("jfp overdue / the least that it needs, median", STARTUP, overdue.median)
    yield Ratio("lint, load included / load, best", LINT, lint.best)
    yield Ratio("lint, load included / load, median", LINT, lint.median)
    yield Ratio("jfp render / jfp validate, best", RENDER, render.best)
    for subject in costs[1]:
        if subject != YAML:
            yield from _growth(subject, costs)


def _growth(subject: str, costs: Costs) -> Iterator[Ratio]:
    """What ten times the plan costs: time beside what CSafeLoader's own grows by, and memory."""
    for (small, less), (large, more) in pairwise(costs.items()):
        grown, own = (more[name].seconds / less[name].seconds for name in (subject, YAML))
        yield Ratio(f"growth of {subject} / of {YAML}, x {large} / x {small}", GROWTH, grown / own)
        held = more[subject].megabytes / less[subject].megabytes
        yield Ratio(f"memory of {subject}, x {large} / x {small}", MEMORY, held)
