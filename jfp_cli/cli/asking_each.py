"""A question asked of several plans at once: the rows of all of them are one answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from importlib import import_module
from typing import Any, NamedTuple

import typer

from jfp_cli.cli.asked import Asked
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.options import several
from jfp_cli.cli.several_plans import TIED, Answer, Several, Task, answers_of, several_of
from jfp_cli.portfolio.portfolio import SEPARATOR
from jfp_cli.query.rows import Row

PLAN = Column("plan", "Plan", essential=True, style="bold")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering(Asked):
    """What is asked of one plan of several: its rows are kept, and not written."""

    found: list["Shown"]

    @property
    def is_one_of_several(self) -> bool:
        """It is."""
        return True

    def write(self, rows: Sequence[Row], columns: Sequence[Column], summary: str = "") -> None:
        """Keep the rows."""
        self.found.append(Shown(list(rows), list(columns), summary))


class Shown(NamedTuple):
    """Rows, the columns of a table of them, and what is said below."""

    rows: list[Row]
    columns: list[Column]
    summary: str


class _Command(NamedTuple):
    """A command as one plan is asked it: its module, what is asked, and its own options."""

    module: str
    asked: Gathering
    own: dict[str, Any]


def ask_each(module: str, asked: Asked, own: dict[str, Any]) -> None:
    """Ask a command of each plan of a portfolio and write all answers as one; leaves with the exit code."""
    _, answers, code = answers_to(asked, _shown, lambda one: _Command(module, one, own))
    every: list[tuple[str, Shown]] = [(answer.plan, shown) for answer in answers for shown in answer.found]
    rows = [in_portfolio(row, plan) for plan, shown in every for row in shown.rows]
    columns = {column.key: column for _, shown in every for column in shown.columns}
    said = [f"{plan}: {shown.summary}" for plan, shown in every if shown.summary]
    asked.write(rows, [PLAN, *columns.values()], "\n".join(said))
    raise typer.Exit(1 if code or (asked.exit_code and rows) else 0)


def answers_to(
    asked: Asked, ask: Callable[[Any], tuple[Any, int]], given: Callable[[Gathering], Any]
) -> tuple[Several, list[Answer], int]:
    """The plans that are asked, the answers of those that have one, and the exit code.

    `given` says what a plan is given that is asked this.
    """
    plans = plans_of(asked)
    answers, code = answers_of([Task(name, ask, given(of_one(asked, plans, name))) for name in plans.folders])
    return plans, answers, code


def plans_of(asked: Asked) -> Several:
    """The plans that are asked; stops where one plan is named too."""
    return several_of(asked.portfolio, several(asked.inside), asked.plan)


def of_one(asked: Asked, plans: Several, plan: str) -> Gathering:
    """What is asked of one plan: the same, with the names that it has for what filters name."""
    given = {field.name: getattr(asked, field.name) for field in fields(Asked)}
    given |= {option: plans.tied(plan, option, several(given[option])) or None for option in TIED}
    return Gathering(**given | {"plan": plans.folders[plan], "portfolio": None, "inside": None}, found=[])


def in_portfolio(row: Row, plan: str) -> Row:
    """A row of a plan as it is told among several: with its plan, and with ids that are nobody else's."""
    if not row.get("address"):
        return {PLAN.key: plan} | row
    named = f"{plan}{SEPARATOR}{row['address']}"
    return {PLAN.key: plan} | row | {"address": named} | ({"id": named} if row.get("id") else {})


def _shown(command: _Command) -> tuple[list[Shown], int]:
    """What a command would have written of one plan."""
    module = import_module(command.module)
    ask = getattr(module, command.module.rpartition(".")[2]).__wrapped__
    try:
        ask(command.asked, **command.own)
    except typer.Exit as end:
        return command.asked.found, end.exit_code
    return command.asked.found, 0
