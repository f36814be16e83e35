"""The published plan as a value: made once from a plan, for an audience and a day, and ready for any template."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jfp_cli.measures.progress import progress_in
from jfp_cli.model.field import Audience
from jfp_cli.model.plan import Plan
from jfp_cli.model.settings import Part, Settings
from jfp_cli.query.coverage import coverage
from jfp_cli.query.on_day import known_on
from jfp_cli.query.promises import Promise, promises
from jfp_cli.report.document.audience import Hidden, hidden_from, without
from jfp_cli.report.document.dated import DateWriter
from jfp_cli.report.document.dates import from_to
from jfp_cli.report.document.measures import measure_views
from jfp_cli.report.document.milestones import Kept, MilestonesView, MilestoneWriter
from jfp_cli.report.document.names import INDEX, Names, anchor, distinct, find_names
from jfp_cli.report.document.past import NO_MEMORY, Memory, past_of
from jfp_cli.report.document.promises import PromiseTeller, called_in
from jfp_cli.report.document.sections import SectionWriter
from jfp_cli.report.document.views import Counts, Document, GuideView, IndexRow, IndexView, PartView, Term
from jfp_cli.report.language import say, spoken
from jfp_cli.report.language.spoken import USUAL
from jfp_cli.values.address import Address
from jfp_cli.values.text import folded, natural, unaccented

if TYPE_CHECKING:
    from jfp_cli.report.document.changed import Compared

MILESTONES_TITLE, INDEX_TITLE = "Key milestones", "Index"


def document(
    plan: Plan, day: date, *, audience: Audience, section: str | None = None, memory: Memory = NO_MEMORY
) -> Document:
    """The document of a plan as an audience sees it on a day, with what is remembered of its past.

    With `section`, the id of one that the contents list: it alone, with the milestones of its workstreams.
    """
    plan = known_on(plan, day)
    hidden = hidden_from(audience, plan)
    # Worked out from the whole plan, so that a hidden baseline does not change how a target stands.
    judged = () if "readings" in hidden.names else (home.target for home in plan.targets())
    states = {target.id: progress_in(plan, target, day) for target in judged}
    compared = None if memory.before is None else _compared(known_on(memory.before, day), plan, hidden, memory.ended)
    past = past_of(hidden, day, memory, compared.dates if compared else {}, compared.new if compared else ())
    plan = without(plan, hidden)
    settings = plan.settings
    chapters = _chapters(plan, section)
    between = 1 + sum(1 for part in settings.contents if not _is_supporting(part))
    kept = _kept(plan, section)
    numbers = {
        "sections": {name: number for chapter in chapters for name, number in chapter.sections.items()},
        "enablers": {name: number for chapter in chapters for name, number in chapter.enablers.items()},
    }
    names = find_names(plan, numbers, kept)
    teller = PromiseTeller(day, called_in(settings), "status" not in hidden.names, past)
    writer = SectionWriter(plan, names, teller, states)
    parts = [(chapter, _part(chapter, plan, writer)) for chapter in chapters]
    areas = plan.areas if section is None else {one.area.area: one.area for one in kept if one.area}
    milestone_writer, calendar = MilestoneWriter(plan, names, teller), DateWriter(names, teller)
    milestones = milestone_writer.chapter(str(between), kept, areas.values())
    everything = [*kept, *_others(plan, section)]
    index = IndexView(str(between + 1), INDEX, tuple(_index_rows(plan, names, kept, section)))
    views = [part for _, part in parts]
    with_charts = audience == "internal" or settings.publish.public.charts
    return Document(
        title=settings.title,
        organisation=settings.organisation,
        language=settings.language or USUAL,
        period=from_to(*settings.period.days),
        as_of=spoken().day(day),
        as_of_iso=day.isoformat(),
        audience=audience,
        section=section or "",
        publish=settings.publish,
        introduction=() if section else settings.introduction,
        guide=() if section else tuple(_guide(settings, views, milestones, index)),
        pending=() if section else settings.pending,
        coming=tuple(calendar.coming(everything)),
        changes=compared.view(memory.name, names, section) if compared else None,
        parts=tuple(view for chapter, view in parts if not _is_supporting(chapter.part)),
        milestones=milestones,
        overdue=calendar.overdue(everything),
        index=index,
        supporting=tuple(view for chapter, view in parts if _is_supporting(chapter.part)),
        measures=tuple(measure_views(plan, day, section)) if with_charts else (),
        glossary=tuple(_glossary(settings)),
        counts=_count(views, milestones),
        colours=tuple((word, look.colour) for word, look in settings.statuses.items() if look.colour),
        names=names,
    )


def _compared(before: Plan, after: Plan, hidden: Hidden, ended: frozenset[Address]) -> "Compared":
    from jfp_cli.report.document.changed import compared  # noqa: PLC0415 - only where somebody asks

    return compared(before, after, hidden, ended)


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A part of the contents, with the numbers of those of its things that the document holds."""

    part: Part
    number: str
    anchor: str
    sections: Mapping[str, str]
    enablers: Mapping[str, str]


def _is_supporting(part: Part) -> bool:
    return bool(part.enablers) and not part.sections


def _chapters(plan: Plan, section: str | None) -> list[_Chapter]:
    """The parts in the document's order: those of enablers come last, with the milestones and the index before them."""
    contents = plan.settings.contents
    anchored = list(zip(contents, distinct(anchor("part", part.part) for part in contents), strict=True))
    main = [entry for entry in anchored if not _is_supporting(entry[0])]
    supporting = [entry for entry in anchored if _is_supporting(entry[0])]
    numbered = [*enumerate(main, 1), *enumerate(supporting, len(main) + 3)]
    chapters = []
    for number, (part, name) in numbered:
        if section is not None and section not in part.sections:
            continue
        sections = {
            own: f"{number}.{at}"
            for at, own in enumerate(part.sections, 1)
            if own in plan.sections and section in (None, own)
        }
        enablers = {
            own: f"{number}.{at}"
            for at, own in enumerate(part.enablers, len(part.sections) + 1)
            if own in plan.enablers and section is None
        }
        chapters.append(_Chapter(part, str(number), name, sections, enablers))
    return chapters


def _kept(plan: Plan, section: str | None) -> Kept:
    every = promises(plan, ["milestones", "checkpoints"])
    if section is None:
        return list(every)
    own = {stream.id for home, stream in plan.workstreams() if home.id == section}
    return [one for one in every if one.milestone and not own.isdisjoint(one.milestone.workstreams)]


def _others(plan: Plan, section: str | None) -> Iterator[Promise]:
    """The promises that are no milestones, nor steps to one."""
    every = promises(plan, ["actions", "commitments"])
    return (one for one in every if section is None or (one.section and one.section.id == section))


def _part(chapter: _Chapter, plan: Plan, writer: SectionWriter) -> PartView:
    return PartView(
        entity=chapter.part,
        number=chapter.number,
        anchor=chapter.anchor,
        title=chapter.part.part,
        links_note=_links_note(chapter, plan),
        sections=tuple(writer.section(plan.sections[name]) for name in chapter.sections),
        enablers=tuple(writer.enabler(plan.enablers[name]) for name in chapter.enablers),
    )


def _links_note(chapter: _Chapter, plan: Plan) -> str:
    """What is said of the priorities and duties that a chapter shows; nothing where it shows none."""
    sections = (plan.sections[name] for name in chapter.sections)
    enablers = (plan.enablers[name] for name in chapter.enablers)
    is_shown = any(one.supports or one.duties for one in sections) or any(
        one.supports or one.duties for one in enablers
    )
    return plan.settings.links_note or "" if is_shown else ""


def _index_rows(plan: Plan, names: Names, kept: Kept, section: str | None) -> Iterator[IndexRow]:
    """A row for each area, or for each that one section names."""
    owned = Counter(one.area.area for one in kept if one.area and one.kind == "milestones")
    for found in sorted(coverage(plan, ["areas"]), key=lambda found: (natural(unaccented(found.title)), found.id)):
        if section is None or section in found.sections:
            sections = [name for name in found.sections if section in (None, name)]
            enablers = found.enablers if section is None else ()
            yield IndexRow(
                names.one("areas", found.id),
                names.all("sections", sections),
                names.all("enablers", enablers),
                owned[found.id],
            )


def _guide(
    settings: Settings, parts: list[PartView], milestones: MilestonesView, index: IndexView
) -> Iterator[GuideView]:
    known = {folded(part.title): (part.anchor, part.number) for part in parts}
    known |= {
        folded(say(MILESTONES_TITLE)): (milestones.anchor, milestones.number),
        folded(say(INDEX_TITLE)): (index.anchor, index.number),
    }
    for entry in settings.guide:
        yield GuideView(entry, *known.get(folded(entry.part), ("", "")))


def _glossary(settings: Settings) -> Iterator[Term]:
    anchors = distinct(anchor("term", term) for term in settings.glossary)
    for (term, meaning), name in zip(settings.glossary.items(), anchors, strict=True):
        yield Term(name, term, meaning)


def _count(parts: list[PartView], milestones: MilestonesView) -> Counts:
    sections = [section for part in parts for section in part.sections]
    streams = [stream for section in sections for stream in section.workstreams]
    figures = sum(1 for stream in streams for indicator in stream.indicators if not isinstance(indicator, str))
    return Counts(
        sections=len(sections),
        workstreams=len(streams),
        targets=figures + sum(len(section.targets) for section in sections),
        areas=len(milestones.areas),
        milestones=milestones.counts.total,
        overdue=milestones.counts.overdue,
        enablers=sum(len(part.enablers) for part in parts),
    )
