"""Rows of a table of planning periods as workstreams, and lists of actions as theirs."""

import re
from collections.abc import Sequence

from jfp_cli.exchange.word.blocks import Cell, Line
from jfp_cli.exchange.word.columns import Column
from jfp_cli.exchange.word.dated_lists import led_by_period, set_apart
from jfp_cli.exchange.word.making import Making, Thing, without_to_come
from jfp_cli.exchange.word.markers import joined
from jfp_cli.exchange.word.milestones import status_of
from jfp_cli.exchange.word.periods import dates_in
from jfp_cli.exchange.word.reading import Reading, Row
from jfp_cli.exchange.word.roles import is_lead_in, role_of
from jfp_cli.exchange.word.targets import take_indicators
from jfp_cli.exchange.word.titles import Titled, first_words, titled

_DUE = re.compile(r"(?:by|before|no later than|end of)\b", re.IGNORECASE)
_TICK = re.compile(r"[xX✓✔√●•yY■]|yes", re.IGNORECASE)


def new_stream(making: Making, section: Thing, title: str) -> Thing:
    """A new workstream of a section."""
    named, to_come = without_to_come(title, making.calendar)
    stream: Thing = {"id": making.id_for("workstreams", named), "title": named, "introduction": []}
    stream |= {"pending": [to_come] if to_come else [], "actions": {}, "indicators": []}
    section["workstreams"].append(stream)
    return stream


def take_workstreams(making: Making, reading: Reading, section: Thing) -> None:
    """Enter the rows of a table as the workstreams of a section."""
    making.ledger.frame(*reading.labels)
    titles = " ".join(line.text for line in reading.above) if len(reading.rows) == 1 else ""
    if reading.rows:
        section["introduction"] += [] if titles else [line.text for line in reading.above]
        making.ledger.take(*reading.above)
    before: tuple[Cell, Thing] | None = None
    for row in reading.rows:
        naming = [row.cells[number] for number in _naming(reading)]
        named = [cell for cell in naming if cell.text]
        stream = before[1] if before and named and named[0] is before[0] else None
        if stream is None:
            stream = _begun(making, reading, row, section, titles)
            before = (named[0], stream) if named else None
        _fill(making, reading, row, stream)


def _naming(reading: Reading) -> list[int]:
    """The columns that say what a row is about."""
    subjects = reading.at(Column.SUBJECT) or (reading.at(Column.AMBITION) if len(reading.rows) > 1 else [])
    return subjects or (reading.at(Column.ACTIVITY)[:1] if reading.has(Column.PERIOD) else [])


def _begun(making: Making, reading: Reading, row: Row, section: Thing, titles: str) -> Thing:
    """The workstream of a row: by the columns that name it, the line above it, or the first words of what is done."""
    named = [row.cells[number].written for number in _naming(reading) if row.cells[number].text]
    over = [titles, row.over, *(lines[0].text.rstrip(" :") for lines in named)]
    if named:
        stream = new_stream(making, section, joined(over))
        _take_band(making, row, stream)
        stream["introduction"] += [line.text for lines in named for line in lines[1:]]
        making.ledger.take(*(line for lines in named for line in lines))
        return stream
    cells = [row.cells[number] for number in reading.at(Column.PERIOD, Column.ACTIVITY) if row.cells[number].text]
    found = titled(cells[0].lines).title if cells and not row.is_first else ""
    title = joined([*over, found])
    if not title and len(reading.rows) == 1 and not section["workstreams"]:
        return new_stream(making, section, section["title"])
    stream = new_stream(making, section, title or first_words(cells[0].text if cells else section["title"]))
    _take_band(making, row, stream)
    if not title:
        making.ledger.doubt(
            f"workstreams/{stream['id']}", "it has no title of its own; the first words were taken for one"
        )
    return stream


def _take_band(making: Making, row: Row, stream: Thing) -> None:
    """Enter what stands across the table under the title there."""
    stream["introduction"] += [line.text for line in row.band[1:] if making.ledger.is_free(line)]
    making.ledger.take(*row.band)


def _fill(making: Making, reading: Reading, row: Row, stream: Thing) -> None:
    """Enter what the columns of a row say."""
    naming = _naming(reading)
    doing = [number for number in reading.at(Column.ACTIVITY) if number not in naming]
    is_titled = not row.band and not any(row.cells[number].text for number in naming)
    for number in reading.at(Column.PERIOD):
        cell, period = row.cells[number], reading.heads[number].period
        name = making.periods.named(period) if period else making.whole_plan()
        if is_tick(cell.text):
            making.ledger.frame(*cell.written)
            lines = [line for at in doing or naming for line in row.cells[at].written]
            take_actions(making, lines, stream, name, row_of(making, reading, row))
        elif cell.text:
            of_row = row_of(making, reading, row)
            take_actions(making, cell.lines, stream, name, of_row, is_titled=is_titled)
            is_titled = False
    for number in doing:
        lines = [line for line in row.cells[number].written if making.ledger.is_free(line)]
        if reading.has(Column.PERIOD):
            stream["introduction"] += [line.text for line in lines]
            making.ledger.take(*lines)
        elif lines:
            of_row = row_of(making, reading, row)
            take_actions(making, lines, stream, making.whole_plan(), of_row, is_titled=is_titled)
    for number in reading.at(Column.INDICATOR, Column.OUTCOME, Column.TARGET):
        take_indicators(making, row.cells[number].lines, stream)
    making.ledger.frame(*(line for number in reading.at(Column.NUMBER) for line in row.cells[number].written))


def is_tick(text: str) -> bool:
    """Whether a cell only marks its column."""
    return _TICK.fullmatch(text) is not None


def row_of(making: Making, reading: Reading, row: Row) -> Thing:
    """What a row says of all its actions: who answers for them, and how they stand."""
    said: Thing = {}
    for number in reading.at(Column.OWNER, Column.LEADS):
        if text := row.cells[number].text:
            making.take_leads(said, text, *row.cells[number].written)
    for number in reading.at(Column.STATUS, Column.PROGRESS):
        meant = status_of(row.cells[number].text)
        if len(meant) == 1:
            said.setdefault("status", meant[0])
            making.ledger.frame(*row.cells[number].written)
    return said


def take_actions(
    making: Making, lines: Sequence[Line], stream: Thing, period: str, said: Thing, *, is_titled: bool = False
) -> None:
    """Enter lines as the actions of a period; with `is_titled` the title that stands before them is none."""
    found = titled(lines) if is_titled else Titled("", [line.text for line in lines if line.text])
    written = [line for line in lines if line.text]
    for text in found.texts:
        if is_lead_in(text) or (text.endswith(":") and role_of(text)):
            making.ledger.frame(*(line for line in written if line.text == text))
            continue
        led, rest = led_by_period(making, text)
        done = rest if led and making.periods.named(led) == period else text
        action = {**promised(making, done, "action"), **said}
        stream["actions"].setdefault(period, []).append(action if len(action) > 1 else done)
    making.ledger.take(*(line for line in written if making.ledger.is_free(line)))


def promised(making: Making, text: str, key: str) -> Thing:
    """What a text promises under its key, and by when, where it says that."""
    done, due = set_apart(making, text)
    due = due or _deadline(making, text)
    return {key: done, **({"due": due} if due else {})}


def _deadline(making: Making, text: str) -> str:
    """The one date in an action by which it is to be done."""
    found = {date.text for _, _, date in dates_in(text, making.calendar)}
    if len(found) != 1 or not _DUE.match(date := found.pop()):
        return ""
    plain = date.removeprefix("by ").removeprefix("By ")
    return " ".join(plain.split())
