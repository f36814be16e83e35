"""What is different between a thing as it was and as it is: one change for each field."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from jfp_cli.history.moves import days_moved, is_noted, leading, since_then
from jfp_cli.history.parts import DUE, Key, Leaf, Part
from jfp_cli.history.targets import STRENGTHS, points, strength
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Path
from jfp_cli.values.dates import PlanDate

# fmt: off
Sort = Literal[
    "added", "removed", "renamed", "moved", "status", "completed", "reopened",
    "stronger", "weaker", "baseline", "owner", "links", "reworded", "changed",
]
# fmt: on
COMPLETE = "complete"
READINGS: Key = ("readings",)
BETWEEN = "; "  # what stands between the entries of a list


class Change(NamedTuple):
    """What became of a field: as it was written before and after, None where it was not there.

    `days` is by how many a date moved, and `recorded` whether an entry in `moves` says that it did, or an update of a
    target. `entry` is the position of the entry of a list, as it is after.
    """

    sort: Sort
    key: Key
    before: str | None
    after: str | None
    days: int | None = None
    recorded: bool | None = None
    entry: int | None = None

    @property
    def path(self) -> Path:
        """The way to what changed from the thing that it is of."""
        return self.key if self.entry is None else (*self.key, self.entry)


def between(old: Part, new: Part, before: Plan, after: Plan) -> Iterator[Change]:
    """The changes from a thing to what it became, in the order of its fields."""
    if old.id and new.id and old.id != new.id:
        yield Change("renamed", (KINDS[new.kind].id_key,), old.id, new.id)
    keys = dict.fromkeys([*new.single, *old.single])
    changed = [key for key in keys if _meant(old.single.get(key)) != _meant(new.single.get(key))]
    done = {key for key in changed if key == ("status",)} and _turned(old, new)
    for key in changed:
        if key == (KINDS[new.kind].id_key,) or (key == ("completed",) and done):
            continue
        if key in STRENGTHS and new.kind == "targets":
            yield Change(strength(key, old, new, before, after), key, *_shown(old.single.get(key), new.single.get(key)))
        else:
            yield _of_field(key, old, new)
    for key in dict.fromkeys([*new.listed, *old.listed]):
        yield from _of_list(key, old, new, before, after)


def _turned(old: Part, new: Part) -> Literal["completed", "reopened"] | None:
    """Whether something was completed or, having been, is not any more."""
    was, now = (_meant(part.single.get(("status",))) == COMPLETE for part in (old, new))
    return None if was == now else "completed" if now else "reopened"


def _of_field(key: Key, old: Part, new: Part) -> Change:
    was, now = old.single.get(key), new.single.get(key)
    shown = _shown(was, now)
    if was and now and isinstance(was.value, PlanDate) and isinstance(now.value, PlanDate):
        days = days_moved(was.value, now.value)
        if key == DUE and days != 0:  # a season's last month is no other deadline than the season
            return Change("moved", key, *shown, days, _is_recorded(old, new, was.value, now.value))
        return Change("baseline" if key[0] == "baseline" else "changed", key, *shown, days)
    match key:
        case ("status",):
            return Change(_turned(old, new) or "status", key, *shown)
        case ("completed",):
            return Change("reopened" if now is None else "completed", key, *shown)
        case ("baseline", *_):
            return Change("baseline", key, *shown)
        case ("owner",):
            return Change("owner", key, *shown)
    leaf = now or was
    if leaf is not None and leaf.field.about.names:
        return Change("links", key, *shown)
    is_prose = leaf is not None and isinstance(leaf.value, str) and (leaf.field.about.prose or not key)
    return Change("reworded" if is_prose and was and now else "changed", key, *shown)


def _is_recorded(old: Part, new: Part, was: PlanDate, now: PlanDate) -> bool:
    """Whether something says why a date moved: an entry in `moves`, or an update of what has no such."""
    before, after = (getattr(part.entity, "moves", None) for part in (old, new))
    if after is None:
        return is_noted(old.entity, new.entity)
    return bool(leading(since_then(after, before or (), was), was, now))


def _of_list(key: Key, old: Part, new: Part, before: Plan, after: Plan) -> Iterator[Change]:
    was, now = old.listed.get(key, {}), new.listed.get(key, {})
    one, other = ([_entry(leaves) for leaves in entries.values()] for entries in (was, now))
    if one == other:
        return
    [leaf, *_] = next(iter((now or was).values()))
    if key == ("trajectory",) and new.kind == "targets":
        yield from _of_trajectory(key, old, new, before, after)
        return
    if leaf.field.about.names and not leaf.rest:
        if sorted(map(str, one)) != sorted(map(str, other)):
            yield Change("links", key, _listed(was.values()), _listed(now.values()))
        return
    if key == READINGS and new.kind == "measures":
        yield from _of_readings(was, now)
        return
    is_recorded = key == ("moves",) and _meant(old.single.get(DUE)) != _meant(new.single.get(DUE))
    then, there = [*was.values()], [*now.values()]
    for what, start, end, first, last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if what == "equal" or (is_recorded and what == "insert"):  # the change of the date says it
            continue
        pairs = max(end - start, last - first)
        for at in range(pairs):
            one_said = _said(then[start + at]) if start + at < end else None
            other_said = _said(there[first + at]) if first + at < last else None
            is_text = leaf.field.about.prose and not leaf.rest and one_said is not None and other_said is not None
            entry = first + at if first + at < last else None
            yield Change("reworded" if is_text else "changed", key, one_said, other_said, entry=entry)


def _of_trajectory(key: Key, old: Part, new: Part, before: Plan, after: Plan) -> Iterator[Change]:
    """The points of a target's trajectory, those of the same date held against each other."""
    was, now = old.listed.get(key, {}), new.listed.get(key, {})
    for point in points(old, new, before, after):
        told = _said(was[point.before]) if point.before is not None else None
        is_now = _said(now[point.after]) if point.after is not None else None
        yield Change(point.strength, key, told, is_now, point.days, entry=point.after)


def _of_readings(was: Mapping[int, list[Leaf]], now: Mapping[int, list[Leaf]]) -> Iterator[Change]:
    """The readings of a measure, those of one date and one place held against each other."""
    waiting = defaultdict[object, list[list[Leaf]]](list)
    for leaves in was.values():
        waiting[_taken(leaves)].append(leaves)
    for number, leaves in now.items():
        same = waiting[_taken(leaves)]
        before = same.pop(0) if same else None
        if before is None or _entry(before) != _entry(leaves):
            yield Change("changed", READINGS, _said(before) if before else None, _said(leaves), entry=number)
    for before in (one for same in waiting.values() for one in same):
        yield Change("changed", READINGS, _said(before), None)


def _taken(leaves: list[Leaf]) -> object:
    """When and where a reading was taken."""
    return tuple(leaf.meant for leaf in leaves if leaf.rest in (("at",), ("place",)))


def _entry(leaves: list[Leaf]) -> tuple[object, ...]:
    """What an entry of a list is compared by."""
    return tuple((leaf.rest, leaf.meant) for leaf in leaves)


def _listed(entries: Iterable[list[Leaf]]) -> str | None:
    return BETWEEN.join(map(_said, entries)) or None


def _said(leaves: list[Leaf]) -> str:
    """An entry of a list in a line."""
    return ", ".join(leaf.shown for leaf in leaves if leaf.value is not False)


def _meant(leaf: Leaf | None) -> object:
    """What a field is compared by: what is not true is as good as not said."""
    return None if leaf is None or leaf.value is False else leaf.meant


def _shown(was: Leaf | None, now: Leaf | None) -> tuple[str | None, str | None]:
    return was.shown if was else None, now.shown if now else None
