"""The plan files of a commit, wherever the plan's folder stood then."""

import os
from collections.abc import Iterable, Sequence

from jfp_cli.source.folder import OLD_READINGS, PLAN_FILE, TextFile, in_order
from jfp_cli.source.git.asking import FailedError, GitError, ask
from jfp_cli.source.git.commits import commits_to
from jfp_cli.source.git.states import Repository
from jfp_cli.source.git.tree import Version, text_files, versions
from jfp_cli.source.lines import as_git_keeps


def plan_of(repository: Repository, commit: str, folders: Sequence[str]) -> list[TextFile]:
    """The plan files of a commit: plan.yaml, then those of these folders, in the order of folders and paths.

    Each is shown by the path that it has in the plan folder now, so that the same text is the same file at any time.
    Raises GitError where the plan stood elsewhere, or nowhere.
    """
    found = files_of(repository, commit, folders)
    order = [PLAN_FILE, *folders, OLD_READINGS]
    paths = sorted(found, key=lambda path: (order.index(path.partition("/")[0]), in_order(path)))
    return list(text_files(repository.root, [found[path] for path in paths], repository.home))


def unlike(repository: Repository, commit: str, folders: Sequence[str], files: Iterable[TextFile]) -> list[str]:
    """The paths of the plan files that are not as a commit has them; how lines end does not matter.

    Raises GitError.
    """
    then = {file.path: file.text for file in plan_of(repository, commit, folders)}
    now = {file.path: file.text for file in files}
    return [path for path in sorted({*then, *now}) if as_git_keeps(then.get(path)) != as_git_keeps(now.get(path))]


def files_of(repository: Repository, commit: str, folders: Sequence[str]) -> dict[str, Version]:
    """The same as versions by path, without what they hold."""
    found = versions(repository.root, commit, repository.prefix, folders)
    return found if PLAN_FILE in found else versions(repository.root, commit, _former(repository, commit), folders)


def at_commit(repository: Repository, commit: str) -> Repository:
    """The repository with the way to the plan that a commit has; raises GitError where it stood nowhere."""
    there = PLAN_FILE in versions(repository.root, commit, repository.prefix, ())
    return repository if there else repository._replace(prefix=_former(repository, commit))


def _former(repository: Repository, commit: str) -> str:
    """The folder from which that of the plan was renamed since a commit, as git follows its plan.yaml."""
    listed = ask(repository.root, "ls-tree", "-r", "-z", "--full-tree", "--name-only", commit)
    others = [path for path in os.fsdecode(listed).split("\0") if f"/{path}".endswith(f"/{PLAN_FILE}")]
    here = f"at {commit[:10]} there was no {repository.prefix}{PLAN_FILE}"
    if not others:
        raise GitError(f"{here} yet")
    try:
        _, folders = commits_to(repository, "HEAD", None)
    except FailedError:  # HEAD has no commit yet, and another branch has
        folders = []
    match [folder for folder in folders if f"{folder}{PLAN_FILE}" in others]:
        case [former]:
            return former
    raise GitError(
        f"{here}, but {', '.join(others)}: where the folder was renamed since, put that "
        f"state into a folder of its own with git worktree add ../before {commit[:10]} and compare with --with"
    )
