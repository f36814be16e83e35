"""The plan at a commit, of which only the files are read that are asked about."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from jfp_cli.history.diff import State
from jfp_cli.loading import FileRead
from jfp_cli.loading.source_map import SourceMap
from jfp_cli.loading.steps import Commit, Files, Side, Version
from jfp_cli.model.field import Entity, fields_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address


def entities_of(files: Files) -> dict[Address, Entity]:
    """What the files hold, by address."""
    return {read.source.address: read.entity for read in files.reads() if read.entity is not None}


def lost_in(read: FileRead) -> set[Address]:
    """The things of a file that have an id, those included that nobody can read."""
    return {Address(thing.kind, thing.id) for thing in read.things}


class Filled:
    """What files hold, where a thing that nobody can read is what it was later: else it would seem gone for a time."""

    def __init__(self) -> None:
        self._entities: dict[tuple[Version, FileRead], Entity] = {}
        self._commits: dict[tuple[Version, FileRead], dict[Address, Commit]] = {}

    def before_and_after(self, side: Side) -> tuple[dict[Address, Entity], dict[Address, Entity]]:
        """What the files on both sides hold, by address."""
        after = self._of(side.after)
        for path, one in side.before.versions.items():
            read = side.before.read(path)
            later = after.get(read.source.address)
            key = (one, side.before.settings)
            if read.left_out and read.entity is not None and later is not None and key not in self._entities:
                self._entities[key], filled = _filled(read.entity, later, lost_in(read))
                self._commits[key] = {at: self.commit_of(side, [at]) for at in filled}
        return self._of(side.before), after

    def commit_of(self, side: Side, things: Iterable[Address]) -> Commit:
        """The commit that made the first of some things, of those that nobody can read, what it is after a side.

        That of the side, where all can be read.
        """
        keys = [(one, side.after.settings) for one in side.after.versions.values()] if self._commits else []
        known = {at: commit for key in keys for at, commit in self._commits.get(key, {}).items()}
        return next((known[at] for at in things if at in known), side.commit)

    def _of(self, files: Files) -> dict[Address, Entity]:
        found = entities_of(files)
        for path, one in files.versions.items():
            filled = self._entities.get((one, files.settings))
            if filled is not None:
                found[files.read(path).source.address] = filled
        return found


def _filled(entity: Entity, later: Entity, lost: set[Address]) -> tuple[Entity, list[Address]]:
    """What a file holds, with what it has besides as it was later, and what that is."""
    update: dict[str, Any] = {}
    filled: list[Address] = []
    for field in fields_of(type(entity)).values():
        own, others = (getattr(one, field.attribute, ()) for one in (entity, later))
        if field.holds and isinstance(own, tuple) and isinstance(others, tuple):
            key = KINDS[field.holds].id_key
            there = {getattr(entry, key, None) for entry in own}
            missing = [entry for entry in others if (name := getattr(entry, key, None)) and name not in there]
            missing = [entry for entry in missing if Address(field.holds, getattr(entry, key)) in lost]
            if missing:
                update[field.attribute] = (*own, *missing)
                filled += [Address(field.holds, getattr(entry, key)) for entry in missing]
    return entity.model_copy(update=update) if update else entity, filled


def state_of(files: Files) -> State:
    """The plan of these files: its words, where they stand, and measures, which are read once somebody asks."""
    settings: Any = files.settings.entity
    plan = Plan(settings, measures=_Measures(lambda: files.folder(KINDS["measures"].folder)))
    return State(plan, SourceMap([files.settings, *files.reads()]).span)


class _Measures(Mapping[str, Any]):
    """The measures of a time, for which few changes have to ask."""

    def __init__(self, read: Callable[[], list[FileRead]]) -> None:
        self._read = read

    @cached_property
    def _there(self) -> dict[str, Entity]:
        return {read.source.file.name: read.entity for read in self._read() if read.entity is not None}

    def __getitem__(self, name: str) -> Any:
        return self._there[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._there)

    def __len__(self) -> int:
        return len(self._there)
