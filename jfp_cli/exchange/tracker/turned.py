"""Tables of measures that have a row for each month, or for each figure, with a column for each month instead."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from jfp_cli.exchange.tracker.figures import is_figure
from jfp_cli.exchange.tracker.found import Found, Line
from jfp_cli.exchange.tracker.grid import Grid, Spot
from jfp_cli.exchange.tracker.head_rows import HeadRows
from jfp_cli.exchange.tracker.heads import MEASURED, meanings_of_measure
from jfp_cli.exchange.tracker.telling import Telling
from jfp_cli.model.field import fields_of
from jfp_cli.model.measure import Reading
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.text import long_month

_AT, _VALUE, _NOTE = (key for key in fields_of(Reading) if key in ("at", "value", "note"))
_FEWEST = 3  # months below each other
_MOST = 0.5  # of the cells under a head


def turned(grid: Grid, heads: HeadRows, telling: Telling) -> Grid | None:
    """A grid in which months stand below each other, with a row for each column; None where none do."""
    for column in range(1, grid.width + 1):
        months = [row for row in grid.numbers if heads.is_period(telling.line(grid.cell(row, column)))]
        run = next((run for run in _runs(grid, months) if len(run) >= _FEWEST), [])
        over = max((row for row in grid.numbers if run and row < run[0]), default=0)
        if over:
            rows, columns = [over, *run], range(column, grid.width + 1)
            spots = {(at, number): (row, c) for number, row in enumerate(rows, 1) for at, c in enumerate(columns, 1)}
            return grid.in_order(spots, {(1, 1): MEASURED}, grid.above)
    return None


def _runs(grid: Grid, rows: list[int]) -> Iterator[list[int]]:
    """Rows that follow on each other in a grid."""
    at = {row: number for number, row in enumerate(grid.numbers)}
    for _, run in groupby(enumerate(rows), lambda one: at[one[1]] - one[0]):
        yield [row for _, row in run]


def spread(found: Found, telling: Telling, calendar: Calendar) -> Grid | None:
    """A table of which each row is one figure, with a column for each month; None where it is none."""
    meant = {at: [one.meaning for one in meanings_of_measure(head.text)] for at, head in found.heads.items()}
    by_meaning = {name: at for at, names in reversed(meant.items()) for name in names[:1]}
    if not {MEASURED, _AT, _VALUE} <= by_meaning.keys() or any(head.period for head in found.heads.values()):
        return None
    return _Spreading(found, telling, calendar, by_meaning).grid()


class _Spreading:
    """A table on its way from a row a figure to a row a measure."""

    def __init__(self, found: Found, telling: Telling, calendar: Calendar, columns: Mapping[str, int]) -> None:
        self._found = found
        self._telling = telling
        self._calendar = calendar
        self._at, self._value = columns[_AT], columns[_VALUE]
        others = [at for at in sorted(found.heads) if at not in (self._at, self._value)]
        self._others = {at: number for number, at in enumerate(others, 1)}
        self._telling_apart = [at for at in others if at != columns.get(_NOTE) and not self._are_figures(at)]

    def grid(self) -> Grid | None:
        """The grid with a column for each month, where the table has dates and figures."""
        dates = {line: self._telling.date_text(self._found.cell(line, self._at)) for line in self._found.lines}
        read = {line: date for line, text in dates.items() if (date := self._calendar.date_if_any(text))}
        if not self._are_figures(self._value) or len(read) < len(dates) * _MOST:
            return None
        are_months = len(set(read.values())) > 1 and all(
            date.first.day == 1 and date.first == date.last for date in read.values()
        )
        heads = self._found.heads
        spots: dict[Spot, Spot] = {(1, to): (heads[at].row, at) for at, to in self._others.items()}
        texts: dict[Spot, str] = {(1, to): heads[at].text for at, to in self._others.items()}
        rows: dict[tuple[str, ...], list[dict[str, Line]]] = {}
        for line, text in dates.items():
            key = tuple(self._telling.line(self._found.cell(line, at)) for at in self._telling_apart)
            of_key = rows.setdefault(key, [{}])
            period = long_month(read[line].first) if are_months and line in read else text
            free = next((row for row in of_key if period not in row), None)
            if free is None:
                of_key.append(free := {})
            free[period] = line
        periods = list(dict.fromkeys(period for of_key in rows.values() for row in of_key for period in row if period))
        columns = {period: len(self._others) + number for number, period in enumerate(periods, 1)}
        for number, row in enumerate((row for of_key in rows.values() for row in of_key), 2):
            for at, to in self._others.items():
                spots[number, to] = (next(iter(row.values())).number, at)
            for period, line in row.items():
                if period:
                    spots[number, columns[period]] = (line.number, self._value)
                    spots.setdefault((1, columns[period]), (line.number, self._at))
                    texts.setdefault((1, columns[period]), period)
        return self._found.grid.in_order(spots, texts, self._found.above)

    def _are_figures(self, at: int) -> bool:
        cells = [cell for line in self._found.lines if self._telling.line(cell := self._found.cell(line, at))]
        figures = sum(self._telling.is_number(cell) or is_figure(self._telling.line(cell)) for cell in cells)
        return bool(cells) and figures >= len(cells) * _MOST
