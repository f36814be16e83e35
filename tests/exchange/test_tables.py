"""The plan as tables: every row has every column, and what each says is what the plan says."""

from datetime import date

import pytest

from jfp_cli.exchange.data.column import Column, Sort
from jfp_cli.exchange.data.table import Exported, Table
from jfp_cli.exchange.data.whole import TABLES, rows_of

HELD: dict[Sort, type | tuple[type, ...]] = {
    Sort.TEXT: str,
    Sort.DAY: date,
    Sort.TRUTH: bool,
    Sort.COUNT: int,
    Sort.NUMBER: float,
    Sort.TEXTS: list,
    Sort.WORDS: dict,
    Sort.ROWS: list,
}
BY_NAME = {table.name: table for table in TABLES}


def rows(exported: Exported, table: str) -> list[dict[str, object]]:
    return list(rows_of(BY_NAME[table], [exported]))


def row(exported: Exported, table: str, address: str) -> dict[str, object]:
    return next(row for row in rows(exported, table) if row["address"] == address)


def check(columns: tuple[Column, ...], row: dict[str, object]) -> None:
    assert list(row) == [column.name for column in columns]
    for column in columns:
        value = row[column.name]
        assert value is None or isinstance(value, HELD[column.sort]), (column, value)
        assert value is not None or column.sort not in (Sort.TEXTS, Sort.WORDS, Sort.ROWS)
        assert not (column.sort is Sort.COUNT and isinstance(value, bool))
        if column.sort is Sort.ROWS and isinstance(value, list):
            for inner in value:
                check(column.inner, inner)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_has_every_column_and_in_it_what_it_says(borough: Exported, table: Table) -> None:
    found = list(table.rows(borough))
    assert found
    for one in found:
        check(table.columns, one)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_column_stands_once_and_says_what_it_is(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(names) == len(set(names))
    assert not {"plan", "edition"} & set(names)
    assert all(column.about.endswith(".") for column in table.columns)


def test_a_date_is_told_with_its_first_and_last_day(borough: Exported) -> None:
    found = row(borough, "promises", "milestones/reablement-team")
    assert (found["due"], found["due_first"], found["due_last"]) == (
        "October 2026",
        date(2026, 10, 1),
        date(2026, 10, 31),
    )
    assert (found["overdue"], found["days_overdue"], found["leads"]) == (True, 21, ["council"])


def test_a_figure_is_told_with_its_number_and_unit(borough: Exported) -> None:
    found = row(borough, "targets", "targets/homes-insulated")
    assert (found["target"], found["target_number"], found["target_unit"]) == ("2,400 homes", 2400, "homes")
    assert (found["baseline_value"], found["baseline_value_number"]) == ("0 homes", 0)


def test_how_a_figure_compares_is_told_in_words(borough: Exported) -> None:
    found = row(borough, "targets", "targets/calls-standard")
    assert (found["target_comparison"], found["measure_id"], found["progress"]) == ("at_least", "calls", "met")
    assert (found["assurance"], found["latest_number"], found["breaches"]) == ("inconsistent", 92, 1)


def test_a_move_is_told_with_its_days(borough: Exported) -> None:
    (move,) = rows(borough, "moves")
    assert (move["address"], move["number"], move["days"]) == ("milestones/licensing-scheme", 1, 91)
    promise = row(borough, "promises", "milestones/licensing-scheme")
    assert (promise["moves"], promise["days_moved"]) == (1, 91)


def test_what_stands_on_its_own_is_no_second_time_within_another(borough: Exported) -> None:
    assert not {"checkpoints", "readings"} & {column.name for table in TABLES for column in table.columns}
    assert len(rows(borough, "promises")) > len(list(borough.plan.milestones()))


def test_a_reading_is_told_with_the_limits_of_its_stretch(borough: Exported) -> None:
    found = [row for row in rows(borough, "readings") if row["measure"] == "calls"]
    assert [row["value_number"] for row in found] == [81, 88, 92]
    assert {row["mean"] for row in found} == {87}


def test_own_fields_are_texts_by_name(borough: Exported) -> None:
    said = [row["fields"] for row in rows(borough, "promises") if row["fields"]]
    assert said
    assert all(isinstance(value, str) for fields in said if isinstance(fields, dict) for value in fields.values())
