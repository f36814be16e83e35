"""What a commit made of the files of a plan, as values."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from jfp_cli.loading.file_read import FileRead
from jfp_cli.source.git import Commit, Version

__all__ = ["NOT_COMMITTED", "Commit", "Files", "Side", "Step", "Unread", "Version"]
NOT_COMMITTED = Commit("", (), "", "", "")
"""What stands for the commit of what was written since the last one."""


@dataclass(frozen=True, eq=False)
class Files:
    """Some files of the plan at a time, by path, as the plan.yaml of that time reads them."""

    settings: FileRead
    versions: Mapping[str, Version]
    _read: Callable[[Version, FileRead], FileRead]
    _folder: Callable[[str], Iterable[Version]]

    def read(self, path: str) -> FileRead:
        """One of them as it was read."""
        return self._read(self.versions[path], self.settings)

    def reads(self) -> list[FileRead]:
        """All of them as they were read."""
        return [self.read(path) for path in self.versions]

    def folder(self, name: str) -> list[FileRead]:
        """Every file that a folder had at the time, as it was read."""
        return [self._read(one, self.settings) for one in self._folder(name)]

    def only(self, versions: Mapping[str, Version | None]) -> "Files":
        """Other files of the same time; where there was none, none is."""
        there = {path: one for path, one in versions.items() if one}
        return Files(self.settings, there, self._read, self._folder)


class Side(NamedTuple):
    """What a commit made of some files beside one before it, or beside nothing.

    `commit` is the one that made the change: after one in which a file cannot be read, the first in which it can.
    """

    commit: Commit
    against: str | None
    before: Files
    after: Files


class Step(NamedTuple):
    """A commit beside those before it and, where it merged, beside what each of its sides comes from.

    `forks` are as many as its parents or none; one is None where the sides have nothing in common.
    """

    commit: Commit
    sides: tuple[Side, ...]
    forks: tuple[Side | None, ...] = ()


class Unread(NamedTuple):
    """A file that cannot be read at a commit."""

    path: str
    commit: str
