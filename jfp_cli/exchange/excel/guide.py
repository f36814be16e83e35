"""The first sheet of a workbook: in plain words what it holds and how to work in it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jfp_cli.exchange.exported import Stamp
from jfp_cli.exchange.table import Table
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.settings import Settings
from jfp_cli.query.sentences import counted
from jfp_cli.values.text import long_day

SHEET = "Start here"


class Line(NamedTuple):
    """A line of the guide: a title, a heading, a text, or one with a name in front of it."""

    text: str
    name: str = ""
    is_title: bool = False
    is_heading: bool = False


_HOW = {
    "White cells": "are yours to change. A cell that is emptied takes out of the plan what it said.",
    "Grey cells": "are for reading: the ids by which the plan knows things, their titles, and what came before.",
    "Lists": "come up in cells for statuses, places, owners and the like. Commas part several in one cell.",
    "Dates": "are written as people say them: March 2026, 31 January 2026, Q3 2025/26, Autumn 2025.",
    "To report": "choose a status, and write a sentence under Updates (new): it is added to what was reported before.",
    "To add": "write into the first empty row below the others: leave its id empty, and say beside it where it goes.",
    "To take out": "delete the row. It stays in the plan until whoever takes the workbook in agrees to it.",
    "To sort or delete": "choose Review, Unprotect Sheet first; there is no password. The order of rows is free.",
    "Your own columns": "may be inserted, and others hidden: the plan takes those that it knows by their heads.",
    "When it is done": "save the workbook and send it back with all its sheets.",
}


def guide(settings: Settings, tables: Sequence[Table], stamp: Stamp) -> Iterator[Line]:
    """The lines of the guide."""
    yield Line(settings.title, is_title=True)
    yield Line(settings.organisation)
    part = f"what the plan has for {stamp.filters}" if stamp.filters else "the whole plan"
    yield Line(f"This workbook holds {part}, as it stood on {long_day(stamp.day)}.")
    yield Line("")
    yield Line("What is where", is_heading=True)
    for table in tables:
        things = len({row.address for row in table.rows})
        yield Line(_holds(table, things), table.name)
    yield Line("")
    yield Line("How to work in it", is_heading=True)
    yield from (Line(text, name) for name, text in _HOW.items())
    yield Line("")
    yield Line("For whoever takes it in", is_heading=True)
    yield Line("jfp import FILE --dry-run shows what it would change in the plan, and jfp import FILE changes it.")


def _holds(table: Table, things: int) -> str:
    noun = KINDS[table.kind].noun
    if not things:
        return f"No {noun} yet."
    holds = counted(things, noun)
    if table.kind == "measures":
        return f"{holds}, a row for each and for each of its places; months and other periods are columns."
    return f"{holds}, a row each." if things > 1 else f"{holds}."
