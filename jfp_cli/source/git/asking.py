"""The git program: asked without a shell, in an environment of its own, and its refusals in words."""

import os
import subprocess
from pathlib import Path

from jfp_cli.source.folder import shown

# What a hook, or whoever started jfp, set for another repository, another state of this one or other ways of paths.
_OF_ANOTHER = frozenset(
    f"GIT_{name}"
    for name in (
        *("DIR", "WORK_TREE", "INDEX_FILE", "PREFIX", "COMMON_DIR", "OBJECT_DIRECTORY", "NAMESPACE"),
        *("ALTERNATE_OBJECT_DIRECTORIES", "GRAFT_FILE", "SHALLOW_FILE", "REPLACE_REF_BASE"),
        *("LITERAL_PATHSPECS", "GLOB_PATHSPECS", "NOGLOB_PATHSPECS", "ICASE_PATHSPECS"),
    )
)
_QUIET = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # what an older git obeys, which knows nothing of the line above
}
_NO_PROGRAMS = ("--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_NOT_FETCHED = ("lazy fetching", "promisor remote", "transport '")  # what git says of what it may not fetch
PARTIAL = (
    "this clone has only a part of the repository, and nothing is fetched here; "
    "git fetch --refetch --no-filter brings the rest"
)
UNSHALLOW = "this clone has only the newest commits; git fetch --unshallow brings the others"


class GitError(Exception):
    """git cannot say what was asked; the text says why, and what to do."""


class NoRepositoryError(GitError):
    """The folder is in no repository."""


class FailedError(GitError):
    """git ended with an error, and said why or nothing."""

    def __init__(self, said: str) -> None:
        super().__init__(f"git could not answer: {said or 'it gave no reason'}")
        self.said = said


class UnknownRevisionError(GitError):
    """The repository has no such revision, or it could be none."""


def ask(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers in a folder; raises GitError."""
    around = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER}
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and every word is checked
            ["git", *_NO_PROGRAMS, *arguments],  # noqa: S607 - the git that people use
            cwd=folder,
            env=around | _QUIET,
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise GitError("git is not installed here, so nothing is known of earlier states of the plan") from None
    if done.returncode:
        raise _refused(done.stderr.decode("utf-8", "replace"), folder)
    return done.stdout


def within(prefix: str) -> tuple[str, ...]:
    """How git is told of a folder by its way from the top, whatever signs its name holds; everything for the top."""
    return (f":(top,literal){prefix}",) if prefix else (":(top)",)


def _refused(said: str, folder: Path) -> GitError:
    """Why git does not answer, in words."""
    if "not a git repository" in said:
        why = f"{shown(folder)} is in no git repository, so nothing is known of earlier states of the plan"
        return NoRepositoryError(why)
    if "dubious ownership" in said:
        line = next((line.strip() for line in said.splitlines() if "--add safe.directory" in line), "")
        return GitError(f"the repository belongs to somebody else, so git does not read it; if you trust it: {line}")
    if any(words in said for words in _NOT_FETCHED):
        return GitError(PARTIAL)
    lines = [line for line in said.splitlines() if line.strip()]
    return FailedError(lines[0].removeprefix("fatal: ") if lines else "")
