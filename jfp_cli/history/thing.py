"""One thing through every commit: what became of it and of what stands in it, and which of its moves are recorded."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from jfp_cli.history.changes import Change
from jfp_cli.history.diff import State, changes, row_of
from jfp_cli.history.matching import Pair
from jfp_cli.history.moves import days_moved, is_one_deadline, leading, told_by
from jfp_cli.history.parts import DUE, Part, parts_of
from jfp_cli.history.revision import Filled, state_of
from jfp_cli.history.tracing import Event, Found, Names, traced
from jfp_cli.loading.steps import Commit, Side, Step
from jfp_cli.model.kinds import KINDS, VOCABULARIES
from jfp_cli.model.plan import Plan
from jfp_cli.model.promise import Move
from jfp_cli.query.rows import Row
from jfp_cli.query.sentences import counted
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate


class _Told(NamedTuple):
    """A change, what it is of, the plan before and after it, and the commit that made it."""

    change: Change
    pair: Pair
    before: State
    after: State
    commit: Commit


class _Moved(NamedTuple):
    """A row that tells of a date that moved, with both dates."""

    row: Row
    before: PlanDate
    after: PlanDate


class Following:
    """Follows one thing by its last address, or what has one of some addresses and is gone since.

    `ids` are the ids that it, or what it stands in, was found to have; `became` is what one of them was renamed to.
    """

    def __init__(self, *things: Address, gone: bool = False) -> None:
        self.things = frozenset(things)
        self.gone = gone
        self.ids = {thing.id for thing in things}
        self.became: dict[Address, Address] = {}
        self._filled = Filled()

    def choose(self, texts: Mapping[str, tuple[str, str]]) -> Collection[str]:
        """The files that hold the thing, or that have to be looked at to know where it came from or went."""
        if all(thing.kind in ("plan", *VOCABULARIES) for thing in self.things):
            return [path for path in texts if "/" not in path]  # plan.yaml
        holding = {path: tuple(map(self._may_hold, (path, path), pair)) for path, pair in texts.items()}
        found = [path for path, either in holding.items() if any(either)]
        if all(before == after for before, after in holding.values()):
            return found
        folders = {path.partition("/")[0] for path in found}
        return [path for path in texts if path.partition("/")[0] in folders]

    def _may_hold(self, path: str, text: str) -> bool:
        return bool(text) and any(name in text or name in path for name in self.ids)

    def compare(self, side: Side) -> list[Found]:
        """What is different on a side."""
        found = self._compared(side)
        for one in found:
            if one.before and one.after and one.before != one.after:
                if one.after.id in self.ids:
                    self.ids.add(one.before.id)
                if self.gone and one.before in self.things:
                    self.became.setdefault(one.before, one.after)
        return found

    def _compared(self, side: Side) -> list[Found]:
        before, after = state_of(side.before), state_of(side.after)
        pairs = changes(*self._filled.before_and_after(side), before.plan, after.plan)
        found = [
            Found(
                pair.before.address if pair.before else None,
                pair.after.address if pair.after else None,
                {change: _Told(change, pair, before, after, self._commit(side, pair)) for change in several},
                pair.last.text,
            )
            for pair, several in pairs
        ]
        return [one for one in found if one.changes or one.before != one.after]

    def _commit(self, side: Side, pair: Pair) -> Commit:
        """The commit that made a change: of what nobody could read for a while, the first in which it can be."""
        return self._filled.commit_of(side, (part.address for part in pair.last.outwards()))


def history(steps: Iterable[Step], following: Following, now: State) -> list[Row]:
    """A row for each change of a thing and of what stands in it, the newest first, with the commit that made it.

    What is not committed has no commit. A move that is recorded and that no commit made has none either; its date is
    that on which it was agreed. A date that moved is recorded where the moves that the plan has now say so.
    """
    inside = _inside(now.plan, following.things)
    names = Names(following.things.union(inside), gone=following.gone)
    rows, moved = list[Row](), dict[Address, list[_Moved]]()
    for event in traced(steps, following.compare, names):
        if not _is_of(event, following.things):
            continue
        told: _Told = event.change
        row = row_of(told.change, told.pair, told.before, told.after)
        last = event.found.after and event.after.of(event.found.after)
        commit = told.commit
        rows.append(_told(row, commit.date, commit.name, commit.author, commit.subject))
        if last in inside and row["change"] == "moved" and hasattr(inside[last].entity, "moves"):
            was, is_now = (each.single[DUE].value for each in told.pair if each)
            moved.setdefault(last, []).append(_Moved(rows[-1], was, is_now))
    used = {id(move) for at, several in moved.items() for move in _recorded(inside[at], several)}
    return _in_order(rows, [row for part in inside.values() for row in _only_recorded(part, used, now)])


def _told(row: Row, *commit: str) -> Row:
    """A row of a change with who made it, and when; None for what is not committed."""
    return dict(zip(("date", "commit", "author", "subject"), (said or None for said in commit), strict=True)) | row


def _recorded(part: Part, moved: Sequence[_Moved]) -> Iterator[Move]:
    """The recorded moves that tell of those of a date, the newest first, each of which is told whether one does.

    Each tells of one of those that led to the date of now; what another branch did too is the same one.
    """
    line, date = list[_Moved](), part.due
    for one in moved:
        if date and is_one_deadline(one.after, date):
            line.insert(0, one)
            date = one.before
    on_line = {id(one): by for one, by in zip(line, told_by(_moves(part), [one[1:] for one in line]), strict=True)}
    for one in moved:
        by = on_line[id(one)] if id(one) in on_line else leading(_moves(part), one.before, one.after)
        one.row["recorded"] = bool(by)
        yield from by


def _inside(plan: Plan, things: Container[Address]) -> dict[Address, Part]:
    """Things and all that stands in them, by address."""
    found: dict[Address, Part] = {}
    for at, part in parts_of(plan.files()).items():
        if at in things or (part.parent and part.parent.address in found):
            found[at] = part
    return found


def _is_of(event: Event, things: Container[Address]) -> bool:
    """Whether a change is of some things or of what stands in them."""
    sides = ((event.change.pair.after, event.after), (event.change.pair.before, event.before))
    return any(names.of(around.address) in things for part, names in sides if part for around in part.outwards())


def _moves(part: Part) -> Sequence[Move]:
    return getattr(part.entity, "moves", ())


def _only_recorded(part: Part, used: Container[int], now: State) -> Iterator[Row]:
    """The moves that a thing records and that no commit made."""
    for number, move in enumerate(_moves(part)):
        if id(move) not in used:
            days = days_moved(move.from_, move.to)
            change = Change("moved", DUE, move.from_.text, move.to.text, days, recorded=True)
            row = row_of(change, Pair(part, part), now, now)
            row["line"] = now.locate(part.address.at("moves", number)).line
            yield _told(row, move.date.first.isoformat(), "", "", "")


def _in_order(rows: Sequence[Row], others: Iterable[Row]) -> list[Row]:
    """Rows as commits follow one another, each of some others before the first that is not younger."""
    found = list(rows)
    for row in others:
        at = next((at for at, one in enumerate(found) if one["date"] and one["date"] <= row["date"]), len(found))
        found.insert(at, row)
    return found


def history_sentence(rows: Sequence[Row]) -> str:
    """How many changes there are in how many commits, and how often a date moved, recorded or not."""
    if not rows:
        return "no commit changed it"
    commits = {row["commit"] for row in rows if row["commit"]}
    told = f"{counted(len(rows), 'change')} in {counted(len(commits), 'commit')}"
    moves = [row for row in _dated_once(rows) if row["change"] == "moved"]
    if not moves:
        return told
    silent = sum(1 for row in moves if not row["recorded"])
    older = sum(1 for row in moves if row["date"] and not row["commit"])
    told += f"; {counted(len(moves), 'move')} of a date"
    told += f", {silent} of them without an entry in moves" if silent else ", each with an entry in moves"
    return f"{told}, {older} known from moves alone" if older else told


def _dated_once(rows: Iterable[Row]) -> Iterator[Row]:
    """The changes of dates that led to those of now, back to the first; what two branches both did is one of them."""
    reached: dict[str, str | None] = {}
    for row in rows:
        if row["field"] != DUE[0]:
            continue
        if row["date"] and not row["commit"]:  # known from moves alone
            yield row
        elif reached.get(row["address"], row["after"]) == row["after"]:
            reached[row["address"]] = row["before"]
            yield row


def with_parts(rows: Iterable[Row], things: Iterable[Address]) -> list[Row]:
    """Rows for people: those of what stands in things, and not of themselves, say of which `part` they are."""
    themselves = set(map(str, things))
    return [row | {"part": None if row["address"] in themselves else row["address"]} for row in rows]


def former(typed: str) -> tuple[Address, ...]:
    """What an address or an id may have named that is gone."""
    with suppress(ValueError):
        at = Address.parse(typed)
        if at.id:
            return (at,)
    return tuple(Address(kind, typed) for kind in KINDS)
