"""A chapter with a subject of its own as a section: all that stands under its heading and under those below it."""

import re
from dataclasses import replace

from jfp_cli.exchange.word.blocks import Cell, Line, Table, once
from jfp_cli.exchange.word.home import Home, Under
from jfp_cli.exchange.word.outline import Chapter
from jfp_cli.exchange.word.periods import is_period_label, period_of
from jfp_cli.exchange.word.placing_lines import place_lines, under_period
from jfp_cli.exchange.word.placing_tables import place_table, take_terms
from jfp_cli.exchange.word.reading import Reading
from jfp_cli.exchange.word.roles import Role
from jfp_cli.exchange.word.tables import readings_of
from jfp_cli.exchange.word.workstreams import new_stream

_CAPITALS = re.compile(r"[A-Z]\w*[A-Z]")
_OF_A_STREAM = ("introduction", "pending", "actions", "indicators")


def take_chapter(home: Home, chapter: Chapter, under: Under | None = None) -> None:
    """Enter all that stands under a heading, and under those below it."""
    under = under or Under()
    lines: list[Line] = []
    for block in chapter.blocks:
        if isinstance(block, Line):
            lines.append(block)
            continue
        place_lines(home, lines, under)
        lines = []
        _take_table(home, block, under)
    place_lines(home, lines, under)
    for below in chapter.below:
        under = _take_below(home, below, under)


def _take_table(home: Home, table: Table, under: Under) -> None:
    for found in readings_of(table, home.making.calendar):
        if isinstance(found, Reading):
            place_table(home, found, under)
        elif under.role is Role.GLOSSARY and (pairs := _abbreviations(table)):
            take_terms(home.making, pairs)
        elif under.role is not None or not _is_grid(table):
            place_lines(home, found, under)


def _abbreviations(table: Table) -> list[tuple[Cell, Cell]]:
    """The rows of a table without heads that has an abbreviation and what it stands for in each; else none."""
    rows = [list(once(row)) for row in table.rows]
    pairs = [(row[0], row[1]) for row in rows if len(row) == 2 and _CAPITALS.search(row[0].text)]
    return pairs if len(pairs) == len(rows) else []


def _is_grid(table: Table) -> bool:
    """Whether a table has several rows of several columns, whose texts say nothing without each other."""
    return not table.is_ragged and len(table.rows) > 1 and all(len(list(once(row))) > 2 for row in table.rows)


def _take_below(home: Home, chapter: Chapter, under: Under) -> Under:
    """Enter a chapter within; what its heading says holds on for those after it that have none of their own."""
    line, making = chapter.line, home.making
    if line is None:
        return under
    period = period_of(chapter.title, making.calendar) if is_period_label(chapter.title) else None
    if chapter.role is not None:
        making.ledger.frame(line)
        under = replace(under, role=chapter.role, period=None, label=chapter.title)
        take_chapter(home, chapter, replace(under, period=period))
    elif period:
        making.ledger.frame(line)
        take_chapter(home, chapter, under_period(under, line.text, period))
    elif home.has_areas:
        take_chapter(Home(making, {**home.section, "title": chapter.title}), chapter, replace(under))
        (making.ledger.take if making.has_area(chapter.title) else making.ledger.frame)(line)
    else:
        _take_subject(home, chapter, line, under)
        under = replace(under, stream=None)
    return under


def _take_subject(home: Home, chapter: Chapter, line: Line, under: Under) -> None:
    """Enter a chapter within that has a subject: as a workstream where it holds what one does, else as a group."""
    stream = new_stream(home.making, home.section, chapter.title)
    home.making.ledger.take(line)
    take_chapter(home, chapter, replace(under, stream=stream, period=None, group=chapter.title))
    if not any(stream[key] for key in _OF_A_STREAM):
        home.section["workstreams"].remove(stream)
        home.making.ledger.frame(line)
