"""The whole plan, and how to look things up in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from jfp_cli.model.area import Area, Milestone
    from jfp_cli.model.enabler import Enabler
    from jfp_cli.model.section import Section, Workstream
    from jfp_cli.model.settings import Settings
    from jfp_cli.model.target import Reading, Readings, Target


class NotLoadedError(LookupError):
    """A question asked for a kind of file that it did not have loaded: a fault of the program, not of the plan."""


class TargetHome(NamedTuple):
    """A target with the section it belongs to, and the workstream where it is one of its indicators."""

    target: "Target"
    section: "Section"
    workstream: "Workstream | None"


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything under the plan folder: things by id, in the order of the published document.

    Kinds of file that were not asked for are absent; looking at them raises NotLoadedError.
    """

    settings: "Settings"
    files: Mapping[str, Mapping[str, object]] = field(repr=False)

    def _kind(self, kind: str) -> Mapping[str, object]:
        if kind not in self.files:
            raise NotLoadedError(f"{kind} were not loaded")
        return self.files[kind]

    @property
    def sections(self) -> "Mapping[str, Section]":
        return self._kind("sections")  # type: ignore[return-value]

    @property
    def areas(self) -> "Mapping[str, Area]":
        return self._kind("milestones")  # type: ignore[return-value]

    @property
    def enablers(self) -> "Mapping[str, Enabler]":
        return self._kind("enablers")  # type: ignore[return-value]

    @property
    def readings(self) -> "Mapping[str, tuple[Reading, ...]]":
        """The readings of each target, oldest first."""
        files: Mapping[str, Readings] = self._kind("readings")  # type: ignore[assignment]
        return {file.target: file.readings for file in files.values()}

    def milestones(self) -> "Iterator[tuple[Area, Milestone]]":
        """Every milestone with its area, in the order of areas and of their files."""
        return ((area, milestone) for area in self.areas.values() for milestone in area.milestones)

    def workstreams(self) -> "Iterator[tuple[Section, Workstream]]":
        """Every workstream with its section."""
        return ((section, stream) for section in self.sections.values() for stream in section.workstreams)

    def targets(self) -> Iterator[TargetHome]:
        """Every target, those among the indicators of workstreams first within each section."""
        for section in self.sections.values():
            for stream in section.workstreams:
                for indicator in stream.indicators:
                    if not isinstance(indicator, str):
                        yield TargetHome(indicator, section, stream)
            for target in section.targets:
                yield TargetHome(target, section, None)

    def number(self, section_id: str) -> str:
        """A section's number in the published document, such as `1.3`; empty where contents do not list it."""
        for chapter, part in enumerate(self.settings.contents, 1):
            if section_id in part.sections:
                return f"{chapter}.{part.sections.index(section_id) + 1}"
        return ""
