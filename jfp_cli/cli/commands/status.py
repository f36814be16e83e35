"""`jfp status`."""

import sys
from collections.abc import Sequence
from datetime import date

import typer

from jfp_cli.cli import options
from jfp_cli.cli.asked import Asked, filtered
from jfp_cli.cli.console.output import Rows, markdown, write_json, write_rows
from jfp_cli.cli.console.table import ACTIVITY, AREA, DAYS, DUE, PROMISE, Column, called
from jfp_cli.cli.console.terminal import paint, width, wrapped
from jfp_cli.cli.session import Question
from jfp_cli.measures.progress import WORST_FIRST
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import PROMISE_STATUSES
from jfp_cli.query.promise_rows import promise_rows
from jfp_cli.query.rows import Locate, Row
from jfp_cli.query.sentences import counted, overdue_sentence, targets_sentence
from jfp_cli.query.status import PlanStatus, area_rows, status_row
from jfp_cli.query.status import status as ask
from jfp_cli.query.targets import judging
from jfp_cli.values.text import long_day, safe

app = typer.Typer()
LONGEST_OVERDUE = 5
STANDING = (
    Column("promises", "Promises", essential=True, number=True),
    Column("kept", "Kept", essential=True, number=True),
    Column("late", "Late", number=True),
    Column("overdue", "Overdue", essential=True, number=True, style="red"),
    Column("moved", "Moved", number=True),
    Column("targets", "Targets", essential=True),
    Column("assurance", "Assurance"),
    Column("organisation", "Organisation", long=True),
)


@app.command(
    rich_help_panel=options.ASK,
    epilog=options.examples("jfp status --place west-essex", "jfp status --as-of 2026-04-01"),
)
@filtered(without=("exit_code", "sort", "limit", "columns", "excel"))
def status(asked: Asked) -> None:
    """Show the plan on one page: milestones by area and status, what is overdue, what is due soon, targets by progress.

    What is overdue or due soon is every promise: milestones, checkpoints, dated actions and commitments.

    As CSV or ids it is the areas alone; of several plans, a row for each.
    """
    wanted = asked.filters
    question = Question(asked.plan, asked.as_of)
    if asked.is_one_of_several:
        from jfp_cli.portfolio.standing import standing  # noqa: PLC0415 - few ask more than one plan

        stands = standing(question.plan, wanted, question.day)
        told = {"targets": stands.targets_words, "assurance": stands.assurance_words}
        asked.write([stands.row if asked.form is options.Format.JSON else stands.row | told], STANDING)
        question.end(0, exit_code=False)
    state = ask(question.plan, wanted, question.day)
    match asked.form:
        case options.Format.JSON:
            judged = judging(question.plan, state.targets, question.day)
            write_json([status_row(state, question.day, question.locate, judged)])
        case options.Format.CSV | options.Format.IDS:
            write_rows(area_rows(state.areas), (), asked.form)
        case _:
            _write_page(question.plan, state, question.day, question.locate, asked)
    question.end(0, exit_code=False)


def _write_page(plan: Plan, state: PlanStatus, day: date, locate: Locate, asked: Asked) -> None:
    """Write the state of a plan to standard output, as tables or as Markdown."""
    page = _Page(asked.form)
    page.heading(f"{plan.settings.title}, as of {long_day(day)}", level=1)
    page.line(plan.settings.organisation)
    page.line(f"{overdue_sentence(state.promises, day)}.")
    page.line(f"{counted(len(state.due_soon), 'date')} in the next 90 days.")
    page.line(f"{targets_sentence(state.targets, day, plan.settings.statuses)}.")

    page.heading(f"{counted(len(state.milestones), 'milestone')} by area and status")
    columns = (
        Column("area", "Area", essential=True, style="cyan", heading=True),
        Column("milestones", "All", essential=True, number=True),
        Column("overdue", "Overdue", essential=True, number=True, style="red"),
        *(Column(name, plan.settings.called(name), number=True) for name in state.statuses),
        Column("next_due", "Next due"),
        Column("next", "Next milestone"),
    )
    page.table(list(map(_without_zeros, area_rows(state.areas))), columns)

    page.heading(f"{len(state.overdue)} overdue" + (", the longest first" if len(state.overdue) > 1 else ""))
    page.table(promise_rows(state.overdue[:LONGEST_OVERDUE], day, locate), (DAYS, DUE, PROMISE, ACTIVITY, AREA))
    if len(state.overdue) > LONGEST_OVERDUE:
        page.line(f"and {len(state.overdue) - LONGEST_OVERDUE} more: {' '.join(['jfp overdue', *asked.typed])}")

    page.heading(f"{len(state.due_soon)} due in the next 90 days")
    page.table(promise_rows(state.due_soon, day, locate), (DUE, PROMISE, ACTIVITY, AREA))

    page.heading(f"{counted(len(state.targets), 'target')} by progress")
    progress = state.progress
    rows = [{"progress": name, "targets": progress[name]} for name in WORST_FIRST if progress[name]]
    columns = (
        Column("progress", "Progress", essential=True, heading=True),
        Column("targets", "Targets", essential=True, number=True),
    )
    page.table(rows, called(columns, plan.settings.statuses))


def _without_zeros(row: Row) -> Row:
    """A row of an area in which a status that no milestone has stays blank."""
    return {key: value for key, value in row.items() if value or key not in PROMISE_STATUSES}


class _Page:
    """Headings, lines and tables with an empty line between what belongs apart."""

    def __init__(self, form: options.Format) -> None:
        self._form = form
        self._parts = 0

    def heading(self, text: str, level: int = 2) -> None:
        sys.stdout.write("\n" if self._parts else "")
        self._parts += 1
        if self._form is options.Format.MARKDOWN:
            sys.stdout.write(f"{'#' * level} {markdown(text)}\n")
        else:
            sys.stdout.write("".join(paint(line, "bold") + "\n" for line in wrapped(safe(text), width())))

    def line(self, text: str) -> None:
        if self._form is options.Format.MARKDOWN:
            sys.stdout.write(f"\n{markdown(text)}\n")
        else:
            sys.stdout.write("".join(f"{line}\n" for line in wrapped(safe(text), width())))

    def table(self, rows: Rows, columns: Sequence[Column]) -> None:
        if rows:
            if self._form is options.Format.MARKDOWN:
                sys.stdout.write("\n")
            write_rows(rows, columns, self._form)
