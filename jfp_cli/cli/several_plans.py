"""The plans of a portfolio as commands are given them: which are meant, and what each of them answers."""

import io
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stderr, suppress
from pathlib import Path
from typing import Any, NamedTuple

import typer

from jfp_cli.cli.completion import things_of
from jfp_cli.cli.processes import side_by_side
from jfp_cli.cli.session import open_plan, stop
from jfp_cli.loading.source_file import SourceFile
from jfp_cli.portfolio.portfolio import SEPARATOR, Named, Portfolio
from jfp_cli.portfolio.reading import read_portfolio
from jfp_cli.query.filters import UnknownValueError
from jfp_cli.query.sentences import counted
from jfp_cli.query.things import UnknownThingError, find_there
from jfp_cli.values.near_miss import MEANT, SEARCH, did_you_mean
from jfp_cli.values.text import quoted, safe

TIED = {"area": "areas", "place": "places", "lead": "organisations"}
"""The filters by what plans may call differently, each with its kind."""
UNUSABLE = 2


class Several(NamedTuple):
    """The plans of a portfolio that are asked, in its order, each with its folder.

    Its file stands in `root`, and `source` is what that says.
    """

    root: Path
    source: SourceFile
    portfolio: Portfolio
    folders: dict[str, Path]

    def tied(self, plan: str, option: str, names: Iterable[str]) -> list[str]:
        """The values of a filter for one plan: what that calls the things that are meant, and else what was written."""
        names = list(names)
        if option not in TIED or not names:
            return names
        kind = TIED[option]
        meant = [other for name in names for other in self.portfolio.names_in(plan, kind, name)]
        own = {name for _, name in things_of(self.folders[plan], (kind,))}
        return [name for name in meant if name in own] or names


class Task(NamedTuple):
    """What one plan is asked: a function of a module, for any process finds that, and what it is given.

    It returns what was found and an exit code.
    """

    plan: str
    ask: Callable[[Any], tuple[Any, int]]
    given: Any


class Answer(NamedTuple):
    """What one plan answers, what it said besides, and the exit code; or that it has not what a filter names."""

    plan: str
    found: Any
    said: str = ""
    code: int = 0
    unknown: str = ""


def answers_of(tasks: Sequence[Task]) -> tuple[list[Answer], int]:
    """The answers of the plans that have one, and the exit code; what the others say is said. Stops where none has."""
    answers = list(side_by_side(_answer, tasks))
    for answer in answers:
        say_of(answer.plan, answer.said)
    if all(answer.unknown for answer in answers):
        nearest = next((answer for answer in answers if MEANT in answer.unknown), answers[0])
        others = "; no other plan has it either" if len(answers) > 1 else ""
        raise stop(f"{nearest.unknown} (so it is in {nearest.plan}{others})")
    answered = [answer for answer in answers if answer.code != UNUSABLE and not answer.unknown]
    if not answered:
        raise typer.Exit(UNUSABLE)
    return answered, 1 if any(answer.code for answer in answers) else 0


def _answer(task: Task) -> Answer:
    """Ask one plan, in whichever process."""
    said = io.StringIO()
    found, code = None, 0
    with redirect_stderr(said):
        try:
            found, code = task.ask(task.given)
        except typer.Exit as end:
            code = end.exit_code
        except UnknownValueError as error:
            return Answer(task.plan, None, said.getvalue(), 0, str(error))
    return Answer(task.plan, found, said.getvalue(), code)


def say_of(plan: str, text: str) -> None:
    """Say on standard error what a plan of several has to say."""
    sys.stderr.write("".join(f"{plan}: {line}\n" for line in text.splitlines()))


def several_of(file: Path | None, inside: Iterable[str], plan: Path | None = None) -> Several:
    """The plans of a portfolio that are meant, after what is wrong with its file was said.

    Stops where none can be, or where --plan names one.
    """
    if plan is not None:
        raise stop("--plan names one plan, and --portfolio several; write one of them, or --in with --portfolio")
    if file is None:
        raise stop("--in says which plans of a portfolio are meant; name that with --portfolio FILE")
    read = read_portfolio(file)
    for found in read.findings:
        sys.stderr.write(f"{safe(str(found.span))}: {found.severity}: {safe(found.message)}; {safe(found.help)}\n")
    if read.portfolio is None:
        raise stop(f"{file} cannot be read, so nobody knows which plans are meant")
    if not read.portfolio.plans:
        raise stop(f"{file} lists no plan; write each under plans: with its folder, such as north: ../north/plan")
    wanted: dict[Path, str] = {}
    for name in _chosen(read.portfolio, inside):
        wanted.setdefault(read.folders[name].resolve(), name)  # else its plan would count twice
    return Several(file.parent, read.source, read.portfolio, {name: read.folders[name] for name in wanted.values()})


def _chosen(portfolio: Portfolio, names: Iterable[str]) -> list[str]:
    """The plans that are asked, in the order of the portfolio: all, or those that --in names."""
    names = list(names)
    for name in names:
        if name in portfolio.groups and not portfolio.groups[name]:
            raise stop(f"--in: the group {quoted(name)} has no plan")
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
    folders = several_of(file, inside).folders
    asked = Named.of(name)
    if asked.plan in folders:
        return folders[asked.plan], asked.name
    found = {plan: names for plan, folder in folders.items() if (names := _names(folder, name))}
    if len(found) == 1:
        return folders[next(iter(found))], name
    if found:
        candidates = ", ".join(f"{plan}{SEPARATOR}{one}" for plan, names in found.items() for one in names)
        raise stop(f"{counted(len(found), 'plan')} have {quoted(name)}; name one: {candidates}")
    raise stop(f"no plan of the portfolio has {quoted(name)}; {SEARCH}")


def _names(folder: Path, name: str) -> list[str]:
    """What a plan knows a thing by: the name itself, or the addresses of all that have it as their id."""
    with redirect_stderr(io.StringIO()), suppress(typer.Exit):
        loaded = open_plan(folder)
        if loaded.plan is None:
            return []
        try:
            find_there(loaded.plan, name)
        except UnknownThingError as error:
            return [str(candidate) for candidate in error.candidates]
        return [name]
    return []
