"""What rules work out of single files, kept while a plan is changed for the files that are still the same."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

Value = TypeVar("Value")


class Memory:
    """What was worked out in one look at a plan, or in several of one that changes."""

    def __init__(self) -> None:
        self._known: dict[tuple[Callable[..., Any], int], tuple[object, Any]] = {}

    def of(self, entity: object, work: Callable[..., Value], *given: Any) -> Value:
        """What some work comes to, which follows from an entity and plan.yaml alone; it is done once for each."""
        key = (work, id(entity))  # no other has this number while that one is held
        if key not in self._known:
            self._known[key] = (entity, work(*given))
        value: Value = self._known[key][1]
        return value

    def keep(self, entities: Iterable[object]) -> None:
        """Let go of all but what was worked out of these."""
        numbers = set(map(id, entities))
        self._known = {key: known for key, known in self._known.items() if key[1] in numbers}
