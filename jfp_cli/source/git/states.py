"""The repository of a plan, and which of its states is meant."""

import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jfp_cli.source.folder import shown
from jfp_cli.source.git.asking import UNSHALLOW, FailedError, GitError, UnknownRevisionError, ask
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError
from jfp_cli.values.text import long_day, quoted

LAST_EDITION = "last"
_LIKE_A_DAY = re.compile(r"^\d{4}-\d\d-\d\d$|\d .*\d| \d{4}$")  # as 2025-04-31, 31 April 2025 and April 2025 are


class Repository(NamedTuple):
    """The repository that a plan folder is in, `prefix` being the way to that from the top, such as `plan/`."""

    root: Path
    prefix: str
    is_shallow: bool

    @property
    def home(self) -> str:
        """What the path of a plan file begins with where people are shown it."""
        return f"{shown(self.root)}/"


def repository_of(root: Path) -> Repository:
    """The repository of a plan folder; raises GitError where there is none, or no git."""
    said = ask(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
    inside, shallow, prefix, *_ = [*os.fsdecode(said).split("\n"), "", ""]
    if inside != "true":
        raise GitError(
            f"{shown(root)} is in no working copy of a git repository, so nothing is known of earlier states"
        )
    return Repository(root, prefix, shallow == "true")


def commit_of(repository: Repository, state: str, editions: Mapping[str, str], calendar: Calendar) -> str:
    """The commit that has a state: of an edition by its name, of a day, of a tag or of a revision.

    Of a day it is the last commit that the branch had when it ended, as the clocks of those who made them said.
    `editions` are the tags of editions by their names, the oldest first; `last` is the newest. Raises GitError.
    """
    state = state.strip()
    if state == LAST_EDITION:
        if not editions:
            raise GitError("plan.yaml names no editions; write editions: [{name: 2025-30, tag: v2025}] there")
        return _of_edition(repository, *list(editions.items())[-1])
    if state in editions:
        return _of_edition(repository, state, editions[state])
    try:
        day = calendar.day(state)
    except DateError as error:
        if _LIKE_A_DAY.search(state) and not _is_there(repository, state):
            raise GitError(str(error)) from None
        return _commit_of_one(repository, state)
    return _commit_by(repository, day)


def _commit_of_one(repository: Repository, revision: str) -> str:
    """The commit that a revision means; raises GitError where a tag and a branch of that name mean two."""
    found = _commit(repository, revision)
    names = [f"{sort}/{revision}" for sort in ("tags", "heads")]
    listed = ask(repository.root, "for-each-ref", "--format=%(refname)", *(f"refs/{name}" for name in names))
    both = {f"refs/{name}" for name in names} <= set(os.fsdecode(listed).split("\n"))
    if both and len({_commit(repository, name) for name in names}) > 1:
        raise GitError(f"{quoted(revision)} is a tag and another branch; write {' or '.join(names)}")
    return found


def _of_edition(repository: Repository, name: str, tag: str) -> str:
    try:
        return _commit(repository, tag)
    except UnknownRevisionError:
        raise GitError(
            f"the edition {quoted(name)} has the tag {quoted(tag)}, which is not here; git fetch --tags brings those "
            "of others, git tag gives it to a commit; or mend editions in plan.yaml"
        ) from None


def _is_there(repository: Repository, revision: str) -> bool:
    try:
        return bool(_commit(repository, revision))
    except UnknownRevisionError:
        return False


def _commit(repository: Repository, revision: str) -> str:
    if ".." in revision:
        raise UnknownRevisionError(f"{quoted(revision)} is no revision; write one, or two with a space between them")
    if not revision or revision.startswith(("-", "^")) or not revision.isprintable() or " " in revision:
        raise UnknownRevisionError(
            f"{quoted(revision)} is no revision; write a tag, a branch, a commit or a day such as 2025-04-01"
        )
    try:
        said = ask(repository.root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except FailedError as error:
        if "expected commit type" in error.said:
            raise UnknownRevisionError(
                f"{quoted(revision)} is no revision, but files that git keeps; write a tag, a branch or a commit"
            ) from None
        if error.said:
            raise
        why = f"; {UNSHALLOW}" if repository.is_shallow else "; git log and git tag list what there is"
        what = "there is no commit yet" if revision == "HEAD" else f"the repository has no revision {quoted(revision)}"
        raise UnknownRevisionError(what + ("" if revision == "HEAD" else why)) from None
    return said.decode("ascii").strip()


def _commit_by(repository: Repository, day: date) -> str:
    _commit(repository, "HEAD")
    said = ask(repository.root, "log", "--first-parent", "--no-show-signature", "--format=%H %cs", "HEAD", "--")
    earliest = ""
    for line in said.decode("ascii").splitlines():
        name, _, earliest = line.partition(" ")
        if earliest <= day.isoformat():
            return name
    if repository.is_shallow:
        raise GitError(f"nothing is known of {long_day(day)}: {UNSHALLOW}")
    first = long_day(date.fromisoformat(earliest))
    raise GitError(f"nothing is known of {long_day(day)}: the first commit is of {first}")


def day_of(repository: Repository, commit: str) -> date:
    """The day of a commit, as the clock of who made it said; raises GitError."""
    said = ask(repository.root, "show", "--no-patch", "--no-show-signature", "--format=%cs", commit, "--")
    return date.fromisoformat(said.decode("ascii").strip())
