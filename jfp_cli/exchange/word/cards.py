"""A card: a table of two columns whose heads stand in the first, about one project or one subject."""

from collections.abc import Iterable, Iterator

from jfp_cli.exchange.word.blocks import Cell, Line, Table, once
from jfp_cli.exchange.word.columns import Column
from jfp_cli.exchange.word.periods import date_in
from jfp_cli.exchange.word.reading import Head, Reading, Row, head_of
from jfp_cli.exchange.word.roles import Role, role_of
from jfp_cli.values.calendar import Calendar

_OF_DAYS = (Column.DUE, Column.STARTS, Column.FORECAST, Column.COMPLETED)
_OF_DATES = (Head(Column.ACTIVITY, ""), Head(Column.DUE, ""))


def readings_of_card(table: Table, calendar: Calendar) -> Iterator[Reading]:
    """A card as a table of one row, then the milestones on it as those of its subject; nothing where it is none."""
    if any(len(list(once(row))) > 2 for row in table.rows) or not table.rows or len(table.rows[0]) < 2:
        return
    pairs = [(row[0], row[-1]) for row in table.rows]
    over = next((at for at, pair in enumerate(pairs) if _is_over_milestones(*pair, calendar)), len(pairs))
    below = pairs[over + 1 :]
    while below and not _is_dated(*below[-1], calendar):
        below.pop()
    dated = [pair for pair in below if pair[0] is not pair[1]]
    above = pairs[over] if dated else ()
    across = [first for first, last in pairs if first is last]
    pairs = [pair for pair in pairs if pair[0] is not pair[1] and pair not in dated and pair is not above]
    heads = [head_of(first, calendar) for first, _ in pairs]
    known = [head for head in heads if head.column not in (None, Column.DAY)]
    beside = [head for _, last in pairs[:1] if (head := head_of(last, calendar)).column]
    if len(known) < 2 or len(known) * 2 <= len(heads) or beside:
        return
    titles = [cell for cell in across if role_of(cell.text) is None]
    labels = once([*(first for first, _ in pairs), *(cell for cell in across if cell not in titles), *above])
    row = Row(tuple(last for _, last in pairs))
    yield Reading(tuple(heads), (row,), _lines(titles), _lines(labels), table.where)
    if dated:
        subjects = [last for head, (_, last) in zip(heads, pairs, strict=True) if head.column is Column.SUBJECT]
        band = _lines(subjects[:1] or titles[:1])
        yield Reading(_OF_DATES, tuple(Row(pair, band) for pair in dated), (), (), table.where)


def _is_over_milestones(first: Cell, last: Cell, calendar: Calendar) -> bool:
    """Whether a row says that those below it are milestones and their dates."""
    is_head = first is last or head_of(last, calendar).column is Column.DUE
    return is_head and role_of(first.text) is Role.MILESTONES


def _is_dated(first: Cell, last: Cell, calendar: Calendar) -> bool:
    """Whether a text that is not the head of a date has one beside it."""
    is_text = bool(first.text) and head_of(first, calendar).column not in _OF_DAYS
    return is_text and date_in(last.text, calendar) is not None


def _lines(cells: Iterable[Cell]) -> tuple[Line, ...]:
    return tuple(line for cell in cells for line in cell.written)
