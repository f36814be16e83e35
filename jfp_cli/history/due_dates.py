"""The dates that files promise, compared without looking at anything else of them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from jfp_cli.history.matching import matched
from jfp_cli.history.parts import parts_of
from jfp_cli.history.revision import entities_of
from jfp_cli.history.tracing import Found
from jfp_cli.loading import FileRead
from jfp_cli.loading.revisions import Files, Side
from jfp_cli.model.kinds import OF_FOLDER
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters
from jfp_cli.query.promises import HOMES, promises
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate

FOLDERS = tuple(folder for folder, kind in OF_FOLDER.items() if kind.name in HOMES.values())
_HOLDING = {folder: Filters().holding.get(OF_FOLDER[folder].name) for folder in FOLDERS}
_MOST_KEPT = 2048  # files whose dates are held; all of them stand in little room


class _Known(NamedTuple):
    """What is compared of a promise."""

    text: str
    due: PlanDate


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
    return folder in _HOLDING and bool(text) and (key is None or key.search(text) is not None or "\\" in text)


class DueDates:
    """Compares the dates that files promise, each file looked at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, FileRead], dict[Address, _Known]] = {}

    def compare(self, side: Side) -> list[Found]:
        """The promises whose dates or names differ."""
        was, now = self._of(side.before), self._of(side.after)
        gone = [at for at in was if at not in now]
        new = [at for at in now if at not in was]
        if (gone and new) or any(at.path and at in was and was[at].text != one.text for at, one in now.items()):
            return _matched(side)
        found = [
            _found(at, at, was[at].due, one.due) for at, one in now.items() if at in was and was[at].due != one.due
        ]
        found += [_found(None, at, None, now[at].due) for at in new]
        return found + [_found(at, None, was[at].due, None) for at in gone]

    def _of(self, files: Files) -> dict[Address, _Known]:
        found: dict[Address, _Known] = {}
        for path, version in files.versions.items():
            key = (version, files.settings)
            if key not in self._known:
                if len(self._known) >= _MOST_KEPT:
                    self._known.clear()
                self._known[key] = dict(_promised(files.read(path), files.settings))
            found |= self._known[key]
        return found


def _promised(read: FileRead, settings: FileRead) -> Iterable[tuple[Address, _Known]]:
    """The promises of a file by address."""
    kind = read.source.kind
    plan = Plan(settings.entity, **{kind: {read.source.file.name: read.entity}})  # type: ignore[arg-type]  # what files hold
    kinds = [promise for promise, home in HOMES.items() if home == kind]
    return ((one.address, _Known(one.text, one.due)) for one in promises(plan, kinds))


def _found(before: Address | None, after: Address | None, was: PlanDate | None, now: PlanDate | None) -> Found:
    due = Due(was, now)
    return Found(before, after, {due: due} if was != now else {})


def _matched(side: Side) -> list[Found]:
    """The same where promises came and went at once, or stand elsewhere, so that they have to be matched."""
    before, after = (parts_of(entities_of(files).items()) for files in (side.before, side.after))
    pairs = (pair for pair in matched(before, after) if pair.last.kind in HOMES)
    found = [
        _found(
            old.address if old else None,
            new.address if new else None,
            old.due if old else None,
            new.due if new else None,
        )
        for old, new in pairs
    ]
    return [one for one in found if one.before != one.after or one.changes]
