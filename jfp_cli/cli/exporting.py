"""What every export shares: where it goes, what the plan is called there, and that nothing is overwritten unasked."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from jfp_cli.cli.options import several
from jfp_cli.cli.session import Question, stop
from jfp_cli.cli.several_plans import several_of
from jfp_cli.cli.states import History
from jfp_cli.exchange.data.table import Exported
from jfp_cli.linting.lint import lint
from jfp_cli.loading import Loaded
from jfp_cli.model.plan import Plan
from jfp_cli.query.promises import Promise
from jfp_cli.query.rows import finding_rows
from jfp_cli.source.folder import shown
from jfp_cli.source.whole_file import write_files
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import as_id, is_id, quoted, safe

CURRENT = "current"
"""The edition of the plan as it is written."""

OutputFile = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="The file to write; else it is shown.")
]
Force = Annotated[bool, typer.Option("--force", help="Write over what is there.")]
PlanName = Annotated[
    str | None,
    typer.Option(
        "--name", metavar="ID", help="What the plan is called among others; if not given, after its organisation."
    ),
]


class Source:
    """What is exported: one plan, called by a name, or those of a portfolio by their names there; as of a day.

    With `editions` also the published ones, each as it was known on the day of its commit. `code` is the exit code.
    """

    def __init__(
        self,
        plan: Path | None,
        name: str | None,
        as_of: str | None,
        portfolio: Path | None,
        inside: list[str] | None,
        *,
        editions: bool = False,
    ) -> None:
        self.code = 0
        self._plans = _plans(plan, name, portfolio, inside)
        self._as_of = as_of
        self._editions = editions

    def exported(self) -> Iterator[Exported]:
        """Each plan as it is written, and its editions; what cannot be read is said. Stops where nothing can."""
        number = 0
        for name, folder in self._plans.items():
            try:
                for one in self._of(name, folder):
                    number += 1
                    yield one
            except typer.Exit as end:  # why was said
                self.code = max(self.code, 1)
                if len(self._plans) == 1:
                    raise
                sys.stderr.write(f"left out: {name}, with the exit code {end.exit_code}\n")
        if not number:
            raise typer.Exit(2)

    def _of(self, name: str | None, folder: Path | None) -> Iterator[Exported]:
        question = Question(folder, self._as_of)
        called = name or as_id(question.plan.settings.organisation) or "plan"
        yield self._exported(question.loaded, called, CURRENT, question.plan, question.day)
        for edition in question.plan.settings.editions if self._editions else ():
            history = History(folder)
            then, day = history.at(edition.name), history.day_of(edition.name)
            yield self._exported(then.loaded, called, edition.name, then.state.plan, day)

    def _exported(self, loaded: Loaded, called: str, edition: str, plan: Plan, day: date) -> Exported:
        if loaded.has_errors:
            self.code = 1
        return Exported(called, edition, plan, day, loaded.sources.span, finding_rows(lint(loaded, day)))


def _plans(
    plan: Path | None, name: str | None, portfolio: Path | None, inside: list[str] | None
) -> dict[str | None, Path | None]:
    """The folders of the plans that are meant by what these are called, which of one alone its organisation may say."""
    if portfolio is None and not inside:
        return {_called(name): plan}
    if plan is not None or name is not None:
        raise stop("--portfolio names the plans and says what they are called; leave out --plan and --name")
    return dict(several_of(portfolio, several(inside)).folders.items())


def _called(name: str | None) -> str | None:
    if name is None or is_id(name):
        return name
    raise stop(f"--name: {quoted(name)} is no id; {did_you_mean(name, [as_id(name)], 'write one like north-town')}")


def check_free(path: Path, *, force: bool) -> None:
    """Stop where something is there already that nobody said may be written over."""
    if path.exists() and not force and (path.is_file() or any(path.iterdir())):
        raise stop(f"{shown(path)} is there already; write over it with --force, or name another")


def write_set(files: Mapping[str, bytes], folder: Path, *, force: bool) -> None:
    """Write files by their paths below a folder, none of them where one would be written over unasked."""
    for path in files:
        check_free(folder / path, force=force)
    write_files(folder, files)


def say_left_out(promises: Iterable[Promise]) -> None:
    """Say which promises have no day on which they could stand."""
    for one in promises:
        sys.stderr.write(f"  left out: {safe(str(one.address))}, since {quoted(one.due.text)} has no last day\n")


def write_export(data: bytes, output: Path | None, *, force: bool) -> None:
    """Write an export to its file, or to standard output where none is named."""
    if output is None:
        sys.stdout.write(data.decode("utf-8"))
        return
    write_set({output.name: data}, output.parent, force=force)
    sys.stderr.write(f"wrote {shown(output)}\n")
