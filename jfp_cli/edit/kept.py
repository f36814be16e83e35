"""Whether git keeps the plan as it is, so that a change of all of it can be undone."""

from jfp_cli.edit.change import Change
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.kinds import FOLDERS
from jfp_cli.source.git import GitError, commit_of, repository_of, unlike

_MOST_NAMED = 3


def check_kept(change: Change, otherwise: str) -> None:
    """Refuse where the last commit has not the plan as it is; `otherwise` says what else can be done."""
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
