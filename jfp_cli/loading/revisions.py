"""A plan through its commits: every version of a file is read once, and one that cannot be read is passed over.

Of one that can be read in part that part counts; whoever compares it knows what was left out.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from jfp_cli.loading.file_read import FileRead, read_file
from jfp_cli.loading.loader import Loaded, calendar_of
from jfp_cli.loading.own_fields import models_of
from jfp_cli.loading.steps import NOT_COMMITTED, Files, Side, Step, Unread
from jfp_cli.model.kinds import OF_LIST
from jfp_cli.model.own import PLAIN
from jfp_cli.source.folder import PLAN_FILE, TextFile
from jfp_cli.source.git import Changed, Commit, Version, Visit, Walk
from jfp_cli.source.lines import as_git_keeps
from jfp_cli.values.address import Address
from jfp_cli.values.calendar import Calendar

_MOST_KEPT = 64  # versions that are held as they were read; the next commit mostly asks for those of the last
_OF_NOW = "now"  # what stands for the blob of a file that is not committed
Choose = Callable[[Mapping[str, tuple[str, str]]], Collection[str]]
"""Which of some changed files are worth reading, from their texts before and after by path, empty where none was."""
Judge = Callable[[Version, str, FileRead, Callable[[], FileRead]], bool]
"""Whether a version of a file can be read: from its text and a plan.yaml, or from what it is when it is read."""


class _Held(NamedTuple):
    """What a later commit made of a file that cannot be read before it."""

    commit: Commit
    after: Files


class Revisions:
    """The plan through the commits of a walk; `unread` fills up with what had to be passed over.

    `now` is the plan as it is after the newest commit. `folders` are those of the files that are asked about, `choose`
    says which of their changes are, and `judge` what can be read of them.
    """

    def __init__(
        self, walk: Walk, now: Loaded, folders: Iterable[str], choose: Choose, judge: Judge | None = None
    ) -> None:
        self._walk = walk
        self._now = now
        self._folders = frozenset((*folders, PLAN_FILE))
        self._choose = choose
        self._judge = judge or _can_be_read
        self._texts: dict[Version, TextFile] = {}
        self._read = lru_cache(_MOST_KEPT)(self._read_anew)
        files = {source.file.path: source.file for source in now.sources.files.values()}
        self._newest = read_file(files[PLAN_FILE], Calendar())
        self._settings: dict[str | None, FileRead] = {}
        self._held: dict[str | None, dict[str, _Held]] = {}
        self._as_now: set[Version] = set()
        self._faulty: set[Version] = set()
        self.unread: dict[Unread, None] = {}

    def steps(self) -> Iterator[Step]:
        """What is not committed, where there is anything, then every commit, the newest first."""
        yield from self._not_committed()
        for visits in self._walk.visits():
            changes = (change for visit in visits for change in (*visit.sides, *filter(None, visit.forks)))
            self._fetch(one for change in changes for pair in change.files.values() for one in pair if one)
            for visit in visits:
                yield self._step(visit)

    def _not_committed(self) -> Iterator[Step]:
        there = {path: one for path, one in self._walk.newest_files().items() if self._is_asked(path)}
        self._fetch(there.values())
        files: dict[str, tuple[Version | None, Version | None]] = {}
        for source in self._now.sources.files.values():
            path, text = source.file.path, source.file.text
            if self._is_asked(path):
                before = there.pop(path, None)
                if before is not None and self._texts[before] == source.file:
                    self._as_now.add(before)
                elif before is None or as_git_keeps(self._texts[before].text) != as_git_keeps(text):
                    after = Version(path, _OF_NOW)
                    self._texts[after] = source.file
                    files[path] = (before, after)
        files |= {path: (gone, None) for path, gone in there.items()}
        if files:
            yield self._step(Visit(NOT_COMMITTED, "", (Changed(self._walk.newest, self._walk.home, files),)))

    def _is_asked(self, path: str) -> bool:
        return path.partition("/")[0] in self._folders

    def _fetch(self, wanted: Iterable[Version]) -> None:
        """Have the texts of some versions at hand, and of others only what is still waited for."""
        needed = {one: None for one in wanted if self._is_asked(one.path)}
        for held in self._held.values():
            needed |= {one: None for late in held.values() for one in late.after.versions.values()}
        self._texts = {one: text for one, text in self._texts.items() if one in needed}
        self._have(needed)

    def _have(self, wanted: Iterable[Version]) -> None:
        missing = [one for one in wanted if one not in self._texts]
        if missing:
            self._texts.update(zip(missing, self._walk.texts(missing), strict=True))

    def _step(self, visit: Visit) -> Step:
        """A commit beside those before it, of the files that are worth reading."""
        name = visit.commit.name
        here = self._files(name, visit.home, self._settings.pop(name, self._newest))
        held = self._held.pop(name, {})
        sides: list[Side] = []
        chosen: set[str] = set()
        for given in visit.sides:
            there = self._before(given, here)
            change = given if there.settings is here.settings else self._everything(visit, given)
            self._settings.setdefault(change.against, there.settings)
            paths = self._chosen(change)
            chosen |= paths
            sides += self._sides(visit.commit, change, (there, here), paths, held)
        forks = (
            fork and self._side(visit.commit, fork, (self._before(fork, here), here), chosen) for fork in visit.forks
        )
        return Step(visit.commit, tuple(sides), tuple(forks))

    def _before(self, change: Changed, here: Files) -> Files:
        """The files before a commit, none of them yet.

        Where plan.yaml cannot be read there, or reads other files in the same way, that of the commit counts.
        """
        before, _ = change.files.get(PLAN_FILE, (None, None))
        found = self._read(before, here.settings) if before else here.settings
        if found.entity is None:
            self.unread[Unread(PLAN_FILE, change.against or "")] = None
        is_same = found.entity is None or _way_of(found) == _way_of(here.settings)
        return self._files(change.against or "", change.home, here.settings if is_same else found)

    def _everything(self, visit: Visit, change: Changed) -> Changed:
        """A change with all files of both times: the same text may mean something else where plan.yaml does."""
        commit = visit.commit.name
        new = self._walk.files(commit, visit.home) if commit else self._walk.newest_files()
        old = self._walk.files(change.against, change.home) if change.against else {}
        files = {path: (old.get(path), new.get(path)) for path in (old | new) if self._is_asked(path)} | change.files
        self._have(one for pair in files.values() for one in pair if one)
        return change._replace(files=files)

    def _files(self, commit: str, home: str, settings: FileRead) -> Files:
        def folder(name: str) -> Iterable[Version]:
            every = self._walk.files(commit, home) if commit else self._walk.newest_files()
            found = [one for path, one in every.items() if path.startswith(f"{name}/")]
            self._have(found)
            return found

        return Files(settings, {}, self._read, folder)

    def _chosen(self, change: Changed) -> set[str]:
        texts = {
            path: (self._text(before), self._text(after))
            for path, (before, after) in change.files.items()
            if self._is_asked(path)
        }
        return set(self._choose(texts)) if texts else set()

    def _text(self, one: Version | None) -> str:
        return (self._texts[one].text or "") if one else ""

    def _sides(
        self,
        commit: Commit,
        change: Changed,
        states: tuple[Files, Files],
        chosen: Collection[str],
        held: Mapping[str, _Held],
    ) -> Iterator[Side]:
        """A commit beside one before it; apart, what later ones made of files that nobody can read in it."""
        there, here = states
        readable = []
        for path in dict.fromkeys([*chosen, *held]):
            if path not in change.files:
                self._hold(change, path, held[path])
                continue
            before, after = change.files[path]
            late = held.get(path)
            if late is None and not self._can_be_read(after, here.settings):
                continue
            can_be_read = self._can_be_read(before, there.settings)
            if before in self._faulty:
                self.unread[Unread(path, change.against or "")] = None
            if not can_be_read:
                self._hold(change, path, late or _Held(commit, here.only({path: after})))
            elif late:
                yield Side(late.commit, change.against, there.only({path: before}), late.after)
            else:
                readable.append(path)
        yield self._side(commit, change, states, readable)

    def _side(self, commit: Commit, change: Changed, states: tuple[Files, Files], paths: Iterable[str]) -> Side:
        """A commit beside another, of these files as far as they can be read at both."""
        there, here = states
        pairs = {path: change.files[path] for path in paths if path in change.files}
        whole = {
            path: pair
            for path, pair in pairs.items()
            if all(self._can_be_read(one, of.settings) for one, of in zip(pair, states, strict=True))
        }
        befores = there.only({path: before for path, (before, _) in whole.items()})
        return Side(commit, change.against, befores, here.only({path: after for path, (_, after) in whole.items()}))

    def _hold(self, change: Changed, path: str, late: _Held) -> None:
        self._held.setdefault(change.against, {}).setdefault(path, late)

    def _can_be_read(self, one: Version | None, settings: FileRead) -> bool:
        return one is None or self._judge(one, self._text(one), settings, lambda: self._read(one, settings))

    def _read_anew(self, one: Version, settings: FileRead) -> FileRead:
        is_now = one.blob == _OF_NOW or one in self._as_now
        read = read_file if is_now else read_file.__wrapped__  # what is kept of a plan is not of its past
        is_first = one.path == PLAN_FILE  # which says itself how the others are read
        calendar, models = (Calendar(), PLAIN) if is_first else (calendar_of(settings), models_of(settings))
        found = read(self._texts[one], calendar, models)
        if found.left_out:
            self._faulty.add(one)
        return found


def _way_of(settings: FileRead) -> object:
    """How a plan.yaml reads other files."""
    return calendar_of(settings), models_of(settings)


def _can_be_read(_: Version, __: str, ___: FileRead, read: Callable[[], FileRead]) -> bool:
    return can_be_followed(read())


def can_be_followed(read: FileRead) -> bool:
    """Whether it is known of what is left out of a file, if anything is, which things or fields of things it is."""
    return read.entity is not None and all(_is_known(read, part.what) for part in read.left_out)


def _is_known(read: FileRead, what: str) -> bool:
    """Whether a part that was left out is a thing with an id, or a field that holds no things."""
    try:
        at = Address.parse(what)
    except ValueError:
        return False
    if not at.path:
        return at.kind != read.source.kind
    return isinstance(at.path[-1], str) and at.path[-1] not in OF_LIST
