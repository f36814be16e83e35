"""The page of tables: what `jfp export json` and `jfp export parquet` write, from the columns themselves."""

from collections.abc import Iterator

from documentation import markdown as md
from jfp_cli.exchange.data.column import Column, Sort
from jfp_cli.exchange.data.table import Table
from jfp_cli.exchange.data.whole import EDITION, PLAN, TABLES

_PARQUET = {
    Sort.TEXT: "string",
    Sort.DAY: "date",
    Sort.TRUTH: "boolean",
    Sort.COUNT: "int64",
    Sort.NUMBER: "double",
    Sort.TEXTS: "list of strings",
    Sort.WORDS: "map of strings",
    Sort.ROWS: "list of structs",
}


def page() -> str:
    """Every table with its columns."""
    return md.page(
        "Tables",
        "What `jfp export json` and `jfp export parquet` write: [the plan for other programs](../data.md). In JSON a "
        "day is a text such as `2026-03-31`, and what is not said is null or empty. In Parquet `plan` and `edition` "
        "stand in the names of the folders.",
        *(part for table in TABLES for part in _table(table)),
    )


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.name}"
    yield md.text(table.about)
    yield md.table(("Column", "Parquet", "What it holds"), _rows((PLAN, EDITION, *table.columns)))


def _rows(columns: tuple[Column, ...], before: str = "") -> Iterator[tuple[str, str, str]]:
    for column in columns:
        yield md.code(before + column.name), _PARQUET[column.sort], md.text(column.about)
        yield from _rows(column.inner, f"{before}{column.name}.")
