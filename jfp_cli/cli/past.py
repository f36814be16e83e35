"""The plan through its commits, with what whoever waits or trusts the answer has to be told."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from jfp_cli.cli.console.progress import Progress
from jfp_cli.cli.session import stop
from jfp_cli.cli.states import History, Known
from jfp_cli.history.due_dates import FOLDERS, DueDates, choose
from jfp_cli.history.slippage import Slip, slips
from jfp_cli.loading.revisions import Choose, Judge, Revisions
from jfp_cli.loading.steps import Step, Unread
from jfp_cli.query.promises import Promise
from jfp_cli.query.sentences import counted
from jfp_cli.source.git import GitError, Walk
from jfp_cli.values.text import long_day, safe

_MOST_SAID = 10  # files that could not be read


def steps_to(
    now: Known, walk: Walk, folders: Iterable[str], choose: Choose, judge: Judge | None = None
) -> Iterator[Step]:
    """Every commit of a walk and what is not committed, the newest first; stops where git fails on the way.

    Where the commits do not reach back to the beginning is said before, and what could not be read after.
    """
    if walk.is_shallow and walk.begins:
        day = long_day(date.fromisoformat(walk.begins))
        _say(f"this clone has no commits from before {day}, and nothing is known of these; git fetch --unshallow helps")
    revisions = Revisions(walk, now.loaded, folders, choose, judge)
    try:
        with Progress("commits of the plan", len(walk.commits)) as progress:
            for step in revisions.steps():
                if step.commit.name:
                    progress.advance()
                yield step
    except GitError as error:
        raise stop(str(error)) from None
    _say_unread(walk, list(revisions.unread))


def slips_of(
    of_plan: History, now: Known, kept: Sequence[Promise], since: str | None = None, as_of: str | None = None
) -> list[Slip]:
    """How the dates of some promises moved, since a state or since each was first seen; stops where git knows no such.

    They come in the order of the promises. `now` is the plan on the day of `as_of`, today where none is given.
    """
    walk, dates = of_plan.walk(since, as_of), DueDates()
    return slips(steps_to(now, walk, FOLDERS, choose, dates.can_be_read), dates, kept, walk.begins)


def _say_unread(walk: Walk, unread: list[Unread]) -> None:
    """Name the files that could not be read, each with the commits in which that was so."""
    if not unread:
        return
    days = {one.name: one.date for one in walk.commits}
    _say("parts of the plan cannot be read at some commits, so what they changed shows with the next that can:")
    by_file: dict[str, list[str]] = {}
    for path, commit in unread:
        by_file.setdefault(path, []).append(commit)
    for path, commits in list(by_file.items())[:_MOST_SAID]:
        first, *others = commits
        more = f" and {counted(len(others), 'other commit')}" if others else ""
        day = f" of {long_day(date.fromisoformat(days[first]))}" if first in days else ""  # else before what is walked
        sys.stderr.write(safe(f"  {path} at {first[:10]}{day}{more}") + "\n")
    if len(by_file) > _MOST_SAID:
        sys.stderr.write(f"  and {counted(len(by_file) - _MOST_SAID, 'other file')}\n")


def _say(text: str) -> None:
    sys.stderr.write(f"jfp: {safe(text)}\n")
