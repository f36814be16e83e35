"""Rows and columns as somebody asked for them: in which order, how many, and which fields."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from jfp_cli.cli.console.table import Column
from jfp_cli.query.rows import Row, names_in, value_in
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import natural

DATES = ("last", "first")  # what puts a date in words into its place among others
_LAST = "9999"  # a date that is open comes after all others


class UnknownFieldError(Exception):
    """Rows have no such field; the text says which was likely meant."""


class Arrangement(NamedTuple):
    """Fields to sort by, each with a hyphen before it for the greatest first; how many rows; which fields."""

    sort: tuple[str, ...] = ()
    limit: int | None = None
    fields: tuple[str, ...] = ()

    def rows(self, rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
        """The rows to show; raises UnknownFieldError."""
        names = [name.removeprefix("-") for name in self.sort]
        self._check(rows, columns, (*names, *self.fields))
        arranged = list(rows)
        for name, key in reversed(list(zip(self.sort, names, strict=True))):  # the first is decided by last
            there = [row for row in arranged if value_in(row, key) is not None]
            there.sort(key=lambda row: _order(row, key), reverse=name.startswith("-"))
            arranged = [*there, *(row for row in arranged if value_in(row, key) is None)]
        return arranged[: self.limit]

    def columns(self, columns: Sequence[Column]) -> Sequence[Column]:
        """The columns to show: those that a table has anyway under the titles that they have there."""
        known = {column.key: column for column in columns}
        asked = (known.get(name) or Column(name, name.replace("_", " ").capitalize()) for name in self.fields)
        return [column._replace(essential=not column.long, stays=True) for column in asked] or columns

    def narrowed(self, rows: Iterable[Row]) -> list[Row]:
        """The rows with the fields that were asked for, all where none was."""
        return [{name: value_in(row, name) for name in self.fields} if self.fields else row for row in rows]

    def _check(self, rows: Sequence[Row], columns: Sequence[Column], names: Iterable[str]) -> None:
        known = list(
            dict.fromkeys([*(column.key for column in columns), *(name for row in rows for name in names_in(row))])
        )
        for name in names if rows else ():
            if name not in known:
                advice = did_you_mean(name, known, f"they have {', '.join(known)}")
                raise UnknownFieldError(f'these rows have no field "{name}"; {advice}')


def _order(row: Row, key: str) -> Any:
    value = value_in(row, key)
    if key == "due":
        return tuple(str(row.get(day) or _LAST) for day in DATES)
    if isinstance(value, int | float):
        return value
    return natural("; ".join(map(str, value)) if isinstance(value, list) else str(value))
