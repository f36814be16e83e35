"""What the published plan is made of: plain, frozen values, in which what its readers may not see is absent.

Texts are as the plan has them; `anchor` is the name of a thing within the page, empty where the page does not hold it.
"""

from dataclasses import dataclass
from typing import Literal, TypeVar, dataclass_transform

Audience = Literal["public", "internal"]
Shape = TypeVar("Shape")


@dataclass_transform(frozen_default=True, eq_default=False)
def view(shape: type[Shape]) -> type[Shape]:
    """A frozen dataclass, which nobody compares or prints: making so many of them ready for it takes 10 ms."""
    return dataclass(frozen=True, slots=True, eq=False, repr=False)(shape)


@view
class Named:
    """A thing that another names; sections and enablers have their number, milestones their date."""

    id: str
    anchor: str
    title: str
    number: str = ""
    due: str = ""


@view
class LinkView:
    """Somewhere else; `href` is empty where the text is not an address on the web or of mail."""

    text: str
    href: str


@view
class GuideView:
    """What one part of the document is about; `anchor` and `number` are those of the part of this title."""

    part: str
    about: str
    anchor: str
    number: str


@view
class PendingView:
    """A known gap."""

    what: str
    by: str


@view
class VoiceView:
    """What residents or staff say."""

    source: str
    respondents: int | None
    findings: tuple[str, ...]


@view
class FigureView:
    """A figure and when it stands, both as written; a reading says where it comes from."""

    figure: str
    at: str
    source: str = ""


@view
class PointView:
    """A point of a chart: `x` and `y` go from 0 to 1000, later and higher being more."""

    kind: Literal["baseline", "trajectory", "target", "reading"]
    figure: str
    at: str
    iso: str
    x: int
    y: int


@view
class LineView:
    """A target's way from its baseline through its trajectory, and the readings on the same scale.

    `as_of` is the day's `x`, None where it lies outside.
    """

    points: tuple[PointView, ...]
    readings: tuple[PointView, ...]
    as_of: int | None


@view
class TargetView:
    """A commitment on a measure, and how far it is."""

    id: str
    anchor: str
    statement: str
    measure: str
    better: str
    figure: str
    due: str
    baseline: FigureView | None
    trajectory: tuple[FigureView, ...]
    latest: FigureView | None
    progress: str
    progress_words: str
    owner: str | None
    places: tuple[str, ...]
    pending: tuple[PendingView, ...]
    line: LineView | None


@view
class IndicatorView:
    """How delivery is tracked: a sentence, and the target where it has a figure."""

    text: str
    target: TargetView | None


@view
class WorkstreamView:
    """A row of a section's plan; `actions` has an entry for each planning period, in their order."""

    id: str
    anchor: str
    title: str
    introduction: tuple[str, ...]
    areas: tuple[Named, ...]
    places: tuple[str, ...]
    pending: tuple[PendingView, ...]
    actions: tuple[tuple[str, tuple[str, ...]], ...]
    indicators: tuple[IndicatorView, ...]
    milestones: tuple[Named, ...]


@view
class SectionView:
    """One numbered section."""

    id: str
    anchor: str
    number: str
    title: str
    supports: tuple[Named, ...]
    duties: tuple[Named, ...]
    introduction: tuple[str, ...]
    ambitions: tuple[str, ...]
    challenges: tuple[str, ...]
    voices: tuple[VoiceView, ...]
    pending: tuple[PendingView, ...]
    periods: tuple[str, ...]
    workstreams: tuple[WorkstreamView, ...]
    targets: tuple[TargetView, ...]


@view
class FactView:
    """A figure that an enabler rests on."""

    figure: str
    what: str
    at: str


@view
class CommitmentView:
    """Something that an enabler promises."""

    commitment: str
    places: tuple[str, ...]
    due: str
    owner: str | None


@view
class TopicView:
    """A headed part of an enabler."""

    title: str
    places: tuple[str, ...]
    points: tuple[str, ...]
    facts: tuple[FactView, ...]
    commitments: tuple[CommitmentView, ...]


@view
class StrategyView:
    """A strategy that an enabler names."""

    title: str
    years: str
    what: str


@view
class LawView:
    """Law or guidance that an enabler rests on."""

    title: str
    published: str
    in_force: str
    what: str


@view
class EnablerView:
    """A supporting topic."""

    id: str
    anchor: str
    number: str
    title: str
    edition: str
    supports: tuple[Named, ...]
    duties: tuple[Named, ...]
    areas: tuple[Named, ...]
    points: tuple[str, ...]
    topics: tuple[TopicView, ...]
    facts: tuple[FactView, ...]
    commitments: tuple[CommitmentView, ...]
    strategies: tuple[StrategyView, ...]
    laws: tuple[LawView, ...]
    pending: tuple[PendingView, ...]


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
class CheckpointView:
    """A dated step towards a milestone."""

    activity: str
    due: str
    first_iso: str
    last_iso: str
    status: str
    status_words: str
    days_overdue: int


@view
class MoveView:
    """An agreed change of date."""

    before: str
    after: str
    on: str
    because: str
    agreed_by: str


@view
class UpdateView:
    """What was reported on a day."""

    on: str
    note: str


@view
class MilestoneView:
    """A dated deliverable; an open date has no `last_iso`, and what nobody reported on has the status not_reported."""

    id: str
    anchor: str
    group: str
    activity: str
    due: str
    first_iso: str
    last_iso: str
    status: str
    status_words: str
    overdue: bool
    days_overdue: int
    completed: str
    owner: str | None
    places: tuple[str, ...]
    workstreams: tuple[Named, ...]
    checkpoints: tuple[CheckpointView, ...]
    moves: tuple[MoveView, ...]
    updates: tuple[UpdateView, ...]
    evidence: tuple[LinkView, ...]


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
class AreaView:
    """A service area's milestones, in its order; `groups` has those without a heading first, then those of each."""

    id: str
    anchor: str
    title: str
    pending: tuple[PendingView, ...]
    groups: tuple[tuple[str, tuple[MilestoneView, ...]], ...]
    milestones: tuple[MilestoneView, ...]
    counts: MilestoneCounts


@view
class OverdueView:
    """A milestone, or a checkpoint of it (then `of` is the milestone's activity), that should have been done."""

    id: str
    anchor: str
    area: Named
    activity: str
    of: str
    due: str
    days_overdue: int
    status: str
    status_words: str
    owner: str | None


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
