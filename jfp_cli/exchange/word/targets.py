"""Lists and columns of what will be different as targets, and as indicators of workstreams."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from jfp_cli.exchange.word.blocks import Line, with_next
from jfp_cli.exchange.word.columns import Column
from jfp_cli.exchange.word.commitments import Typed, commitment_in, sentences_of
from jfp_cli.exchange.word.making import Making, Thing
from jfp_cli.exchange.word.markers import DASHES
from jfp_cli.exchange.word.periods import date_in, tidied
from jfp_cli.exchange.word.reading import Reading, Row
from jfp_cli.exchange.word.roles import is_lead_in, role_of
from jfp_cli.values.figures import QuantityError

_DASH = re.compile(rf"\s[{DASHES}]\s")
_LABEL = 8  # words that a label over some lines has at the most
_BARE_LABEL = 4  # words, where it has no colon
SAYING_WHAT = (Column.INDICATOR, Column.OUTCOME, Column.ACTIVITY, Column.SUBJECT)
_NAMING = (*SAYING_WHAT, Column.AMBITION)


class Promised(NamedTuple):
    """A sentence that says what will be different, and what it commits to."""

    statement: str
    typed: Typed


def take_targets(making: Making, lines: Sequence[Line], section: Thing) -> None:
    """Enter the lines under "how will we know" as targets of a section."""
    for promised in promised_in(making, lines, section):
        section["targets"].append(target(making, promised))


def take_indicators(making: Making, lines: Sequence[Line], stream: Thing) -> None:
    """Enter lines as the indicators of a workstream: a sentence, or a target where there is a figure or a date."""
    for promised in promised_in(making, lines, stream):
        is_typed = promised.typed.is_typed
        stream["indicators"].append(target(making, promised) if is_typed else promised.statement)


def promised_in(making: Making, lines: Sequence[Line], holder: Thing) -> Iterator[Promised]:
    """What some lines promise; a label over some of them, and a date that stands alone, are said with each."""
    label: Line | None = None
    date: Line | None = None
    for line, below in with_next(lines):
        if not line.text:
            label = date = None
        elif is_lead_in(line.text) or (line.text.endswith(":") and role_of(line.text)):
            making.ledger.frame(line)
        elif to_come := making.to_come(line):
            holder["pending"].append(to_come)
            making.ledger.take(line)
        elif below and below.text and date_in(line.text, making.calendar):
            date = line
        elif below and below.text and _is_label(line, below, making):
            label, date = line, None
        else:
            for sentence in sentences_of(line.text, making.calendar):
                typed = commitment_in(sentence, making.calendar)
                if date and not typed.due:
                    typed.due = tidied(date.text)
                    making.ledger.take(date)
                yield Promised(f"{label.text.rstrip(' :')}: {sentence}" if label else sentence, typed)
            making.ledger.take(line, *([label] if label else []))


def _is_label(line: Line, below: Line, making: Making) -> bool:
    """Whether a line only says what those below are about."""
    words = len(line.text.split())
    if line.is_item or words > _LABEL:
        return False
    if line.text.endswith(":") or (below.is_item and line.is_bold):
        return True
    begins = date_in(_DASH.split(below.text)[0], making.calendar)
    return words <= _BARE_LABEL and bool(begins) and not any(letter.isdigit() for letter in line.text)


def target(making: Making, promised: Promised) -> Thing:
    """A target as a plan has it."""
    typed = promised.typed
    name = making.id_for("targets", promised.statement)
    made: Thing = {"id": name, "statement": promised.statement, "better": typed.better}
    if typed.baseline:
        made["baseline"] = {"value": typed.baseline, **({"at": typed.baseline_at} if typed.baseline_at else {})}
    made["trajectory"] = [{"target": point.figure, "due": point.due} for point in typed.trajectory]
    made |= {"target": typed.figure, "due": typed.due}
    if typed.doubt:
        making.ledger.doubt(f"targets/{name}", f"{typed.doubt}, so none was typed")
    return {key: said for key, said in made.items() if said}


def is_of_figures(reading: Reading, making: Making, *, under_targets: bool) -> bool:
    """Whether a table gives measures a baseline, a target or a figure for each period.

    Under a heading of targets one with dates does so too.
    """
    if not reading.has(*_NAMING):
        return False
    if under_targets and reading.has(Column.DUE, Column.TARGET, Column.BASELINE) and not reading.has(Column.PERIOD):
        return True
    if reading.has(Column.TARGET, Column.BASELINE) and not reading.has(Column.PERIOD):
        return not reading.has(Column.DUE) or reading.has(Column.INDICATOR)
    return has_figures(reading, making)


def has_figures(reading: Reading, making: Making) -> bool:
    """Whether most of what stands under planning periods is figures."""
    cells = [row.cells[number].text for row in reading.rows for number in reading.at(Column.PERIOD)]
    said = [text for text in cells if text]
    return bool(said) and sum(_is_figure(text, making) for text in said) * 2 > len(said)


def take_figures(making: Making, reading: Reading, section: Thing) -> None:
    """Enter a table of measures as targets of a section."""
    making.ledger.frame(*reading.labels)
    making.ledger.frame(*reading.above)
    naming = next(number for column in _NAMING for number in reading.at(column))
    for row in reading.rows:
        statement = row.cells[naming].text
        if not statement:
            continue
        typed = commitment_in(statement, making.calendar)
        points = list(_points(making, reading, row))
        made = Typed(better=typed.better)
        if points:
            made.figure, made.due = points[-1][0], points[-1][1]
        made.baseline = _one(making, reading, row, Column.BASELINE, Column.STARTS)
        since = [period.name for at in reading.at(Column.BASELINE) if (period := reading.heads[at].period)]
        made.baseline_at = since[0] if since and made.baseline else ""
        made.due = made.due or _due(making, reading, row)
        named = target(making, Promised(statement, made))
        steps = [{"target": figure, "due": due} for figure, due in points[:-1] if due]
        if steps:
            named = {
                **{key: value for key, value in named.items() if key not in ("target", "due")},
                "trajectory": steps,
            }
            named |= {"target": made.figure, **({"due": made.due} if made.due else {})}
        for number in reading.at(Column.OWNER):
            if answering := row.cells[number].text:
                making.take_owner(named, answering, *row.cells[number].written)
        section["targets"].append(named)
        making.ledger.take(*row.cells[naming].written)


def _points(making: Making, reading: Reading, row: Row) -> Iterator[tuple[str, str]]:
    """The figures of a row with their dates, the last of them the target."""
    for number in reading.at(Column.PERIOD, Column.DAY, Column.TARGET):
        cell, head = row.cells[number], reading.heads[number]
        if _is_figure(cell.text, making):
            making.ledger.take(*cell.written)
            yield cell.text, head.period.name if head.period else ""


def _one(making: Making, reading: Reading, row: Row, *columns: Column) -> str:
    for number in reading.at(*columns):
        text = row.cells[number].text
        if text and _is_level(text, making):
            making.ledger.take(*row.cells[number].written)
            return text
    return ""


def _due(making: Making, reading: Reading, row: Row) -> str:
    for number in reading.at(Column.DUE):
        text = row.cells[number].text
        if text and date_in(text, making.calendar):
            making.ledger.take(*row.cells[number].written)
            return tidied(text)
    return ""


def _is_figure(text: str, making: Making) -> bool:
    return _reads(making.calendar.quantity, text)


def _is_level(text: str, making: Making) -> bool:
    return _reads(making.calendar.level, text)


def _reads(read: Any, text: str) -> bool:
    try:
        read(text)
    except QuantityError:
        return False
    return True
