"""The shipped plan as if everybody had reported: made-up statuses, completions, moves and two years of readings."""

import random
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from shutil import copytree

from jfp_cli.measures.line import level
from jfp_cli.model.plan import Plan
from jfp_cli.model.target import Target
from jfp_cli.values.figures import PER_CENT
from jfp_cli.values.figures.writing import written
from jfp_cli.values.text import as_id
from tests.conftest import SHIPPED
from tests.report.pages import read

MONTHS = [f"{2025 + month // 12}-{month % 12 + 1:02}" for month in range(22)]  # to October 2026
LINES = (
    "status: complete\n    completed: 2025-06-20\n    owner: {owner}",
    "status: complete\n    completed: 2026-04-20\n    owner: {owner}",
    "status: off_track\n    owner: {owner}\n    forecast: March 2028",
    "status: at_risk\n    owner: {owner}",
    "status: on_track\n    owner: {owner}",
    "status: cancelled",
    "status: on_track\n    moves: [{{from: March 2025, to: {due}, date: 2025-11-03, because: awaiting guidance}}]",
    "status: complete",
    "",
)
OWNERS = ("Programme director for planned care", "Cancer lead", "Deputy director of digital and data")


def reported(folder: Path) -> Path:
    """A copy of the shipped plan in a folder, full of reports."""
    plan = copytree(SHIPPED, folder / "plan")
    number = 0
    for file in sorted((plan / "milestones").glob("*.yaml")):
        pieces = re.split(r"(?m)^(    due: (.+)\n)", file.read_text(encoding="utf-8"))
        text = pieces[0]
        for line, due, after in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
            said = LINES[number % len(LINES)].format(owner=OWNERS[number % len(OWNERS)], due=due)
            text += line + (f"    {said}\n" if said else "") + after
            number += 1
        file.write_text(text, encoding="utf-8")
    (plan / "measures").mkdir()
    for name, text in _measures(read(SHIPPED)):
        (plan / "measures" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return plan


def _measures(plan: Plan) -> Iterator[tuple[str, str]]:
    """A file for each measure that a target has in words, with readings around its figure in one place or more."""
    chance, places, done = random.Random(1), list(plan.settings.places), set[str]()  # noqa: S311 - made-up readings
    for home in plan.targets():
        target = home.target
        figure = level(target, target.target)
        if not target.measure or figure is None or figure.unit.startswith("of ") or as_id(target.measure) in done:
            continue
        name = as_id(target.measure)
        done.add(name)
        read_in = [None, *places[:2]] if len(done) % 4 == 0 else [None]
        lines = [line for place in read_in for line in _readings(target, place, chance)]
        better = f"better: {target.better}\n" if target.better else ""
        head = f"id: {name}\ntitle: {_quoted(target.measure)}\n{better}every: month\nreadings:\n"
        yield name, head + "\n".join(lines) + "\n"


def _readings(target: Target, place: str | None, chance: random.Random) -> Iterator[str]:
    figure = level(target, target.target)
    assert figure
    start = float(figure.value) * chance.choice((0.8, 0.95, 1, 1.05, 1.2)) or 5.0
    places = 1 if figure.unit == PER_CENT or start < 100 else 0
    drift = chance.choice((-0.004, 0, 0, 0.004)) * start
    of = f", place: {place}" if place else ""
    for number, month in enumerate(MONTHS):
        value = max(0.0, start + drift * number + chance.gauss(0, 0.03) * start)
        shown = written(Decimal(f"{value:.{places}f}"), figure.unit)
        more = {9: ", note: industrial action", len(MONTHS) - 1: ", provisional: true"}.get(number, "")
        yield f"  - {{at: {month}{of}, value: {_quoted(shown)}{more}}}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
