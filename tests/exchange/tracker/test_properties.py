"""What a tracker says does not hang on the order of its rows, on blank columns, or on how its heads are typed."""

import random
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from jfp_cli.edit.change import Change
from jfp_cli.exchange.applying import Wish
from jfp_cli.exchange.excel.cells import Cell
from jfp_cli.exchange.settling import settle
from jfp_cli.exchange.tracker.grid import File, Grid
from jfp_cli.exchange.tracker.importing import NothingFoundError, Tracker
from jfp_cli.exchange.tracker.mapping import TrackerMap
from jfp_cli.loading import load
from tests.conftest import ROOT

BOROUGH = load(ROOT / "tests" / "borough" / "plan")
DAY = date(2026, 11, 26)
HEADS = ["Ref", "Service", "Action", "Owner", "Deadline", "Status", "Depends on", "Comments", "% complete"]
SERVICES = ["Housing", "Parks", "Adult social care"]
VERBS, THINGS = (
    ["Open", "Close", "Mend", "Buy", "Agree"],
    ["the depot", "a clinic", "forty lamps", "the lease", "a route"],
)
DATES: list[Any] = [
    "March 2027",
    "31/12/2026",
    "TBC",
    "",
    "Q3 2026/27",
    Decimal(46400),
    "ongoing",
    "June 2027 (was May 2027)",
]
STATUSES = ["On track", "Completed", "In progress", "Amber", "", "3. Ongoing - delayed"]


def rows_of(chance: random.Random) -> list[list[Any]]:
    """The rows of a tracker, each with a number of its own and words of its own."""
    rows = []
    for number in range(1, chance.randint(3, 9)):
        words = f"{chance.choice(VERBS)} {chance.choice(THINGS)} in ward {number}"
        needs = str(chance.randint(1, 9)) if chance.random() < 0.4 else ""
        rows.append(
            [
                *(Decimal(number), chance.choice(SERVICES), words, chance.choice(["Ann", "Bob", "", "ALL"])),
                *(
                    chance.choice(DATES),
                    chance.choice(STATUSES),
                    needs,
                    chance.choice(["", "All is well"]),
                    Decimal("0.5"),
                ),
            ]
        )
    return rows


def grid_of(heads: list[str], rows: list[list[Any]], columns: list[int], first: int = 1) -> Grid:
    """A grid with its heads in a row, and its columns where somebody put them."""
    said = {
        number: {at: Cell(text) for at, text in zip(columns, row, strict=True) if text != ""}
        for number, row in enumerate([heads, *rows], first)
    }
    return Grid("Tracker", said)


def taken(*grids: Grid) -> dict[str, Any]:
    """What a borough's plan has after some grids were taken in: its new milestones by their numbers, without ids."""
    assert BOROUGH.plan is not None
    change = Change(BOROUGH, BOROUGH.plan)
    for grid in grids:
        tracker = Tracker(File([grid]), "tracker.xlsx", change.plan, (), TrackerMap(), DAY)
        tracker.begin(change)
        settle(change, tracker.proposed(change.plan), Wish(DAY), lambda _: {})
        change.go_on()
    assert change.faults(change.result()) == []
    assert BOROUGH.plan is not None
    old = {one.id for area in BOROUGH.plan.areas.values() for one in area.milestones}
    new = {one.id: one for area in change.plan.areas.values() for one in area.milestones if one.id not in old}
    numbers = {name: getattr(one, "own_ref", name) for name, one in new.items()}
    found: dict[str, Any] = {}
    for name, area in change.plan.areas.items():
        found[f"pending of {name}"] = sorted(gap.what for gap in area.pending)
        for one in area.milestones:
            if one.id in new:
                said = one.model_dump(exclude={"id", "needs"})
                found[numbers[one.id]] = (name, said, sorted(numbers[needed] for needed in one.needs))
    return {key: value for key, value in found.items() if value != []}


@pytest.fixture(params=range(12))
def chance(request: pytest.FixtureRequest) -> random.Random:
    return random.Random(request.param)  # noqa: S311 - nothing secret hangs on it


STRAIGHT = list(range(1, len(HEADS) + 1))


def test_rows_may_stand_in_any_order(chance: random.Random) -> None:
    rows = rows_of(chance)
    shuffled = chance.sample(rows, len(rows))
    assert taken(grid_of(HEADS, shuffled, STRAIGHT)) == taken(grid_of(HEADS, rows, STRAIGHT))


def test_columns_may_stand_anywhere(chance: random.Random) -> None:
    rows = rows_of(chance)
    columns = sorted(chance.sample(range(1, 40), len(HEADS)))
    order = chance.sample(range(len(HEADS)), len(HEADS))
    heads, moved = [HEADS[at] for at in order], [[row[at] for at in order] for row in rows]
    assert taken(grid_of(heads, moved, columns, chance.randint(1, 30))) == taken(grid_of(HEADS, rows, STRAIGHT))


def test_heads_may_be_typed_in_any_case_and_with_any_marks(chance: random.Random) -> None:
    rows = rows_of(chance)
    heads = [chance.choice([one.upper(), one.title(), f" {one.lower()}: ", f"{one} *"]) for one in HEADS]
    assert taken(grid_of(heads, rows, STRAIGHT)) == taken(grid_of(HEADS, rows, STRAIGHT))


def test_taken_twice_it_is_as_taken_once(chance: random.Random) -> None:
    rows = rows_of(chance)
    once, shuffled = grid_of(HEADS, rows, STRAIGHT), grid_of(HEADS, chance.sample(rows, len(rows)), STRAIGHT)
    assert taken(once, shuffled) == taken(once)


def test_whatever_cells_say_the_plan_stays_valid() -> None:
    chance = random.Random(4)  # noqa: S311 - as above
    words: list[Any] = [
        *HEADS,
        *DATES,
        *STATUSES,
        *SERVICES,
        *VERBS,
        True,
        Decimal("-3.5"),
        "x" * 400,
        "=1",
        "\u2713",
        "a: b # c",
        "- 1",
    ]
    for _ in range(150):
        rows = {
            row: {
                at: Cell(chance.choice(words), chance.choice(["", "0%", "mmm-yy"]))
                for at in range(1, 8)
                if chance.random() < 0.7
            }
            for row in range(1, 12)
        }
        merged = [(2, 1, 3, 4), (5, 2, 9, 2)] if chance.random() < 0.5 else []
        heads = {at: Cell(chance.choice(HEADS)) for at in range(1, 8)}
        with suppress(NothingFoundError):
            taken(Grid("Any", {1: heads} | {row + 1: cells for row, cells in rows.items()}, merged))
