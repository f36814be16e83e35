"""The page of `jfp status`."""

import sys
from collections.abc import Sequence
from datetime import date

from jfp_cli.cli.console.milestone_columns import ACTIVITY, AREA, DAYS, DUE, ID
from jfp_cli.cli.console.output import Rows, markdown, write_rows
from jfp_cli.cli.console.page import bold
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.console.terminal import width, wrapped
from jfp_cli.cli.options import Format
from jfp_cli.measures.progress import STATES
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import MILESTONE_STATUSES
from jfp_cli.query.milestones import milestone_rows
from jfp_cli.query.rows import Locate, Row
from jfp_cli.query.sentences import counted
from jfp_cli.query.status import PlanStatus, area_rows
from jfp_cli.values.text import long_day, safe

LONGEST_OVERDUE = 5


def write_page(plan: Plan, status: PlanStatus, day: date, locate: Locate, form: Format) -> None:
    """Write the state of a plan to standard output, as tables or as Markdown."""
    page = _Page(form)
    page.heading(f"{plan.settings.title}, as of {long_day(day)}", level=1)
    page.line(plan.settings.organisation)

    page.heading(f"{counted(len(status.milestones), 'milestone')} by area and status")
    used = [name for name in MILESTONE_STATUSES if any(area.statuses[name] for area in status.areas)]
    columns = (
        Column("area", "Area", essential=True, style="cyan", heading=True),
        Column("milestones", "All", essential=True, number=True),
        Column("overdue", "Overdue", essential=True, number=True, style="red"),
        *(Column(name, name.replace("_", " ").capitalize(), number=True) for name in used),
        Column("next_due", "Next due"),
        Column("next", "Next milestone"),
    )
    page.table([_without_zeros(row) for row in area_rows(status.areas)], columns)

    page.heading(f"{len(status.overdue)} overdue" + (", the longest first" if len(status.overdue) > 1 else ""))
    page.table(milestone_rows(status.overdue[:LONGEST_OVERDUE], locate), (DAYS, DUE, ID, ACTIVITY, AREA))
    if len(status.overdue) > LONGEST_OVERDUE:
        page.line(f"and {len(status.overdue) - LONGEST_OVERDUE} more: jfp overdue")

    page.heading(f"{len(status.due_soon)} due in the next 90 days")
    page.table(milestone_rows(status.due_soon, locate), (DUE, ID, ACTIVITY, AREA))

    page.heading(f"{counted(len(status.targets), 'target')} by progress")
    progress = status.progress
    rows = [{"progress": state, "targets": progress[state]} for state in STATES if progress[state]]
    columns = (
        Column("progress", "Progress", essential=True, heading=True),
        Column("targets", "Targets", essential=True, number=True),
    )
    page.table(rows, columns)


def _without_zeros(row: Row) -> Row:
    """A row of an area in which a status that no milestone has stays blank."""
    return {key: value for key, value in row.items() if value or key not in MILESTONE_STATUSES}


class _Page:
    """Headings, lines and tables with an empty line between what belongs apart."""

    def __init__(self, form: Format) -> None:
        self._form = form
        self._parts = 0

    def heading(self, text: str, level: int = 2) -> None:
        self._begin()
        if self._form is Format.MARKDOWN:
            sys.stdout.write(f"{'#' * level} {markdown(text)}\n")
        else:
            sys.stdout.write("".join(f"{bold(line)}\n" for line in wrapped(safe(text), width())))

    def line(self, text: str) -> None:
        if self._form is Format.MARKDOWN:
            sys.stdout.write(f"\n{markdown(text)}\n")
        else:
            sys.stdout.write("".join(f"{line}\n" for line in wrapped(safe(text), width())))

    def table(self, rows: Rows, columns: Sequence[Column]) -> None:
        if rows:
            if self._form is Format.MARKDOWN:
                sys.stdout.write("\n")
            write_rows(rows, columns, self._form)

    def _begin(self) -> None:
        if self._parts:
            sys.stdout.write("\n")
        self._parts += 1
