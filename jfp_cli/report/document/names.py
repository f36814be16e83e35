"""What things are called in the document: their anchors, numbers and titles."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jfp_cli.model.area import Milestone
from jfp_cli.model.field import Entity
from jfp_cli.model.kinds import KINDS, VOCABULARIES
from jfp_cli.model.plan import Plan
from jfp_cli.query.promises import Promise
from jfp_cli.report.document.dates import in_words

MILESTONES, INDEX = "key-milestones", "index"


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that another names; sections and enablers have their number, milestones their date.

    `anchor` is empty where the page does not hold it. As text it is its title.
    """

    id: str
    anchor: str
    title: str
    number: str = ""
    due: str = ""

    def __str__(self) -> str:
        return self.title


@dataclass(frozen=True, slots=True)
class Names:
    """Everything that can be named, by kind and id; `milestones_of` has those of each workstream."""

    known: Mapping[str, Mapping[str, Named]]
    milestones_of: Mapping[str, tuple[Named, ...]]

    def one(self, kind: str, name: str) -> Named:
        """The thing of a kind and an id; what the plan does not have is called by its id."""
        return self.known.get(kind, {}).get(name) or Named(name, "", name)

    def all(self, kind: str, ids: Iterable[str]) -> tuple[Named, ...]:
        """The things of these ids."""
        return tuple(self.one(kind, name) for name in ids)


def find_names(plan: Plan, numbers: Mapping[str, Mapping[str, str]], kept: Iterable[Promise]) -> Names:
    """Name everything; `numbers` has, by kind, those of the sections and enablers that the document holds.

    `kept` are the milestones that it holds, and their checkpoints.
    """
    own = [(one.area, one.milestone) for one in kept if one.area and one.milestone]
    areas, milestones = {area.area for area, _ in own}, {milestone.id for _, milestone in own}
    sections, enablers = numbers["sections"], numbers["enablers"]
    names = {
        "sections": [_named("sections", section, sections.get(section.id, "")) for section in plan.sections.values()],
        "enablers": [_named("enablers", enabler, enablers.get(enabler.id, "")) for enabler in plan.enablers.values()],
        "workstreams": [_named("workstreams", stream, home.id in sections) for home, stream in plan.workstreams()],
        "targets": [_named("targets", home.target, home.section.id in sections) for home in plan.targets()],
        "areas": [_named("areas", area, area.area in areas) for area in plan.areas.values()],
        "milestones": [_named("milestones", found, found.id in milestones) for _, found in plan.milestones()],
        "measures": [_named("measures", measure, held=False) for measure in plan.measures.values()],
    }
    known = {kind: {named.id: named for named in every} for kind, every in names.items()}
    for kind in VOCABULARIES:
        known[kind] = {name: Named(name, "", said) for name, said in getattr(plan.settings, kind).items()}
    of_streams: dict[str, tuple[Named, ...]] = {}
    for milestone in {milestone.id: milestone for _, milestone in own}.values():
        for stream in dict.fromkeys(milestone.workstreams):
            of_streams[stream] = (*of_streams.get(stream, ()), known["milestones"][milestone.id])
    return Names(known, of_streams)


def _named(kind: str, thing: Entity, held: str | bool) -> Named:
    """A thing with an id; `held` where the document holds it: its number, where things of its kind are numbered."""
    of = KINDS[kind]
    name = getattr(thing, of.id_key)
    due = in_words(thing.due) if isinstance(thing, Milestone) else ""
    at = anchor(of.noun, name) if held else ""
    return Named(name, at, getattr(thing, of.title), held if isinstance(held, str) else "", due)


def anchor(noun: str, name: str) -> str:
    """The anchor of a thing, made of its id, so that a link to it keeps working from year to year."""
    return f"{noun}-{slug(name)}"


def slug(text: str) -> str:
    """A text as part of an anchor: its letters and digits, with dashes between."""
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")


def distinct(anchors: Iterable[str]) -> Iterator[str]:
    """Anchors made of titles, of which two may be alike: the second has -2 after it."""
    taken: dict[str, int] = {}
    for wanted in anchors:
        taken[wanted] = taken.get(wanted, 0) + 1
        yield wanted if taken[wanted] == 1 else f"{wanted}-{taken[wanted]}"
