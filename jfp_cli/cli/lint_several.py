"""Several plans linted: each in a process of its own, and then held against each other."""

import io
from collections.abc import Callable, Iterable
from contextlib import redirect_stderr
from pathlib import Path
from typing import NamedTuple

import typer

from jfp_cli.cli.processes import side_by_side
from jfp_cli.cli.session import open_plan
from jfp_cli.cli.several_plans import say_of, several_of
from jfp_cli.linting.across.rule import RuleAcross, look_across
from jfp_cli.linting.across.said import Said, said_in
from jfp_cli.loading import Loaded
from jfp_cli.loading.file_read import passed_over
from jfp_cli.loading.source_map import SourceMap
from jfp_cli.portfolio.ties import faults_of_ties, not_there, tied_in, ties_of
from jfp_cli.source.folder import file_beside
from jfp_cli.values.finding import Finding

Look = Callable[[Loaded], list[Finding]]
ACROSS = "across the plans"


class Linted(NamedTuple):
    """What was found in a plan, or across plans, with the lines of the files that it stands in."""

    name: str
    findings: list[Finding]
    sources: SourceMap
    could_be_read: bool


class _Task(NamedTuple):
    plan: str
    folder: Path
    look: Look
    tied: list[str]


class _Answer(NamedTuple):
    plan: str
    findings: list[Finding]
    facts: list[Said]
    missing: dict[str, str]
    said: str
    could_be_read: bool


def lint_each(file: Path | None, inside: Iterable[str], look: Look, rules: Iterable[RuleAcross]) -> list[Linted]:
    """What is found in each plan of a portfolio, and across them last; `look` stands in a module."""
    plans = several_of(file, inside)
    tasks = [_Task(name, folder, look, tied_in(plans.portfolio, name)) for name, folder in plans.folders.items()]
    answers = list(side_by_side(_lint, tasks))
    for answer in answers:
        say_of(answer.plan, answer.said)
    facts = {answer.plan: answer.facts for answer in answers}
    found = [_linted(answer.plan, answer.findings, is_read=answer.could_be_read) for answer in answers]
    faults = faults_of_ties(plans.portfolio, plans.source, {answer.plan: answer.missing for answer in answers})
    faults += look_across(rules, facts, ties_of(plans.portfolio))
    return [*found, _linted(ACROSS, faults, is_read=True)]


def _lint(task: _Task) -> _Answer:
    said = io.StringIO()
    with redirect_stderr(said):
        try:
            loaded = open_plan(task.folder)
        except typer.Exit:
            return _Answer(task.plan, [], [], {}, said.getvalue(), could_be_read=False)
        findings = task.look(loaded)
    facts = said_in(loaded.plan, loaded.sources.span) if loaded.plan else []
    missing = not_there(loaded, task.tied) if loaded.plan else {}
    return _Answer(task.plan, findings, facts, missing, said.getvalue(), loaded.plan is not None)


def _linted(name: str, findings: list[Finding], *, is_read: bool) -> Linted:
    """Findings with the files that they stand in, read again: whole files are not sent from process to process."""
    files = dict.fromkeys(finding.span.file for finding in findings)
    texts = (file_beside(Path(file), "") for file in files)
    return Linted(name, findings, SourceMap(map(passed_over, texts)), is_read)
