"""Things followed back through the commits of a plan, whatever they were called and wherever they stood."""

from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, Self

from jfp_cli.history.matching import is_alike
from jfp_cli.loading.steps import Side, Step
from jfp_cli.values.address import Address

NONE: Mapping[Any, Any] = MappingProxyType({})


class Found(NamedTuple):
    """A thing before and after, None where it was not there yet or is not any more, with what changed of it.

    The keys of `changes` say what changed, so that the same change is known again; the values are what whoever asked
    makes of it. `text` is what a thing that came or went says.
    """

    before: Address | None
    after: Address | None
    changes: Mapping[Hashable, Any]
    text: str = ""


Compare = Callable[[Side], list[Found]]
"""What is different on a side, but for what is the same in the same place."""


class _Came(NamedTuple):
    """What came into the plan: what it said then, and what it is called in the end."""

    text: str
    last: Address


class Names:
    """What the things of a commit are called in the end; those that do not last are called nothing.

    What was taken out and put back with much the same words is one: `came` is what it may have been before. Where they
    are `gone`, what is followed is not there in the end, and is called what it was when it went.
    """

    def __init__(
        self,
        living: Container[Address],
        others: Mapping[Address, Address | None] = NONE,
        came: Mapping[Address, _Came] = NONE,
        *,
        gone: bool = False,
    ) -> None:
        self._living = living
        self.others = others
        self.came = came
        self._gone = gone

    def of(self, there: Address) -> Address | None:
        """The last address of what stands at an address."""
        return self.others.get(there, there if there in self._living else None)

    def before(self, found: Iterable[Found]) -> "Names":
        """The names before some changes."""
        others: dict[Address, Address | None] = {}
        came: dict[Address, _Came] = {}
        if not self._gone:
            others |= {one.after: None for one in found if one.after and one.after != one.before}
        for one in found:
            if one.before and (one.after or not self._gone):
                others[one.before] = self.of(one.after) if one.after else self._put_back(one.before, one.text)
            elif one.after and not self._gone and (last := self.of(one.after)):
                came[one.after] = _Came(one.text, last)
        moved = {there: last for there, last in others.items() if last != self.of(there)}
        if not moved:
            return self
        return Names(self._living, {**self.others, **moved}, {**self.came, **came}, gone=self._gone)

    def _put_back(self, there: Address, text: str) -> Address | None:
        """The last address of what was taken out, where it came again later."""
        came = self.came.get(there)
        return came.last if came and is_alike(text, came.text) else None

    def joined(self, other: Self | None) -> "Names":
        """The names of a commit that two others follow: what lasts on either side does."""
        if other is None or other is self:
            return self
        others = {there: self.of(there) or other.of(there) for there in (*self.others, *other.others)}
        return Names(self._living, others, {**other.came, **self.came}, gone=self._gone)


class Event(NamedTuple):
    """A change that a commit made, what it is of, and what things are called before and after it."""

    side: Side
    found: Found
    change: Any
    before: Names
    after: Names

    @property
    def last(self) -> Address | None:
        """What the thing is called in the end."""
        one = self.found
        return self.after.of(one.after) if one.after else one.before and self.before.of(one.before)


def traced(steps: Iterable[Step], compare: Compare, names: Names) -> Iterator[Event]:
    """Every change of what has a name in the end, the newest first; a merge has those that it made itself.

    `names` are those of the first step.
    """
    waiting: dict[str | None, Names] | None = None
    for step in steps:
        if waiting is None:
            waiting = {step.commit.name: names}
        here = waiting.pop(step.commit.name, None)
        if here is None:
            continue
        compared = [(side, compare(side)) for side in step.sides]
        for against in dict.fromkeys(side.against for side in step.sides):
            found = [one for side, several in compared if side.against == against for one in several]
            waiting[against] = here.before(found).joined(waiting.get(against))
        for side, one, change in _made(step, compared, compare):
            yield Event(side, one, change, here.before([one]), here)


def _made(step: Step, compared: list[tuple[Side, list[Found]]], compare: Compare) -> Iterator[tuple[Side, Found, Any]]:
    """What a commit changed itself: of a merge, what it has beside a side and that side not beside where it forked.

    Where its sides have nothing in common, what stood on one of them otherwise was changed by the merge.
    """
    own = [(side, found) for side, found in compared if side.commit is step.commit]
    told: set[Hashable] | None = None
    if len(own) > 1:
        keys = [set(_keys(found)) for _, found in own]
        told = set.intersection(*keys)
        for (_, found), of_side, fork in zip(own, keys, step.forks, strict=False):
            if fork is None:
                told |= set(_keys(one for one in found if one.before and one.after))
            elif of_side - told:
                told |= of_side - set(_keys(compare(fork)))
    for side, found in compared:
        for one in found:
            for key, change in one.changes.items():
                name = (one.after or one.before, key)
                if side.commit is not step.commit or told is None:
                    yield side, one, change
                elif name in told:
                    told.discard(name)
                    yield side, one, change


def _keys(found: Iterable[Found]) -> Iterator[Hashable]:
    return ((one.after or one.before, key) for one in found for key in one.changes)
