"""Whether git keeps the plan as it is, so that a change of all of it can be undone."""

from pathlib import Path
from typing import NamedTuple

from jfp_cli.edit.change import Change
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.kinds import FOLDERS
from jfp_cli.source.git import GitError, commit_of, repository_of, unlike

_MOST_NAMED, _SHORT = 3, 10


class Kept(NamedTuple):
    """The commit that has the plan as it is, the top of the repository, and the way to the plan folder from there."""

    commit: str
    top: Path
    folder: str


def check_kept(change: Change, otherwise: str) -> Kept:
    """Where git has the plan as it is; raises EditError where the last commit has not, and says what can be done."""
    files = [file.file for file in change.loaded.sources.files.values()]
    try:
        repository = repository_of(change.loaded.root)
        commit = commit_of(repository, "HEAD", {}, change.plan.settings.calendar)
        changed = unlike(repository, commit, FOLDERS, files)
    except GitError as error:
        raise EditError(f"{error}; so nothing could be brought back: commit the plan first, {otherwise}") from None
    if changed:
        others = len(changed) - _MOST_NAMED
        few = ", ".join(changed[:_MOST_NAMED]) + (f" and {others} more" if others > 0 else "")
        raise EditError(f"there are changes that are not committed ({few}); commit them first, {otherwise}")
    folder = repository.prefix.rstrip("/")
    root = change.loaded.root.absolute()
    return Kept(commit[:_SHORT], [root, *root.parents][len(Path(folder).parts)], folder)
