"""Tables for people: at a terminal's width with rich, and through a pipe as plain columns that nothing cuts."""

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

GAP = "  "


class Column(NamedTuple):
    """One column: `key` is the field it shows.

    An `essential` column always shows, whole. Where the width does not hold the others, the last of them goes first;
    the one that is `long` takes the room that is left, and is cut where it ends. `style` is a colour of rich.
    """

    key: str
    title: str
    essential: bool = False
    long: bool = False
    number: bool = False
    style: str = ""


LEAST_LONG = 16  # characters: a cut text shorter than this says nothing


def write_table(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> None:
    """Write a table to standard output."""
    if not rows:
        return
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        _write_rich(rows, columns)
    else:
        _write_plain(rows, columns)


def _write_plain(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> None:
    widths = _widths(rows, columns)
    for line in ([column.title for column in columns], *rows):
        cells = [
            text.rjust(width) if column.number else text.ljust(width)
            for text, width, column in zip(line, widths, columns, strict=True)
        ]
        sys.stdout.write(GAP.join(cells).rstrip() + "\n")


def _write_rich(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> None:
    from rich.console import Console  # noqa: PLC0415 - slow, and no pipe needs it
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False)
    shown = fitting(columns, _widths(rows, columns), console.width)
    table = Table(box=None, padding=(0, len(GAP), 0, 0), pad_edge=False, show_edge=False, header_style="bold")
    for at in shown:
        column = columns[at]
        table.add_column(
            column.title,
            justify="right" if column.number else "left",
            style=column.style or None,
            no_wrap=not column.essential,
            overflow="fold" if column.essential else "ellipsis",
            ratio=1 if column.long else None,
        )
    for row in rows:
        table.add_row(*(Text(row[at]) for at in shown))
    console.print(table)


def fitting(columns: Sequence[Column], widths: Sequence[int], room: int) -> list[int]:
    """The columns that fit in a width, by position: those that are not essential go, the last first."""
    shown = list(range(len(columns)))
    while True:
        needed = sum(min(widths[at], LEAST_LONG) if columns[at].long else widths[at] for at in shown)
        needed += len(GAP) * (len(shown) - 1)
        spare = [at for at in shown if not columns[at].essential]
        if needed <= room or not spare:
            return shown
        ordinary = [at for at in spare if not columns[at].long]
        shown.remove((ordinary or spare)[-1])


def _widths(rows: Sequence[Sequence[str]], columns: Sequence[Column]) -> list[int]:
    return [max(len(column.title), *(len(row[at]) for row in rows)) for at, column in enumerate(columns)]
