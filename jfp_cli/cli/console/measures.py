"""Measures in a table: their last readings as a sparkline, and what the chart says in words."""

import sys
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from jfp_cli.cli.console.assured import assured
from jfp_cli.cli.console.control_chart import control_chart
from jfp_cli.cli.console.sparkline import sparkline
from jfp_cli.cli.console.table import Column, in_english
from jfp_cli.cli.console.terminal import paint, width, wrapped
from jfp_cli.measures.rhythm import period, rhythm
from jfp_cli.measures.series import series_of
from jfp_cli.measures.words import VARIATION_WORDS
from jfp_cli.model.measure import Measure
from jfp_cli.model.plan import Plan
from jfp_cli.model.publishing import StatusLook
from jfp_cli.query.rows import Row
from jfp_cli.report.charts.legend import badges
from jfp_cli.report.charts.measured import Measured
from jfp_cli.report.charts.of_series import measured_in
from jfp_cli.values.text import safe

WIDEST = 100  # columns of a chart in a terminal; in a pipe it has so many
SPARKS = 12  # readings in a line of a table
MEASURES = (
    Column("id", "Measure", essential=True, style="cyan", heading=True),
    Column("place", "Place", if_any=True),
    Column("sparks", "Readings", essential=True),
    Column("last", "Latest", essential=True),
    Column("said", "Variation", style="yellow"),
    Column("relied", "Assurance"),
    Column("progress", "Progress"),
    Column("title", "Title", long=True),
)


def shown(rows: Iterable[Row], looks: Mapping[str, StatusLook]) -> list[Row]:
    """Rows for people: what each chart shows, in a word or two, and how its targets stand as the plan calls it."""
    return [_shown(row, looks) for row in rows]


def _shown(row: Row, looks: Mapping[str, StatusLook]) -> Row:
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    few = ", provisional" if row["provisional"] and row["variation"] else ""
    return row | {
        "sparks": sparkline(_by_period(row), SPARKS, encoding).strip(),
        "last": f"{row['latest']}, {row['at']}" if row["latest"] else "none",
        "said": f"{VARIATION_WORDS[row['variation']]}{few}" if row["variation"] else "",
        "relied": _of_targets(row, assured),
        "progress": _of_targets(row, lambda target: _progress(target, looks)),
    }


def _by_period(row: Row) -> list[Decimal | None]:
    """The last levels of a row, one for each week, month, quarter or year; None where none was read or none counts."""
    counted = [(date.fromisoformat(point["at"]), point["value"]) for point in row["series"] if point["variation"]]
    every = row["every"] or rhythm(day for day, _ in counted)
    levels = {period(day, every): Decimal(value) for day, value in counted}
    last = max(levels, default=0)
    return [levels.get(number) for number in range(last - SPARKS + 1, last + 1)]


def _progress(target: Row, looks: Mapping[str, StatusLook]) -> str:
    look, reason = looks.get(target["progress"]), target["reason"]
    said = look.label if look and look.label else in_english(target["progress"])
    return f"{said}: {reason.partition(';')[0]}" if reason else said  # without what the planner should write


def _of_targets(row: Row, said: Any) -> str:
    return "; ".join(filter(None, dict.fromkeys(map(said, row["targets"]))))


def charts_of(plan: Plan, measure: Measure, day: date) -> dict[str | None, Measured]:
    """The charts of a measure that have a reading by their places, that of all places, which is none, first."""
    return {one.place: measured_in(plan, one) for one in series_of(plan, measure, day) if one.readings}


def write_charts(plan: Plan, measure: Measure, day: date) -> None:
    """Draw the charts of a measure on standard output, at the width of a terminal."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    for one in charts_of(plan, measure, day).values():
        sys.stdout.write(f"\n{paint(one.title, 'bold')}\n")
        room = min(width() or WIDEST, WIDEST)
        told = " ".join(f"{words}." for _, words in badges(one))
        sys.stdout.write("".join(f"{line}\n" for line in wrapped(safe(told), room)) if told else "")
        for line in control_chart(one, room, encoding):
            sys.stdout.write("".join(paint(run.text, run.style) for run in line).rstrip() + "\n")
