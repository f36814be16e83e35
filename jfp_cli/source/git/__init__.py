"""The plan as its git repository has it: which state is meant, its plan files, and the commits that changed them.

This is the one caller of git. Nothing is written, nothing is fetched, and no program that a repository names is run.
"""

from jfp_cli.source.git.asking import GitError, NoRepositoryError
from jfp_cli.source.git.commits import Commit
from jfp_cli.source.git.plans import plan_of, unlike
from jfp_cli.source.git.states import LAST_EDITION, Repository, commit_of, day_of, repository_of
from jfp_cli.source.git.tree import Version
from jfp_cli.source.git.walk import Changed, Visit, Walk

__all__ = [
    "LAST_EDITION",
    "Changed",
    "Commit",
    "GitError",
    "NoRepositoryError",
    "Repository",
    "Version",
    "Visit",
    "Walk",
    "commit_of",
    "day_of",
    "plan_of",
    "repository_of",
    "unlike",
]
