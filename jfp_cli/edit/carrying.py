"""The actions of a workstream on their way to the planning periods that come."""

from collections.abc import Mapping, Sequence

from jfp_cli.edit.coming import Periods
from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.query.planning_periods import is_outside
from jfp_cli.values.address import Path
from jfp_cli.values.dates import PlanDate

Spot = tuple[str, int]
"""Where an action of a workstream stands: its planning period, and its position there."""


class Carrying:
    """The lists of a workstream's actions, by planning period, in a draft from which those that go are gone already.

    `staying` are the positions that the others had.
    """

    def __init__(self, draft: Draft, path: Path, staying: Mapping[str, Sequence[int]]) -> None:
        self._draft = draft
        self._path = path
        self._lists: dict[str, list[Spot]] = {
            period: [(period, number) for number in numbers]
            for period, numbers in staying.items()
            if draft.has((*path, period))
        }

    @property
    def now(self) -> dict[Spot, Spot]:
        """Where each action stands now, by where it stood."""
        return {spot: (period, at) for period, spots in self._lists.items() for at, spot in enumerate(spots)}

    def lead_on(self, periods: Periods) -> None:
        """Let each period lead to the one that comes: its key is renamed, or its actions go to those that are there."""
        order = list(periods.leads_to)
        for period, new in periods.leads_to.items():
            if period not in self._lists or new == period:
                continue
            if new not in self._lists:
                self._rename(period, new)
            else:
                in_front = new not in order or order.index(period) < order.index(new)
                self._merge(period, new, in_front=in_front)

    def place(self, due: Mapping[Spot, PlanDate], periods: Periods) -> list[Spot]:
        """Put what is due in another period than it stands under there, where there is one; returns what went."""
        went = []
        for spot, (period, _) in list(self.now.items()):
            days = periods.days.get(period)
            if spot in due and days is not None and is_outside(due[spot], days):
                fitting = (name for name, other in periods.days.items() if not is_outside(due[spot], other))
                new = next(fitting, None)
                if new is not None:
                    self._take(period, self._lists[period].index(spot), new, periods.names)
                    went.append(spot)
        return went

    def _rename(self, period: str, new: str) -> None:
        self._draft.rename_key((*self._path, period), new)
        self._lists = {new if name == period else name: spots for name, spots in self._lists.items()}

    def _merge(self, period: str, new: str, *, in_front: bool) -> None:
        first, second = (period, new) if in_front else (new, period)
        if self._lists[first] and self._lists[second] and self._draft.join(self._path, first, second):
            self._lists[first] += self._lists.pop(second)
            if first != new:
                self._rename(first, new)
            return
        if not self._lists[period]:  # nothing is under it
            self._draft.remove((*self._path, period))
            del self._lists[period]
            return
        if not self._lists[new]:
            self._draft.remove((*self._path, new))
            del self._lists[new]
            self._rename(period, new)
            return
        for at in range(len(self._lists[period])):
            self._take(period, 0, new, at=at if in_front else None)

    def _take(self, period: str, number: int, new: str, order: Sequence[str] = (), at: int | None = None) -> None:
        """Move an action to another period, to its end unless a position is said."""
        if len(self._lists[period]) == 1 and new not in self._lists:
            self._rename(period, new)
            return
        target, placeholder = (*self._path, new), new not in self._lists
        if placeholder:
            self._draft.set(target, ["x"], order, in_lines=True)
        there = self._lists.setdefault(new, [])
        position = len(there) if at is None else at
        self._draft.take((*self._path, period, number), target, position)
        if placeholder:
            self._draft.remove((*target, 1))
        there.insert(position, self._lists[period].pop(number))
        if not self._lists[period]:
            del self._lists[period]
