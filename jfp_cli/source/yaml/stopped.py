"""Where libyaml stopped reading, and in its own words why."""

from typing import NamedTuple


class Stopped(NamedTuple):
    """What libyaml found wrong at an offset, and in what, which began at another; it does not always know both."""

    problem: str = ""
    context: str = ""
    at: int | None = None
    began: int | None = None

    @property
    def reach(self) -> int:
        """How far into the text libyaml came."""
        return -1 if self.at is None else self.at
