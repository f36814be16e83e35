"""What changed between two plans, as far as the readers of a document are told: a module that few documents need."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from jfp_cli.history.changes import Change
from jfp_cli.history.diff import changes
from jfp_cli.history.matching import Pair
from jfp_cli.history.parts import DUE, Part
from jfp_cli.history.targets import HOLD
from jfp_cli.model.field import Entity
from jfp_cli.model.kinds import FILE_KINDS, KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.query.promises import HOMES
from jfp_cli.report.document.audience import Hidden, hidden_from, without
from jfp_cli.report.document.changes import ChangeGroup, Changes, ChangeView
from jfp_cli.report.document.dates import in_words
from jfp_cli.report.document.headlines import listed
from jfp_cli.report.document.names import Named, Names, anchor
from jfp_cli.report.language import counted, say
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate

Changed = list[tuple[Pair, list[Change]]]
_NAMED = ("sections", "enablers", "workstreams", "targets", "milestones")
"""What is named where it is new or gone, but for what stands in one of these that is; other promises are counted."""
_MOST = 5  # rows of a sort that are shown at once


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs between the parts of two plans that a document holds, without what is hidden.

    `ended` is what was done or cancelled before it was taken out.
    """

    changed: Changed
    ended: Changed

    @property
    def new(self) -> Iterator[Address]:
        """The things that are new and stand in nothing else that is."""
        return (new.address for old, new in _whole(self.changed) if new and not old)

    @property
    def dates(self) -> dict[Address, tuple[PlanDate, int]]:
        """What dates that moved were before, and whether that is one more move than is recorded."""
        return {
            new.address: (old.due, 0 if one.recorded else 1)
            for (old, new), several in self.changed
            for one in several
            if old and new and old.due and one.sort == "moved" and one.key == DUE
        }

    def view(self, since: str, names: Names, section: str | None) -> Changes:
        """What readers are told; those of one section alone what became of that."""
        tell = _Teller(names, section)
        whole = _whole(self.changed)
        other = [pair for pair, several in self.changed for one in several if one.sort in ("added", "removed")]
        later, earlier = tell.moves(self.changed)
        groups = (
            (say("New"), *tell.named(whole, other, gone=False)),
            (say("Moved later"), later, ""),
            (say("Moved earlier"), earlier, ""),
            (say("Completed"), tell.of_sort([*self.changed, *self.ended], "completed"), ""),
            (say("No longer complete"), tell.of_sort(self.changed, "reopened"), ""),
            (say("Cancelled"), tell.cancelled([*self.changed, *self.ended]), ""),
            (say("Targets made stronger"), tell.of_sort(self.changed, "stronger"), ""),
            (say("Targets made weaker"), tell.of_sort(self.changed, "weaker"), ""),
            (say("Gone"), *tell.named(whole, other, gone=True)),
        )
        return Changes(since, tuple(_group(*group) for group in groups if group[1] or group[2]))


def compared(before: Plan, after: Plan, hidden: Hidden, ended: Container[Address] = ()) -> Compared:
    """What readers may hear from whom something is hidden, or was then; where moves are, of no date that moved.

    What is `ended` was done or cancelled before it was taken out, and is told as such and not as gone.
    """
    hidden_then = hidden_from(hidden.audience, before)
    either = hidden.and_also(replace(hidden_then, names=hidden_then.names - {"moves"}))
    before, after = without(before, either), without(after, either)
    found = list(changes(_held(before), _held(after), before, after))
    if "moves" in hidden.names:
        found = [(pair, [one for one in several if one.sort != "moved"]) for pair, several in found]
    out = [pair for pair, _ in found if pair.after is None and pair.last.address in ended]
    changed = [(pair, several) for pair, several in found if pair not in out]
    return Compared(changed, [(pair, [_ending(pair.last)]) for pair in out])


def _ending(part: Part) -> Change:
    """How something ended that was taken out, as a change of its status."""
    status = getattr(part.entity, "status", None)
    return Change("completed" if status == "complete" else "status", ("status",), None, status)


def _group(title: str, rows: Sequence[ChangeView], others: str) -> ChangeGroup:
    most = _MOST if len(rows) > _MOST + 1 else len(rows)
    return ChangeGroup(title, len(rows), tuple(rows[:most]), tuple(rows[most:]), others)


def _held(plan: Plan) -> dict[Address, Entity]:
    """The files that a document holds: of sections and enablers those in the contents."""
    parts = plan.settings.contents
    held = {
        kind.name: {name for part in parts for name in getattr(part, kind.name)} for kind in FILE_KINDS if kind.listed
    }
    return {at: one for at, one in plan.files() if at.id and at.id in held.get(at.kind, (at.id,))}


def _whole(changed: Changed) -> list[Pair]:
    """The named things that are new or gone, but for what stands in one of these."""
    pairs = [pair for pair, _ in changed if None in pair and pair.last.kind in _NAMED and pair.last.id]
    parts = {pair.last for pair in pairs}
    return [pair for pair in pairs if parts.isdisjoint([*pair.last.outwards()][1:])]


class _Teller(NamedTuple):
    """Makes views of changes, of those that the document holds."""

    names: Names
    section: str | None

    def named(self, whole: Iterable[Pair], other: Iterable[Pair], *, gone: bool) -> tuple[list[ChangeView], str]:
        """The things that are new, or gone, and in words what else is."""
        pairs = [pair for pair in whole if (pair.after is None) is gone]
        parts = {pair.last for pair in pairs}
        rows = [self._view(pair) for pair in pairs if self._is_held(pair)]
        more = Counter(
            KINDS[pair.last.kind].noun
            for pair in other
            if (pair.after is None) is gone
            and pair.last.kind in HOMES
            and pair.last not in parts
            and parts.isdisjoint(pair.last.outwards())
            and self._is_held(pair)
        )
        return rows, listed([counted(number, noun) for noun, number in more.items()]) if more else ""

    def moves(self, changed: Changed) -> tuple[list[ChangeView], list[ChangeView]]:
        """The dates that moved later and earlier, the furthest first."""
        later, earlier = list[ChangeView](), list[ChangeView]()
        for pair, change in self._each(changed, "moved"):
            is_later = change.days > 0 if change.days is not None else _is_open(pair.after)
            if change.days != 0:
                (later if is_later else earlier).append(self._view(pair, change))
        return (sorted(later, key=_furthest), sorted(earlier, key=_furthest))

    def of_sort(self, changed: Changed, sort: str) -> list[ChangeView]:
        """The changes of a sort; of targets with what was and what is."""
        is_told = sort in ("stronger", "weaker")
        found = self._each(changed, sort)
        return [self._view(pair, change if is_told and change.key != HOLD else None) for pair, change in found]

    def cancelled(self, changed: Changed) -> list[ChangeView]:
        """What is not done any more."""
        return [self._view(pair) for pair, change in self._each(changed, "status") if change.after == "cancelled"]

    def _each(self, changed: Changed, sort: str) -> Iterator[tuple[Pair, Change]]:
        return ((pair, one) for pair, several in changed for one in several if one.sort == sort and self._is_held(pair))

    def _is_held(self, pair: Pair) -> bool:
        """Whether it stands in the document, or stood in what that holds."""
        if pair.after is None:
            return self.section in (None, pair.last.around("sections"))
        known = next((one for one in pair.last.outwards() if one.id and one.kind in self.names.known), None)
        return known is not None and bool(self.names.one(known.kind, known.id or "").anchor)

    def _view(self, pair: Pair, change: Change | None = None) -> ChangeView:
        part = pair.last
        return ChangeView(
            noun=say(KINDS[part.kind].noun),
            text=part.text,
            anchor=self._anchor(part) if pair.after else "",
            within=self._home(part),
            before=_shown(change, pair.before, change.before) if change else "",
            after=_shown(change, pair.after, change.after) if change else "",
            days=change.days if change else None,
        )

    def _home(self, part: Part) -> Named | None:
        """The section, area or enabler that a thing stands in; None where it is one itself."""
        home = [*part.outwards()][-1]
        if home is part or home.id is None:
            return None
        return self.names.known[home.kind].get(home.id, Named(home.id, "", home.text))

    def _anchor(self, part: Part) -> str:
        """Where the page has a thing: its own anchor, or that of what it stands in."""
        if part.kind in HOMES and part.id and part.kind not in self.names.known:
            return anchor(KINDS[part.kind].noun, part.id)
        found = (self.names.one(one.kind, one.id).anchor for one in part.outwards() if one.id)
        return next(filter(None, found), "")


def _is_open(part: Part | None) -> bool:
    return part is not None and part.due is not None and part.due.is_open


def _shown(change: Change, part: Part | None, text: str | None) -> str:
    """What was, or is: a date that moved as dates are, all else as it is written."""
    due = part.due if part and change.sort == "moved" else None
    return in_words(due) if due else text or ""


def _furthest(row: ChangeView) -> int:
    return -abs(row.days) if row.days is not None else -(10**6)
