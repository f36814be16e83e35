"""What things are called in the document: their anchors, numbers and titles."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jfp_cli.model.area import Area, Milestone
from jfp_cli.model.plan import Plan
from jfp_cli.model.shared import Pending, Voice
from jfp_cli.report.document.shape import Named, PendingView, VoiceView
from jfp_cli.values.dates import PlanDate

MILESTONES, INDEX = "key-milestones", "index"


def anchor(kind: str, name: str) -> str:
    """The anchor of a thing, made of its id, so that a link to it keeps working from year to year."""
    return f"{kind}-{slug(name)}"


def slug(text: str) -> str:
    """A text as part of an anchor: its letters and digits, with dashes between."""
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")


def distinct(anchors: Iterable[str]) -> Iterator[str]:
    """Anchors made of titles, of which two may be alike: the second has -2 after it."""
    taken: dict[str, int] = {}
    for wanted in anchors:
        taken[wanted] = taken.get(wanted, 0) + 1
        yield wanted if taken[wanted] == 1 else f"{wanted}-{taken[wanted]}"


def written(date: PlanDate | None) -> str:
    """A date as the plan writes it, or nothing."""
    return date.text if date else ""


@dataclass(frozen=True, slots=True)
class Names:
    """Everything that can be named, by id; things that the document does not hold have no anchor."""

    plan: Plan
    sections: dict[str, Named] = field(default_factory=dict)
    streams: dict[str, Named] = field(default_factory=dict)
    areas: dict[str, Named] = field(default_factory=dict)
    enablers: dict[str, Named] = field(default_factory=dict)
    milestones_of: dict[str, list[Named]] = field(default_factory=dict)

    def places(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The names of places."""
        known = self.plan.settings.places
        return tuple(known.get(name, name) for name in ids)

    def supports(self, ids: Iterable[str]) -> tuple[Named, ...]:
        """The strategy priorities of these ids."""
        return _listed(ids, self.plan.settings.strategy_priorities)

    def duties(self, ids: Iterable[str]) -> tuple[Named, ...]:
        """The duties of these ids."""
        return _listed(ids, self.plan.settings.duties)


def find_names(
    plan: Plan, numbers: Mapping[str, str], enablers: Mapping[str, str], kept: Iterable[tuple[Area, Milestone]]
) -> Names:
    """Name everything; `numbers` and `enablers` have the number of each section and enabler that the document holds.

    `kept` are the milestones that it holds.
    """
    names = Names(plan)
    for section in plan.sections.values():
        held = section.id in numbers
        at = anchor("section", section.id) if held else ""
        names.sections[section.id] = Named(section.id, at, section.title, numbers.get(section.id, ""))
        for stream in section.workstreams:
            names.streams[stream.id] = Named(stream.id, anchor("workstream", stream.id) if held else "", stream.title)
    for area in plan.areas.values():
        names.areas[area.area] = Named(area.area, "", area.title)
    for enabler in plan.enablers.values():
        at = anchor("enabler", enabler.id) if enabler.id in enablers else ""
        names.enablers[enabler.id] = Named(enabler.id, at, enabler.title, enablers.get(enabler.id, ""))
    for area, milestone in kept:
        names.areas[area.area] = Named(area.area, anchor("area", area.area), area.title)
        own = Named(milestone.id, anchor("milestone", milestone.id), milestone.activity, due=milestone.due.text)
        for stream_id in dict.fromkeys(milestone.workstreams):
            names.milestones_of.setdefault(stream_id, []).append(own)
    return names


def named(ids: Iterable[str], known: Mapping[str, Named]) -> tuple[Named, ...]:
    """The things of these ids; what the plan does not have is called by its id."""
    return tuple(known.get(name) or Named(name, "", name) for name in ids)


def pending_views(pending: Iterable[Pending]) -> tuple[PendingView, ...]:
    """Known gaps."""
    return tuple(PendingView(gap.what, written(gap.by)) for gap in pending)


def voice_views(voices: Iterable[Voice]) -> tuple[VoiceView, ...]:
    """What residents or staff say."""
    return tuple(VoiceView(voice.source, voice.respondents, voice.findings) for voice in voices)


def _listed(ids: Iterable[str], known: Mapping[str, str]) -> tuple[Named, ...]:
    return tuple(Named(name, "", known.get(name, name)) for name in ids)
