"""Parquet files, read by another program: DuckDB."""

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from jfp_cli.exchange.data.parquet import parquet_files
from jfp_cli.exchange.data.table import Exported
from jfp_cli.exchange.data.whole import TABLES
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def folder(borough: Exported, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("data")
    for path, data in parquet_files([borough, borough._replace(name="westmere")]).items():
        file = home / "build" / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return home


@pytest.fixture
def database(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[duckdb.DuckDBPyConnection]:
    monkeypatch.chdir(folder)
    with duckdb.connect() as connection:
        yield connection


def read(table: str) -> str:
    return f"read_parquet('build/data/{table}/**/*.parquet', hive_partitioning = true)"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_read_with_all_its_rows_and_columns(
    database: duckdb.DuckDBPyConnection, borough: Exported, table: object
) -> None:
    name, rows = table.name, list(table.rows(borough))  # type: ignore[attr-defined]  # one of the tables
    found = database.execute(f"SELECT * EXCLUDE (plan, edition) FROM {read(name)} WHERE plan = 'eastmere'")  # noqa: S608
    columns = [column[0] for column in found.description or ()]
    told = [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
    assert told == rows


def test_dates_are_dates_and_what_is_not_said_is_null(database: duckdb.DuckDBPyConnection) -> None:
    described = database.execute(f"DESCRIBE FROM {read('promises')}").fetchall()
    types = {name: kind for name, kind, *_ in described}
    assert (types["due_last"], types["overdue"], types["days_overdue"]) == ("DATE", "BOOLEAN", "BIGINT")
    assert (types["leads"], types["fields"]) == ("VARCHAR[]", "MAP(VARCHAR, VARCHAR)")
    query = f"SELECT count(*) FROM {read('promises')} WHERE owner IS NULL AND due_last < DATE '2027-01-01'"  # noqa: S608
    assert database.execute(query).fetchall()[0][0] > 0


def test_the_page_asks_three_questions() -> None:
    assert len(QUESTIONS) == 3


def test_late_by_organisation(database: duckdb.DuckDBPyConnection, borough: Exported) -> None:
    rows = database.execute(QUESTIONS[0]).fetchall()
    promises = next(table for table in TABLES if table.name == "promises")
    late = [name for row in promises.rows(borough) if row["overdue"] for name in row["leads"]]
    assert rows
    assert {name: count for name, count, _ in rows} == {name: 2 * late.count(name) for name in late}


def test_measures_that_fail_consistently(database: duckdb.DuckDBPyConnection, borough: Exported) -> None:
    rows = database.execute(QUESTIONS[1]).fetchall()
    targets = next(table for table in TABLES if table.name == "targets")
    failing = [row["measure_id"] for row in targets.rows(borough) if row["assurance"] == "consistent_fail"]
    assert sorted(row[1] for row in rows) == sorted([*failing, *failing])


def test_dates_moved_most(database: duckdb.DuckDBPyConnection, borough: Exported) -> None:
    rows = database.execute(QUESTIONS[2]).fetchall()
    promises = next(table for table in TABLES if table.name == "promises")
    moved = sorted((-row["days_moved"], row["address"]) for row in promises.rows(borough) if row["moves"])
    assert ("milestones/licensing-scheme", 91) in [(address, -days) for days, address in moved]
    assert [(-days, address) for plan, address, _, _, days in rows if plan == "eastmere"] == moved
    assert len(rows) == 2 * len(moved)
