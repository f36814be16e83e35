"""Three questions of the documentation, asked by DuckDB of what `jfp export parquet --portfolio` wrote."""

import json
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from jfp_cli.cli.door import main
from jfp_cli.values.text import as_id
from tests.borough.test_borough import PLAN as BOROUGH
from tests.cli.conftest import AS_OF, Jfp, jfp
from tests.conftest import ROOT
from tests.report.reported import reported

__all__ = ["jfp"]  # a fixture

PAGE = (ROOT / "docs" / "portfolio.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
FOR_SPARK = re.findall(r"```text\n(SELECT.*?)```", PAGE, re.DOTALL)
PLANS = ("east", "north", "south")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a portfolio of three plans, two of which have the same measures, and the set exported of it."""
    folder = tmp_path_factory.mktemp("warehouse")
    north = reported(folder)
    south = shutil.copytree(north, folder / "south")
    text = f"title: Three plans\nplans: {{east: {BOROUGH}, north: {north}, south: {south}}}\n"
    (folder / "portfolio.yaml").write_text(text, encoding="utf-8")
    where = ("--portfolio", str(folder / "portfolio.yaml"), "--output", str(folder / "build" / "data"))
    assert main(["export", "parquet", *where, *AS_OF]) == 0
    return folder


@pytest.fixture
def database(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[duckdb.DuckDBPyConnection]:
    monkeypatch.chdir(home)
    with duckdb.connect() as connection:
        yield connection


def rows_of(jfp: Jfp, home: Path, *question: str) -> list[dict[str, Any]]:
    """What `jfp` itself answers of the same plans."""
    ran = jfp(*question, "--format", "json", "--portfolio", home / "portfolio.yaml", *AS_OF)
    found: list[dict[str, Any]] = json.loads(ran.out)
    return found


def test_every_question_is_asked_of_duckdb_and_of_spark() -> None:
    assert len(QUESTIONS) == len(FOR_SPARK) == 3
    for ours, sparks in zip(QUESTIONS, FOR_SPARK, strict=True):
        alike = re.sub(r"parquet\.`(.*?)`", r"read_parquet('\1/**/*.parquet', hive_partitioning = true)", sparks)
        alike = alike.replace("explode(", "unnest(").replace("array_join(", "array_to_string(")
        alike = alike.replace("sort_array(collect_set(plan))", "list_sort(list(DISTINCT plan))")
        assert ours.strip().removesuffix(";") == alike.strip()


def test_late_by_organisation(database: duckdb.DuckDBPyConnection, jfp: Jfp, home: Path) -> None:
    late = [row for row in rows_of(jfp, home, "overdue") if row["leads"]]
    # A checkpoint of what is overdue itself has a row in the tables alone.
    told = {
        name: (plans, number, longest) for name, plans, number, longest in database.execute(QUESTIONS[0]).fetchall()
    }
    assert told
    names = {"council": "Eastmere Borough Council", "college": "Eastmere College", "police": "Coastal Police"}
    counts = Counter(lead for row in late for lead in row["leads"])
    assert counts.keys() <= names.keys()
    for lead, number in counts.items():
        own = [row["days_overdue"] for row in late if lead in row["leads"]]
        plans, found, longest = told[names[lead]]
        assert (plans, longest) == (1, max(own))
        assert found >= number


def test_measures_that_fail_consistently(database: duckdb.DuckDBPyConnection, jfp: Jfp, home: Path) -> None:
    failing: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows_of(jfp, home, "targets"):
        if row["assurance"] == "consistent_fail":
            failing[as_id(row["measure"])].add(row["plan"])
    assert {"north", "south"} in failing.values()
    expected = [(name, len(plans), ", ".join(sorted(plans))) for name, plans in failing.items()]
    assert database.execute(QUESTIONS[1]).fetchall() == sorted(expected, key=lambda row: (-row[1], row[0]))


def test_dates_moved_most(database: duckdb.DuckDBPyConnection, jfp: Jfp, home: Path) -> None:
    moved = {row["address"] for row in rows_of(jfp, home, "milestones") if row["moves"]}
    rows = database.execute(QUESTIONS[2]).fetchall()
    assert Counter(row[0] for row in rows) == {"east": 1, "north": 3, "south": 3}
    assert {f"{plan}:{address}" for plan, address, *_ in rows} <= moved
    for plan in PLANS:
        days = [row[4] for row in rows if row[0] == plan]
        assert days == sorted(days, reverse=True)
