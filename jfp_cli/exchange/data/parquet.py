"""Tables as Parquet files: a folder for each table, plan and edition, as DuckDB, Spark and warehouses read them."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import pyarrow as pa
from pyarrow import parquet

from jfp_cli.exchange.data.column import Column, Sort
from jfp_cli.exchange.data.table import Exported
from jfp_cli.exchange.data.whole import EDITION, PLAN, TABLES

_TYPES: dict[Sort, Any] = {
    Sort.TEXT: pa.string(),
    Sort.DAY: pa.date32(),
    Sort.TRUTH: pa.bool_(),
    Sort.COUNT: pa.int64(),
    Sort.NUMBER: pa.float64(),
    Sort.TEXTS: pa.list_(pa.string()),
    Sort.WORDS: pa.map_(pa.string(), pa.string()),
}


def parquet_files(every: Iterable[Exported]) -> dict[str, bytes]:
    """The files by their paths, such as `promises/plan=north/edition=current/promises.parquet`.

    The plan and the edition stand in the path alone, where every reader of partitioned sets looks for them. A table
    without rows has its file all the same: whoever asks it learns its columns.
    """
    return {
        f"{table.name}/{_partition(exported)}/{table.name}.parquet": _written(
            table.columns, [_values(row, table.columns) for row in table.rows(exported)]
        )
        for exported in every
        for table in TABLES
    }


def _partition(exported: Exported) -> str:
    """The folders of a plan and edition; readers of partitioned sets take back what is quoted in their names."""
    return f"{PLAN.name}={exported.name}/{EDITION.name}={quote(exported.edition, safe='')}"


def _written(columns: tuple[Column, ...], rows: list[dict[str, Any]]) -> bytes:
    table = pa.Table.from_pylist(rows, schema=pa.schema([_field(column) for column in columns]))
    sink = pa.BufferOutputStream()
    parquet.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


def _field(column: Column) -> Any:
    return pa.field(column.name, _type(column), metadata={"about": column.about})


def _type(column: Column) -> Any:
    if column.sort is Sort.ROWS:
        return pa.list_(pa.struct([_field(inner) for inner in column.inner]))
    return _TYPES[column.sort]


def _values(row: dict[str, Any], columns: tuple[Column, ...]) -> dict[str, Any]:
    """A row as pyarrow takes it: a mapping as its pairs."""
    return {column.name: _value(row[column.name], column) for column in columns}


def _value(value: Any, column: Column) -> Any:
    match column.sort:
        case Sort.WORDS:
            return list(value.items())
        case Sort.ROWS:
            return [_values(entry, column.inner) for entry in value]
        case _:
            return value
