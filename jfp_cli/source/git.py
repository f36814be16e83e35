"""The plan as its git repository has it: which state is meant, and the plan files of that state.

This is the one caller of git. Nothing is written, nothing is fetched, and no program that a repository names is run.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jfp_cli.source.content import text_in
from jfp_cli.source.folder import OLD_READINGS, PLAN_FILE, TextFile, in_order, is_plan_file, shown
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError
from jfp_cli.values.text import long_day, quoted

LAST_EDITION = "last"
# What a hook, or whoever started jfp, set for another repository or another state of this one.
_OF_ANOTHER = frozenset(
    f"GIT_{name}"
    for name in (
        *("DIR", "WORK_TREE", "INDEX_FILE", "PREFIX", "COMMON_DIR", "OBJECT_DIRECTORY", "NAMESPACE"),
        *("ALTERNATE_OBJECT_DIRECTORIES", "GRAFT_FILE", "SHALLOW_FILE", "REPLACE_REF_BASE"),
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
_LINK, _FILE = "120000", "100"  # how the modes of links and of files begin
_UNSHALLOW = "this clone has only the newest commits; git fetch --unshallow brings the others"
_PARTIAL = (
    "this clone has only a part of the repository, and nothing is fetched here; "
    "git fetch --refetch --no-filter brings the rest"
)
_NOT_FETCHED = ("lazy fetching", "promisor remote", "transport '")  # what git says of what it may not fetch


class GitError(Exception):
    """git cannot say what was asked; the text says why, and what to do."""


class Repository(NamedTuple):
    """The repository that a plan folder is in, `prefix` being the way to that from the top, such as `plan/`."""

    root: Path
    prefix: str
    is_shallow: bool


def repository_of(root: Path) -> Repository:
    """The repository of a plan folder; raises GitError where there is none, or no git."""
    said = _git(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
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
    if state == LAST_EDITION:
        if not editions:
            raise GitError("plan.yaml names no editions; write editions: [{name: 2025-30, tag: v2025}] there")
        return _commit(repository, list(editions.values())[-1])
    if state in editions:
        return _commit(repository, editions[state])
    try:
        day = calendar.day(state)
    except DateError:
        return _commit(repository, state)
    return _commit_by(repository, day)


def _commit(repository: Repository, revision: str) -> str:
    if not revision or revision.startswith("-") or not revision.isprintable() or " " in revision:
        raise GitError(
            f"{quoted(revision)} is no revision; write a tag, a branch, a commit or a day such as 2025-04-01"
        )
    try:
        said = _git(repository.root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except _FailedError as error:
        if error.said:
            raise
        why = f"; {_UNSHALLOW}" if repository.is_shallow else "; git log and git tag list what there is"
        what = "there is no commit yet" if revision == "HEAD" else f"the repository has no revision {quoted(revision)}"
        raise GitError(what + ("" if revision == "HEAD" else why)) from None
    return said.decode("ascii").strip()


def _commit_by(repository: Repository, day: date) -> str:
    _commit(repository, "HEAD")
    said = _git(repository.root, "log", "--first-parent", "--no-show-signature", "--format=%H %cs", "HEAD", "--")
    earliest = ""
    for line in said.decode("ascii").splitlines():
        name, _, earliest = line.partition(" ")
        if earliest <= day.isoformat():
            return name
    if repository.is_shallow:
        raise GitError(f"nothing is known of {long_day(day)}: {_UNSHALLOW}")
    first = long_day(date.fromisoformat(earliest))
    raise GitError(f"nothing is known of {long_day(day)}: the first commit is of {first}")


def plan_of(repository: Repository, commit: str, folders: Sequence[str]) -> list[TextFile]:
    """The plan files of a commit: plan.yaml, then those of these folders, in the order of folders and paths.

    Each is shown by the path that it has in the plan folder now, so that the same text is the same file at any time.
    Raises GitError where the plan stood elsewhere, or nowhere.
    """
    found = {path: blob for path, blob in _blobs(repository, commit) if _is_read(path, folders)}
    if PLAN_FILE not in found:
        raise GitError(_nowhere(repository, commit))
    order = [PLAN_FILE, *folders, OLD_READINGS]
    paths = sorted(found, key=lambda path: (order.index(path.partition("/")[0]), in_order(path)))
    texts = _contents(repository, [found[path].name for path in paths if not found[path].is_link])
    home = f"{shown(repository.root)}/"
    return [_text_file(path, found[path], texts, home) for path in paths]


def unlike(repository: Repository, commit: str, folders: Sequence[str], files: Iterable[TextFile]) -> list[str]:
    """The paths of the plan files that are not as a commit has them; how lines end does not matter.

    Raises GitError.
    """
    then = {file.path: file.text for file in plan_of(repository, commit, folders)}
    now = {file.path: file.text for file in files}
    return [path for path in sorted({*then, *now}) if _in_lines(then.get(path)) != _in_lines(now.get(path))]


def _in_lines(text: str | None) -> str | None:
    return text and text.replace("\r\n", "\n")


class _Blob(NamedTuple):
    name: str
    is_link: bool


def _blobs(repository: Repository, commit: str) -> Iterator[tuple[str, _Blob]]:
    """What a commit has in the plan folder, by path from there."""
    within = (repository.prefix,) if repository.prefix else ()
    listed = _git(repository.root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *within)
    for entry in os.fsdecode(listed).split("\0")[:-1]:
        about, _, path = entry.partition("\t")
        mode, _, name = about.split(" ")
        if mode == _LINK or mode.startswith(_FILE):
            yield path.removeprefix(repository.prefix), _Blob(name, mode == _LINK)


def _is_read(path: str, folders: Sequence[str]) -> bool:
    first, *below = path.split("/")
    if not below:
        return path == PLAN_FILE
    hidden = any(folder.startswith(".") for folder in below[:-1])
    return (first in folders or first == OLD_READINGS) and is_plan_file(below[-1]) and not hidden


def _nowhere(repository: Repository, commit: str) -> str:
    here = f"{repository.prefix}{PLAN_FILE}"
    listed = _git(repository.root, "ls-tree", "-r", "-z", "--full-tree", "--name-only", commit)
    others = [path for path in os.fsdecode(listed).split("\0") if f"/{path}".endswith(f"/{PLAN_FILE}")]
    if not others:
        return f"at {commit[:10]} there was no {here} yet"
    return (
        f"at {commit[:10]} there was no {here}, but {', '.join(others)}: where the folder was renamed since, put that "
        f"state into a folder of its own with git worktree add ../before {commit[:10]} and compare with --with"
    )


def _contents(repository: Repository, names: Sequence[str]) -> dict[str, bytes]:
    """What blobs hold, by their names, each asked for once and all in one go."""
    names = list(dict.fromkeys(names))
    said = _git(repository.root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    found, at = {}, 0
    for name in names:
        end = said.index(b"\n", at)
        header = said[at:end].split(b" ")
        if len(header) < 3:
            raise GitError(_PARTIAL)
        size = int(header[2])
        found[name] = said[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


def _text_file(path: str, blob: _Blob, texts: Mapping[str, bytes], home: str) -> TextFile:
    file = TextFile.of(path, "", home)
    if blob.is_link:
        problem = "this is a link, and links are not followed in earlier states"
        return file._replace(text=None, problem=problem, advice="put the file itself here")
    text, problem, advice, at = text_in(path, texts[blob.name])
    return file._replace(name=Path(path).stem, text=text, problem=problem, advice=advice, at=at)


class _FailedError(GitError):
    """git ended with an error, and said why or nothing."""

    def __init__(self, said: str) -> None:
        super().__init__(f"git could not answer: {said or 'it gave no reason'}")
        self.said = said


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
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


def _refused(said: str, folder: Path) -> GitError:
    """Why git does not answer, in words."""
    if "not a git repository" in said:
        return GitError(f"{shown(folder)} is in no git repository, so nothing is known of earlier states of the plan")
    if "dubious ownership" in said:
        line = next((line.strip() for line in said.splitlines() if "--add safe.directory" in line), "")
        return GitError(f"the repository belongs to somebody else, so git does not read it; if you trust it: {line}")
    if any(words in said for words in _NOT_FETCHED):
        return GitError(_PARTIAL)
    lines = [line for line in said.splitlines() if line.strip()]
    return _FailedError(lines[0].removeprefix("fatal: ") if lines else "")
