"""The charts of many measures, beside what it takes to read their readings as YAML.

`python -m benchmarks.measures` prints the two and their ratio.
"""

import random
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from time import process_time
from typing import NamedTuple

import yaml

from benchmarks.budgets import LOAD, Ratio
from jfp_cli.measures.assurance import Asked, assurance
from jfp_cli.measures.season import season
from jfp_cli.measures.spc import Point, chart

MEASURES, READINGS, PLACES = 200, 120, ("west", "east")
TIMES = 3


class Charted(NamedTuple):
    """Seconds for the charts, and for CSafeLoader over the same readings: the best of some runs."""

    charts: float
    yaml: float

    @property
    def ratio(self) -> Ratio:
        """What is left to the charts where reading and charting together take two loads: one load."""
        what = f"charts of {MEASURES} measures x {READINGS} readings x {len(PLACES)} places / CSafeLoader"
        return Ratio(what, LOAD, self.charts / self.yaml)


def charted() -> Charted:
    """Measure both on the same made-up readings."""
    series = list(_series())
    texts = [_text(values) for values in series]
    return Charted(
        _best(lambda: [_chart(values) for values in series]),
        _best(lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts]),
    )


def _series() -> Iterator[list[tuple[str, str]]]:
    """Months and figures as they are written, of each measure in each place."""
    chance = random.Random(1)  # noqa: S311 - made-up readings
    months = [f"{2016 + at // 12}-{at % 12 + 1:02}" for at in range(READINGS)]
    for _ in range(MEASURES * len(PLACES)):
        middle = chance.randint(1_000, 100_000)
        yield [(month, f"{middle + chance.randint(-middle // 9, middle // 9):,}") for month in months]


def _text(values: list[tuple[str, str]]) -> str:
    lines = (f'  - {{at: {month}, place: west-essex, value: "{figure}"}}\n' for month, figure in values)
    return "readings:\n" + "".join(lines)


def _chart(values: list[tuple[str, str]]) -> object:
    """From exact figures to variation, assurance and season; how texts become figures is part of a load."""
    points = [Point(_day(month), Decimal(figure.replace(",", ""))) for month, figure in values]
    drawing = chart(points, "lower")
    return drawing.variation, assurance(drawing, Asked(Decimal(50_000)), "lower"), season(drawing)


def _day(month: str) -> date:
    year, of_year = map(int, month.split("-"))
    return date(year, of_year, monthrange(year, of_year)[1])


def _best(run: Callable[[], object]) -> float:
    found = []
    for _ in range(TIMES):
        start = process_time()
        run()
        found.append(process_time() - start)
    return min(found)


if __name__ == "__main__":
    took = charted()
    print(f"charts {took.charts:.2f} s, CSafeLoader {took.yaml:.2f} s")
    print(f"{took.ratio.what}: {took.ratio.measured:.2f}, at most {took.ratio.budget:g}, {took.ratio.verdict}")
