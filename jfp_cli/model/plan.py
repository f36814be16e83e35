"""The whole plan, and how to look things up in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from jfp_cli.model.field import Entity, fields_of
from jfp_cli.model.kinds import FILE_KINDS, KINDS, kind_of_entry
from jfp_cli.model.own import Models
from jfp_cli.model.references import Reference, references
from jfp_cli.model.walk import Gathered, holds_things, walk
from jfp_cli.values.address import Address
from jfp_cli.values.near_miss import near_miss
from jfp_cli.values.text import folded, is_id

if TYPE_CHECKING:
    from jfp_cli.model.area import Area, Milestone
    from jfp_cli.model.enabler import Enabler
    from jfp_cli.model.field import Field
    from jfp_cli.model.measure import Measure, Reading
    from jfp_cli.model.section import Section, Workstream
    from jfp_cli.model.settings import Settings
    from jfp_cli.model.target import Target


class NotLoadedError(LookupError):
    """A question asked for a kind of file that it did not have loaded: a fault of the program, not of the plan."""


class _NotLoaded(Mapping[str, Any]):
    """Stands for the files of a kind that were not loaded: whoever looks at them is told so."""

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def _refuse(self, _: str = "") -> NoReturn:
        raise NotLoadedError(f"{self._kind} were not loaded")

    __getitem__ = __iter__ = __len__ = _refuse


class TargetHome(NamedTuple):
    """A target with the section it belongs to, and the workstream where it is one of its indicators."""

    target: "Target"
    section: "Section"
    workstream: "Workstream | None"


@dataclass(frozen=True)
class Plan:
    """Everything under the plan folder: things by id, in the order of the published document.

    Kinds of file that were not asked for are absent; looking at them raises NotLoadedError.
    """

    settings: "Settings"
    sections: "Mapping[str, Section]" = field(default_factory=partial(_NotLoaded, "sections"), repr=False)
    areas: "Mapping[str, Area]" = field(default_factory=partial(_NotLoaded, "areas"), repr=False)
    enablers: "Mapping[str, Enabler]" = field(default_factory=partial(_NotLoaded, "enablers"), repr=False)
    measures: "Mapping[str, Measure]" = field(default_factory=partial(_NotLoaded, "measures"), repr=False)

    @cached_property
    def models(self) -> Models:
        """The classes of its things, with the fields that it declares."""
        return Models(self.settings.own_fields)

    def has(self, kind: str) -> bool:
        """Whether the files of a kind were loaded."""
        return not isinstance(getattr(self, kind), _NotLoaded)

    def files(self) -> Iterator[tuple[Address, Entity]]:
        """What each file that was loaded holds, with its address; plan.yaml comes first."""
        return iter(self._files)

    @cached_property
    def _files(self) -> list[tuple[Address, Entity]]:
        found: list[tuple[Address, Entity]] = [(Address("plan"), self.settings)]
        for kind in FILE_KINDS:
            if self.has(kind.name):
                of_kind: Mapping[str, Entity] = getattr(self, kind.name)
                found += [(Address(kind.name, name), entity) for name, entity in of_kind.items()]
        return found

    @cached_property
    def gathered(self) -> Gathered:
        """Every value of it: where this was asked for once, a walk picks out what is wanted."""
        return Gathered(self.files())

    def gather(self, before: "Plan | None") -> None:
        """Gather every value now, those of files that are as in an earlier plan from there."""
        if "gathered" not in vars(self):
            vars(self)["gathered"] = Gathered(self.files(), vars(before).get("gathered") if before else None)

    @cached_property
    def things(self) -> Mapping[Address, Entity | str]:
        """The plan itself and everything loaded that has an id, by address and in the order of kinds.

        Entries of vocabularies are texts.
        """
        of_kind: dict[str, dict[Address, Entity | str]] = {kind: {} for kind in KINDS}
        for at, entity in self.files():
            of_kind[at.kind][at] = entity
        for at, _, value, _ in walk(self, holds_things):
            if not at.path:  # an indicator that is a sentence is no thing
                of_kind[at.kind].setdefault(at, value)
        return {at: value for things in of_kind.values() for at, value in things.items()}

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every name of a thing that stands elsewhere, but for those of plan.yaml, whose contents are checked apart."""
        return tuple(references(self))

    def get(self, address: Address) -> Any:
        """What stands at an address: an entity, a value or a tuple of either; None where nothing does."""
        value: Any = self.things.get(address.thing)
        for step in address.path:
            value = _below(value, step)
        return value

    def named(self, address: Address) -> Address:
        """An address by the nearest thing with an id: where something stands may lead to one that has its own."""
        at: Address = address.thing
        value: Any = self.things.get(at)
        for step in address.path:
            at, value = at.at(step), _below(value, step)
            kind = kind_of_entry(at.path) if isinstance(step, int) else None
            name = getattr(value, kind.id_key) if kind and isinstance(value, Entity) else None
            if kind and name:
                at = Address(kind.name, name)
        return at

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
                        yield TargetHome(self.as_measured(indicator), section, stream)
            for target in section.targets:
                yield TargetHome(self.as_measured(target), section, None)

    def measure_of(self, target: "Target") -> "Measure | None":
        """The measure of a target, where it has a file."""
        name = self._measures_by_words.get(folded(target.measure)) if target.measure else None
        return self.measures[name] if name else None

    def targets_on(self, measure: "Measure") -> "tuple[Target, ...]":
        """The targets that a measure's file tells about, those among indicators included."""
        return self._targets_by_measure.get(measure.id, ())

    @cached_property
    def _targets_by_measure(self) -> "dict[str, tuple[Target, ...]]":
        found: dict[str, tuple[Target, ...]] = {}
        for home in self.targets():
            measure = self.measure_of(home.target)
            if measure:
                found[measure.id] = (*found.get(measure.id, ()), home.target)
        return found

    def as_measured(self, target: "Target") -> "Target":
        """A target with the direction of its measure where it states none."""
        measure = self.measure_of(target) if target.better is None and self.has("measures") else None
        return target if measure is None else target.model_copy(update={"better": measure.better})

    def readings_of(self, target: "Target") -> "tuple[Reading, ...]":
        """The readings of a target's measure that count, of all places and of places, oldest first."""
        measure = self.measure_of(target)
        return tuple(reading for reading in measure.readings if not reading.exclude) if measure else ()

    def meant_by(self, field: "Field", words: str) -> str | None:
        """The id of the thing that words name, or one that they nearly name; None where they are words alone.

        Kinds of file that were not loaded are not known, so that nothing is said to be named.
        """
        kind = field.about.names
        if not self.has(kind):
            return None
        name = self._measures_by_words.get(folded(words))
        if name is None and is_id(words) and near_miss(words, getattr(self, kind)):
            return words
        return name

    @cached_property
    def _measures_by_words(self) -> dict[str, str]:
        """The ids of measures by themselves and by their titles; an id goes before another's title."""
        titles = {folded(measure.title): name for name, measure in self.measures.items()}
        return titles | {folded(name): name for name in self.measures}

    def number(self, section_id: str) -> str:
        """A section's number in the published document, such as `1.3`; empty where contents do not list it."""
        return self._numbers.get(section_id, "")

    @cached_property
    def _numbers(self) -> dict[str, str]:
        numbers: dict[str, str] = {}
        for chapter, part in enumerate(self.settings.contents, 1):
            for at, name in enumerate(part.sections, 1):
                numbers.setdefault(name, f"{chapter}.{at}")
        return numbers


def _below(value: Any, step: str | int) -> Any:
    """What stands a step below a value; None where nothing does."""
    if isinstance(value, tuple):
        return value[step] if isinstance(step, int) and step < len(value) else None
    if isinstance(value, dict):
        return value.get(step)
    field = fields_of(type(value)).get(str(step)) if isinstance(value, Entity) else None
    return getattr(value, field.attribute) if field else None
