"""A workbook that nobody changed changes nothing, and each change of a cell is that change and no other."""

import shutil
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from jfp_cli.exchange.columns import TITLES
from jfp_cli.exchange.table import Column, Role
from jfp_cli.exchange.tables import tables_of
from jfp_cli.loading import load
from jfp_cli.model.field import Shape
from jfp_cli.query.filters import Filters
from jfp_cli.values.finding import Severity
from tests.conftest import EXAMPLE, ROOT, SHIPPED
from tests.exchange.made_plans import Maker
from tests.exchange.workbooks import DAY, exported, headings, opened, saved, taken, texts_of

BOROUGH = ROOT / "tests" / "borough" / "plan"


def copied(root: Path, folder: Path) -> Path:
    return Path(shutil.copytree(root, folder / "plan"))


def check_unchanged(root: Path, data: bytes) -> None:
    before = texts_of(root)
    came = taken(root, data)
    assert texts_of(root) == before
    assert came.proposal == type(came.proposal).empty()


@pytest.mark.parametrize("root", [SHIPPED, BOROUGH, EXAMPLE], ids=["shipped", "borough", "example"])
def test_an_unedited_workbook_changes_no_byte(root: Path, tmp_path: Path) -> None:
    plan = copied(root, tmp_path)
    check_unchanged(plan, exported(plan))
    check_unchanged(plan, saved(opened(exported(plan))))


@pytest.mark.parametrize("seed", range(10))
def test_nor_does_one_of_a_plan_that_chance_made(seed: int, tmp_path: Path) -> None:
    plan = Maker(seed).write(tmp_path / "plan")
    assert [finding for finding in load(plan).findings if finding.severity >= Severity.ERROR] == []
    check_unchanged(plan, exported(plan))
    check_unchanged(plan, saved(opened(exported(plan))))


class Edit(NamedTuple):
    """A cell that somebody changes: whose it is, what is typed, and what the cell says then."""

    row: tuple[str, ...]
    column: Column
    typed: Any
    meant: str
    number_format: str = ""


def edit_of(column: Column, before: str, random: Random, number: int) -> tuple[Any, str, str] | None:
    """What somebody types in a cell, what is meant by it, and how Excel shows it; None where nothing fits."""
    field = column.field
    if column.role is Role.READING:
        figure = random.randint(1_000, 9_999)
        return random.choice([(figure, f"{figure}", "General"), (figure, f"{figure:,}", "#,##0")])
    if field is None or column.role is not Role.FIELD or field.about.own or ("." in column.key and not before):
        return None
    if column.is_date:
        month = random.randint(1, 12)
        name = datetime(2027, month, 1).strftime("%B %Y")  # noqa: DTZ001 - as in a workbook
        is_numbered = len(before) == 7 and before[4] == "-"
        day = datetime(2027, month, 12)  # noqa: DTZ001 - as in a workbook
        by_day = f"2027-{month:02}-12" if len(before) == 10 and before[4] == "-" else f"12 {name}"
        ways = [
            (name, name, "@"),
            (f"  {name} ", name, "@"),
            (day.replace(day=1), f"2027-{month:02}" if is_numbered else name, "mmm-yy"),
            (day, by_day, "dd/mm/yyyy"),
        ]
        return random.choice([way for way in ways if way[1] != before])
    if column.path == ("status",):
        choice = random.choice([("On track", "on_track"), ("off_track", "off_track"), ("CANCELLED ", "cancelled")])
        return (*choice, "@") if choice[1] != before else None
    if column.path == ("places",):
        choice = random.choice([("North Town", "north-town"), ("south-vale; north-town", "south-vale, north-town")])
        return (*choice, "@") if choice[1] != before else None
    if column.path == ("target",):
        share = random.randint(1, 98)
        return (share / 100, f"{share}%", "0%") if f"{share}%" != before else None
    if field.shape is Shape.TEXT and field.about.prose and not field.about.names and not column.is_words:
        words = f"Said anew no {number}"
        return (f"{words} ", words, "@") if column.key not in {"baseline.value", "bounds", "unit"} else None
    return None


def test_a_thousand_edits_come_back_as_exactly_those_changes(tmp_path: Path) -> None:
    random, made, seed = Random(2026), 0, 100  # noqa: S311 - nothing is kept secret with it
    while made < 1000:
        seed += 1
        made += check_edits(Maker(seed).write(tmp_path / f"plan-{seed}"), random)


def check_edits(root: Path, random: Random) -> int:
    """Edit some cells of a plan's workbook, take them in, and look at every cell of the plan; how many were edited."""
    plan = load(root).plan
    assert plan is not None
    book = opened(exported(root))
    wanted: dict[str, dict[str, dict[str, str]]] = {}
    edits = 0
    for table in tables_of(plan, Filters(), DAY):
        sheet = book[table.name]
        of_table = wanted.setdefault(table.name, {})
        for number, row in enumerate(table.rows, 2):
            cells = of_table.setdefault(str(table.key(row.cells)), dict(row.cells))
            is_of_place = any(cells.get(column.key) for column in table.columns if column.role is Role.PLACE)
            for at, column in enumerate(table.columns, 1):
                if random.random() < 0.75 or (is_of_place and column.role is not Role.READING):
                    continue
                edit = edit_of(column, cells.get(column.key, ""), random, edits)
                if edit and sheet.cell(number, at).value and random.random() < 0.1 and not column.is_required:
                    edit = (None, "", "@") if column.role is Role.FIELD and "." not in column.key else edit
                if edit is None:
                    continue
                sheet.cell(number, at).value, cells[column.key], sheet.cell(number, at).number_format = edit
                edits += 1
    came = taken(root, saved(book))
    assert came.settled.untaken == []
    after = load(root).plan
    assert after is not None
    for table in tables_of(after, Filters(), DAY):
        for row, cells in zip(table.rows, wanted[table.name].values(), strict=True):
            ids = [column.key for column in table.columns if column.role in (Role.ID, Role.TITLES)]
            if row.cells.get("@place"):  # what its measure is called may have been changed in the row of that
                ids.append("title")
            said = {key: text for key, text in cells.items() if text and key not in ids}
            assert {key: text for key, text in row.cells.items() if key not in ids} == said, table.key(row.cells)
    assert len(came.settled.applied.changes) == edits
    return edits


def test_the_edits_are_of_every_sort(tmp_path: Path) -> None:
    book = opened(exported(Maker(101).write(tmp_path / "plan")))
    assert {"Due", "Status", "Target", "Places", "Why"} <= {*headings(book["Milestones"]), *headings(book["Targets"])}
    assert TITLES.startswith(".")
