"""The actions of a workstream on their way to the planning periods that come."""

from collections.abc import Mapping, Sequence
from contextlib import suppress

from jfp_cli.edit.coming import Periods
from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.edit.yaml.relocating import rank
from jfp_cli.edit.yaml.splice import EditError
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
    def whereabouts(self) -> dict[Spot, Spot]:
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
                earlier = [spot for spot in self._lists[new] if order.index(spot[0]) < order.index(period)]
                self._merge(period, new, len(earlier))

    def place(self, due: Mapping[Spot, PlanDate], periods: Periods) -> list[Spot]:
        """Put what is due in another period than it stands under there, where there is one; returns what went.

        What cannot go without its comments stays: it does no harm there, and a rule tells of it.
        """
        went = []
        for spot, (period, _) in list(self.whereabouts.items()):
            days = periods.days.get(period)
            if spot in due and days is not None and is_outside(due[spot], days):
                fitting = (name for name, other in periods.days.items() if not is_outside(due[spot], other))
                new = next(fitting, None)
                if new is not None:
                    with suppress(EditError):
                        self._take(period, self._lists[period].index(spot), new, periods.names)
                        went.append(spot)
        return went

    def _rename(self, period: str, new: str) -> None:
        self._draft.rename_key((*self._path, period), new)
        self._lists = {new if name == period else name: spots for name, spots in self._lists.items()}

    def _merge(self, period: str, new: str, at: int) -> None:
        """Put the actions of a period at a position among those of another: as few as can be are written anew."""
        lists, taker = self._lists, new
        first, second = (new, period) if at else (period, new)
        if not lists[period] or not lists[new]:
            taker, empty = (new, period) if lists[new] else (period, new)
            self._draft.remove((*self._path, empty))
            del lists[empty]
        elif at not in (0, len(lists[new])):
            self._give(period, new, at)
        elif self._draft.join(self._path, first, second):
            taker = first
            lists[first] += lists.pop(second)
        elif self._rank(period) > self._rank(new):
            taker = period
            self._give(new, period, 0 if at else len(lists[period]))
        else:
            self._give(period, new, at)
        if taker != new:
            self._rename(taker, new)

    def _give(self, giver: str, taker: str, at: int) -> None:
        for number in range(len(self._lists[giver])):
            self._take(giver, 0, taker, at=at + number)

    def _rank(self, period: str) -> tuple[bool, bool]:
        return rank(self._draft.text, self._draft.document, (*self._path, period))

    def _take(self, period: str, number: int, new: str, order: Sequence[str] = (), at: int | None = None) -> None:
        """Move an action to another period, to its end unless a position is said."""
        if len(self._lists[period]) == 1 and new not in self._lists:
            self._rename(period, new)
            return
        target, placeholder = (*self._path, new), new not in self._lists
        if placeholder:
            self._draft.set(target, ["x"], order, in_lines=True)
        there = self._lists.get(new, [])
        position = len(there) if at is None else at
        try:
            self._draft.take((*self._path, period, number), target, position)
        finally:
            if placeholder:
                self._draft.remove((*target, len(self._draft.value(target)) - 1))
        there.insert(position, self._lists[period].pop(number))
        self._lists[new] = there
        if not self._lists[period]:
            del self._lists[period]
