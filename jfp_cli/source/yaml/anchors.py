"""What anchors mark and aliases repeat, within a limit on how much."""

from typing import Any

from jfp_cli.source.yaml import faults
from jfp_cli.source.yaml.document import Data, Tree, depth_of

MAX_DEPTH = 40
MAX_ALIASED = 10_000  # values, a hundred characters of text counting as one
# A value, the places of what it holds, and how many values it holds.
Marked = tuple[Data, "Tree | None", int]
UNFINISHED: Marked = ("", None, -1)  # what an anchor stands for until its end is read


class Anchors:
    """The anchors of one text, and how much was repeated so far."""

    def __init__(self) -> None:
        self.marked: dict[str, Marked] = {}
        self.aliased = 0

    def begin(self, name: str) -> None:
        """An anchor marks a list or keys whose end is not read yet."""
        self.marked[name] = UNFINISHED

    def mark(self, name: str, value: Data, places: Tree | None, count: int, length: int) -> None:
        """An anchor marks a value of so many values and characters."""
        self.marked[name] = (value, places, count + length // 100)

    def repeated(self, alias: Any, depth: int) -> Marked:
        """What the event of an alias stands for, at a depth of lists and keys."""
        start, end, name = alias.start_mark.index, alias.end_mark.index, alias.anchor
        found = self.marked.get(name)
        if found is None:
            raise faults.Stop(faults.unknown_alias(name, start, end))
        if found is UNFINISHED:
            raise faults.Stop(faults.alias_in_itself(name, start, end))
        if depth + depth_of(found[1]) > MAX_DEPTH:
            raise faults.Stop(faults.too_deep(start, MAX_DEPTH))
        self.aliased += found[2]
        if self.aliased > MAX_ALIASED:
            raise faults.Stop(faults.too_many_aliases(start, end))
        return found
