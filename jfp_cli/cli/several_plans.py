"""A question asked of several plans at once: the rows of all of them are one answer."""

import io
import sys
from collections.abc import Iterable, Sequence
from contextlib import redirect_stderr
from dataclasses import dataclass, fields
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import typer

from jfp_cli.cli.asked import Asked
from jfp_cli.cli.completion import things_of
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.options import several
from jfp_cli.cli.processes import side_by_side
from jfp_cli.cli.session import open_plan, stop
from jfp_cli.portfolio.portfolio import SEPARATOR, Named, Portfolio
from jfp_cli.portfolio.reading import read_portfolio
from jfp_cli.query.filters import UnknownValueError
from jfp_cli.query.rows import Row
from jfp_cli.query.sentences import counted
from jfp_cli.query.things import UnknownThingError, find_there
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import quoted, safe

PLAN = Column("plan", "Plan", essential=True, style="bold")
TIED = {"area": "areas", "place": "places", "lead": "organisations"}
"""The filters by what plans may call differently, each with its kind."""
UNUSABLE = 2


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


class Task(NamedTuple):
    """A command that is asked of one plan: its module, what is asked, and its own options."""

    plan: str
    module: str
    asked: Gathering
    own: dict[str, Any]


class Answer(NamedTuple):
    """What one plan answers, what it said besides, and the exit code; or that it has not what a filter names."""

    plan: str
    shown: list[Shown]
    said: str = ""
    code: int = 0
    unknown: str = ""


def ask_each(module: str, asked: Asked, own: dict[str, Any]) -> None:
    """Ask a command of each plan of a portfolio and write all answers as one; leaves with the exit code."""
    if asked.plan is not None:
        raise stop("--plan names one plan, and --portfolio several; write one of them, or --in with --portfolio")
    portfolio, folders = opened(asked.portfolio)
    tasks = [
        Task(name, module, _asked_of(asked, portfolio, name, folders[name]), own)
        for name in chosen(portfolio, several(asked.inside))
    ]
    answers = list(side_by_side(_answer, tasks))
    for answer in answers:
        say_of(answer.plan, answer.said)
    if all(answer.unknown for answer in answers):
        raise stop(answers[0].unknown)
    answered = [answer for answer in answers if answer.code != UNUSABLE and not answer.unknown]
    if not answered:
        raise typer.Exit(UNUSABLE)
    rows = [in_portfolio(row, answer.plan) for answer in answered for shown in answer.shown for row in shown.rows]
    columns = {column.key: column for answer in answered for shown in answer.shown for column in shown.columns}
    said = [f"{answer.plan}: {shown.summary}" for answer in answered for shown in answer.shown if shown.summary]
    asked.write(rows, [PLAN, *columns.values()], "\n".join(said))
    raise typer.Exit(1 if any(answer.code for answer in answers) or (asked.exit_code and rows) else 0)


def say_of(plan: str, text: str) -> None:
    """Say on standard error what a plan of several has to say."""
    sys.stderr.write("".join(f"{plan}: {line}\n" for line in text.splitlines()))


def opened(file: Path | None) -> tuple[Portfolio, dict[str, Path]]:
    """The portfolio and the folders of its plans, after what is wrong with it was said; stops where it says nothing."""
    if file is None:
        raise stop("--in says which plans of a portfolio are meant; name that with --portfolio FILE")
    read = read_portfolio(file)
    for found in read.findings:
        sys.stderr.write(f"{safe(str(found.span))}: {found.severity}: {safe(found.message)}; {safe(found.help)}\n")
    if read.portfolio is None:
        raise stop(f"{file} cannot be read, so nobody knows which plans are meant")
    return read.portfolio, read.folders


def chosen(portfolio: Portfolio, names: Iterable[str]) -> list[str]:
    """The plans that are asked, in the order of the portfolio: all, or those that --in names."""
    names = list(names)
    for name in names:
        if not portfolio.within(name):
            known = [*portfolio.plans, *portfolio.groups]
            advice = did_you_mean(name, known, f"there are {', '.join(known)}")
            raise stop(f"--in: no plan and no group is called {quoted(name)}; {advice}")
    wanted = {plan for name in names for plan in portfolio.within(name)} if names else set(portfolio.plans)
    return [plan for plan in portfolio.plans if plan in wanted]


def having(name: str, file: Path | None, inside: Iterable[str]) -> tuple[Path, str]:
    """The folder of the plan that has a thing, and what the thing is called there; stops where none or several have it.

    A name such as `north:milestones/elective-hub` says which plan is meant.
    """
    portfolio, folders = opened(file)
    plans, asked = chosen(portfolio, inside), Named.of(name)
    if asked.plan in plans:
        return folders[asked.plan], asked.name
    found = [plan for plan in plans if _has(folders[plan], name)]
    if len(found) == 1:
        return folders[found[0]], name
    if found:
        candidates = ", ".join(f"{plan}{SEPARATOR}{name}" for plan in found)
        raise stop(f"{counted(len(found), 'plan')} have {quoted(name)}; name one: {candidates}")
    raise stop(f"no plan of the portfolio has {quoted(name)}; jfp search finds things by their words")


def _has(folder: Path, name: str) -> bool:
    with redirect_stderr(io.StringIO()):
        try:
            loaded = open_plan(folder)
            return loaded.plan is not None and find_there(loaded.plan, name) is not None
        except (typer.Exit, UnknownThingError):
            return False


def in_portfolio(row: Row, plan: str) -> Row:
    """A row of a plan as it is told among several: with its plan, and with ids that are nobody else's."""
    if not row.get("address"):
        return {PLAN.key: plan} | row
    named = f"{plan}{SEPARATOR}{row['address']}"
    return {PLAN.key: plan} | row | {"address": named} | ({"id": named} if row.get("id") else {})


def _asked_of(asked: Asked, portfolio: Portfolio, plan: str, folder: Path) -> Gathering:
    """What is asked of one plan: the same, with the names that it has for what filters name."""
    given = {field.name: getattr(asked, field.name) for field in fields(Asked)}
    for option, kind in TIED.items():
        names = several(given[option])
        if names:
            meant = [other for name in names for other in portfolio.names_in(plan, kind, name)]
            own = {name for _, name in things_of(folder, (kind,))}
            given[option] = [name for name in meant if name in own] or list(names)
    return Gathering(**given | {"plan": folder, "portfolio": None, "inside": None}, found=[])


def _answer(task: Task) -> Answer:
    """Ask one plan, in whichever process."""
    module = import_module(task.module)
    ask = getattr(module, task.module.rpartition(".")[2]).__wrapped__
    said = io.StringIO()
    code = 0
    with redirect_stderr(said):
        try:
            ask(task.asked, **task.own)
        except typer.Exit as end:
            code = end.exit_code
        except UnknownValueError as error:
            return Answer(task.plan, [], said.getvalue(), 0, str(error))
    return Answer(task.plan, task.asked.found, said.getvalue(), code)
