"""`jfp measures` of a plan with many readings, beside a load of the same plan.

`python -m benchmarks.measures` prints the ratio of the two.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.budgets import MEASURES, Ratio
from benchmarks.measure import in_turn

NUMBER, READINGS, PLACES = 200, 120, {"west": "West Essex", "east": "East Hertfordshire"}
PAIRS = 9
PLAN = f"""\
title: Many measures
organisation: Example board
period: {{start: 2025-04-01, end: 2030-03-31}}
planning_periods: [2025-26, 2026-30]
places: {{{", ".join(f"{name}: {title}" for name, title in PLACES.items())}}}
contents: [{{part: Measures, sections: [measured]}}]
"""


def asked() -> Ratio:
    """Measure both in turn on the same made-up plan."""
    with TemporaryDirectory() as folder:
        plan = Path(folder)
        write_plan(plan)
        took = in_turn("measures", "load", plan, PAIRS)
    what = f"jfp measures / load, {NUMBER} measures x {READINGS} readings x {len(PLACES)} places"
    return Ratio(what, MEASURES, took.best)


def write_plan(folder: Path) -> None:
    """A plan of measures that are read every month in each place, each with a target that is on its way."""
    chance = random.Random(1)  # noqa: S311 - made-up readings
    (folder / "measures").mkdir()
    (folder / "sections").mkdir()
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    targets = ["id: measured", "title: Measured", "targets:"]
    for number in range(NUMBER):
        middle = chance.randint(1_000, 100_000)
        head = f"id: m{number}\ntitle: Measure {number}\nbetter: lower\nevery: month\nreadings:\n"
        lines = (line for place in PLACES for line in _readings(place, middle, chance))
        (folder / "measures" / f"m{number}.yaml").write_text(head + "".join(lines), encoding="utf-8")
        targets.append(
            f"  - {{id: t{number}, statement: Less of it, measure: m{number}, places: [{', '.join(PLACES)}], "
            f'baseline: {{value: "{middle:,}", at: April 2025}}, target: "{middle // 2:,}", due: March 2029}}'
        )
    (folder / "sections" / "measured.yaml").write_text("\n".join(targets) + "\n", encoding="utf-8")


def _readings(place: str, middle: int, chance: random.Random) -> Iterator[str]:
    for month in range(READINGS):
        at, figure = f"{2016 + month // 12}-{month % 12 + 1:02}", middle + chance.randint(-middle // 9, middle // 9)
        yield f'  - {{at: {at}, place: {place}, value: "{figure:,}"}}\n'


if __name__ == "__main__":
    ratio = asked()
    print(f"{ratio.what}: {ratio.measured:.2f}, at most {ratio.budget:g}, {ratio.verdict}")
