"""What a document is made of: entities of the plan, each with what follows from it, in which what is hidden is absent.

`anchor` is the name of a thing within the page, empty where the page does not hold it; `new` is what stands beside one
that is new since an earlier state of the plan, and empty beside others.
"""

from datetime import date

from jfp_cli.measures.line import Line
from jfp_cli.model.enabler import Enabler, Topic
from jfp_cli.model.field import Audience
from jfp_cli.model.measure import Reading
from jfp_cli.model.publishing import PublishSettings
from jfp_cli.model.section import Section, Workstream
from jfp_cli.model.settings import GuideEntry, Part
from jfp_cli.model.shared import Pending
from jfp_cli.model.target import Target
from jfp_cli.report.document import OfEntity, view
from jfp_cli.report.document.annual import Annual
from jfp_cli.report.document.board import Board
from jfp_cli.report.document.changes import Changes
from jfp_cli.report.document.dated import Coming, OverdueList
from jfp_cli.report.document.measures import MeasureView
from jfp_cli.report.document.milestones import MilestonesView
from jfp_cli.report.document.names import Named, Names
from jfp_cli.report.document.promises import PromiseView


@view
class Track:
    """A target's line, and the readings in its unit that had been taken by a day."""

    line: Line
    readings: tuple[Reading, ...]
    day: date


@view
class TargetView(OfEntity):
    """A commitment on a measure, and how far it is; `better` and the progress are in words too.

    `measured` is the title of its measure, or its words; `asked` says of a standard and of what is asked each year how
    it is judged, `breaches` how many readings break it.
    """

    entity: Target
    anchor: str
    new: str
    measured: str
    better: str
    asked: str
    breaches: int
    latest: Reading | None
    progress: str
    progress_words: str
    reason: str
    line: Track | None


@view
class WorkstreamView(OfEntity):
    """A row of a section's plan; `actions` has an entry for each planning period, in their order."""

    entity: Workstream
    anchor: str
    new: str
    actions: tuple[tuple[str, tuple[str | PromiseView, ...]], ...]
    indicators: tuple[str | TargetView, ...]
    milestones: tuple[Named, ...]


@view
class SectionView(OfEntity):
    """One numbered section, and the planning periods that its table has columns for."""

    entity: Section
    anchor: str
    new: str
    number: str
    periods: tuple[str, ...]
    workstreams: tuple[WorkstreamView, ...]
    targets: tuple[TargetView, ...]


@view
class TopicView(OfEntity):
    """A headed part of a supporting topic."""

    entity: Topic
    commitments: tuple[PromiseView, ...]


@view
class EnablerView(OfEntity):
    """A supporting topic."""

    entity: Enabler
    anchor: str
    new: str
    number: str
    commitments: tuple[PromiseView, ...]
    topics: tuple[TopicView, ...]


@view
class PartView(OfEntity):
    """A chapter: it holds sections or enablers, and says where their priorities and duties come from."""

    entity: Part
    number: str
    anchor: str
    title: str
    links_note: str
    sections: tuple[SectionView, ...]
    enablers: tuple[EnablerView, ...]


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


USUAL_LANGUAGE = "en-GB"


@view
class Cover:
    """What the frame of every page says: what it is of, as of when, for whom, and whom to ask."""

    title: str
    organisation: str
    language: str
    period: str
    as_of: str
    as_of_iso: str
    audience: Audience
    publish: PublishSettings
    glossary: tuple[Term, ...]
    colours: tuple[tuple[str, str], ...]
    names: Names


@view
class Document(Cover):
    """The published plan. `parts` hold sections, `supporting` enablers: the key milestones and the index stand between.

    `coming` has the promises that fall due next, `changes` what changed since an earlier state that was asked for, and
    `colours` what the plan gives to statuses.

    Of one section alone, `section` is its id, and the document holds it, its milestones and what names it. `paper` is
    there for reports that are papers on a part of the plan.
    """

    section: str
    introduction: tuple[str, ...]
    guide: tuple[GuideView, ...]
    pending: tuple[Pending, ...]
    coming: tuple[Coming, ...]
    changes: Changes | None
    parts: tuple[PartView, ...]
    milestones: MilestonesView
    overdue: OverdueList
    index: IndexView
    supporting: tuple[PartView, ...]
    measures: tuple[MeasureView, ...]
    counts: Counts
    paper: Annual | Board | None = None
