"""The commits that changed the plan, wherever its folder stood, and how they follow one another."""

import os
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from jfp_cli.source.folder import PLAN_FILE
from jfp_cli.source.git.asking import ask, within
from jfp_cli.source.git.states import Repository

_BETWEEN = "\x1f"
_FORMAT = "--format=%cs%x1f%an%x1f%s"


class Commit(NamedTuple):
    """A commit that changed the plan, or that merged; `parents` are the nearest such ones before it.

    `date` is that of whoever committed, as their clock said.
    """

    name: str
    parents: tuple[str, ...]
    date: str
    author: str
    subject: str


def commits_to(repository: Repository, tip: str, since: str | None) -> tuple[list[Commit], list[str]]:
    """The commits up to one, the newest first and each before its parents, and the folders that the plan stood in.

    Of those up to `since` there are none. Merges are there whole: no side of one is passed over.
    """
    folders = [repository.prefix]
    while True:
        found = list(_listed(repository, tip, since, folders))
        more = [folder for folder in _former(repository, found, folders) if folder not in folders]
        if not more:
            return found, folders
        folders += dict.fromkeys(more)


def _listed(repository: Repository, tip: str, since: str | None, folders: Sequence[str]) -> Iterator[Commit]:
    wanted = ("--topo-order", "--full-history", "--parents", "--encoding=UTF-8", _FORMAT)
    range_ = (tip, f"^{since}") if since else (tip,)
    said = ask(repository.root, "rev-list", *wanted, *range_, "--", *(one for each in folders for one in within(each)))
    lines = iter(said.decode("utf-8", "replace").split("\n"))
    for line in lines:
        if line:
            _, name, *parents = line.split(" ")
            date, author, subject = next(lines).split(_BETWEEN, 2)
            yield Commit(name, tuple(parents), date, author, subject)


def _former(repository: Repository, commits: Sequence[Commit], folders: Sequence[str]) -> Iterator[str]:
    """The folders that the plan was renamed from, as git follows its plan.yaml."""
    here = {f"{folder}{PLAN_FILE}" for folder in folders}
    paths = [one for path in sorted(here) for one in within(path)]
    pairs = "".join(f"{one.name} {parent}\n" for one in commits for parent in one.parents)
    asked = ("diff-tree", "--stdin", "-r", "--no-renames", "--diff-filter=A", "--format=%H")
    said = ask(repository.root, *asked, "--name-only", "--", *paths, given=pairs.encode()).decode("ascii", "replace")
    began = {line for line in said.split("\n") if line} & {one.name for one in commits}
    began |= {one.name for one in commits if not one.parents}
    for commit in sorted(began):
        renames = ("diff-tree", "--no-commit-id", "-r", "-m", "-z", "-M", "--diff-filter=RD", "--name-status")
        told = ask(repository.root, *renames, commit, "--", f":(top,glob)**/{PLAN_FILE}")
        gone = list(_gone(os.fsdecode(told).split("\0")[:-1]))
        renamed = [old for old, new in gone if new in here]
        lost = [old for old, new in gone if new is None]
        yield from (old.removesuffix(PLAN_FILE) for old in renamed or (lost if len(lost) == 1 else ()))


def _gone(said: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """The paths that are there no more, each with what it was renamed to."""
    words = iter(said)
    for sort in words:
        old = next(words)
        yield old, next(words) if sort.startswith("R") else None


class Graph:
    """Which commits came before which; commits come the newest first."""

    def __init__(self, commits: Sequence[Commit]) -> None:
        self._number = {one.name: number for number, one in enumerate(commits)}
        self._names = [one.name for one in commits]
        self._parents = [tuple(self._number.get(name, -1) for name in one.parents) for one in commits]

    def fork(self, one: str, other: str) -> str | None:
        """The newest commit that both of two come from; None where there is none among these."""
        if one not in self._number or other not in self._number:
            return None
        marks = {self._number[one]: 1}
        marks[self._number[other]] = marks.get(self._number[other], 0) | 2
        waiting = sorted(marks)
        while waiting:
            at = heappop(waiting)
            if marks[at] == 3:
                return self._names[at]
            for parent in self._parents[at]:
                if parent < 0:
                    continue
                if parent not in marks:
                    heappush(waiting, parent)
                marks[parent] = marks.get(parent, 0) | marks[at]
        return None
