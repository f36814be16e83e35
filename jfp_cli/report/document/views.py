"""What a document is made of: entities of the plan, each with what follows from it, in which what is hidden is absent.

`anchor` is the name of a thing within the page, empty where the page does not hold it.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar, dataclass_transform

from jfp_cli.measures.line import Line
from jfp_cli.model.area import Area, Checkpoint, Milestone
from jfp_cli.model.enabler import Enabler
from jfp_cli.model.field import Audience, Entity
from jfp_cli.model.section import Section, Workstream
from jfp_cli.model.settings import GuideEntry, Part
from jfp_cli.model.shared import Pending
from jfp_cli.model.target import Reading, Target
from jfp_cli.report.document.names import Named, Names

View = TypeVar("View")


@dataclass_transform(frozen_default=True, eq_default=False)
def view(kind: type[View]) -> type[View]:
    """A frozen dataclass, which nobody compares or prints: making so many of them ready for it takes 10 ms."""
    return dataclass(frozen=True, slots=True, eq=False, repr=False)(kind)


class OfEntity:
    """A view of an `entity` of the plan: a template reads the entity's fields as if they were the view's own."""

    __slots__ = ()
    entity: Entity


@view
class Link:
    """Somewhere else; `href` is empty where the text is not an address on the web or of mail."""

    text: str
    href: str


@view
class Track:
    """A target's line, and the readings in its unit that had been taken by a day."""

    line: Line
    readings: tuple[Reading, ...]
    day: date


@view
class TargetView(OfEntity):
    """A commitment on a measure, and how far it is; `better` and the progress are in words too."""

    entity: Target
    anchor: str
    better: str
    latest: Reading | None
    progress: str
    progress_words: str
    line: Track | None


@view
class WorkstreamView(OfEntity):
    """A row of a section's plan; `actions` has an entry for each planning period, in their order."""

    entity: Workstream
    anchor: str
    actions: tuple[tuple[str, tuple[str, ...]], ...]
    indicators: tuple[str | TargetView, ...]
    milestones: tuple[Named, ...]


@view
class SectionView(OfEntity):
    """One numbered section, and the planning periods that its table has columns for."""

    entity: Section
    anchor: str
    number: str
    periods: tuple[str, ...]
    workstreams: tuple[WorkstreamView, ...]
    targets: tuple[TargetView, ...]


@view
class EnablerView(OfEntity):
    """A supporting topic."""

    entity: Enabler
    anchor: str
    number: str


@view
class PartView(OfEntity):
    """A chapter: it holds sections or enablers."""

    entity: Part
    number: str
    anchor: str
    title: str
    sections: tuple[SectionView, ...]
    enablers: tuple[EnablerView, ...]


@view
class CheckpointView(OfEntity):
    """A dated step towards a milestone."""

    entity: Checkpoint
    status: str
    status_words: str
    days_overdue: int


@view
class MilestoneView(OfEntity):
    """A dated deliverable; what nobody reported on has the status `not_reported`, and a hidden status is empty."""

    entity: Milestone
    anchor: str
    status: str
    status_words: str
    days_overdue: int
    checkpoints: tuple[CheckpointView, ...]
    evidence: tuple[Link, ...]


@view
class StatusCount:
    """How many milestones have a status."""

    status: str
    words: str
    number: int


@view
class MilestoneCounts:
    """How many milestones there are, each status in a fixed order with those of none, and how many are overdue."""

    total: int
    overdue: int
    statuses: tuple[StatusCount, ...]


@view
class AreaView(OfEntity):
    """A service area's milestones, in its order; `groups` has those without a heading first, then those of each."""

    entity: Area
    anchor: str
    groups: tuple[tuple[str, tuple[MilestoneView, ...]], ...]
    milestones: tuple[MilestoneView, ...]
    counts: MilestoneCounts


@view
class OverdueView(OfEntity):
    """A milestone, or a checkpoint `of` one, that should have been done."""

    entity: Milestone | Checkpoint
    id: str
    anchor: str
    area: Area
    of: Milestone | None
    owner: str | None
    status: str
    status_words: str
    days_overdue: int


@view
class MilestonesView:
    """The key milestones by area, and those that are overdue, the longest first; `sentence` says how many."""

    number: str
    anchor: str
    areas: tuple[AreaView, ...]
    counts: MilestoneCounts
    overdue: tuple[OverdueView, ...]
    sentence: str


@view
class GuideView(OfEntity):
    """What one part of the document is about; `anchor` and `number` are those of the part of this title."""

    entity: GuideEntry
    anchor: str
    number: str


@view
class IndexRow:
    """Where a work area is treated, and how many milestones it owns."""

    area: Named
    sections: tuple[Named, ...]
    enablers: tuple[Named, ...]
    milestones: int


@view
class IndexView:
    """The index of work areas, by title."""

    number: str
    anchor: str
    rows: tuple[IndexRow, ...]


@view
class Term:
    """An abbreviation and what it stands for."""

    anchor: str
    text: str
    meaning: str


@view
class Counts:
    """How much of everything the document holds."""

    sections: int
    workstreams: int
    targets: int
    areas: int
    milestones: int
    overdue: int
    enablers: int


@view
class Document:
    """The published plan. `parts` hold sections, `supporting` enablers: the key milestones and the index stand between.

    Of one section alone, `section` is its id, and the document holds it, its milestones and what names it.
    """

    title: str
    organisation: str
    period: str
    as_of: str
    as_of_iso: str
    audience: Audience
    section: str
    introduction: tuple[str, ...]
    guide: tuple[GuideView, ...]
    pending: tuple[Pending, ...]
    parts: tuple[PartView, ...]
    milestones: MilestonesView
    index: IndexView
    supporting: tuple[PartView, ...]
    glossary: tuple[Term, ...]
    counts: Counts
    names: Names
