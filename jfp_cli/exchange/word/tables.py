"""A table as it is meant: which row heads it, what each column holds, and the rows below with what stands over them."""

from collections.abc import Iterable, Iterator, Sequence

from jfp_cli.exchange.word.blocks import Cell, Line, Table, once
from jfp_cli.exchange.word.cards import readings_of_card
from jfp_cli.exchange.word.columns import Column
from jfp_cli.exchange.word.periods import date_in
from jfp_cli.exchange.word.reading import Head, Reading, Row, head_of
from jfp_cli.exchange.word.roles import key_of
from jfp_cli.values.calendar import Calendar

_MOST_IN_BAND = 3  # lines
_MOST_ABOVE = 6  # rows of titles over the heads of a table
_DAYS = (Column.PERIOD, Column.DAY)


def readings_of(table: Table, calendar: Calendar) -> list[Reading | tuple[Line, ...]]:
    """The tables that a table is, each with its heads, and between them lines that belong to none.

    One whose cells do not stand under its heads, since there are more heads than columns, is read cell by cell.
    """
    if not any(cell.text for cell in table.cells):
        return []
    if table.is_ragged or _is_out_of_step(table, calendar):
        return list(_cell_by_cell(table, calendar))
    if card := list(readings_of_card(table, calendar)):
        return list(card)
    return [_reading(table, calendar) or _of_dates(table, calendar) or _all_lines(table)]


def _all_lines(table: Table) -> tuple[Line, ...]:
    return tuple(line for cell in table.cells for line in cell.written)


def _reading(table: Table, calendar: Calendar) -> Reading | None:
    """A table by rows; None where no row of it is one of heads."""
    first = table.rows[:_MOST_ABOVE]
    at = next((n for n, row in enumerate(first) if _are_heads(row, calendar)), None)
    if at is None and _are_days(first, calendar):
        at = 0
    if at is None:
        return None
    heads = [head_of(cell, calendar) for cell in table.rows[at]]
    above = tuple(line for row in table.rows[:at] for cell in once(row) for line in cell.written)
    labels = [line for cell in once(table.rows[at]) for line in cell.written]
    below = at + 1
    if below < len(table.rows) and _are_subheads(table.rows[at], table.rows[below], calendar):
        finer = [head_of(cell, calendar) for cell in table.rows[below]]
        labels += [line for cell in once(table.rows[below]) for line in cell.written if line not in labels]
        heads = [fine if fine.column else coarse for coarse, fine in zip(heads, finer, strict=True)]
        below += 1
    if not heads[0].text and all(head.column is Column.PERIOD for head in heads[1:]):
        heads[0] = Head(Column.SUBJECT, "")
    rows, repeated = _rows(table.rows[below:], [key_of(head.text) for head in heads])
    subjects = [number for number, head in enumerate(heads) if head.column is Column.SUBJECT]
    return Reading(tuple(heads), _filled_down(rows, subjects), above, (*labels, *repeated), table.where)


def _are_heads(row: Sequence[Cell], calendar: Calendar) -> bool:
    """Whether a row is one of heads: at least two of its cells are, and nearly all that say something."""
    written = [cell for cell in once(row) if cell.text]
    known = [head for cell in written if (head := head_of(cell, calendar)).column]
    kinds = {head.column for head in known}
    if len(known) < 2 or len(written) - len(known) > len(known):
        return False
    return not kinds <= {Column.DAY} and (len(kinds) > 1 or kinds <= {*_DAYS, Column.TARGET})


def _are_days(rows: Sequence[Sequence[Cell]], calendar: Calendar) -> bool:
    """Whether the first row holds nothing but dates, and the others none."""
    first, *others = [[head_of(cell, calendar).column for cell in once(row) if cell.text] for row in rows]
    return len(first) > 1 and set(first) <= set(_DAYS) and bool(others) and not any(Column.DAY in row for row in others)


def _are_subheads(upper: Sequence[Cell], lower: Sequence[Cell], calendar: Calendar) -> bool:
    """Whether a second row of heads stands below the first: finer ones where that has one over several columns."""
    wide = [n for n, cell in enumerate(upper) if cell.span > 1]
    fresh = [cell for cell in once(lower) if cell not in upper and cell.text]
    known = [cell for cell in fresh if head_of(cell, calendar).column]
    return bool(wide) and bool(known) and len(known) == len(fresh) and all(lower[n] not in upper for n in wide)


def _rows(rows: Iterable[Sequence[Cell]], heads: list[str]) -> tuple[list[Row], list[Line]]:
    """The rows below the heads, and the lines of rows that repeat these."""
    found: list[Row] = []
    repeated: list[Line] = []
    band: tuple[Line, ...] = ()
    is_first = False
    for row in rows:
        cells = [cell for cell in once(row) if cell.text]
        if cells and [key_of(cell.text) for cell in row] == heads:
            repeated += [line for cell in cells for line in cell.written]
        elif _is_band(row, cells):
            band, is_first = cells[0].written, True
        elif cells:
            found.append(Row(tuple(row), band, is_first))
            is_first = False
    return found, repeated


def _filled_down(rows: Iterable[Row], subjects: Sequence[int]) -> tuple[Row, ...]:
    """Rows in which a subject that is left empty is that of the row above, under the same line across the table."""
    found: list[Row] = []
    for row in rows:
        cells = list(row.cells)
        if found and found[-1].band == row.band and not any(cells[number].text for number in subjects):
            for number in subjects:
                cells[number] = found[-1].cells[number]
        found.append(Row(tuple(cells), row.band, row.is_first))
    return tuple(found)


def _is_band(row: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """Whether a row is a title across the whole table, with a line or two under it."""
    return len(cells) == 1 and len(row) > 1 and cells[0].span == len(row) and len(cells[0].written) <= _MOST_IN_BAND


def _of_dates(table: Table, calendar: Calendar) -> Reading | None:
    """A table without heads in which dates stand beside texts; None where it is none."""
    columns = list(zip(*table.rows, strict=True))
    dated = [n for n, cells in enumerate(columns) if _are_dates(cells, calendar)]
    texts = [n for n, cells in enumerate(columns) if n not in dated and any(cell.text for cell in cells)]
    if len(dated) != 1 or len(texts) != 1:
        return None
    kinds = {dated[0]: Column.DUE, texts[0]: Column.ACTIVITY}
    heads = tuple(Head(kinds.get(number), "") for number in range(len(columns)))
    return Reading(heads, tuple(Row(row) for row in table.rows), (), (), table.where)


def _are_dates(cells: Sequence[Cell], calendar: Calendar) -> bool:
    """Whether nearly all that stands in a column is a date."""
    written = [cell.text for cell in cells if cell.text]
    return len(written) > 1 and sum(date_in(text, calendar) is not None for text in written) * 4 >= len(written) * 3


def _is_out_of_step(table: Table, calendar: Calendar) -> bool:
    """Whether heads run over the end of a row without filling rows: the cells then stand under none of them."""
    if any(cell.span > 1 for cell in table.cells) or len(table.cells) != sum(map(len, table.rows)):
        return False
    width = len(table.rows[0]) if table.rows else 0
    return any(
        start // width != (end - 1) // width and (start % width or end % width)
        for start, end in _runs(table.cells, calendar)
    )


def _runs(cells: Sequence[Cell], calendar: Calendar) -> Iterator[tuple[int, int]]:
    """Where heads stand one after another among some cells, from the first to behind the last."""
    start: int | None = None
    for number, cell in enumerate((*cells, Cell())):
        column = head_of(cell, calendar).column if len(cell.written) == 1 else None
        if column not in (None, Column.DAY):
            start = number if start is None else start
        elif start is not None:
            if number - start > 1:
                yield start, number
            start = None


def _cell_by_cell(table: Table, calendar: Calendar) -> Iterator[Reading | tuple[Line, ...]]:
    """Rows as they follow from the number of heads; a cell too many before the next heads stands for itself."""
    cells = table.cells
    runs = list(_runs(cells, calendar))
    if loose := tuple(line for cell in cells[: runs[0][0] if runs else len(cells)] for line in cell.written):
        yield loose
    ends = [*(start for start, _ in runs[1:]), len(cells)][: len(runs)]
    for (start, end), following in zip(runs, ends, strict=True):
        heads, below = cells[start:end], cells[end:following]
        rows = [Row(tuple(below[at : at + len(heads)])) for at in range(0, len(below), len(heads))]
        short = rows.pop() if rows and len(rows[-1].cells) < len(heads) else None
        labels = tuple(line for cell in heads for line in cell.written)
        written = tuple(row for row in rows if any(cell.text for cell in row.cells))
        yield Reading(tuple(head_of(cell, calendar) for cell in heads), written, (), labels, table.where)
        if short and (rest := tuple(line for cell in short.cells for line in cell.written)):
            yield rest
