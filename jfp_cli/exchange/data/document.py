"""Tables as one JSON document, and the JSON Schema that it fits."""

from collections.abc import Iterable
from typing import Any

from jfp_cli.exchange.data.column import Column, Sort, as_json
from jfp_cli.exchange.data.table import Exported, Table
from jfp_cli.exchange.data.whole import EDITION, PLAN, TABLES, rows_of
from jfp_cli.loading.json_schema import DIALECT

FORMAT = 1
"""Counts up when a column goes or means something else; a new column changes nothing for whoever reads the others."""
_TEXT = {"type": "string"}
_OF_SORT: dict[Sort, dict[str, Any]] = {
    Sort.TEXT: {"type": ["string", "null"]},
    Sort.DAY: {"type": ["string", "null"], "format": "date"},
    Sort.TRUTH: {"type": ["boolean", "null"]},
    Sort.COUNT: {"type": ["integer", "null"]},
    Sort.NUMBER: {"type": ["number", "null"]},
    Sort.TEXTS: {"type": "array", "items": _TEXT},
    Sort.WORDS: {"type": "object", "additionalProperties": _TEXT},
}


def document(every: Iterable[Exported]) -> dict[str, Any]:
    """Every table by its name, as a list of rows."""
    every = list(every)
    return {"format": FORMAT} | {table.name: [as_json(row) for row in rows_of(table, every)] for table in TABLES}


def document_schema() -> dict[str, Any]:
    """The JSON Schema of such a document."""
    tables = {table.name: {"type": "array", "description": table.about, "items": _row_of(table)} for table in TABLES}
    return {
        "$schema": DIALECT,
        "title": "A plan as jfp export json writes it",
        **_object({"format": {"const": FORMAT}} | tables),
    }


def _row_of(table: Table) -> dict[str, Any]:
    return _columns((PLAN, EDITION, *table.columns))


def _columns(columns: Iterable[Column]) -> dict[str, Any]:
    return _object({column.name: {"description": column.about} | _value(column) for column in columns})


def _value(column: Column) -> dict[str, Any]:
    if column.sort is Sort.ROWS:
        return {"type": "array", "items": _columns(column.inner)}
    return _OF_SORT[column.sort]


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
