"""The plan at a commit, of which only the files are read that are asked about."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from jfp_cli.history.diff import State
from jfp_cli.loading import FileRead
from jfp_cli.loading.source_map import SourceMap
from jfp_cli.loading.steps import Files, Side, Version
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

    def before_and_after(self, side: Side) -> tuple[dict[Address, Entity], dict[Address, Entity]]:
        """What the files on both sides hold, by address."""
        after = self._of(side.after)
        for path, one in side.before.versions.items():
            read = side.before.read(path)
            later = after.get(read.source.address)
            if read.left_out and read.entity is not None and later is not None:
                key = (one, side.before.settings)
                self._entities.setdefault(key, _filled(read.entity, later, lost_in(read)))
        return self._of(side.before), after

    def _of(self, files: Files) -> dict[Address, Entity]:
        found = entities_of(files)
        for path, one in files.versions.items():
            filled = self._entities.get((one, files.settings))
            if filled is not None:
                found[files.read(path).source.address] = filled
        return found


def _filled(entity: Entity, later: Entity, lost: set[Address]) -> Entity:
    """What a file holds, with what it has besides as it was later."""
    update: dict[str, Any] = {}
    for field in fields_of(type(entity)).values():
        own, others = (getattr(one, field.attribute, ()) for one in (entity, later))
        if field.holds and isinstance(own, tuple) and isinstance(others, tuple):
            key = KINDS[field.holds].id_key
            there = {getattr(entry, key, None) for entry in own}
            missing = [entry for entry in others if (name := getattr(entry, key, None)) and name not in there]
            missing = [entry for entry in missing if Address(field.holds, getattr(entry, key)) in lost]
            if missing:
                update[field.attribute] = (*own, *missing)
    return entity.model_copy(update=update) if update else entity


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
