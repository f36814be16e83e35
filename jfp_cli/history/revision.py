"""The plan at a commit, of which only the files are read that are asked about."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from jfp_cli.history.diff import State
from jfp_cli.loading import FileRead
from jfp_cli.loading.source_map import SourceMap
from jfp_cli.loading.steps import Files
from jfp_cli.model.field import Entity
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address


def entities_of(files: Files) -> dict[Address, Entity]:
    """What the files hold, by address."""
    return {read.source.address: read.entity for read in files.reads() if read.entity is not None}


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
