"""The dates that files promise, compared without looking at anything else of them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from jfp_cli.history.matching import matched
from jfp_cli.history.parts import parts_of
from jfp_cli.history.retyped import Pattern
from jfp_cli.history.revision import Filled, lost_in
from jfp_cli.history.tracing import Found
from jfp_cli.loading import FileRead
from jfp_cli.loading.loader import calendar_of
from jfp_cli.loading.revisions import can_be_followed
from jfp_cli.loading.steps import Commit, Files, Side, Version
from jfp_cli.model.kinds import KINDS, OF_FOLDER
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters
from jfp_cli.query.promises import HOMES, promises
from jfp_cli.values.address import Address
from jfp_cli.values.dates import DateError, PlanDate

FOLDERS = tuple(folder for folder, kind in OF_FOLDER.items() if kind.name in HOMES.values())
_HOLDING = {folder: Filters().holding.get(OF_FOLDER[folder].name) for folder in FOLDERS}
_NAMES = {kind.id_key for kind in KINDS.values()}
_TITLES = {KINDS[kind].title for kind in HOMES}
_DATED = ("milestones",)  # the kinds of promise that cannot be without a date, by what begins their addresses
_MOST_KEPT = 2048  # versions whose dates are held; all of them stand in little room


class _Known(NamedTuple):
    """What is compared of a promise."""

    text: str
    due: PlanDate


Dates = dict[Address, _Known]


class Due(NamedTuple):
    """A date before and after, None where there was none."""

    before: PlanDate | None
    after: PlanDate | None


def choose(texts: Mapping[str, tuple[str, str]]) -> list[str]:
    """The files that may hold promises, of some that changed."""
    return [path for path, (before, after) in texts.items() if _may_promise(path, before) or _may_promise(path, after)]


def _may_promise(path: str, text: str) -> bool:
    folder = path.partition("/")[0]
    key = _HOLDING.get(folder)
    return folder in _HOLDING and bool(text) and (key is None or "\\" in text or key.search(text) is not None)


class DueDates:
    """Compares the dates that files promise, each version of a file looked at once and seldom read as a whole."""

    def __init__(self) -> None:
        self._known: dict[tuple[Version, FileRead], Dates] = {}
        self._patterns: dict[tuple[str, FileRead], tuple[Pattern, Dates]] = {}
        self._lost: dict[tuple[Version, FileRead], set[Address]] = {}
        self._commits: dict[tuple[Version, FileRead], dict[Address, Commit]] = {}
        self._filled = Filled()

    def can_be_read(self, one: Version, text: str, settings: FileRead, read: Callable[[], FileRead]) -> bool:
        """Whether the dates of a version are known; it is only read where they do not follow from those of another."""
        key = (one, settings)
        if key not in self._known:
            found = self._derived(one.path, text, settings)
            if found is None:
                whole = read()
                if not can_be_followed(whole):
                    return False
                found = promised(whole, settings)
                if whole.left_out:
                    self._lost[key] = {at for at in lost_in(whole) if at.kind in HOMES and at not in found}
                else:
                    self._patterns[one.path, settings] = (Pattern(whole), found)
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            self._known[key] = found
        return True

    def _derived(self, path: str, text: str, settings: FileRead) -> Dates | None:
        """The dates of a version that differs in values alone from one that was read; None where it may in more."""
        pattern, dates = self._patterns.get((path, settings), (None, {}))
        retyped = pattern.retyped(text) if pattern else None
        if retyped is None:
            return None
        found = dict(dates)
        for (kind, name, path_to), value in retyped:
            at, key = Address(kind, name, path_to[:-1]), path_to[-1] if path_to else ""
            if key in _NAMES:
                return None
            known = found.get(at)
            if known is not None and key == "due":
                try:
                    found[at] = known._replace(due=calendar_of(settings).date(value))
                except DateError:
                    return None
            elif known is not None and key in _TITLES:
                found[at] = known._replace(text=value)
        return found

    def of(self, one: Version, settings: FileRead) -> Dates | None:
        """The promises of a version by address, where it could be read."""
        return self._known.get((one, settings))

    def compare(self, side: Side) -> list[Found]:
        """The promises whose dates or names differ."""
        now = self._of(side.after)
        self._fill(side, now)
        was = self._of(side.before)
        gone = [at for at in was if at not in now]
        new = [at for at in now if at not in was]
        others = any(at.path and at in was and was[at].text != one.text for at, one in now.items())
        # An action may have been there without a date.
        if others or (side.before.versions and ((gone and new) or any(at.kind not in _DATED for at in (*gone, *new)))):
            return self._matched(side)
        both = ((at, was[at].due, one.due) for at, one in now.items() if at in was)
        found = [_found(at, at, before, after) for at, before, after in both if before != after]
        found += [_found(None, at, None, now[at].due, now[at].text) for at in new]
        return found + [_found(at, None, was[at].due, None, was[at].text) for at in gone]

    def _matched(self, side: Side) -> list[Found]:
        """The same where promises came and went at once, or stand elsewhere, so that they have to be matched."""
        before, after = (parts_of(entities.items()) for entities in self._filled.before_and_after(side))
        pairs = (pair for pair in matched(before, after) if pair.last.kind in HOMES)
        found = [
            _found(
                old.address if old else None,
                new.address if new else None,
                old.due if old else None,
                new.due if new else None,
                pair.last.text,
            )
            for pair in pairs
            for old, new in [pair]
        ]
        return [one for one in found if one.before != one.after or one.changes]

    def _fill(self, side: Side, later: Dates) -> None:
        """Let what nobody can read before a side, with all that stands in it, be what it was later."""
        for one in side.before.versions.values():
            key = (one, side.before.settings)
            if lost := self._lost.pop(key, None):
                filled = {at: known for at, known in later.items() if at.thing in lost}
                self._known[key] |= filled
                self._commits[key] = {at: self.commit_of(side, at) for at in filled}

    def commit_of(self, side: Side, at: Address) -> Commit:
        """The commit that made a change: of what nobody could read for a while, the first in which it can be."""
        for one in side.after.versions.values() if self._commits else ():
            commit = self._commits.get((one, side.after.settings), {}).get(at)
            if commit is not None:
                return commit
        return side.commit

    def _of(self, files: Files) -> Dates:
        found: Dates = {}
        for path, one in files.versions.items():
            known = self.of(one, files.settings)
            found |= promised(files.read(path), files.settings) if known is None else known
        return found


def promised(read: FileRead, settings: FileRead) -> Dates:
    """The promises of a file by address."""
    kind = read.source.kind
    plan = Plan(settings.entity, **{kind: {read.source.file.name: read.entity}})  # type: ignore[arg-type]  # what files hold
    kinds = [promise for promise, home in HOMES.items() if home == kind]
    return {one.address: _Known(one.text, one.due) for one in promises(plan, kinds)}


def _found(
    before: Address | None, after: Address | None, was: PlanDate | None, now: PlanDate | None, text: str = ""
) -> Found:
    due = Due(was, now)
    return Found(before, after, {due: due} if was != now else {}, text)
