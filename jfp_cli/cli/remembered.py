"""What a report is told of the plan's past: the state that it is compared with, and how its dates moved."""

import sys
from datetime import date, timedelta
from typing import NamedTuple

import typer

from jfp_cli.cli.ended import as_it_ended
from jfp_cli.cli.past import slips_of
from jfp_cli.cli.session import Question, stop
from jfp_cli.cli.states import History, as_loaded
from jfp_cli.history.slippage import Slip
from jfp_cli.model.field import Audience
from jfp_cli.model.plan import Plan
from jfp_cli.query.happened import month_before
from jfp_cli.query.promises import promises
from jfp_cli.report.document.past import NO_MEMORY, Memory
from jfp_cli.report.papers import PAPERS
from jfp_cli.source.git import GitError, NoRepositoryError, repository_of
from jfp_cli.values.dates import DateError
from jfp_cli.values.text import quoted

NOT_COMPARED = ("overdue",)
"""The reports that have no place for what changed; those of a plan's own templates may have one."""


class Remembered(NamedTuple):
    """What a report is told of the past, and the day since when it tells what came about."""

    memory: Memory = NO_MEMORY
    since: date | None = None


def remembered(question: Question, report: str, audience: Audience, since: str | None) -> Remembered:
    """What a report for an audience needs of the past since a state; stops where that is asked for and not known.

    The paper for the board tells silent moves too, where there is a repository that can say.
    """
    asks_git = report in PAPERS and PAPERS[report].time == "since"
    if asks_git:
        return _of_paper(question, since)
    if since is None:
        return Remembered()
    if report in PAPERS:
        raise stop(f"the report {report} takes no --since; write --{PAPERS[report].time}, or leave it out")
    if report in NOT_COMPARED:
        raise stop(f"the report {report} takes no --since; leave it out")
    history = _history(question, since)
    called, before = history.called(since), history.at(since)
    if before.loaded.left_out:
        raise stop(f"--since: so nobody can say what is new since {called.name}; name another state")
    _past(question, called.day)
    found = _slips(question) if audience == "internal" else None
    return Remembered(
        _memory(question, history, since, before.state.plan)._replace(name=called.name, slips=found), called.day
    )


def _of_paper(question: Question, since: str | None) -> Remembered:
    """What a paper is told of the time since a state, or since a month before: of a day, with what was done on it."""
    day = month_before(question.day) if since is None else _day(question, since)
    states = [since or ""] if day is None else [(day - timedelta(days=1)).isoformat(), day.isoformat()]
    if day is None:
        day = _history(question, states[0]).called(states[0]).day
    since_day, found = _past(question, day), _slips(question)
    if found is None:
        return Remembered(since=since_day)
    history = History(question.loaded.root)
    for state in states:
        if before := history.plan_at(state):
            return Remembered(_memory(question, history, state, before)._replace(slips=found), since_day)
    return Remembered(Memory(slips=found), since_day)


def _memory(question: Question, history: History, state: str, before: Plan) -> Memory:
    """The plan at a state, with what became of that which is not in it any more."""
    plan = question.loaded.plan
    if plan is None or question.loaded.left_out:
        return Memory(before=before)
    before, ended = as_it_ended(history, state, before, as_loaded(question.loaded, plan))
    return Memory(before=before, ended=ended)


def _history(question: Question, state: str) -> History:
    try:
        repository_of(question.loaded.root)
    except GitError as error:
        raise stop(f"--since: {quoted(state)} is no state that is known: {error}") from None
    return History(question.loaded.root)


def _day(question: Question, text: str) -> date | None:
    """The day that is meant; None where it is another state."""
    try:
        return question.plan.settings.calendar.day(text)
    except DateError:
        return None


def _past(question: Question, day: date) -> date:
    if day > question.day:
        raise stop(f"--since: {day.isoformat()} is after {question.day.isoformat()}, the day of the report")
    return day


def _slips(question: Question) -> tuple[Slip, ...] | None:
    """How every date moved, by the commits of the plan; None where there are none, or where git fails and says so."""
    plan = question.loaded.plan
    if plan is None:
        return None
    try:
        repository_of(question.loaded.root)
    except NoRepositoryError:
        return None
    except GitError:
        pass  # which the walk says
    now = as_loaded(question.loaded, plan)
    try:
        return tuple(slips_of(History(question.loaded.root), now, list(promises(plan))))
    except typer.Exit:
        sys.stderr.write("  so moves of dates are known only where an entry in moves tells of them\n")
        return None
