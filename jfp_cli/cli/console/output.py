"""Rows to standard output: a table for people, JSON, CSV or Markdown for everything else."""

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from jfp_cli.cli.console.table import Column, write_table
from jfp_cli.cli.console.terminal import in_letters, width, wrapped
from jfp_cli.cli.options import Format
from jfp_cli.query.rows import flat, value_in
from jfp_cli.values.text import UNSAFE_IN_JSON, safe

_FIGURE = r"[+-]£?\d[\d.,]*(?: ?[a-z%])*\Z"
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")  # the wide forms too, which some spreadsheets take for the others
Rows = Sequence[Mapping[str, Any]]


def write_rows(rows: Rows, columns: Sequence[Column], form: Format, summary: str = "") -> None:
    """Write rows in a format; `columns` are what a table shows, the other formats hold every field."""
    match form:
        case Format.JSON:
            write_json(list(rows))
        case Format.CSV:
            _write_csv(rows, columns)
        case Format.MARKDOWN:
            _write_markdown(rows, columns)
        case Format.IDS:
            sys.stdout.write("".join(f"{safe(_id_of(row))}\n" for row in rows))
        case Format.TABLE:
            write_table([[in_letters(safe(_shown(row, column))) for column in columns] for row in rows], columns)
            if summary:
                lines = (line for said in summary.split("\n") for line in wrapped(safe(said), width()))
                sys.stdout.write(("\n" if rows else "") + "".join(f"{line}\n" for line in lines))


def write_json(value: Any) -> None:
    """Write a value as JSON, with what a terminal would obey written as escapes."""
    import json  # noqa: PLC0415 - a table needs none of it

    text = json.dumps(value, ensure_ascii=False, indent=2)
    sys.stdout.write(re.sub(UNSAFE_IN_JSON, lambda match: f"\\u{ord(match[0]):04x}", text) + "\n")


def _shown(row: Mapping[str, Any], column: Column) -> str:
    """What a table says of a row in a column."""
    text = cell(value_in(row, column.key))
    return column.words.get(text, text) or (cell(row.get(column.otherwise)) if column.otherwise else "")


def cell(value: Any) -> str:
    """A field as text: lists with commas, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(filter(None, map(cell, value.values())))
    if isinstance(value, list):
        return "; ".join(cell(part) for part in value)
    return str(value)


def _write_csv(rows: Rows, columns: Sequence[Column]) -> None:
    import csv  # noqa: PLC0415 - a table needs none of it

    rows = flat(rows)
    keys = list(dict.fromkeys(key for row in rows for key in row)) or [column.key for column in columns]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(keys)
    writer.writerows([_harmless(cell(row.get(key))) for key in keys] for row in rows)


def _harmless(text: str) -> str:
    """A cell that a spreadsheet shows as text and does not run as a formula; a signed figure is no formula."""
    text = safe(text)
    return f"'{text}" if text.startswith(_FORMULA) and not re.match(_FIGURE, text) else text


def _write_markdown(rows: Rows, columns: Sequence[Column]) -> None:
    lines: Iterable[list[str]] = ([markdown(_shown(row, column)) for column in columns] for row in rows)
    sys.stdout.write("| " + " | ".join(column.title for column in columns) + " |\n")
    sys.stdout.write("|" + "|".join(" ---: " if column.number else " --- " for column in columns) + "|\n")
    for line in lines:
        sys.stdout.write("| " + " | ".join(line) + " |\n")


def markdown(text: str) -> str:
    """Text in which Markdown and HTML mean nothing."""
    from jfp_cli.report.pages.markdown import escaped  # noqa: PLC0415 - only for this format

    return escaped(safe(text))


def _id_of(row: Mapping[str, Any]) -> str:
    """The address of what a row is about; of what has none, such as all promises of an area, what it is told by."""
    return str(row.get("address") or next(iter(row.values())))


def write_lines(lines: Iterable[str], stream: TextIO) -> None:
    """Write texts a line each, as a terminal may see them and as far in as they stand."""
    stream.writelines(f"{' ' * (len(line) - len(line.lstrip(' ')))}{safe(line)}\n" for line in lines)
