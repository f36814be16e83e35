"""Each table to what it is a table of: figures, workstreams, milestones, ambitions, terms or actions."""

import re
from collections.abc import Iterable, Iterator

from jfp_cli.exchange.word.blocks import Cell, Line
from jfp_cli.exchange.word.columns import Column
from jfp_cli.exchange.word.context import is_of_context, take_beside, take_context
from jfp_cli.exchange.word.home import Home, Under
from jfp_cli.exchange.word.making import Making, Thing
from jfp_cli.exchange.word.markers import joined
from jfp_cli.exchange.word.milestones import enter, is_of_milestones, sentence, take_milestones
from jfp_cli.exchange.word.reading import Reading, Row
from jfp_cli.exchange.word.roles import Role, key_of
from jfp_cli.exchange.word.targets import SAYING_WHAT, has_figures, is_of_figures, take_figures, take_targets
from jfp_cli.exchange.word.workstreams import is_tick, new_stream, row_of, take_actions, take_workstreams

# Heads of a table that tells how the document itself came about.
_OF_THE_DOCUMENT = re.compile(
    r"(?:document )?(?:version|revision|issue|author|amendment)s?(?: (?:no|number|control|history))?"
)


def place_table(home: Home, reading: Reading, under: Under) -> None:
    """Enter a table in a section; one of which no column is known, and one of mere amounts, stays left over."""
    making, section = home.making, home.section
    of_figures = is_of_figures(reading, making, under_targets=under.role is Role.TARGETS)
    is_of_amounts = has_figures(reading, making) and not of_figures
    if is_of_amounts or any(_OF_THE_DOCUMENT.fullmatch(key_of(head.text)) for head in reading.heads):
        return
    if of_figures:
        take_figures(making, reading, section)
    elif reading.has(Column.DAY):
        _take_days(home, reading)
    elif reading.has(Column.PERIOD):
        take_workstreams(making, reading, section)
        take_beside(making, reading, section)
    elif is_of_milestones(reading):
        take_milestones(making, reading, home.area, under.group, has_areas=home.has_areas)
    elif is_of_context(reading):
        take_context(making, reading, section)
        _take_plans(home, reading, under)
    elif reading.has(Column.TERM) and reading.has(Column.MEANING):
        _take_glossary(making, reading)
    elif reading.has(Column.ACTIVITY) and not reading.has(Column.SUBJECT):
        _take_actions(home, reading, under)
    elif reading.has(*SAYING_WHAT):
        take_workstreams(making, reading, section)


def _take_plans(home: Home, reading: Reading, under: Under) -> None:
    """Enter what else a table of ambitions says: what will be done, and how that will be known."""
    for row in reading.rows:
        for number in reading.at(Column.ACTIVITY):
            if row.cells[number].text:
                lines, stream = row.cells[number].lines, home.stream_of(under)
                take_actions(home.making, lines, stream, home.period_of(under), {})
        for number in reading.at(Column.INDICATOR, Column.OUTCOME, Column.TARGET):
            take_targets(home.making, row.cells[number].lines, home.section)


def _take_days(home: Home, reading: Reading) -> None:
    """Enter a table whose columns are headed by days as milestones: what stands under one, or what is ticked last."""
    making = home.making
    making.ledger.frame(*reading.labels, *reading.above)
    groups, doing = reading.at(Column.SUBJECT, Column.AMBITION), reading.at(Column.ACTIVITY)
    if not doing:
        groups, doing = groups[:-1], groups[-1:]
    for row in reading.rows:
        naming = [line for number in doing for line in row.cells[number].written]
        over = [line for number in groups for line in row.cells[number].written]
        said = row_of(making, reading, row)
        dated = list(_dated(reading, row, naming))
        for activity, due in dated:
            group = joined(
                [line.text for line in over] + ([] if activity is naming else [line.text for line in naming])
            )
            milestone: Thing = {"group": group, "activity": sentence(activity), "due": due, **said}
            enter(making, home.area or group or making.title, milestone)
            making.ledger.take(*activity, *naming, *over)
        if dated:
            ticks = (row.cells[number] for number in reading.at(Column.DAY, Column.PERIOD))
            making.ledger.frame(*(line for cell in ticks if is_tick(cell.text) for line in cell.written))


def _dated(reading: Reading, row: Row, naming: list[Line]) -> Iterator[tuple[list[Line], str]]:
    """The lines under each day with that day; where days are ticked, what the row is about with the last of those."""
    ticked = ""
    for number in reading.at(Column.DAY, Column.PERIOD):
        cell, day = row.cells[number], reading.heads[number].text
        if is_tick(cell.text):
            ticked = day
        else:
            yield from (([line], day) for line in cell.written)
    if ticked and naming:
        yield naming, ticked


def _take_actions(home: Home, reading: Reading, under: Under) -> None:
    """Enter a table of actions without dates as those of the workstream above it."""
    making = home.making
    making.ledger.frame(*reading.labels)
    title = " ".join(line.text for line in reading.above)
    stream = new_stream(making, home.section, title) if title else home.stream_of(under)
    making.ledger.take(*reading.above)
    for row in reading.rows:
        lines = [line for number in reading.at(Column.ACTIVITY) for line in row.cells[number].written]
        if lines:
            take_actions(making, lines, stream, home.period_of(under), row_of(making, reading, row))


def _take_glossary(making: Making, reading: Reading) -> None:
    """Enter a table of abbreviations."""
    making.ledger.frame(*reading.labels, *reading.above)
    term, meaning = reading.at(Column.TERM)[0], reading.at(Column.MEANING)[0]
    take_terms(making, ((row.cells[term], row.cells[meaning]) for row in reading.rows))


def take_terms(making: Making, pairs: Iterable[tuple[Cell, Cell]]) -> None:
    """Enter abbreviations, each with what stands beside it."""
    for short, long in pairs:
        if short.text and long.text and short.text not in making.glossary:
            making.glossary[short.text] = long.text
            making.ledger.take(*short.written, *long.written)
