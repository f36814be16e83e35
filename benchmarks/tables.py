"""The results as Markdown that also reads well in a terminal."""

import platform
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from benchmarks.budgets import Costs, Ratio
from benchmarks.measure import InTurn

NOTE = """\
A ratio is taken within one run; what is not called one is a figure by itself. Seconds are the processor's, the best of
several runs, and megabytes the most that Python's objects take at once in a run of its own, both after a run on a small
plan. `load` reads, parses, locates every key and value and validates; `CSafeLoader` is `yaml.load(text,
Loader=yaml.CSafeLoader)` over the same texts, read beforehand. Commands are timed from their arguments to their last
line, without start-up. Nothing that was read in one run serves the next: each is the first load of a process that has
its models built. `jfp overdue / the least that it needs` compares whole processes, all bytecode compiled beforehand:
that of `jfp overdue` on the shipped plan, and that of `benchmarks/yardstick.py`, which imports typer and ruamel.yaml,
takes two options and validates one pydantic model. `lint`, `measures`, `slippage` and `diff` are held against a load in
one process, one after the other: processes differ by some hundredths. What somebody waits for in an editor is told by
the clock on the wall, the best of some keystrokes. Copies of the plan share its dates and figures.
"""


def results(ratios: Iterable[Ratio], costs: Costs, startup: InTurn, megabytes: Mapping[int, float]) -> str:
    """The whole of results.md."""
    today = date.today()  # noqa: DTZ011 - the day where the measurer is
    said = f"Measured on {today.day} {today:%B %Y} with Python {platform.python_version()} by `make bench`."
    judged = [(row.what, f"{row.budget:g}", f"{row.measured:.2f}", row.verdict) for row in ratios]
    subjects = list(costs[1])
    spent = [
        (f"x {size}", f"{megabytes[size]:.1f} MB", *(_cost(costs[size][subject]) for subject in subjects))
        for size in costs
    ]
    best = min(startup.measured), min(startup.against)
    processes = f"Whole processes, best: `jfp overdue` {best[0]:.3f} s, the least that it needs {best[1]:.3f} s."
    return "\n".join(
        [
            "# Benchmarks\n",
            f"{said}\n",
            _table(("ratio", "at most", "measured", ""), judged),
            _table(("plan", "text", *subjects), spent),
            f"{processes}\n",
            NOTE,
        ]
    )


def _cost(cost: tuple[float, float]) -> str:
    return f"{cost[0]:.3f} s, {cost[1]:.1f} MB"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]
    lines = [head, ["-" * width for width in widths], *rows]
    padded = [[cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines]
    return "".join(f"| {' | '.join(line)} |\n" for line in padded)
