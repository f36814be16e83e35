"""Real repositories with a plan in them, told by what is committed when."""

from collections.abc import Callable
from pathlib import Path

from tests.source.test_git import Git, committed, in_folder

Change = Callable[..., Path]


class Planner:
    """Edits a plan and commits what it says: `planner.commit("2025-05-01", ("milestones/x.yaml", "old", "new"))`."""

    def __init__(self, plan: Path) -> None:
        self.plan = plan
        self.git: Git = in_folder(plan.parent)
        self.git("init", "-q")
        self.first = committed(self.git, "Begin", "2025-04-01")

    def write(self, file: str, old: str, new: str) -> None:
        """Write something else in a file of the plan."""
        path = self.plan / file
        text = path.read_bytes().decode("utf-8")
        assert old in text, f"{file} does not say {old}"
        path.write_bytes(text.replace(old, new, 1).encode("utf-8"))

    def commit(self, day: str, *changes: tuple[str, str, str], message: str = "Change") -> str:
        """Write some changes and commit them."""
        for change in changes:
            self.write(*change)
        return committed(self.git, message, day)
