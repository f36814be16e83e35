"""The document as plain values, in which what its readers may not see is absent."""

from jfp_cli.report.document.milestone_views import MilestonesView
from jfp_cli.report.document.section_views import EnablerView, SectionView
from jfp_cli.report.document.shape import Audience, Named, PendingView, VoiceView, view


@view
class GuideView:
    """What one part of the document is about; `anchor` and `number` are those of the part of this title."""

    part: str
    about: str
    anchor: str
    number: str


@view
class PartView:
    """A chapter: it holds sections or enablers."""

    number: str
    anchor: str
    title: str
    introduction: tuple[str, ...]
    ambitions: tuple[str, ...]
    challenges: tuple[str, ...]
    voices: tuple[VoiceView, ...]
    sections: tuple[SectionView, ...]
    enablers: tuple[EnablerView, ...]


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

    id: str
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
    pending: tuple[PendingView, ...]
    parts: tuple[PartView, ...]
    milestones: MilestonesView
    index: IndexView
    supporting: tuple[PartView, ...]
    glossary: tuple[Term, ...]
    counts: Counts
