"""Through the commits of a plan from the newest to the oldest: which of its files each changed, and what they held."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from jfp_cli.source.folder import PLAN_FILE, TextFile
from jfp_cli.source.git.asking import FailedError, ask, within
from jfp_cli.source.git.commits import Commit, Graph, commits_to
from jfp_cli.source.git.plans import at_commit, files_of
from jfp_cli.source.git.states import Repository, day_of
from jfp_cli.source.git.tree import Version, is_read, text_files, version, versions

AT_ONCE = 256  # commits of which git is asked together: what they changed is what is held at any time
Files = dict[str, tuple[Version | None, Version | None]]
"""Versions of files before and after, by path; None where there was none."""


class Changed(NamedTuple):
    """How the plan files of a commit differ from those of one before it, or of none; `home` is where these stood."""

    against: str | None
    home: str
    files: Files


class Visit(NamedTuple):
    """A commit beside each of its parents and, for a merge, beside what each two of its sides come from.

    `forks` are as many as the parents; empty where it is no merge, None where the sides have nothing in common.
    """

    commit: Commit
    home: str
    sides: tuple[Changed, ...]
    forks: tuple[Changed | None, ...] = ()


class Walk:
    """The commits of a plan up to one, the newest first; `is_shallow` where the clone has no older ones."""

    def __init__(self, repository: Repository, tip: str, folders: Sequence[str], since: str | None = None) -> None:
        self._repository = repository = at_commit(repository, tip)
        self._folders = folders
        self._since = since
        self._tip = tip
        self.commits, self._homes = commits_to(repository, tip, since)
        self.is_shallow = repository.is_shallow
        self._graph = Graph(self.commits)
        self._homes_of: dict[str, str] = {}

    @property
    def newest(self) -> str:
        """The newest of the commits; where none of them changed the plan, the one that was asked for."""
        return self.commits[0].name if self.commits else self._tip

    @cached_property
    def begins(self) -> str | None:
        """The day of the state from which on something is known; None where that is the beginning of the plan."""
        if self.is_shallow and self.commits:
            return self.commits[-1].date
        if self._since is None:
            return None
        return day_of(self._repository, self._since).isoformat()

    @property
    def home(self) -> str:
        """The way to the plan from the top, as it is after the newest commit."""
        return self._repository.prefix

    def newest_files(self) -> dict[str, Version]:
        """All plan files after the newest commit; raises GitError where the plan stood elsewhere, or nowhere."""
        return files_of(self._repository, self._tip, self._folders)

    def visits(self) -> Iterator[list[Visit]]:
        """Every commit in turn, some at a time."""
        for at in range(0, len(self.commits), AT_ONCE):
            some = self.commits[at : at + AT_ONCE]
            bases = {one.name: self._bases(one) for one in some if len(one.parents) > 1}
            asked = [(one.name, other) for one in some for other in (*one.parents, *bases.get(one.name, ())) if other]
            found = iter(self._raw(asked))
            yield [self._visit(one, bases.get(one.name, ()), found) for one in some]

    def _visit(self, one: Commit, bases: Sequence[str | None], found: Iterator[list[tuple[str, str]]]) -> Visit:
        home = self._homes_of.pop(one.name, self._repository.prefix)
        sides = [self._changed(parent, home, next(found)) for parent in one.parents]
        forks = [self._changed(fork, home, next(found)) if fork else None for fork in bases]
        for side in sides:
            self._homes_of.setdefault(side.against or "", side.home)
        if not sides and not self.is_shallow:
            sides = [Changed(None, home, {path: (None, file) for path, file in self.files(one.name, home).items()})]
        return Visit(one, home, tuple(sides), tuple(forks))

    def files(self, commit: str, home: str) -> dict[str, Version]:
        """All plan files of a commit by path, `home` being the way to them from the top."""
        return versions(self._repository.root, commit, home, self._folders)

    def texts(self, wanted: Iterable[Version]) -> Iterator[TextFile]:
        """What versions of files hold, in their order."""
        return text_files(self._repository.root, wanted, self._repository.home)

    def _bases(self, merge: Commit) -> tuple[str | None, ...]:
        """What each side of a merge and another come from: the first and the second, and the first and each other."""
        first, *others = merge.parents
        found = [self._fork(first, other) for other in others]
        return (found[0], *found)

    def _fork(self, one: str, other: str) -> str | None:
        known = self._graph.fork(one, other)
        if known or not self._since:
            return known
        try:  # it lies before what is walked
            return ask(self._repository.root, "merge-base", one, other).decode("ascii").strip()
        except FailedError:
            return None

    def _raw(self, pairs: Sequence[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
        """What git says of each two commits: what it says of a path, and the path."""
        asked = ("diff-tree", "--stdin", "-r", "-z", "--no-renames", "--always", "--raw", "--no-abbrev")
        paths = [one for home in self._homes for one in within(home)]
        given = "".join(f"{one} {other}\n" for one, other in pairs)
        words = iter(os.fsdecode(ask(self._repository.root, *asked, "--", *paths, given=given.encode())).split("\0"))
        entries: list[tuple[str, str]] | None = None
        for word in words:
            if word.startswith(":") and entries is not None:
                entries.append((word, next(words)))
            elif word:
                if entries is not None:
                    yield entries
                entries = []
        if entries is not None:
            yield entries

    def _changed(self, against: str, home: str, raw: list[tuple[str, str]]) -> Changed:
        """The files that changed on the way to a commit whose plan stands in a folder, and where it stood before."""
        sorts = {path: about.rpartition(" ")[2] for about, path in raw}
        was = home
        if sorts.get(f"{home}{PLAN_FILE}") == "A":
            was = next((one for one in self._homes if sorts.get(f"{one}{PLAN_FILE}") == "D"), home)
        files: Files = {}
        for about, path in raw:
            before, after, old, new, _ = about[1:].split(" ")
            for folder, mode, blob, place in ((was, before, old, 0), (home, after, new, 1)):
                one = version(path.removeprefix(folder), mode, blob) if path.startswith(folder) else None
                if one and is_read(one.path, self._folders):
                    pair = files.get(one.path, (None, None))
                    files[one.path] = (one, pair[1]) if place == 0 else (pair[0], one)
        if was != home:
            files = {path: pair for path, pair in files.items() if pair[0] != pair[1]}
        return Changed(against, was, files)
